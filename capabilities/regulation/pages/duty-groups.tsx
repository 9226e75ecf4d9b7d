// The duties of one state, law by law; what has the same reason stands together under it.
// SPDX-License-Identifier: EUPL-1.2
import { StateWord } from '../../../web/kit/index.ts'
import { itemHref, laws } from '../../catalogue/index.ts'
import { type FactBook, type Facts, textIn } from '../../facts/index.ts'
import type { DutyStanding } from '../duty-standing.ts'
import type { Acceptance } from '../store/acceptances.ts'
import { lawName, reasonsOf } from '../words.ts'
import { calendarDay, day, type Reader } from './reader.ts'
import { OpenQuestion, Reason } from './reason.tsx'

export interface GroupsProps {
  readonly standings: readonly DutyStanding[]
  readonly acceptances: ReadonlyMap<string, Acceptance>
  readonly facts: Facts
  readonly book: FactBook
  readonly reader: Reader
  /** Names the headings, so that links lead to them. */
  readonly id: string
}

export function DutyGroups(props: GroupsProps) {
  const { standings, reader, id } = props
  return (
    <>
      {laws.map((law) => {
        const own = standings.filter(({ duty }) => duty.body.law === law)
        if (own.length === 0) return null
        return (
          <div class="s-law" key={law}>
            <h3 id={`${id}-${law}`}>{lawName(law, reader.translator)}</h3>
            {[...Map.groupBy(own, (one) => reasonKey(one, reader)).values()].map((group) => (
              <ReasonGroup key={group[0]?.duty.key} {...props} standings={group} />
            ))}
          </div>
        )
      })}
    </>
  )
}

function reasonKey(standing: DutyStanding, { translator }: Reader): string {
  return standing.state === 'unknown'
    ? `? ${standing.lacking.join()}`
    : `${standing.startsOn} ${reasonsOf(standing, translator).join()}`
}

function ReasonGroup(props: GroupsProps) {
  const { standings, facts, book, reader } = props
  const [first] = standings
  if (!first) return null
  return (
    <>
      <Reason standing={first} facts={facts} book={book} reader={reader} />
      {first.state === 'unknown' && (
        <OpenQuestion standing={first} facts={facts} book={book} reader={reader} />
      )}
      <ul class="s-duties">
        {standings.map((standing) => (
          <li key={standing.duty.key}>
            <a href={itemHref(reader.organisationId, standing.duty)}>
              {textIn(standing.duty.title, reader.translator.locale)}
            </a>{' '}
            <span class="s-quiet s-small">{articlesOf(standing)}</span>
            <Beside
              standing={standing}
              acceptance={props.acceptances.get(standing.duty.key)}
              reader={reader}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** `Art. 21(2)(c)`: the act stands in the heading. */
function articlesOf({ duty }: DutyStanding): string {
  return duty.body.articles.map((one) => one.slice(one.indexOf(', ') + 2)).join(', ')
}

interface BesideProps {
  readonly standing: DutyStanding
  readonly acceptance: Acceptance | undefined
  readonly reader: Reader
}

/** From when it is owed, or whether somebody said that it is kept. */
function Beside({ standing, acceptance, reader }: BesideProps) {
  const { t } = reader.translator
  if (!standing.hasBegun && standing.state !== 'not-applicable')
    return <span class="s-sub">{t('regulation.from', { day: calendarDay(standing.startsOn, reader) })}</span>
  if (standing.state !== 'applies') return null
  return (
    <span class="s-sub">
      <KeptWord acceptance={acceptance} reader={reader} />
    </span>
  )
}

export function KeptWord({ acceptance, reader }: Pick<BesideProps, 'acceptance' | 'reader'>) {
  const { t } = reader.translator
  if (acceptance?.said !== 'kept') return <StateWord state="new">{t('regulation.kept.nobody')}</StateWord>
  const { reviewAt } = acceptance
  if (!reviewAt) return <StateWord state="done">{t('regulation.kept.yes')}</StateWord>
  const until = day(reviewAt, reader)
  return reviewAt < reader.now ? (
    <StateWord state="late">{t('regulation.kept.over', { day: until })}</StateWord>
  ) : (
    <StateWord state="done">{t('regulation.kept.until', { day: until })}</StateWord>
  )
}
