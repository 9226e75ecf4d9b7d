// What the duty officer sees of a rule or indicator: figures made of released groups alone.
// SPDX-License-Identifier: EUPL-1.2
import type { SightingGroup } from './release.ts'

export interface SeenGroup extends SightingGroup {
  readonly id: number
  readonly releasedAt: Date
}

export interface Seen {
  /** At least so many hospitals; null says "fewer than three", which none is too. */
  readonly hospitals: number | null
  readonly falsePositiveHospitals: number | null
  /** The newest first, without false alarms. */
  readonly groups: readonly SeenGroup[]
  readonly lastDay: string | null
}

/**
 * The largest group is a true least number of hospitals. A sum would count some twice, and the exact number of distinct
 * ones would say by how many two groups differ.
 */
export function seenOf(groups: readonly SeenGroup[]): Seen {
  const real = groups.filter(({ isFalsePositive }) => !isFalsePositive)
  const days = real.map(({ untilDay }) => untilDay).toSorted()
  return {
    hospitals: largest(real),
    falsePositiveHospitals: largest(groups.filter(({ isFalsePositive }) => isFalsePositive)),
    groups: real.toSorted((a, b) => b.untilDay.localeCompare(a.untilDay) || b.id - a.id),
    lastDay: days.at(-1) ?? null,
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
