// Cuts a text of signs and versions into terms: bounds, versions, "all", "except", names.
// SPDX-License-Identifier: EUPL-1.2
import type { VersionScheme } from '../versions/index.ts'
import { type Atom, isBareName, isName, readAtom } from './atom.ts'
import { modelIn } from './model.ts'
import { sign } from './phrases.ts'

export type LowerSign = '>' | '>='
export type UpperSign = '<' | '<='
export interface Bound<S> {
  readonly sign: S
  readonly atom: Atom
}
export type Term =
  | { readonly kind: 'lower'; readonly bound: Bound<LowerSign> }
  | { readonly kind: 'upper'; readonly bound: Bound<UpperSign> }
  | { readonly kind: 'pair'; readonly low: Bound<LowerSign>; readonly high: Bound<UpperSign> }
  | { readonly kind: 'version'; readonly atom: Atom }
  | { readonly kind: 'all' }
  /** A product named before a sign: "NQX2 <= 6.9.6". */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'except' }
  | { readonly kind: 'not'; readonly atom: Atom }

const maxTerms = 200
const pieces = /(<=|>=|!=|[<>=|,;★⇓⇑⇔∖∧⊕⊖])/

/** The terms, or why the text could not be cut. */
export function readTerms(text: string, scheme: VersionScheme): Term[] | string {
  const parts = text
    .split(pieces)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const terms: Term[] = []
  let i = 0
  while (i < parts.length) {
    if (terms.length > maxTerms) return `more than ${maxTerms} entries`
    const part = parts[i] ?? ''
    const carried = carriedSign(terms, parts, i)
    if (carried) parts.splice(++i, 0, carried)
    else if (/^[|,;]$/.test(part) || part === sign.and) i++
    else if (part === sign.all || part === '*') i = push(terms, { kind: 'all' }, i + 1)
    else if (part === sign.except) i = push(terms, { kind: 'except' }, i + 1)
    else {
      const step = /^(?:<=|>=|!=|<|>|=)$/.test(part)
        ? readSigned(parts, i, scheme)
        : readUnsigned(parts, i, scheme)
      if (typeof step === 'string') return step
      terms.push(...step.terms)
      i = step.next
    }
  }
  return terms
}

// "Prior to 14.1 and 13.2" says prior to each; "< 14.1 | 13.2" lists 13.2 by itself.
function carriedSign(terms: readonly Term[], parts: readonly string[], i: number): UpperSign | null {
  const last = terms.at(-1)
  const next = parts[i + 1]
  if (last?.kind !== 'upper' || last.bound.sign !== '<' || next === undefined) return null
  if (parts[i] !== sign.and && parts[i] !== ',') return null
  const follower = parts[i + 2]
  const alone = follower === undefined || follower === ',' || follower === sign.and
  return alone && /^[vr]?\d/i.test(next) ? '<' : null
}

function push(terms: Term[], term: Term, next: number): number {
  terms.push(term)
  return next
}

interface Step {
  readonly terms: readonly Term[]
  readonly next: number
}

function readSigned(parts: readonly string[], i: number, scheme: VersionScheme): Step | string {
  const written = parts[i]
  const text = parts[i + 1] ?? ''
  const list = readSpacedList(text, scheme)
  if (list && (written === '<' || written === '<=')) {
    return { terms: list.map((entry) => upper(written, entry)), next: i + 2 }
  }
  const atom = readAtom(text, scheme)
  if (!atom) return `could not read "${text}" after "${written}" as a version`
  const mark = parts[i + 2]
  // "< 9.18.0 and below" was a whole sentence put behind a sign.
  if (mark === sign.andEarlier && (written === '<' || written === '<='))
    return { terms: [upper('<=', atom)], next: i + 3 }
  const marked = mark === sign.included || mark === sign.excluded
  const next = i + (marked ? 3 : 2)
  if (written === '=') return { terms: [{ kind: 'version', atom }], next }
  if (written === '!=') return { terms: [{ kind: 'not', atom }], next }
  if (written === '<' || written === '<=') {
    return {
      terms: [upper(mark === sign.included ? '<=' : mark === sign.excluded ? '<' : written, atom)],
      next,
    }
  }
  const low = lower(
    mark === sign.included ? '>=' : mark === sign.excluded ? '>' : '>' === written ? '>' : '>=',
    atom,
  )
  if (parts[next] !== sign.between) return { terms: [low], next }
  const end = readEnd(parts, next + 1, scheme)
  return typeof end === 'string' ? end : { terms: [low, ...end.terms], next: end.next }
}

