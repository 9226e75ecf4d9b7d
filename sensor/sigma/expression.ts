// What a detection says, normalised: tests on fields, joined by and, or, not.
// SPDX-License-Identifier: EUPL-1.2
import type { RegexNode } from './regex/node.ts'

export type Expression =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'atLeast'; readonly count: number; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'field'; readonly field: string; readonly test: Test }
  /** Any word of the event: each field's value, and the raw text. */
  | { readonly kind: 'keyword'; readonly test: Test }
  /** A named selection, so that findings can say which one held. */
  | { readonly kind: 'named'; readonly name: string; readonly of: Expression }

export type TextRelation = 'equals' | 'contains' | 'startswith' | 'endswith'
export type Order = 'lt' | 'lte' | 'gt' | 'gte' | 'eq'
export const timeParts = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const
export type TimePart = (typeof timeParts)[number]

export type Test =
  /** `text` is folded unless `cased`. */
  | {
      readonly kind: 'text'
      readonly relation: TextRelation
      readonly text: string
      readonly cased: boolean
    }
  /** Wildcards inside of a value and regular expressions: both become a pattern without back-tracking. */
  | { readonly kind: 'pattern'; readonly source: string; readonly node: RegexNode; readonly folded: boolean }
  | { readonly kind: 'cidr'; readonly text: string }
  | { readonly kind: 'number'; readonly order: Order; readonly value: number }
  | { readonly kind: 'time'; readonly part: TimePart; readonly order: Order; readonly value: number }
  | { readonly kind: 'exists'; readonly exists: boolean }
  /** The field has no value: it is null or absent. Not the same as the empty string. */
  | { readonly kind: 'null' }
  | {
      readonly kind: 'fieldref'
      readonly relation: TextRelation
      readonly other: string
      readonly cased: boolean
    }

const mayCompose = /[\u0300-\uffff]/
const beyondLatin = /[\u0100-\uffff]/

/** Of such a text each letter folds for itself, into one letter. */
export function isLatin(text: string): boolean {
  return !beyondLatin.test(text)
}

/** Letters and their marks in one form, for rules and logs alike; looked for first, because it costs more than the test. */
export function composed(text: string): string {
  return mayCompose.test(text) ? text.normalize('NFC') : text
}

/**
 * Both sides of a comparison are folded by this one function, because lower-casing can change a text's length, and
 * writes the last sigma of a word in another way than the same letter elsewhere.
 */
export function fold(text: string): string {
  return mayCompose.test(text) ? text.toLowerCase().replaceAll('ς', 'σ') : text.toLowerCase()
}

export function both(kind: 'and' | 'or', of: readonly Expression[]): Expression {
  const [first] = of
  return of.length === 1 && first ? first : { kind, of }
}
