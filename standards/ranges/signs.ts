// Reads a text whose phrases have become signs: bounds, pairs of bounds, lists, exceptions.
// SPDX-License-Identifier: EUPL-1.2
import { emptyWords } from '../versions/generic-words.ts'
import { compareKeys, shapeOf, type VersionScheme } from '../versions/index.ts'
import { above, below, from, upTo } from './atom.ts'
import { cutBranches } from './branches.ts'
import { splitDashes } from './dashes.ts'
import type { Interval } from './index.ts'
import { everything, intersect, subtract, union } from './intervals.ts'
import { type Bound, type LowerSign, readTerms, type Term, type UpperSign } from './terms.ts'

export interface SignsReading {
  /** Null when a part could not be read: then the whole text cannot. */
  readonly intervals: readonly Interval[] | null
  readonly names: readonly string[]
  /** Nothing but models is named. */
  readonly onlyNames: boolean
  readonly steps: readonly string[]
}

export function readSigns(text: string, scheme: VersionScheme): SignsReading {
  const terms = readTerms(
    scheme === 'generic' ? joinPatchLevels(splitDashes(text.replace(/(?<=\S) \/ (?=\S)/g, ' | '))) : text,
    scheme,
  )
  if (typeof terms === 'string') return { intervals: null, names: [], onlyNames: false, steps: [terms] }
  const names = terms.flatMap((term) => (term.kind === 'name' && !isEmptyName(term.name) ? [term.name] : []))
  const late = terms.findIndex((term, i) => term.kind === 'name' && i > 0 && terms[i - 1]?.kind !== 'name')
  if (late >= 0)
    return { intervals: null, names, onlyNames: false, steps: ['a second name stands among the versions'] }
  if (terms.length > 0 && terms.every((term) => term.kind === 'name')) {
    return {
      intervals: [everything],
      names,
      onlyNames: true,
      steps: ['only models are named: every version of them is meant'],
    }
  }
  const paired = pairBounds(
    terms.filter((term) => term.kind !== 'name'),
    scheme,
  )
  const at = paired.findIndex((term) => term.kind === 'except')
  const meant = at < 0 ? paired : paired.slice(0, at)
  const left = at < 0 ? [] : paired.slice(at + 1)
  if (meant.length === 0 || (at >= 0 && left.length === 0)) {
    return { intervals: null, names, onlyNames: false, steps: [`found no version in "${text}"`] }
  }
  const steps: string[] = []
  const included = gather(meant, scheme, steps)
  const removed = gather(left, scheme, [])
  for (const term of left) steps.push(`left out ${describe(term)}`)
  return { intervals: subtract(included, removed), names, onlyNames: false, steps }
}

function gather(terms: readonly Term[], scheme: VersionScheme, steps: string[]): Interval[] {
  const uppers = terms.flatMap((term) => (term.kind === 'upper' ? [term.bound] : []))
  const onlyUppers = uppers.length === terms.length
  let result: Interval[] = []
  let removed: Interval[] = []
  for (const term of terms) {
    // "All versions < 2.0": the bound says which.
    if (term.kind === 'all' && terms.some((other) => other.kind !== 'all' && other.kind !== 'not')) continue
    if (term.kind === 'not') removed = union(removed, term.atom.exact)
    else result = union(result, intervalsOf(term, scheme))
    steps.push(`affected: ${describe(term)}`)
  }
  if (terms.length > 0 && terms.every((term) => term.kind === 'not')) result = [everything]
  if (scheme === 'generic' && onlyUppers && uppers.length > 1)
    result = cutBranches(result, uppers, scheme, steps)
  return subtract(result, removed)
}

function intervalsOf(term: Term, scheme: VersionScheme): Interval[] {
  switch (term.kind) {
    case 'lower':
      return lowerOf(term.bound, scheme)
    case 'upper':
      return upperOf(term.bound)
    case 'pair':
      return intersect(lowerOf(term.low, scheme), upperOf(term.high))
    case 'version':
      return [...term.atom.exact]
    case 'all':
      return [everything]
    case 'except':
    case 'name':
    case 'not':
      return []
  }
}

function lowerOf({ sign: written, atom }: Bound<LowerSign>, scheme: VersionScheme): Interval[] {
  return written === '>=' ? from(atom, scheme) : above(atom, scheme)
}

function upperOf({ sign: written, atom }: Bound<UpperSign>): Interval[] {
  return written === '<=' ? upTo(atom) : below(atom)
}

function describe(term: Term): string {
  switch (term.kind) {
    case 'lower':
    case 'upper':
      return `versions ${term.bound.sign} ${term.bound.atom.text}`
    case 'pair':
      return `versions ${term.low.sign} ${term.low.atom.text} and ${term.high.sign} ${term.high.atom.text}`
    case 'version':
      return `version ${term.atom.text}`
    case 'not':
      return `every version but ${term.atom.text}`
    case 'all':
      return 'every version'
    case 'name':
      return term.name
    case 'except':
      return 'except'
  }
}

// A lower bound belongs to the upper bound that follows it, else to one that stands directly before it.
function pairBounds(terms: readonly Term[], scheme: VersionScheme): Term[] {
  const result: Term[] = []
  for (const [i, term] of terms.entries()) {
    const last = result.at(-1)
    if (term.kind === 'upper' && last?.kind === 'lower' && inOrder(last.bound, term.bound, scheme)) {
      result[result.length - 1] = { kind: 'pair', low: last.bound, high: term.bound }
    } else if (
      term.kind === 'lower' &&
      last?.kind === 'upper' &&
      !isFollowedByItsUpper(term.bound, terms[i + 1], scheme) &&
      inOrder(term.bound, last.bound, scheme)
    ) {
      result[result.length - 1] = { kind: 'pair', low: term.bound, high: last.bound }
    } else result.push(term)
  }
  return result
}

function isFollowedByItsUpper(low: Bound<LowerSign>, next: Term | undefined, scheme: VersionScheme): boolean {
  return next?.kind === 'upper' && inOrder(low, next.bound, scheme)
}

function inOrder(low: Bound<LowerSign>, high: Bound<UpperSign>, scheme: VersionScheme): boolean {
  const [a, b] = [low.atom.floor, high.atom.floor]
  if (scheme === 'generic' && shapeOf(a) !== shapeOf(b)) return false
  const order = compareKeys(a, b)
  return order < 0 || (order === 0 && low.sign === '>=' && high.sign === '<=')
}

// CISA cuts "4.5 SP6" into "4.5 | SP6".
function joinPatchLevels(text: string): string {
  return text.replace(/(\d) ?\| ?(?=(?:SP|FP|HF|Update|Upd|Patch|Hotfix|Service Pack)[ _-]?\d)/gi, '$1 ')
}

function isEmptyName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .every((word) => word === '' || emptyWords.has(word))
}
