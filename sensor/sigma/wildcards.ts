// Sigma's strings: what stands literally and where wildcards are, and the test that comes of it.
// SPDX-License-Identifier: EUPL-1.2
import { composed, fold, type Test, type TextRelation } from './expression.ts'
import { anyUnit, literalSet, type RegexNode } from './regex/node.ts'

/** A literal piece, or a wildcard: `*` any text, `?` any one character. */
export type Piece = string | { readonly wildcard: '*' | '?' }
export type Pieces = readonly Piece[]

/** A backslash takes the meaning from `*`, `?` and itself, and stands for itself before anything else. */
export function readPieces(written: string): Pieces {
  const text = composed(written)
  const pieces: Piece[] = []
  let literal = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    const next = text.charAt(at + 1)
    if (sign === '\\' && (next === '*' || next === '?' || next === '\\')) {
      literal += next
      at++
    } else if (sign === '*' || sign === '?') {
      if (literal) pieces.push(literal)
      literal = ''
      pieces.push({ wildcard: sign })
    } else literal += sign
  }
  if (literal) pieces.push(literal)
  return pieces
}

/** The text without wildcards, or null where it has some. */
export function literalOf(pieces: Pieces): string | null {
  if (pieces.length === 0) return ''
  const [only] = pieces
  return pieces.length === 1 && typeof only === 'string' ? only : null
}

export function withRelation(pieces: Pieces, relation: TextRelation): Pieces {
  const any: Piece = { wildcard: '*' }
  const opened = relation === 'contains' || relation === 'endswith' ? [any, ...pieces] : pieces
  return relation === 'contains' || relation === 'startswith' ? [...opened, any] : opened
}

/** The plainest test that says the same: contains, startswith and endswith where wildcards stand at the ends only. */
export function textTest(pieces: Pieces, cased: boolean): Test {
  let from = 0
  let to = pieces.length
  while (from < to && isAny(pieces[from])) from++
  while (to > from && isAny(pieces[to - 1])) to--
  const inner = pieces.slice(from, to)
  const text = inner.map((piece) => (typeof piece === 'string' ? piece : '')).join('')
  if (inner.every((piece) => typeof piece === 'string')) {
    const relation: TextRelation =
      from > 0
        ? to < pieces.length || inner.length === 0
          ? 'contains'
          : 'endswith'
        : to < pieces.length
          ? 'startswith'
          : 'equals'
    return { kind: 'text', relation, text: cased ? text : fold(text), cased }
  }
  return { kind: 'pattern', source: sourceOf(pieces), node: patternOf(pieces, cased), folded: !cased }
}

function isAny(piece: Piece | undefined): boolean {
  return typeof piece === 'object' && piece.wildcard === '*'
}

function patternOf(pieces: Pieces, cased: boolean): RegexNode {
  const of: RegexNode[] = [{ kind: 'assert', what: 'start' }]
  for (const piece of pieces) {
    if (typeof piece === 'string')
      for (const unit of (cased ? piece : fold(piece)).split(''))
        of.push({ kind: 'set', set: literalSet(unit) })
    else if (piece.wildcard === '?') of.push({ kind: 'set', set: anyUnit })
    else of.push({ kind: 'repeat', of: { kind: 'set', set: anyUnit }, min: 0, max: null })
  }
  return { kind: 'sequence', of: [...of, { kind: 'assert', what: 'veryEnd' }] }
}

export function sourceOf(pieces: Pieces): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.wildcard)).join('')
}
