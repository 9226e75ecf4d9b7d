// The clocks of a case: what is owed by when, each with its reasons; what may apply and what does not, folded below.
// SPDX-License-Identifier: EUPL-1.2
import { formatList } from '../../../../platform/i18n/index.ts'
import { Details, Duty as DutyClock, Plain, StateWord } from '../../../../web/kit/index.ts'
import type { Duty } from '../../duties/duty.ts'
import { nameOfRule, sayReason } from '../../duties/explain.ts'
import { fieldMaps } from '../../filings/maps.ts'
import { ownerSubject } from '../../handover.ts'
import { contentOf, countedInShort, dutyClock, nameWithMark, struckTimes } from './duty-words.tsx'
import { isAtHome, mayWrite, type PartProps, say } from './place.ts'

import { Article, Why } from './why.tsx'

const shownStates: ReadonlySet<Duty['state']> = new Set(['running', 'overdue', 'met', 'met-late'])

/** Timed ones always; those without a time, or whose clock has not started, once it is certain that they apply. */
export function isShown({ state, applies, rule }: Duty): boolean {
  if (applies === 'not_applicable' || rule.strength === 'voluntary') return shownStates.has(state)
  return shownStates.has(state) || applies === 'applies'
}

const order: readonly Duty['state'][] = ['overdue', 'running', 'owed', 'waiting', 'open', 'met', 'met-late']

export function inOrder(duties: readonly Duty[]): readonly Duty[] {
  return duties.toSorted(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0),
  )
}

export function Clocks(props: PartProps) {
  const { view, reader } = props
  const { t } = reader.translator
  const shown = inOrder(view.duties.filter(isShown))
  return (
    <Plain
      id="clocks"
      heading={t('room.clocks.heading')}
      aside={t('room.clocks.now', { now: say(reader.now, reader, 'instant-year'), zone: reader.timeZone })}
    >
      {shown.length === 0 && <p>{t('room.clocks.none')}</p>}
      <div>
        {shown.map((duty) => (
          <DutyBlock key={duty.rule.key} duty={duty} {...props} />
        ))}
      </div>
      <OtherDuties {...props} />
    </Plain>
  )
}

function DutyBlock({ duty, ...props }: PartProps & { readonly duty: Duty }) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const struck = struckTimes(duty, view, reader)
  const last = struck.at(-1)
  const content = contentOf(duty, view, reader)
  const clock = dutyClock(duty, reader)
  const reasons = [
    {
      term: t('room.clock.workedOut'),
      text: (
        <>
          {countedInShort(duty, reader)} <Article duty={duty} />
          {last && (
            <>
              {' '}
              <s class="s-struck">{say(last.from, reader)}</s>{' '}
              {t('room.clock.struck', { until: say(last.until, reader) })}
            </>
          )}
        </>
      ),
    },
    ...(content
      ? [
          {
            term: t('room.clock.enough'),
            text: (
              <>
                <strong>{content.sentence}</strong> {content.missingInShort ?? content.missing}
              </>
            ),
          },
        ]
      : []),
    ...(duty.applies === 'unknown'
      ? [{ term: t('duties.applies.unknown'), text: t('duties.because.in-doubt') }]
      : []),
    ...ownerLine(duty, props),
  ]
  return (
    <div class="s-dutyblock" id={`clock-${duty.rule.key}`}>
      <DutyClock clock={clock} reasons={reasons} />
      {place && <Ways duty={duty} {...props} place={place} />}
      <Why duty={duty} {...props} />
    </div>
  )
}

export function ownerOf(key: string, view: PartProps['view']): string | null {
  return view.decisions.findLast(({ subject }) => subject === `${ownerSubject}${key}`)?.answer ?? null
}

function ownerLine({ rule, state }: Duty, props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  if (rule.owedBy !== 'hospital') return [{ term: t(`duties.owedBy.${rule.owedBy}`), text: '' }]
  if (state === 'met' || state === 'met-late') return []
  const owner = ownerOf(rule.key, view)
  return [
    {
      term: t('room.clock.owner'),
      text: (
        <>
          {owner ?? <strong class="s-unknown">{t('room.clock.unowned')}</strong>}{' '}
          {place && isAtHome(props) && mayWrite(props) && (
            <a class="s-noprint" href={`${place.base}/owner/${rule.key}`}>
              {t('room.clock.toOwner')} <span class="s-hide">{nameOfRule(rule.key, reader)}</span>
            </a>
          )}
        </>
      ),
    },
  ]
}

function Ways({
  duty,
  ...props
}: PartProps & { readonly duty: Duty; readonly place: NonNullable<PartProps['place']> }) {
  const { place, reader } = props
  const { t } = reader.translator
  const { key, owedBy, dischargedBy } = duty.rule
  if (owedBy !== 'hospital' || !mayWrite(props) || !isAtHome(props)) return null
  const isDone = duty.dischargedAt !== null
  return (
    <p class="s-dutyways s-noprint">
      {fieldMaps.has(key) && <a href={`${place.base}#filings`}>{t('room.clock.toFiling')}</a>}
      {dischargedBy && (
        <a href={`${place.base}/done/${key}`}>{t(isDone ? 'room.clock.doneAgain' : 'room.clock.toDone')}</a>
      )}
    </p>
  )
}

/** What might be owed and what is not, each with its reason: nothing is hidden because it does not apply. */
function OtherDuties({ view, reader, place }: PartProps) {
  const { t } = reader.translator
  const others = view.duties.filter((duty) => !isShown(duty))
  if (others.length === 0) return null
  return (
    <Details summary={t('room.clocks.others', { count: others.length })} open={place === null}>
      {others.map((duty) => (
        <OtherDuty key={duty.rule.key} duty={duty} view={view} reader={reader} place={place} />
      ))}
    </Details>
  )
}

function OtherDuty({ duty, reader, place, ...rest }: PartProps & { readonly duty: Duty }) {
  const { translator } = reader
  const { rule, applies, because, lacking } = duty
  const isHome = place !== null && isAtHome({ ...rest }) && mayWrite(rest)
  const asksCritical = isHome && lacking.some((fact) => fact === 'criticalEntity')
  return (
    <p>
      <StateWord state={applies === 'unknown' ? 'unknown' : 'new'}>
        {applies === 'applies'
          ? translator.t(`duties.strength.${rule.strength}`)
          : translator.t(`duties.applies.${applies}`)}
      </StateWord>{' '}
      <strong>{nameWithMark(duty, reader)}</strong>{' '}
      {because.map((reason) => sayReason(reason, reader)).join(' ')}{' '}
      {asksCritical && <a href={`${place.base}/critical-entity`}>{translator.t('room.clock.toCritical')}</a>}{' '}
      {isHome && rule.dischargedBy && rule.owedBy === 'hospital' && applies !== 'not_applicable' && (
        <a href={`${place.base}/done/${rule.key}`}>
          {translator.t('room.clock.toDoneNamed', { rule: formatList([rule.key], translator) })}
        </a>
      )}
    </p>
  )
}
