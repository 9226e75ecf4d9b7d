// Decision tables that say whether a duty applies: yes, no or unknown, with the row that decided and the facts that lack.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { answersOfFact, type ConditionFact, type ConditionFacts, conditionFacts } from './condition-facts.ts'
import data from './conditions.json' with { type: 'json' }

export const applicabilities = ['applies', 'not_applicable', 'unknown'] as const
export type Applicability = (typeof applicabilities)[number]

const rowSchema = z.strictObject({
  /** The answers that each named fact may have; a fact that is not named does not matter to the row. */
  when: z
    .partialRecord(z.enum(conditionFacts as [ConditionFact, ...ConditionFact[]]), z.array(z.string()).min(1))
    .refine(
      (when) =>
        Object.entries(when).every(([fact, values]) =>
          // The schema has just checked that the keys are facts.
          values?.every((value) => answersOfFact[fact as ConditionFact].includes(value)),
        ),
      'an answer that its fact cannot have',
    ),
  answer: z.enum(applicabilities),
  because: z.string().regex(/^[a-z0-9-]+$/),
  /** The law itself presumes the answer while a fact is unknown. Without it, unknown is never no. */
  presumed: z.boolean().optional(),
})
export type ConditionRow = z.output<typeof rowSchema>

const tableSchema = z
  .array(rowSchema)
  .min(1)
  .refine((rows) => Object.keys(rows.at(-1)?.when ?? { none: [] }).length === 0, 'the last row must fit all')

export type Condition = z.output<typeof tableSchema>

/** The tables by name, as rules refer to them. */
export const conditions: ReadonlyMap<string, Condition> = new Map(
  Object.entries(z.record(z.string(), tableSchema).parse(data)),
)

export interface Decision {
  readonly applies: Applicability
  /** The code of the row that decided, whose words are `duties.because.<code>`. */
  readonly because: string
  /** What the row looked at, with the answers found. */
  readonly decidedBy: readonly { readonly fact: ConditionFact; readonly answer: string }[]
  /** Facts that are unknown and could change the answer. */
  readonly lacking: readonly ConditionFact[]
}

/** What each row looks at, found once: every event of every case asks all tables. */
const factsOfRow = new WeakMap<Pick<ConditionRow, 'when'>, readonly ConditionFact[]>()

/** The first row that fits decides. Throws for a name that no table has. */
export function decide(name: string, facts: ConditionFacts): Decision {
  const table = conditions.get(name)
  if (!table) throw new Error(`there is no condition "${name}"`)
  const row = rowFor(table, facts)
  return {
    applies: row.answer,
    because: row.because,
    decidedBy: askedBy(row).map((fact) => ({ fact, answer: facts[fact] ?? 'unknown' })),
    lacking: row.answer === 'unknown' ? lackingOf(name, table, facts) : [],
  }
}

export function rowFor(table: Condition, facts: ConditionFacts): ConditionRow {
  const row = table.find((one) =>
    askedBy(one).every((fact) => one.when[fact]?.includes(facts[fact] ?? 'unknown')),
  )
  if (!row) throw new Error('a table without a last row for all was let in')
  return row
}

function askedBy(row: ConditionRow): readonly ConditionFact[] {
  const known = factsOfRow.get(row)
  if (known) return known
  const asked = factsOf([row])
  factsOfRow.set(row, asked)
  return asked
}

export function factsOf(rows: readonly Pick<ConditionRow, 'when'>[]): readonly ConditionFact[] {
  return conditionFacts.filter((fact) => rows.some(({ when }) => fact in when))
}

const known = new Map<string, readonly ConditionFact[]>()

/** Remembered: the same question comes for every event of every case, and a table has few states. */
function lackingOf(name: string, table: Condition, facts: ConditionFacts): readonly ConditionFact[] {
  const asked = factsOf(table)
  const state = [name, ...asked.map((fact) => facts[fact] ?? 'unknown')].join(' ')
  const remembered = known.get(state)
  if (remembered) return remembered
  const open = asked.filter((fact) => (facts[fact] ?? 'unknown') === 'unknown')
  const lacking = open.filter((fact) => canMatter(table, facts, open, fact))
  known.set(state, lacking)
  return lacking
}

/** Whether, for some answers of the other open facts, two answers of this one lead to different results. */
function canMatter(
  table: Condition,
  facts: ConditionFacts,
  open: readonly ConditionFact[],
  fact: ConditionFact,
): boolean {
  const others = open.filter((one) => one !== fact)
  return completionsOf(others, facts).some((completed) => {
    const results = answersOfFact[fact].map(
      (answer) => rowFor(table, { ...completed, [fact]: answer }).answer,
    )
    return new Set(results).size > 1
  })
}

/** Every way to answer these facts, "unknown" among the answers. */
export function completionsOf(
  open: readonly ConditionFact[],
  facts: ConditionFacts,
): readonly ConditionFacts[] {
  return open.reduce<readonly ConditionFacts[]>(
    (all, fact) => all.flatMap((one) => answersOfFact[fact].map((answer) => ({ ...one, [fact]: answer }))),
    [facts],
  )
}
