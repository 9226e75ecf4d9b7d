// A closed check, frozen: form, questions as they were read, answers with their dates, and the scores of that day.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type CurrentFact, type FactKey, type Facts, type Form, textIn } from '../facts/index.ts'
import { type CheckAnswer, type Depth, progressOf } from './check.ts'
import { figuresOf, points, type Scores } from './score.ts'

const moment = z.iso.datetime()

export const snapshotSchema = z.object({
  form: z.object({ key: z.string(), version: z.string() }),
  depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  answers: z.array(
    z.object({
      fact: z.string(),
      keyVersion: z.number(),
      section: z.string(),
      /** In which language it was read, and what it said. */
      language: z.string(),
      question: z.string(),
      /** Null: nobody had answered it. */
      value: z.union([z.string(), z.number(), z.array(z.string())]).nullable(),
      /** The value in words; null where there is none. */
      text: z.string().nullable(),
      source: z.string().nullable(),
      asOf: moment.nullable(),
      byName: z.string().nullable(),
      note: z.string().nullable(),
      evidenceUrl: z.string().nullable(),
    }),
  ),
  figures: z.array(
    z.object({ key: z.string(), points: z.number().nullable(), unknown: z.number(), isUnsure: z.boolean() }),
  ),
  measures: z.array(
    z.object({ key: z.string(), version: z.string(), title: z.string(), points: z.number().nullable() }),
  ),
})
export type Snapshot = z.output<typeof snapshotSchema>

export interface Freezing {
  readonly form: Form
  readonly keys: ReadonlyMap<string, FactKey>
  readonly facts: Facts
  readonly depth: Depth
  readonly answers: readonly CheckAnswer[]
  readonly scores: Scores
  /** For what was not asked in this check, because it was known already. */
  readonly language: string
  /** The words for a value in a language. */
  readonly say: (key: FactKey, fact: CurrentFact, language: string) => string
}

export function freeze({ form, keys, facts, depth, answers, scores, language, say }: Freezing): Snapshot {
  const newest = new Map(answers.map((answer) => [answer.fact, answer]))
  const sections = new Map(form.sections.map((section) => [section.key, section.title]))
  return {
    form: { key: form.key, version: form.version },
    depth,
    answers: progressOf(form, facts, depth).questions.flatMap(({ section, question }) => {
      const key = keys.get(question.fact)
      if (!key) return []
      const answer = newest.get(question.fact)
      const read = answer?.language ?? language
      const fact = facts(question.fact)
      const title = sections.get(section)
      return [
        {
          fact: question.fact,
          keyVersion: fact?.keyVersion ?? key.version,
          section: title ? textIn(title, read) : section,
          language: read,
          question: textIn(key.question ?? key.label, read),
          value: fact === null ? null : typeof fact.value === 'object' ? [...fact.value] : fact.value,
          text: fact && say(key, fact, read),
          source: fact?.source ?? null,
          asOf: fact?.asOf.toISOString() ?? null,
          byName: fact?.recordedByName ?? null,
          note: answer?.note ?? null,
          evidenceUrl: answer?.evidenceUrl ?? null,
        },
      ]
    }),
    figures: figuresOf(scores).map(({ key, score, unknownShare, isUnsure }) => ({
      key,
      points: score === null ? null : points(score),
      unknown: points(unknownShare),
      isUnsure,
    })),
    measures: scores.measures.map(({ measure, score }) => ({
      key: measure.key,
      version: measure.version,
      title: textIn(measure.title, language),
      points: score === null ? null : points(score),
    })),
  }
}

/** What goes into the yearly extract: one whole number for each figure that rests on enough. */
export function extractOf({ figures }: Snapshot): Readonly<Record<string, number>> {
  return Object.fromEntries(
    figures.flatMap(({ key, points: value, isUnsure }) => (value === null || isUnsure ? [] : [[key, value]])),
  )
}
