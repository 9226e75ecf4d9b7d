// Guesses for each column of a table what it holds, says how sure, and why.
// SPDX-License-Identifier: EUPL-1.2
import type { Table } from '../table/index.ts'
import { type ColumnValues, inspectValues } from './column-values.ts'
import type { ColumnUse } from './heading-words.ts'
import { type HeadingMatch, matchHeading, plainWords } from './headings.ts'
import { quote } from './quote.ts'

export const guessReasons = [
  'mapping/heading-known',
  'mapping/heading-contains',
  'mapping/heading-and-values',
  'mapping/values-disagree',
  'mapping/values-look-like',
  'mapping/words-not-known',
  'mapping/field-taken',
  'mapping/empty-column',
  'mapping/numbers-only',
  'mapping/all-different',
  'mapping/heading-unknown',
] as const
export type GuessReason = (typeof guessReasons)[number]

export interface ColumnGuess {
  readonly column: number
  readonly header: string
  /** The first three that are filled. */
  readonly firstValues: readonly string[]
  readonly field: ColumnUse
  readonly sureness: 'sure' | 'likely' | 'cannot-tell'
  readonly because: { readonly code: GuessReason; readonly values: Readonly<Record<string, string | number>> }
}

type Guess = Pick<ColumnGuess, 'field' | 'sureness' | 'because'> & { readonly rank: number }

const shownValues = 3
const shownCharacters = 80
const inspectedRows = 5_000
const mostly = 0.6
const nearlyAll = 0.9
/** Below this many values, a look at them proves nothing. */
const leastValues = 3

/** One guess for each column. `knownVendors` are the vendors of the catalogue, as they are written there. */
export function guessMapping(table: Table, knownVendors: Iterable<string> = []): ColumnGuess[] {
  const vendors = new Set([...knownVendors].map(plainWords))
  const guesses = table.header.map((header, column): ColumnGuess & Guess => {
    const cells = table.rows.slice(0, inspectedRows).map((row) => (row.cells[column] ?? '').trim())
    const filled = cells.filter((cell) => cell !== '')
    const firstValues = filled.slice(0, shownValues).map((value) => quote(value, shownCharacters))
    return { column, header, firstValues, ...guessColumn(header, inspectValues(filled, vendors)) }
  })
  return settleRivals(guesses)
}

function guessColumn(header: string, values: ColumnValues): Guess {
  if (values.filled === 0) return leaveOut('sure', 'mapping/empty-column', {})
  const heading = matchHeading(header)
  const look = lookOf(values)
  if (heading === null) return look === null ? unknownColumn(header, values) : byLook(look)
  const closed = closedWordShare(heading.field, values)
  if (closed !== null && closed < mostly) {
    return leaveOut('likely', 'mapping/words-not-known', { word: heading.word, percent: percentOf(closed) })
  }
  if (look !== null && look.field === heading.field) {
    return guess(heading.field, 'sure', 'mapping/heading-and-values', { word: heading.word }, heading.rank)
  }
  if (look !== null && contradicts(heading, look)) {
    return guess(look.field, 'cannot-tell', 'mapping/values-disagree', {
      word: heading.word,
      values: look.what,
      percent: percentOf(look.share),
    })
  }
  return heading.whole
    ? guess(heading.field, 'sure', 'mapping/heading-known', { word: heading.word }, heading.rank)
    : guess(heading.field, 'likely', 'mapping/heading-contains', { word: heading.word }, heading.rank)
}

interface Look {
  readonly field: ColumnUse
  readonly what: string
  readonly share: number
  /** Such values are that, whatever the heading says. */
  readonly unmistakable: boolean
}

function lookOf(values: ColumnValues): Look | null {
  const looks: readonly Look[] = [
    { field: 'purl', what: 'purls', share: values.purls, unmistakable: true },
    { field: 'cpe', what: 'cpes', share: values.cpes, unmistakable: true },
    { field: 'udiDi', what: 'udis', share: values.udis, unmistakable: false },
    { field: 'leave-out', what: 'addresses', share: values.addresses, unmistakable: true },
    { field: 'leave-out', what: 'dates', share: values.dates, unmistakable: true },
    { field: 'vendor', what: 'vendors', share: values.vendors, unmistakable: false },
    { field: 'networkExposure', what: 'exposures', share: values.exposures, unmistakable: false },
    { field: 'clinicalRole', what: 'roles', share: values.roles, unmistakable: false },
    { field: 'version', what: 'versions', share: values.versions, unmistakable: false },
  ]
  if (values.filled < leastValues) return looks.find((look) => look.unmistakable && look.share === 1) ?? null
  return looks.find((look) => look.share >= mostly) ?? null
}

function contradicts(heading: HeadingMatch, look: Look): boolean {
  return look.unmistakable && look.share >= nearlyAll && heading.field !== 'leave-out'
}

function byLook(look: Look): Guess {
  const sureness = look.unmistakable && look.share >= nearlyAll ? 'sure' : 'likely'
  return guess(look.field, sureness, 'mapping/values-look-like', {
    values: look.what,
    percent: percentOf(look.share),
  })
}

/** Columns of closed lists are of use only when their words are known; a list of VLAN numbers is not. */
function closedWordShare(field: ColumnUse, values: ColumnValues): number | null {
  if (field === 'networkExposure') return values.exposures
  return field === 'clinicalRole' ? values.roles : null
}

function unknownColumn(header: string, values: ColumnValues): Guess {
  if (values.numbers >= nearlyAll)
    return leaveOut('cannot-tell', 'mapping/numbers-only', { header: quote(header, 60) })
  if (values.different >= nearlyAll && values.filled >= leastValues) {
    return leaveOut('cannot-tell', 'mapping/all-different', { header: quote(header, 60) })
  }
  return leaveOut('cannot-tell', 'mapping/heading-unknown', { header: quote(header, 60) })
}

/** Of several columns for one field the surest stays; places may be told by several (building, floor, room). */
function settleRivals(guesses: readonly (ColumnGuess & Guess)[]): ColumnGuess[] {
  const winners = new Map<ColumnUse, ColumnGuess & Guess>()
  for (const rival of guesses) {
    const holder = winners.get(rival.field)
    if (holder === undefined || isSurer(rival, holder)) winners.set(rival.field, rival)
  }
  return guesses.map(({ rank: _, ...own }) => {
    const winner = winners.get(own.field)
    if (own.field === 'leave-out' || own.field === 'site' || winner?.column === own.column) return own
    const values = { field: own.field, by: quote(winner?.header ?? '', 60) }
    return {
      ...own,
      field: 'leave-out',
      sureness: 'cannot-tell',
      because: { code: 'mapping/field-taken', values },
    }
  })
}

const surenessOrder = { sure: 0, likely: 1, 'cannot-tell': 2 }

function isSurer(a: Guess, b: Guess): boolean {
  const difference = surenessOrder[a.sureness] - surenessOrder[b.sureness]
  return difference === 0 ? a.rank < b.rank : difference < 0
}

function guess(
  field: ColumnUse,
  sureness: Guess['sureness'],
  code: GuessReason,
  values: Readonly<Record<string, string | number>>,
  rank = Number.MAX_SAFE_INTEGER,
): Guess {
  return { field, sureness, because: { code, values }, rank }
}

function leaveOut(
  sureness: Guess['sureness'],
  code: GuessReason,
  values: Readonly<Record<string, string | number>>,
): Guess {
  return guess('leave-out', sureness, code, values)
}

function percentOf(share: number): number {
  return Math.round(share * 100)
}
