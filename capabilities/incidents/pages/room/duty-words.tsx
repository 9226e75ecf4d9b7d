// A legal duty as a clock: the time, what is left, how it was worked out, what is enough now, who answers for it.
// SPDX-License-Identifier: EUPL-1.2
import { formatLeft, formatList, percentRun } from '../../../../platform/i18n/index.ts'
import type { ClockProps, ClockState } from '../../../../web/kit/index.ts'
import { RuleMark } from '../../../../web/kit/index.ts'
import { contentStanding } from '../../duties/content.ts'
import type { Duty } from '../../duties/duty.ts'
import { nameOfRule, sayReason } from '../../duties/explain.ts'
import { currentValue } from '../../fact.ts'
import type { RoomData } from './load.ts'
import { type Reader, say } from './place.ts'

const hourMs = 3_600_000
const nowHours = 24
const soonHours = 72
/** Beside the clock; all of them stand in the sheet below it. */
const shownMissing = 4

export function dutyClock(duty: Duty, reader: Reader): ClockProps {
  const { translator, now } = reader
  const { dueAt, anchorAt, dischargedAt } = duty
  const common = { state: lookOf(duty, now), what: nameWithMark(duty, reader) }
  if (dischargedAt)
    return { ...common, due: say(dischargedAt, reader), left: translator.t(`duties.state.${metOf(duty)}`) }
  if (!dueAt) return { ...common, due: dueInWords(duty, reader), left: leftInWords(duty, reader) }
  return {
    ...common,
    due: say(dueAt, reader),
    dueAt,
    left: formatLeft(now, dueAt, translator),
    ...(anchorAt ? { percentRun: percentRun(anchorAt, now, dueAt) } : {}),
  }
}

function metOf({ state }: Duty): 'met' | 'met-late' {
  return state === 'met-late' ? 'met-late' : 'met'
}

/** A rule that nobody has verified is marked wherever its result shows. */
export function nameWithMark({ rule }: Duty, reader: Reader) {
  const name = nameOfRule(rule.key, reader)
  return rule.verifiedBy === null ? (
    <>
      {name} <RuleMark>{reader.translator.t('duties.unverified')}</RuleMark>
    </>
  ) : (
    name
  )
}

function lookOf({ state, dueAt }: Duty, now: Date): ClockState {
  switch (state) {
    case 'met':
    case 'met-late':
      return 'done'
    case 'overdue':
      return 'late'
    case 'owed':
      return 'now'
    case 'running': {
      const left = (dueAt?.getTime() ?? 0) - now.getTime()
      if (left < nowHours * hourMs) return 'now'
      return left < soonHours * hourMs ? 'soon' : 'plan'
    }
    default:
      return 'wait'
  }
}

/** The law gives no figure, or what starts the clock has not happened. */
function dueInWords({ state, rule }: Duty, { translator: { t } }: Reader): string {
  const [deadline] = rule.deadlines
  const [moment] = deadline?.anchors ?? []
  if (state === 'waiting' && moment) return t('room.clock.starts', { moment: t(`duties.moment.${moment}`) })
  switch (deadline?.offset) {
    case 'immediately':
      return t('room.clock.immediately')
    case 'without-undue-delay':
      return t('room.clock.withoutDelay')
    case 'always':
      return t('room.clock.always')
    case 'as-asked':
      return t('room.clock.asAsked')
    default:
      return t('room.clock.noTime')
  }
}

function leftInWords({ state }: Duty, { translator: { t } }: Reader): string {
  return state === 'waiting' ? t('shell.time.notStarted') : t(`duties.state.${state}`)
}

/** In short, beside the clock: from when and how much; the sheet below has every step. */
export function countedInShort({ anchor, anchorAt, calculation }: Duty, reader: Reader): string {
  const { t } = reader.translator
  if (!anchor || !anchorAt) return t('room.why.noAnchor')
  const from = { moment: t(`duties.moment.${anchor}`), at: say(anchorAt, reader) }
  const added = (code: 'plus-hours' | 'plus-months', name: string) => {
    const value = calculation.find((reason) => reason.code === code)?.values?.[name]
    return value?.is === 'count' ? value.count : null
  }
  const hours = added('plus-hours', 'hours')
  const months = added('plus-months', 'months')
  if (hours !== null) return t('room.clock.plusHours', { ...from, hours })
  if (months !== null) return t('room.clock.plusMonths', { ...from, months })
  return t('room.why.anchor', from)
}

export function calculationOf(duty: Duty, reader: Reader): readonly string[] {
  return duty.calculation.map((reason) => sayReason(reason, reader))
}

/** "4 of 6 needed facts are known", and which are missing; null where the duty asks for no facts. */
export function contentOf(duty: Duty, view: RoomData, { translator }: Reader) {
  const standing = contentStanding(duty.rule, (fact) => currentValue(view.ledger, fact) !== null)
  if (standing.fields.length === 0) return null
  const { knownCount: known, requiredCount: required, missing } = standing
  const names = missing.map((fact) => translator.t(`filings.fact.${fact}`))
  return {
    standing,
    sentence:
      required === 0
        ? translator.t('room.clock.nothingNeeded')
        : translator.t('duties.content.known', { known, required }),
    missing:
      names.length > 0 ? translator.t('room.clock.missing', { facts: formatList(names, translator) }) : null,
    missingInShort:
      names.length > shownMissing
        ? translator.t('room.clock.missingSome', {
            facts: names.slice(0, shownMissing).join(', '),
            count: names.length - shownMissing,
          })
        : null,
  }
}

export interface Struck {
  readonly from: Date
  readonly until: Date
  /** Which fact or decision moved it, in words; null where the journal does not say. */
  readonly because: string | null
}

/** Earlier due times, oldest first: they stay visible, struck, with what moved them. */
export function struckTimes(duty: Duty, view: RoomData, { translator }: Reader): readonly Struck[] {
  return view.moves.flatMap(({ entry, at, changes }) => {
    const change = changes.find(({ key }) => key === duty.rule.key)
    const from = change?.from?.dueAt ?? null
    if (!from || from.getTime() === change?.to.dueAt?.getTime()) return []
    const details = view.history.find(({ id }) => id === entry)?.details ?? {}
    const because =
      typeof details.key === 'string' ? (translator.find(`filings.fact.${details.key}`) ?? null) : null
    return [{ from, until: at, because }]
  })
}
