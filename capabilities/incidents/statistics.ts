// Counts what was filed, by regime and period, each figure with its denominator and whether the period is whole.
// SPDX-License-Identifier: EUPL-1.2

export interface FiledDuty {
  readonly organisationId: number
  readonly regime: string
  readonly duty: string
  readonly sentAt: Date
  /** Null where the law gives no figure, or the clock's start was not known. */
  readonly dueAt: Date | null
  readonly awareAt: Date | null
}

export interface Period {
  /** `2026-Q1` */
  readonly name: string
  readonly from: Date
  /** Exclusive. */
  readonly to: Date
}

export interface RegimeFigures {
  readonly regime: string
  readonly duty: string
  readonly period: string
  /** False while the period runs: its figures still grow. */
  readonly isWhole: boolean
  readonly filings: number
  /** Hospitals that filed. */
  readonly organisations: number
  /** Of these filings, those with a due time; the denominator of `inTime`. */
  readonly timed: number
  readonly inTime: number
  /** Median hours from awareness; null where no filing says when. */
  readonly medianHours: number | null
}

const hourMs = 3_600_000

/** Quarters of the calendar year in UTC, oldest first, up to the one that `now` is in. */
export function quartersUpTo(now: Date, count: number): readonly Period[] {
  const current = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3)
  return Array.from({ length: count }, (_, index) => {
    const quarter = current - count + 1 + index
    const [year, number] = [Math.floor(quarter / 4), quarter % 4]
    return {
      name: `${year}-Q${number + 1}`,
      from: new Date(Date.UTC(year, number * 3, 1)),
      to: new Date(Date.UTC(year, number * 3 + 3, 1)),
    }
  })
}

export function figuresOf(
  filed: readonly FiledDuty[],
  periods: readonly Period[],
  now: Date,
): readonly RegimeFigures[] {
  return periods.flatMap(({ name, from, to }) => {
    const within = filed.filter(({ sentAt }) => sentAt >= from && sentAt < to)
    return [...Map.groupBy(within, ({ regime, duty }) => `${regime} ${duty}`).values()].map((group) =>
      figureOf(group, name, to <= now),
    )
  })
}

function figureOf(group: readonly FiledDuty[], period: string, isWhole: boolean): RegimeFigures {
  const timed = group.filter(({ dueAt }) => dueAt !== null)
  const hours = group.flatMap(({ awareAt, sentAt }) =>
    awareAt ? [(sentAt.getTime() - awareAt.getTime()) / hourMs] : [],
  )
  return {
    regime: group[0]?.regime ?? '',
    duty: group[0]?.duty ?? '',
    period,
    isWhole,
    filings: group.length,
    organisations: new Set(group.map(({ organisationId }) => organisationId)).size,
    timed: timed.length,
    inTime: timed.filter(({ dueAt, sentAt }) => dueAt !== null && sentAt <= dueAt).length,
    medianHours: medianOf(hours),
  }
}

function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (low + high) / 2
}
