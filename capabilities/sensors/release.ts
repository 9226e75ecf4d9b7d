// When sightings may be seen: in groups of three hospitals and more, in calendar time that holds them all, once each.
// SPDX-License-Identifier: EUPL-1.2
import {
  type AssetClass,
  epochGraceMs,
  maxHourAgeMs,
  type SightingKind,
  type SightingOutcome,
} from '@salus/standards/sightings'

/** Fewer hospitals than this are never told of, nor is that there are any. */
export const minimumHospitals = 3
/** So many hospitals within so many days, and the officers are asked whether the others should be warned. */
export const proposalDays = 7
export const dayMs = 86_400_000

/** One sighting that waits. Whose it is nobody knows: the pseudonym is a hash of a random number. */
export interface Waiting {
  readonly key: string
  readonly pseudonym: string
  readonly hour: Date
  readonly assetClass: AssetClass
  readonly outcome: SightingOutcome
}

/** What the waiting sightings are about; those of different epochs never come together: a hospital would count twice. */
export interface Subject {
  readonly epoch: number
  readonly kind: SightingKind
  readonly itemId: string
  /** Sightings that the hospital calls false alarms are counted apart. */
  readonly isFalsePositive: boolean
}

export type Span = 'day' | 'week' | 'epoch'

export interface SightingGroup extends Subject {
  readonly hospitals: number
  readonly span: Span
  /** `2026-11-27`, UTC; the calendar's borders, not those of any one sighting. */
  readonly fromDay: string
  readonly untilDay: string
  /** Only where it is the same for all of them: a part of a group would be a smaller group. */
  readonly assetClass: AssetClass | null
  readonly outcome: SightingOutcome | null
}

/**
 * Null while too few wait. Everything that waits comes together into one group, and never into another one: so no two
 * groups differ by less than a group, whoever keeps all that was ever shown.
 */
export function groupOf(
  subject: Subject,
  waiting: readonly Waiting[],
  epoch: { readonly beginsAt: Date; readonly endsAt: Date },
): SightingGroup | null {
  const hospitals = hospitalsIn(waiting)
  if (hospitals < minimumHospitals) return null
  return {
    ...subject,
    hospitals,
    ...spanOf(
      waiting.map(({ hour }) => hour),
      epoch,
    ),
    assetClass: same(waiting.map(({ assetClass }) => assetClass)),
    outcome: same(waiting.map(({ outcome }) => outcome)),
  }
}

export function hospitalsIn(waiting: readonly Pick<Waiting, 'pseudonym'>[]): number {
  return new Set(waiting.map(({ pseudonym }) => pseudonym)).size
}

/** The most hospitals within any `days` that follow each other; one pass, for one hospital may tell of thousands of hours. */
export function mostWithin(waiting: readonly Waiting[], days: number): number {
  const sorted = waiting.toSorted((a, b) => a.hour.getTime() - b.hour.getTime())
  /** How many of the sightings between `from` and this one are whose. */
  const within = new Map<string, number>()
  let [most, from] = [0, 0]
  for (const { hour, pseudonym } of sorted) {
    within.set(pseudonym, (within.get(pseudonym) ?? 0) + 1)
    for (let oldest = sorted[from]; oldest && isBefore(oldest, hour, days); oldest = sorted[++from])
      leave(within, oldest.pseudonym)
    most = Math.max(most, within.size)
  }
  return most
}

function isBefore(oldest: Waiting, hour: Date, days: number): boolean {
  return hour.getTime() - oldest.hour.getTime() >= days * dayMs
}

function leave(within: Map<string, number>, pseudonym: string): void {
  const others = (within.get(pseudonym) ?? 0) - 1
  if (others > 0) within.set(pseudonym, others)
  else within.delete(pseudonym)
}

/** Hours are merged to a day, days to a week from Monday, weeks to the epoch: until all of them are in one. */
function spanOf(
  hours: readonly Date[],
  epoch: { readonly beginsAt: Date; readonly endsAt: Date },
): Pick<SightingGroup, 'span' | 'fromDay' | 'untilDay'> {
  const days = new Set(hours.map(dayText))
  const [only] = days
  if (days.size === 1 && only !== undefined) return { span: 'day', fromDay: only, untilDay: only }
  const mondays = new Set(hours.map((hour) => dayText(mondayOf(hour))))
  const [monday] = mondays
  if (mondays.size === 1 && monday !== undefined)
    return { span: 'week', fromDay: monday, untilDay: dayText(new Date(Date.parse(monday) + 6 * dayMs)) }
  // Hours from before the epoch may be told in it, and for some days after its end.
  const [begins, ends] = [epoch.beginsAt.getTime(), epoch.endsAt.getTime()]
  const isEarly = hours.some((hour) => hour.getTime() < begins)
  const isLate = hours.some((hour) => hour.getTime() >= ends)
  return {
    span: 'epoch',
    fromDay: dayText(new Date(isEarly ? begins - maxHourAgeMs : begins)),
    untilDay: dayText(new Date((isLate ? ends + epochGraceMs : ends) - 1)),
  }
}

/** Of the week in UTC, at the same time of day. */
export function mondayOf(hour: Date): Date {
  return new Date(hour.getTime() - ((hour.getUTCDay() + 6) % 7) * dayMs)
}

export function dayText(at: Date): string {
  return at.toISOString().slice(0, 10)
}

function same<Word extends string>(words: readonly Word[]): Word | null {
  const [first, ...others] = new Set(words)
  return first !== undefined && others.length === 0 ? first : null
}
