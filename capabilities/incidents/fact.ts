// The ledger of facts: each entered with its source, corrected by a newer entry, the old value struck and still visible.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type FactKey, type FactShape, factKeys, factShapes } from './fact-keys.ts'

/** Texts of people under stress, not documents; evidence files are kept elsewhere. */
const maxTextCharacters = 10_000
const maxSourceCharacters = 500
const maxCountries = 60
const maxCount = 10_000_000_000

/** Instants are ISO 8601 in UTC, countries ISO 3166-1 alpha-2, shares percent from 0 to 100. */
export type FactValue = string | number | readonly string[]

export const confidences = ['confirmed', 'likely', 'unsure'] as const
export type Confidence = (typeof confidences)[number]

export interface FactEntry {
  /** The position in the case's journal: unique, rising. */
  readonly number: number
  readonly key: FactKey
  /** Null takes the fact back: it is not known any more. */
  readonly value: FactValue | null
  /** Who or what said so: a person, a log, a supplier's call. */
  readonly source: string
  readonly confidence: Confidence
  readonly recordedAt: Date
  readonly recordedBy: string
  /** Why an earlier value was wrong; null for a first entry. */
  readonly reason: string | null
}

export interface LedgerFact {
  readonly current: FactEntry
  /** Earlier entries, oldest first: shown struck through, never removed. */
  readonly struck: readonly FactEntry[]
}

const text = z.string().min(1).max(maxTextCharacters)
const answer = z.enum(['yes', 'no', 'unknown'])

function schemaOf(shape: FactShape): z.ZodType<FactValue> {
  switch (shape.kind) {
    case 'text':
      return text
    case 'instant':
      return z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString())
    case 'answer':
      return answer
    case 'count':
      return z.int().min(0).max(maxCount)
    case 'percent':
      return z.number().min(0).max(100)
    case 'hours':
      return z.number().min(0).max(1_000_000)
    case 'countries':
      return z.array(z.string().regex(/^[A-Z]{2}$/)).max(maxCountries)
    case 'choice':
      return z.enum(shape.choices)
  }
}

// The keys are those of the vocabulary that was walked.
const valueSchemas = Object.fromEntries(factKeys.map((key) => [key, schemaOf(factShapes[key])])) as Record<
  FactKey,
  z.ZodType<FactValue>
>

/** What an entry says, without when and where it stands in the journal. The value must have the shape of its key. */
export const factStatementSchema = z
  .strictObject({
    key: z.enum(factKeys as [FactKey, ...FactKey[]]),
    value: z.unknown(),
    source: z.string().min(1).max(maxSourceCharacters),
    confidence: z.enum(confidences),
    recordedBy: z.string().min(1).max(maxSourceCharacters),
    reason: z.string().max(maxTextCharacters).nullable(),
  })
  .transform((statement, context) => {
    const { key, value: raw } = statement
    if (raw === null) return { ...statement, value: null }
    const value = valueSchemas[key].safeParse(raw)
    if (value.success) return { ...statement, value: value.data }
    for (const { message, path } of value.error.issues)
      context.addIssue({ code: 'custom', path: ['value', ...path], message })
    return z.NEVER
  })
export type FactStatement = z.output<typeof factStatementSchema>

/** Whatever the order of the entries, the one with the highest number is current. An entry given twice counts once. */
export function foldLedger(entries: Iterable<FactEntry>): ReadonlyMap<FactKey, LedgerFact> {
  const inOrder = [...new Map(Array.from(entries, (entry) => [entry.number, entry])).values()].sort(
    (a, b) => a.number - b.number,
  )
  const ledger = new Map<FactKey, LedgerFact>()
  for (const entry of inOrder) {
    const before = ledger.get(entry.key)
    ledger.set(entry.key, {
      current: entry,
      struck: before ? [...before.struck, before.current] : [],
    })
  }
  return ledger
}

/** Null where the ledger knows nothing, or what it knew was taken back. */
export function currentValue(ledger: ReadonlyMap<FactKey, LedgerFact>, key: FactKey): FactValue | null {
  return ledger.get(key)?.current.value ?? null
}
