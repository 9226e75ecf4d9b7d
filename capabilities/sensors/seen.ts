// What the duty officer sees of a rule or indicator: figures made of released groups alone.
// SPDX-License-Identifier: EUPL-1.2
import { dayMs, dayText, mondayOf, type SightingGroup } from './release.ts'

export interface SeenGroup extends SightingGroup {
  readonly id: number
  readonly releasedAt: Date
}

export interface Seen {
  /** At least so many hospitals; null says "fewer than three", which none is too. */
  readonly hospitals: number | null
  readonly falsePositiveHospitals: number | null
  /** Without false alarms; first the one whose time begins last: of it is surest that it was seen lately. */
  readonly groups: readonly SeenGroup[]
}

/**
 * The largest group is a true least number of hospitals. A sum would count some twice, and the exact number of distinct
 * ones would say by how many two groups differ.
 */
export function seenOf(groups: readonly SeenGroup[]): Seen {
  const real = groups.filter(({ isFalsePositive }) => !isFalsePositive)
  return {
    hospitals: largest(real),
    falsePositiveHospitals: largest(groups.filter(({ isFalsePositive }) => isFalsePositive)),
    groups: real.toSorted(
      (a, b) => b.fromDay.localeCompare(a.fromDay) || a.untilDay.localeCompare(b.untilDay) || b.id - a.id,
    ),
  }
}

function largest(groups: readonly SeenGroup[]): number | null {
  return groups.length === 0 ? null : Math.max(...groups.map(({ hospitals }) => hospitals))
}

export interface DayBar {
  readonly fromDay: string
  readonly untilDay: string
  readonly hospitals: number
}

/** One bar for each stretch of calendar time in which groups lie, the oldest first; the largest of its groups counts. */
export function barsOf(groups: readonly SeenGroup[]): readonly DayBar[] {
  return [...Map.groupBy(groups, ({ fromDay, untilDay }) => `${fromDay} ${untilDay}`).values()]
    .map((same) => ({
      fromDay: same[0]?.fromDay ?? '',
      untilDay: same[0]?.untilDay ?? '',
      hospitals: largest(same) ?? 0,
    }))
    .toSorted((a, b) => a.fromDay.localeCompare(b.fromDay) || a.untilDay.localeCompare(b.untilDay))
}

export interface WeekBar {
  /** Its Monday, UTC. */
  readonly monday: string
  /** Rules and indicators of which a group was released in that week. */
  readonly seen: number
  readonly falsePositives: number
}

/** The last weeks, the oldest first, those without anything too: a gap is a fact. */
export function weeksOf(groups: readonly SeenGroup[], now: Date, weeks: number): readonly WeekBar[] {
  const byMonday = Map.groupBy(groups, ({ releasedAt }) => dayText(mondayOf(releasedAt)))
  return Array.from({ length: weeks }, (_, index) => {
    const monday = dayText(mondayOf(new Date(now.getTime() - (weeks - 1 - index) * 7 * dayMs)))
    const own = byMonday.get(monday) ?? []
    return {
      monday,
      seen: distinctItems(own.filter(({ isFalsePositive }) => !isFalsePositive)),
      falsePositives: distinctItems(own.filter(({ isFalsePositive }) => isFalsePositive)),
    }
  })
}

function distinctItems(groups: readonly SeenGroup[]): number {
  return new Set(groups.map(({ kind, itemId }) => `${kind} ${itemId}`)).size
}
