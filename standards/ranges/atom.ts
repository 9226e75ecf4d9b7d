// One version inside a range, wildcards included, and the versions it puts on each side.
// SPDX-License-Identifier: EUPL-1.2
import { readTokens } from '../versions/generic-tokens.ts'
import { classOfWord, emptyWords } from '../versions/generic-words.ts'
import { branchSpan, type KeySpan, shapeOf, type VersionScheme, versionSpan } from '../versions/index.ts'
import { bareNumbers, highestLetterKey, lowestNumberKey } from '../versions/regions.ts'
import type { Interval } from './index.ts'
import { union } from './intervals.ts'

export interface Atom {
  readonly text: string
  /** Where "before it" ends. */
  readonly floor: Uint8Array
  /** Where "after it" begins. */
  readonly after: Uint8Array
  /** What counts as it when it is a bound that belongs to the range. */
  readonly covers: readonly Interval[]
  /** What counts as it in a list. */
  readonly exact: readonly Interval[]
  /** The same numbers without the two letters in front ("VM5.0"), for items that leave them out. */
  readonly bare: Atom | null
}

/** A word this long inside a version is prose ("2nd Edition", "Scan 10 Slice"). */
const longestWordInVersion = 4

/** Serial numbers, lots and days of production are no versions, whatever number follows. */
const numbersOfOtherThings =
  /\b(?:serial|production|manufactur(?:ed|ing)|lot|batch|reorder|udi|ndc|seriennummer|charge|série|serie|lotto)\b/i

export function readAtom(raw: string, scheme: VersionScheme): Atom | null {
  const text = trimSigns(raw)
  if (text === '') return null
  return readWildcard(text, scheme) ?? readPlain(text, scheme)
}

export function below(atom: Atom): Interval[] {
  const own = { low: null, high: atom.floor }
  return atom.bare ? [own, { low: lowestNumberKey, high: atom.bare.floor }] : [own]
}

export function upTo(atom: Atom): Interval[] {
  return union(below(atom), atom.covers, atom.bare?.covers ?? [])
}

export function from(atom: Atom, scheme: VersionScheme): Interval[] {
  const own = { low: atom.floor, high: endOfShape(atom.floor, scheme) }
  return atom.bare ? [own, { low: atom.bare.floor, high: null }] : [own]
}

export function above(atom: Atom, scheme: VersionScheme): Interval[] {
  const own = { low: atom.after, high: endOfShape(atom.floor, scheme) }
  return atom.bare ? [own, { low: atom.bare.after, high: null }] : [own]
}

// "G4 and later" must not take in every dotted number, which would follow the letters in the order of keys.
function endOfShape(floor: Uint8Array, scheme: VersionScheme): Uint8Array | null {
  return scheme === 'generic' && shapeOf(floor) === 'letter' ? highestLetterKey : null
}

/** A product's name rather than a version: three letters and more in front, or no digit at all. */
export function isName(text: string): boolean {
  const reading = readTokens(text)
  return reading ? reading.prefix !== '' : /^[a-z][a-z ./-]{2,60}$/i.test(text)
}

/** A name with a number ("Pump 3G") alone in the place of a version; with a dotted number it is a version. */
export function isBareName(text: string): boolean {
  return isName(text) && !/\d\.[\dx*]/i.test(text)
}

