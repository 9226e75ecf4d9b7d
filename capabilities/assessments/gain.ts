// What would raise the figures most: measures that are known to be open, the essentials first by weight.
// SPDX-License-Identifier: EUPL-1.2
import type { LawPart, MeasureScore, Scores } from './score.ts'

export interface Gain {
  readonly measure: MeasureScore['measure']
  readonly from: MeasureScore
  /** By how many points of a hundred each letter would rise, the most first. */
  readonly parts: readonly { readonly part: LawPart; readonly points: number }[]
  /** Over all letters together; what the list is ordered by, before the weight of the essentials. */
  readonly total: number
}

/** An essential is worth doing first even where another measure moves more letters a little. */
export const weightOfEssentials = 2

/** Measures of which nothing is known are not here: nobody can say what they would raise. They are asked first. */
export function gainsOf(scores: Scores): readonly Gain[] {
  return scores.measures
    .flatMap((from) => gainOf(from, scores) ?? [])
    .toSorted(
      (a, b) =>
        weighed(b) - weighed(a) ||
        (a.measure.body.essential ?? 99) - (b.measure.body.essential ?? 99) ||
        a.measure.key.localeCompare(b.measure.key),
    )
}

function gainOf(from: MeasureScore, { law }: Scores): Gain | null {
  const { score, measure } = from
  if (score === null || score >= 1) return null
  const parts = law
    .flatMap(({ key, measures }) => {
      if (!measures.includes(from)) return []
      const counted = measures.filter((one) => one.score !== null).length
      // A key of `law` is one of the letters, as scoresOf made it from them.
      return [{ part: key as LawPart, points: ((1 - score) / counted) * 100 }]
    })
    .toSorted((a, b) => b.points - a.points)
  return { measure, from, parts, total: parts.reduce((sum, { points }) => sum + points, 0) }
}

function weighed({ measure, total }: Gain): number {
  return measure.body.essential === null ? total : total * weightOfEssentials
}

/** What nobody knows yet, the essentials first: to find out costs a question. */
export function toFindOut(scores: Scores): readonly MeasureScore[] {
  return scores.measures
    .filter(({ rows }) => rows.some(({ is }) => is === 'not-known'))
    .toSorted(
      (a, b) =>
        (a.measure.body.essential ?? 99) - (b.measure.body.essential ?? 99) ||
        a.measure.key.localeCompare(b.measure.key),
    )
}
