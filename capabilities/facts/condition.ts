// What a row of a decision table, or a question, asks of facts, and whether facts meet it: yes, no or unknown.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type FactValue, factKeyPattern } from './fact-key.ts'
import { type Facts, knownValue } from './statement.ts'

const word = z.string().min(1).max(80)

export const cellSchema = z.union([
  z.strictObject({ is: z.array(word).min(1) }),
  z.strictObject({ isNot: z.array(word).min(1) }),
  /** Numbers: `from` is the least that fits, `below` the first that no longer does. */
  z
    .strictObject({ from: z.number().optional(), below: z.number().optional() })
    .refine(({ from, below }) => from !== undefined || below !== undefined, 'says no bound'),
  /** Facts of several choices: the choice is among them, or is not. */
  z.strictObject({ has: word }),
  z.strictObject({ lacks: word }),
])
export type Cell = z.output<typeof cellSchema>

/** All of them hold; an empty one always does. */
export const conditionSchema = z.record(z.string().regex(factKeyPattern), cellSchema)
export type Condition = z.output<typeof conditionSchema>

export type Ternary = 'yes' | 'no' | 'unknown'

export interface Met {
  readonly answer: Ternary
  /** Facts that are not known and could settle it; empty where the answer is certain. */
  readonly lacking: readonly string[]
}

export function isMet(condition: Condition, facts: Facts): Met {
  const lacking: string[] = []
  for (const [key, cell] of Object.entries(condition)) {
    const value = knownValue(facts, key)
    if (value === null) lacking.push(key)
    else if (!fits(cell, value)) return { answer: 'no', lacking: [] }
  }
  return lacking.length > 0 ? { answer: 'unknown', lacking } : { answer: 'yes', lacking: [] }
}

export function fits(cell: Cell, value: FactValue): boolean {
  if ('is' in cell) return typeof value === 'string' && cell.is.includes(value)
  if ('isNot' in cell) return typeof value === 'string' && !cell.isNot.includes(value)
  if ('has' in cell) return Array.isArray(value) && value.includes(cell.has)
  if ('lacks' in cell) return Array.isArray(value) && !value.includes(cell.lacks)
  return (
    typeof value === 'number' &&
    (cell.from === undefined || value >= cell.from) &&
    (cell.below === undefined || value < cell.below)
  )
}
