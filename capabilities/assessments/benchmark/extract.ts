// The yearly extract: from the closed checks of a year to rounded medians and quartiles of groups, without any house in it.
// SPDX-License-Identifier: EUPL-1.2
import { type Cell, type Group, type House, safeGroups } from './groups.ts'

/** Figures and counts are shown in steps, so that one house more or less is not seen in them. */
export const stepOfFigures = 5
export const stepOfCounts = 5

export interface ClosedCheck extends House {
  readonly year: number
  readonly closedAt: Date
  /** Points of a hundred; a figure of which nothing was known is absent. */
  readonly scores: Readonly<Record<string, number>>
}

export interface ExtractCell {
  readonly figure: string
  readonly cell: Cell
  /** At least so many houses. */
  readonly houses: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
}

/** Years with an extract and when it was made: what was closed later is not in it. */
export type Made = readonly { readonly year: number; readonly madeAt: Date }[]

/** The groups of earlier years are worked out anew from the same checks; no table says who stood in which. */
export function extractYear(
  year: number,
  checks: readonly ClosedCheck[],
  earlier: Made,
  figures: readonly string[],
  now: Date,
): readonly ExtractCell[] {
  return figures.flatMap((figure) => {
    let before: readonly Group[] = []
    for (const made of earlier.toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime()))
      before = [
        ...before,
        ...safeGroups(housesWith(figure, lastOfYear(checks, made.year, made.madeAt)), before),
      ]
    const houses = lastOfYear(checks, year, now)
    const scoreOf = new Map(houses.map(({ id, scores }) => [id, scores[figure]]))
    return safeGroups(housesWith(figure, houses), before).map(({ cell, members }) =>
      cellOf(
        figure,
        cell,
        members.flatMap((id) => scoreOf.get(id) ?? []),
      ),
    )
  })
}

export function lastOfYear(
  checks: readonly ClosedCheck[],
  year: number,
  until: Date,
): readonly ClosedCheck[] {
  const last = new Map<number, ClosedCheck>()
  for (const check of checks) {
    if (check.year !== year || check.closedAt > until) continue
    const known = last.get(check.id)
    if (!known || known.closedAt < check.closedAt) last.set(check.id, check)
  }
  return [...last.values()].toSorted((a, b) => a.id - b.id)
}

function housesWith(figure: string, checks: readonly ClosedCheck[]): readonly House[] {
  return checks.filter(({ scores }) => scores[figure] !== undefined)
}

function cellOf(figure: string, cell: Cell, values: readonly number[]): ExtractCell {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    figure,
    cell,
    houses: roundedDown(values.length),
    lowerQuartile: rounded(quantile(sorted, 0.25)),
    median: rounded(quantile(sorted, 0.5)),
    upperQuartile: rounded(quantile(sorted, 0.75)),
  }
}

export function roundedDown(count: number): number {
  return Math.floor(count / stepOfCounts) * stepOfCounts
}

export function rounded(value: number): number {
  return Math.round(value / stepOfFigures) * stepOfFigures
}

/** Between the two nearest ranks, as most tables do it. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}
