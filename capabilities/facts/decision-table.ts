// A decision table over facts: versioned data, and its answer with the rows that decided and the facts that lack.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type Condition, conditionSchema, isMet } from './condition.ts'
import type { Facts } from './statement.ts'
import { textsSchema } from './texts.ts'

const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const decisionTableSchema = z.strictObject({
  /** Unique among all tables; the file is called like it. */
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** What the table decides. */
  title: textsSchema,
  /** The law or the reason that the rows come from. */
  source: z.string().min(1),
  articles: z.array(z.string().min(1)).default([]),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** Who compared it with its source; null is shown as unverified. */
  verifiedBy: z.string().min(2).nullable(),
  /** The strictest first. */
  outcomes: z.array(word).min(1).max(12),
  /**
   * `agree`: rows that fit the same facts say the same. `strictest`: they may differ, and the strictest outcome counts.
   * Either way every combination of facts has a row (`table-check.ts`).
   */
  policy: z.enum(['agree', 'strictest']),
  rows: z
    .array(
      z.strictObject({
        /** Unique in the table; stands in every explanation. */
        id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        when: conditionSchema,
        outcome: word,
        article: z.string().min(1).optional(),
        /** The reason in words, where the facts alone do not say it. */
        because: textsSchema.optional(),
      }),
    )
    .min(1)
    .max(500),
})
export type DecisionTable = z.output<typeof decisionTableSchema>
export type Row = DecisionTable['rows'][number]

export interface Decision {
  /** One of the table's outcomes, or `unknown`: several are still possible. Unknown is never treated as no. */
  readonly answer: string
  /** What the answer can still be, the strictest first; one where it is known. */
  readonly possible: readonly string[]
  /** The rows that decided; where the answer is unknown, those that may still. */
  readonly rows: readonly Row[]
  /** The facts of these rows that are known, in the order of the rows. */
  readonly used: readonly string[]
  readonly lacking: readonly string[]
  readonly table: DecisionTable
}

/** Throws where no row can fit: that is a fault of the table, which its own check finds first. */
export function decide(table: DecisionTable, facts: Facts): Decision {
  const met = table.rows.map((row) => ({ row, ...isMet(row.when, facts) }))
  const fitting = met.filter(({ answer }) => answer === 'yes')
  const best = strictest(
    table,
    fitting.map(({ row }) => row.outcome),
  )
  const open = met.filter(
    ({ answer, row }) =>
      answer === 'unknown' &&
      (best === null || (table.policy === 'strictest' && isStricter(table, row.outcome, best))),
  )
  const possible = table.outcomes.filter(
    (outcome) => outcome === best || open.some(({ row }) => row.outcome === outcome),
  )
  const [only] = possible
  if (only === undefined) throw new Error(`The table ${table.key} has no row for these facts.`)
  if (possible.length > 1)
    return answerOf(
      table,
      facts,
      'unknown',
      possible,
      open.map(({ row }) => row),
      open.flatMap(({ lacking }) => lacking),
    )
  const deciding = (best === null ? open : fitting).filter(({ row }) => row.outcome === only)
  return answerOf(
    table,
    facts,
    only,
    possible,
    deciding.map(({ row }) => row),
    [],
  )
}

/** Of several tables that answer the same question, a national one beside that of the Union: the strictest wins, and doubt stays doubt. */
export function strictestOf(
  decisions: readonly Decision[],
  outcomes: readonly string[],
): Pick<Decision, 'answer' | 'possible'> & {
  readonly decisions: readonly Decision[]
} {
  const certain = decisions
    .filter(({ answer }) => answer !== 'unknown')
    .map(({ answer }) => outcomes.indexOf(answer))
  const best = Math.min(...certain, outcomes.length)
  const possible = outcomes.filter(
    (outcome, index) =>
      index === best || (index < best && decisions.some((decision) => decision.possible.includes(outcome))),
  )
  const [only] = possible
  return { answer: possible.length === 1 && only !== undefined ? only : 'unknown', possible, decisions }
}

export function isInForce(
  { validFrom, validTo }: Pick<DecisionTable, 'validFrom' | 'validTo'>,
  now: Date,
): boolean {
  const day = now.toISOString().slice(0, 10)
  return validFrom <= day && (validTo === null || day <= validTo)
}

function answerOf(
  table: DecisionTable,
  facts: Facts,
  answer: string,
  possible: readonly string[],
  rows: readonly Row[],
  lacking: readonly string[],
): Decision {
  const named = [...new Set(rows.flatMap(({ when }) => Object.keys(when)))]
  const used = named.filter((key) => (facts(key)?.value ?? 'unknown') !== 'unknown')
  return { answer, possible, rows, used, lacking: [...new Set(lacking)], table }
}

function strictest(table: DecisionTable, outcomes: readonly string[]): string | null {
  return table.outcomes.find((outcome) => outcomes.includes(outcome)) ?? null
}

function isStricter(table: DecisionTable, a: string, b: string): boolean {
  return table.outcomes.indexOf(a) < table.outcomes.indexOf(b)
}

export function factKeysOf(table: DecisionTable): readonly string[] {
  return [...new Set(table.rows.flatMap(({ when }: { readonly when: Condition }) => Object.keys(when)))]
}
