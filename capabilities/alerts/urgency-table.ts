// The decision table of urgency: data with a schema, read and checked once, the rows found by their four answers.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import data from './urgency-table.json' with { type: 'json' }

export const urgencies = ['act-now', 'this-week', 'next-maintenance', 'watch'] as const
export type Urgency = (typeof urgencies)[number]

/** The four questions with their possible answers, the least grave first. */
export const answersOf = {
  exploitation: ['none', 'poc', 'active'],
  exposure: ['small', 'controlled', 'open'],
  automatable: ['no', 'yes'],
  impact: ['low', 'medium', 'high', 'very-high'],
} as const
export type Question = keyof typeof answersOf
const questions = ['exploitation', 'exposure', 'automatable', 'impact'] as const satisfies readonly Question[]

const row = z.strictObject({
  exploitation: z.enum(answersOf.exploitation),
  exposure: z.enum(answersOf.exposure),
  automatable: z.enum(answersOf.automatable),
  impact: z.enum(answersOf.impact),
  urgency: z.enum(urgencies),
})
export type Row = z.output<typeof row>
export type Answers = Omit<Row, 'urgency'>

const rowCount = Object.values(answersOf).reduce((count, answers) => count * answers.length, 1)

/** urgency-table.schema.json says the same for editors; the test compares the two. */
export const tableSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  source: z.string().min(1),
  sourceUrl: z.url(),
  /** What the source calls each urgency. */
  outcomes: z.record(z.enum(urgencies), z.string()),
  rows: z.array(row).length(rowCount),
})
export type UrgencyTable = z.output<typeof tableSchema>

const table = readTable(data)
const numbers = new Map(table.rows.map((one, number) => [keyOf(one), number]))

/** Name and version, as screens show them and decisions keep them. */
export const urgencyTable = `${table.name} ${table.version}`
export const urgencySource = { source: table.source, url: table.sourceUrl }

/** The number of the row counts from 0, in the table's own order. */
export function findRow(answers: Answers): { readonly row: number; readonly urgency: Urgency } {
  const number = numbers.get(keyOf(answers))
  const found = number === undefined ? undefined : table.rows[number]
  if (number === undefined || !found) throw new Error(`the table has no row for ${keyOf(answers)}`)
  return { row: number, urgency: found.urgency }
}

/** Throws unless every combination of answers has exactly one row, and no graver answer leads to a lesser urgency. */
export function readTable(json: unknown): UrgencyTable {
  const parsed = tableSchema.parse(json)
  const keys = new Set(parsed.rows.map(keyOf))
  if (keys.size !== rowCount) throw new Error(`the table decides ${keys.size} of ${rowCount} combinations`)
  const contradiction = findContradiction(parsed.rows)
  if (contradiction) throw new Error(`the table contradicts itself: ${contradiction}`)
  return parsed
}

export function findContradiction(rows: readonly Row[]): string | null {
  for (const lesser of rows)
    for (const graver of rows)
      if (
        isAtLeastAsGrave(graver, lesser) &&
        urgencies.indexOf(graver.urgency) > urgencies.indexOf(lesser.urgency)
      )
        return `${keyOf(graver)} is ${graver.urgency}, but ${keyOf(lesser)} is ${lesser.urgency}`
  return null
}

function isAtLeastAsGrave(graver: Answers, lesser: Answers): boolean {
  return questions.every((question) => rankOf(graver, question) >= rankOf(lesser, question))
}

function rankOf(answers: Answers, question: Question): number {
  const order: readonly string[] = answersOf[question]
  return order.indexOf(answers[question])
}

function keyOf({ exploitation, exposure, automatable, impact }: Answers): string {
  return `${exploitation} ${exposure} ${automatable} ${impact}`
}