function trimSigns(raw: string): string {
  return raw
    .replace(/^[\s.,:;'"/()\-[\]]+/, '')
    .replace(/[\s.,:;'"/([\]\-{}]+$/, '')
    .replace(/^([^(]*)\)$/, '$1')
    .replace(/^(?:versions? )?(?:v\.? ?)?(?=\d)/i, '')
    .replace(/^v(?=[A-Z]\d)/, '')
}

function readPlain(text: string, scheme: VersionScheme): Atom | null {
  if (scheme === 'generic' && !looksLikeVersion(text)) return null
  const span = versionSpan(scheme, text)
  if (!span) return null
  const bare = scheme === 'generic' ? bareNumbers(text) : null
  return {
    text,
    floor: span.floor,
    after: span.after,
    covers: span.covers,
    exact: span.exact,
    bare: bare ? readPlain(bare, scheme) : null,
  }
}

function looksLikeVersion(text: string): boolean {
  if (numbersOfOtherThings.test(text)) return false
  if (/[*?<>=]/.test(text) || (/(?:^|[.\s])x\./i.test(text) && !/^vx\./i.test(text))) return false
  const reading = readTokens(text)
  if (!reading) return false
  const [first] = reading.tokens
  // A patch level alone ("SP1") follows an unstated version: nothing can be compared with it.
  if (first?.kind !== 'number' && first?.kind !== 'letters') return false
  // A revision is one letter or two capitals; "but" and "to" are words.
  if (
    reading.tokens.length === 1 &&
    first.kind === 'letters' &&
    !/(?:^|[\s.])(?:[a-z]|[A-Z]{2})$/.test(text) &&
    !/^[A-Z]$/.test(text)
  ) {
    return false
  }
  if (reading.prefix !== '' && !isProperName(text)) return false
  if (/^cve-\d/i.test(text) || hasWordsBehindNumber(text)) return false
  return reading.tokens.every((token) => token.kind !== 'letters' || token.text.length < longestWordInVersion)
}

// "417 QCE 3.2" names a model and a version; "2.7-GB-01" and "4.3QAA" are versions.
function hasWordsBehindNumber(text: string): boolean {
  const behind = /\d.*$/s.exec(text)?.[0] ?? ''
  return behind
    .split(/\s+/)
    .slice(1)
    .some((word) => /^[a-z]{3,}$/i.test(word) && !isVersionWord(word.toLowerCase()))
}

function isVersionWord(word: string): boolean {
  return emptyWords.has(word) || classOfWord.has(word)
}

// Words of prose are written small and apart ("the first digits of 22081"); names are not ("CoreOS 07.0", "nqx-3").
function isProperName(text: string): boolean {
  const front = /^[^\d]*/.exec(text)?.[0] ?? ''
  const words = front.split(/\s+/).filter((word) => /^[a-z]{3,}$/.test(word) && !emptyWords.has(word))
  return words.length === 0 || !/\s/.test(text)
}

// 8.x, 14.1.*, 5.x.x: every version of that branch. C.0x: C.00 to C.09.
function readWildcard(text: string, scheme: VersionScheme): Atom | null {
  const branch = /^([^*]{0,80}?\d|[a-z]{1,2})(?:[. ](?:x{1,4}|\*{1,4})){1,4}$/i.exec(text)
  if (branch?.[1] !== undefined && looksReadable(branch[1], scheme))
    return atomOfSpan(text, branchSpan(scheme, branch[1]))
  const digits = /^(.{0,80}?)(\d{1,6})(x{1,4}|\*{1,4})$/i.exec(text)
  // "1.285X" ends in a letter as its neighbour "1.265B" does.
  if (!digits || scheme !== 'generic' || /\d{3}X$/.test(text)) return null
  const [, before = '', number = '', stars = ''] = digits
  if (!looksLikeVersion(`${before}${number}`)) return null
  const size = 10 ** stars.length
  const first = versionSpan(scheme, `${before}${Number(number) * size}`)
  const next = versionSpan(scheme, `${before}${(Number(number) + 1) * size}`)
  return first && next ? atomOfSpan(text, { low: first.floor, high: next.floor }) : null
}

function looksReadable(text: string, scheme: VersionScheme): boolean {
  return scheme !== 'generic' || looksLikeVersion(text)
}

function atomOfSpan(text: string, span: KeySpan | null): Atom | null {
  if (!span) return null
  return { text, floor: span.low, after: span.high, covers: [span], exact: [span], bare: null }
}
