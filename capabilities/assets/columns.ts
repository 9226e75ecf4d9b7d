// What the columns of a spreadsheet hold, as a person decides it.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { ColumnGuess, ColumnUse, InventoryField } from '@salus/standards/inventory'
import { type FactName, factNames } from './asset.ts'

/** For each column of the file, in their order. */
export type ColumnUses = readonly ColumnUse[]

export const columnUses = ['leave-out', ...factNames] as const satisfies readonly ColumnUse[]

/** A list that is read as last time must have the same headings in the same order. */
export function headerFingerprint(header: readonly string[]): string {
  const plain = header.map((heading) => heading.trim().toLowerCase())
  return createHash('sha256').update(JSON.stringify(plain)).digest('base64url')
}

export function usesOf(guesses: readonly ColumnGuess[]): ColumnUses {
  return guesses.map((guess) => guess.field)
}

/** What was stored or sent, if it says a use for each of so many columns. */
export function readUses(stored: unknown, columns: number): ColumnUses | null {
  if (!Array.isArray(stored) || stored.length !== columns) return null
  return stored.every(isColumnUse) ? stored : null
}

export function isColumnUse(word: unknown): word is ColumnUse {
  return columnUses.some((use) => use === word)
}

export type ColumnProblem =
  | { readonly kind: 'nothing-named' }
  | { readonly kind: 'used-twice'; readonly use: InventoryField; readonly columns: readonly number[] }

const naming: ReadonlySet<ColumnUse> = new Set(['name', 'product', 'model', 'udiDi', 'purl', 'cpe'])

/** A place may be told by several columns (building, floor, room); everything else by one. */
export function problemsOfUses(uses: ColumnUses): readonly ColumnProblem[] {
  const twice = factNames.flatMap((use: FactName): ColumnProblem[] => {
    const columns = uses.flatMap((given, column) => (given === use ? [column] : []))
    return columns.length > 1 && use !== 'site' ? [{ kind: 'used-twice', use, columns }] : []
  })
  return uses.some((use) => naming.has(use)) ? twice : [...twice, { kind: 'nothing-named' }]
}