function readUnsigned(parts: readonly string[], i: number, scheme: VersionScheme): Step | string {
  const text = parts[i] ?? ''
  const next = parts[i + 1]
  if (next === '<' || next === '<=') {
    // "A.01 <= C.02" says from A.01; a name in front of the sign ("NQX2 <= 6.9.6") says which product.
    if (isName(text)) return { terms: [{ kind: 'name', name: text }], next: i + 1 }
    const low = readAtom(text, scheme)
    if (!low) return `could not tell whether "${text}" before "${next}" is a version or a name`
    return { terms: [lower('>=', low)], next: i + 1 }
  }
  const model = modelIn(text)
  if (model) return { terms: [{ kind: 'name', name: model }], next: i + 1 }
  const list = readSpacedList(text, scheme)
  if (list) return { terms: list.map((entry) => ({ kind: 'version', atom: entry }) as const), next: i + 1 }
  const atom = isBareName(text) ? null : readAtom(text, scheme)
  if (!atom) return `could not read "${text}" as a version`
  if (next === sign.andEarlier) return { terms: [upper('<=', atom)], next: i + 2 }
  if (next === sign.andLater) return { terms: [lower('>=', atom)], next: i + 2 }
  if (next === sign.between) {
    const end = readEnd(parts, i + 2, scheme)
    return typeof end === 'string' ? end : { terms: [lower('>=', atom), ...end.terms], next: end.next }
  }
  if (next !== sign.included && next !== sign.excluded)
    return { terms: [{ kind: 'version', atom }], next: i + 1 }
  const low = lower(next === sign.included ? '>=' : '>', atom)
  const end = readEnd(
    parts,
    parts[i + 2] === sign.and || parts[i + 2] === sign.between ? i + 3 : i + 2,
    scheme,
  )
  return typeof end === 'string' ? end : { terms: [low, ...end.terms], next: end.next }
}

function readEnd(parts: readonly string[], i: number, scheme: VersionScheme): Step | string {
  const at = parts[i] === '<' || parts[i] === '<=' ? i + 1 : i
  const atom = readAtom(parts[at] ?? '', scheme)
  if (!atom) return `could not read "${parts[at] ?? ''}" as the end of a range`
  const mark = parts[at + 1]
  const marked = mark === sign.included || mark === sign.excluded
  const excluded = mark === sign.excluded || (at > i && parts[i] === '<')
  return { terms: [upper(excluded ? '<' : '<=', atom)], next: at + (marked ? 2 : 1) }
}

// "2.51 2.52": dotted numbers with nothing but a space between them.
function readSpacedList(text: string, scheme: VersionScheme): Atom[] | null {
  const words = text.replace(/^(?:versions?|releases?) /i, '').split(' ')
  const dotted = /^v?\d+(?:\.\d+)+[a-z]?$/i
  if (words.length < 2 || words.length > maxTerms || !words.every((word) => dotted.test(word))) return null
  const atoms = words.map((word) => readAtom(word, scheme)).filter((atom) => atom !== null)
  return atoms.length === words.length ? atoms : null
}

function upper(written: UpperSign, atom: Atom): Term {
  return { kind: 'upper', bound: { sign: written, atom } }
}

function lower(written: LowerSign, atom: Atom): Term {
  return { kind: 'lower', bound: { sign: written, atom } }
}
