// How far a house is, per measure, per letter of NIS2 Art. 21 and per function of CSF 2.0, always with the rows behind it.
// SPDX-License-Identifier: EUPL-1.2
import {
  art21Measures,
  audienceTable,
  type ItemOf,
  measureStanding,
  type Standing,
  type StandingRow,
} from '../catalogue/index.ts'
import { decide, type Facts } from '../facts/index.ts'

export type Measure = ItemOf<'measure'>

export const csfFunctions = ['GV', 'ID', 'PR', 'DE', 'RS', 'RC'] as const
export type CsfFunction = (typeof csfFunctions)[number]
export type LawPart = (typeof art21Measures)[number]
export const views = ['law', 'functions'] as const
export type View = (typeof views)[number]

/** What an answer counts for; what is not known counts for nothing, neither way. */
const worth: Readonly<Record<Exclude<Standing, 'not-known'>, number>> = {
  done: 1,
  partly: 0.5,
  'not-done': 0,
}

export interface MeasureScore {
  readonly measure: Measure
  readonly standing: Standing
  /** 0 to 1 over the facts that are known; null where none is. */
  readonly score: number | null
  readonly rows: readonly StandingRow[]
  readonly known: number
}

export interface Figure {
  /** `overall`, a letter of Art. 21, or a function of CSF 2.0. */
  readonly key: string
  readonly score: number | null
  /** 0 to 1: facts behind it of which nobody knows. */
  readonly unknownShare: number
  /** It rests on less than half of what was asked, and says more about that than about the house. */
  readonly isUnsure: boolean
  readonly measures: readonly MeasureScore[]
}

export interface Scores {
  readonly overall: Figure
  readonly law: readonly Figure[]
  readonly functions: readonly Figure[]
  readonly measures: readonly MeasureScore[]
}

export interface Asked {
  /** Facts whose question does not concern this house, so that not knowing them means nothing. */
  readonly notAsked: ReadonlySet<string>
  /** Facts that only a deeper check asks: not known, but nobody was asked yet. */
  readonly notYet: ReadonlySet<string>
}

const everything: Asked = { notAsked: new Set(), notYet: new Set() }

export function scoresOf(measures: readonly Measure[], facts: Facts, asked: Asked = everything): Scores {
  const scored = measures.flatMap((measure) => scoreOf(measure, facts, asked) ?? [])
  const figure = (key: string, of: (one: MeasureScore) => boolean) => figureOf(key, scored.filter(of), asked)
  return {
    overall: figureOf('overall', scored, asked),
    law: art21Measures.map((part) => figure(part, ({ measure }) => measure.body.art21.includes(part))),
    functions: csfFunctions.map((one) => figure(one, ({ measure }) => functionsOf(measure).includes(one))),
    measures: scored,
  }
}

/** Null where the measure is certainly not for this house, or none of its facts concerns it. */
function scoreOf(measure: Measure, facts: Facts, { notAsked }: Asked): MeasureScore | null {
  if (decide(audienceTable(measure), facts).answer === 'no') return null
  const asked = measure.body.facts.filter(({ fact }) => !notAsked.has(fact))
  if (asked.length === 0) return null
  const { standing, rows } = measureStanding({ body: { ...measure.body, facts: asked } }, facts)
  const counted = rows.flatMap(({ is }) => (is === 'not-known' ? [] : worth[is]))
  return { measure, standing, rows, known: counted.length, score: mean(counted) }
}

/** From there on a figure is not said. */
const mostUnknown = 0.5

function figureOf(key: string, measures: readonly MeasureScore[], { notYet }: Asked): Figure {
  const rows = measures.flatMap((one) => one.rows)
  const unknown = rows.filter(({ is }) => is === 'not-known')
  const unanswered = unknown.filter(({ fact }) => !notYet.has(fact)).length
  const asked = rows.length - unknown.length + unanswered
  return {
    key,
    measures,
    score: mean(measures.flatMap(({ score }) => score ?? [])),
    unknownShare: rows.length === 0 ? 1 : unknown.length / rows.length,
    isUnsure: asked === 0 || unanswered / asked > mostUnknown || unknown.length === rows.length,
  }
}

export function functionsOf({ references }: Pick<Measure, 'references'>): readonly CsfFunction[] {
  const ids = references
    .filter(({ framework }) => framework === 'nist-csf-2.0')
    .flatMap(({ ids: all }) => all)
  return csfFunctions.filter((one) => ids.some((id) => id === one || id.startsWith(`${one}.`)))
}

export function figuresOf(scores: Scores): readonly Figure[] {
  return [scores.overall, ...scores.law, ...scores.functions]
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** As it is shown: of a hundred, whole. */
export function points(share: number): number {
  return Math.round(share * 100)
}
