// From a rule's deadline and the moments of a case to the due time, with every step of the calculation.
// SPDX-License-Identifier: EUPL-1.2
import { addMonths, wallTimeOf } from '../../../platform/time/zone.ts'
import type { ConditionFacts } from './condition-facts.ts'
import { laterEndOfHours, laterEndOfMonths } from './later-moment.ts'
import type { MomentKey, Moments } from './moments.ts'
import { count, instant, type Reason } from './reason.ts'
import type { Deadline } from './rule.ts'

const hourMs = 3_600_000

export interface DueTime {
  /** The moment that started the clock; null while it is not known. */
  readonly anchor: MomentKey | null
  readonly anchorAt: Date | null
  /** The operative moment, UTC; null while the anchor is unknown, or where the law gives no figure. */
  readonly dueAt: Date | null
  /** Until when Regulation (EEC, Euratom) 1182/71 would allow; never operative. */
  readonly laterAt: Date | null
  readonly isTimed: boolean
  readonly calculation: readonly Reason[]
}

/** The first deadline whose condition holds counts. Hours are elapsed; months are calendar months at the same local time. */
export function dueTimeOf(
  deadlines: readonly Deadline[],
  moments: Moments,
  facts: ConditionFacts,
  timeZone: string,
): DueTime {
  const deadline = deadlines.find(
    ({ when }) =>
      !when || when.finalReportWaits.some((answer) => answer === (facts.finalReportWaits ?? 'unknown')),
  )
  if (!deadline) throw new Error('a rule has no deadline without condition')
  const { offset } = deadline
  const isTimed = typeof offset === 'object' || offset === 'as-asked'
  const anchor = anchorOf(deadline, moments)
  if (!isTimed)
    return { ...untimed, anchor: anchor?.key ?? null, anchorAt: anchor?.at ?? null, ...untimedSteps(offset) }
  if (!anchor) return { ...untimed, isTimed, calculation: [notKnown(deadline, offset === 'as-asked')] }
  const found = { anchor: anchor.key, anchorAt: anchor.at, isTimed }
  if (offset === 'as-asked')
    return {
      ...found,
      dueAt: anchor.at,
      laterAt: null,
      calculation: [{ code: 'asked-by', values: { due: instant(anchor.at) } }],
    }
  const counted =
    'hours' in offset
      ? hoursAfter(anchor.at, offset.hours, timeZone)
      : monthsAfter(anchor.at, offset.months, timeZone)
  return {
    ...found,
    ...counted,
    calculation: [
      startsAt(anchor.key, anchor.at),
      ...counted.calculation,
      ...(deadline.andWithoutUndueDelay ? [{ code: 'and-without-undue-delay' } as const] : []),
    ],
  }
}

const untimed = { anchor: null, anchorAt: null, dueAt: null, laterAt: null, isTimed: false }

function untimedSteps(offset: Exclude<Deadline['offset'], object | 'as-asked'>): {
  readonly calculation: readonly Reason[]
} {
  return { calculation: [{ code: `time-${offset}` }] }
}

function anchorOf(
  { anchors, pick }: Deadline,
  moments: Moments,
): { readonly key: MomentKey; readonly at: Date } | null {
  const known = anchors.flatMap((key) => {
    const at = moments[key]
    return at ? [{ key, at }] : []
  })
  if (pick === 'earliest') known.sort((a, b) => a.at.getTime() - b.at.getTime())
  return known[0] ?? null
}

function notKnown({ anchors }: Deadline, isAsked: boolean): Reason {
  return isAsked
    ? { code: 'not-asked-yet' }
    : { code: 'anchor-unknown', values: { moment: { is: 'moment', moments: anchors } } }
}

function startsAt(key: MomentKey, at: Date): Reason {
  return { code: 'anchor', values: { moment: { is: 'moment', moments: [key] }, at: instant(at) } }
}

type Counted = Pick<DueTime, 'dueAt' | 'laterAt' | 'calculation'>

function hoursAfter(anchorAt: Date, hours: number, timeZone: string): Counted {
  const dueAt = new Date(anchorAt.getTime() + hours * hourMs)
  const laterAt = laterEndOfHours(anchorAt, hours, timeZone)
  const clocksChange =
    (wallTimeOf(dueAt, timeZone).msOfDay - wallTimeOf(anchorAt, timeZone).msOfDay - hours * hourMs) %
      (24 * hourMs) !==
    0
  return {
    dueAt,
    laterAt,
    calculation: [
      { code: 'plus-hours', values: { hours: count(hours), due: instant(dueAt) } },
      ...(clocksChange ? [{ code: 'clocks-change' } as const] : []),
      { code: 'later', values: { later: instant(laterAt) } },
    ],
  }
}

function monthsAfter(anchorAt: Date, months: number, timeZone: string): Counted {
  const { at: dueAt, isClamped, showing } = addMonths(anchorAt, months, timeZone)
  const laterAt = laterEndOfMonths(dueAt, timeZone)
  return {
    dueAt,
    laterAt,
    calculation: [
      { code: 'plus-months', values: { months: count(months), due: instant(dueAt) } },
      ...(isClamped ? [{ code: 'clamped' } as const] : []),
      ...(showing === 'once' ? [] : [{ code: `local-time-${showing}` } as const]),
      { code: 'later', values: { later: instant(laterAt) } },
    ],
  }
}
