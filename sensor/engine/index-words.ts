// The index over the witnesses of all rules: one finder of words and one table of equal values for each field.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import { composed, fold, isLatin } from '../sigma/expression.ts'
import { type WordFinder, wordFinder } from './finder.ts'
import { type SkipFilter, skipFilter } from './skipping.ts'
import type { Witness } from './witness.ts'

export interface FieldIndex {
  readonly slot: number
  /** Whole values → rules. */
  readonly equal: ReadonlyMap<string, Int32Array>
  /** 1 for each length that a whole value has; the last place stands for all greater ones. */
  readonly equalLengths: Uint8Array
  readonly finder: WordFinder | null
  readonly texts: readonly string[]
  readonly anywhere: readonly (Int32Array | undefined)[]
  readonly atStart: readonly (Int32Array | undefined)[]
  readonly atEnd: readonly (Int32Array | undefined)[]
  readonly lengths: Int32Array
  /** Whether numbers have to be searched for words. */
  readonly inNumbers: boolean
  /** Rules that this index can bring up. */
  readonly rules: ReadonlySet<number>
}

/** The words of keywords, and which texts need not be searched for those of some rules. */
export interface KeywordIndex {
  readonly index: FieldIndex
  readonly filter: SkipFilter
}

export interface WordIndex {
  readonly fields: readonly FieldIndex[]
  /** Over all words of the event, for keywords. */
  readonly words: FieldIndex | null
  readonly bytes: number
  readonly states: number
}

interface Building {
  readonly equal: Map<string, number[]>
  readonly words: Map<string, { anywhere: number[]; atStart: number[]; atEnd: number[] }>
}

export function wordIndexOf(
  witnesses: readonly (readonly Witness[] | null)[],
  slotOf: (name: string) => number,
): WordIndex {
  const fields = new Map<string | null, Building>()
  for (const [rule, list] of witnesses.entries())
    for (const witness of list ?? []) addWitness(fields, witness, rule)
  const indexes: FieldIndex[] = []
  let words: FieldIndex | null = null
  for (const [name, building] of fields) {
    if (name === null) words = fieldIndex(-1, building)
    else indexes.push(fieldIndex(slotOf(name), building))
  }
  const all = words ? [...indexes, words] : indexes
  return {
    fields: indexes,
    words,
    bytes: all.reduce((sum, { finder }) => sum + (finder?.bytes ?? 0), 0),
    states: all.reduce((sum, { finder }) => sum + (finder?.states ?? 0), 0),
  }
}

function addWitness(fields: Map<string | null, Building>, witness: Witness, rule: number): void {
  const building = fields.get(witness.field) ?? { equal: new Map(), words: new Map() }
  fields.set(witness.field, building)
  if (witness.relation === 'equals') {
    const rules = building.equal.get(witness.text) ?? []
    if (rules.at(-1) !== rule) rules.push(rule)
    building.equal.set(witness.text, rules)
    return
  }
  const word = building.words.get(witness.text) ?? { anywhere: [], atStart: [], atEnd: [] }
  building.words.set(witness.text, word)
  const rules =
    witness.relation === 'contains'
      ? word.anywhere
      : witness.relation === 'startswith'
        ? word.atStart
        : word.atEnd
  if (rules.at(-1) !== rule) rules.push(rule)
}

function fieldIndex(slot: number, { equal, words }: Building): FieldIndex {
  const texts = [...words.keys()]
  const lists = [...words.values()]
  const list = (rules: readonly number[]) => (rules.length === 0 ? undefined : Int32Array.from(rules))
  const rules = new Set<number>()
  for (const found of equal.values()) for (const rule of found) rules.add(rule)
  for (const { anywhere, atStart, atEnd } of lists)
    for (const rule of [...anywhere, ...atStart, ...atEnd]) rules.add(rule)
  return {
    slot,
    equal: new Map([...equal].map(([text, found]) => [text, Int32Array.from(found)])),
    equalLengths: lengthsOf(equal.keys()),
    finder: texts.length === 0 ? null : wordFinder(texts),
    texts,
    anywhere: lists.map(({ anywhere }) => list(anywhere)),
    atStart: lists.map(({ atStart }) => list(atStart)),
    atEnd: lists.map(({ atEnd }) => list(atEnd)),
    lengths: Int32Array.from(texts, (text) => text.length),
    inNumbers: texts.some(isInNumber),
    rules,
  }
}

function lengthsOf(texts: Iterable<string>): Uint8Array {
  const lengths = new Uint8Array(256)
  for (const text of texts) lengths[Math.min(text.length, 255)] = 1
  return lengths
}

/**
 * Calls `found` with every list of rules that has a witness in the text. Most texts need not be folded for it: up to
 * U+00FF no letter changes its length, and the finder takes both its cases alike.
 */
export function lookUp(index: FieldIndex, text: string, found: (rules: Int32Array) => void): void {
  const plain = scanFor(index, text, found)
  if (plain && index.equalLengths[text.length < 255 ? text.length : 255] === 0) return
  const folded = fold(composed(text))
  const whole = index.equal.get(folded)
  if (whole) found(whole)
  if (!plain) scanFor(index, folded, found)
}

/** False where the text has letters beyond U+00FF, and has to be folded before what is found in it counts. */
function scanFor(index: FieldIndex, text: string, found: (rules: Int32Array) => void): boolean {
  const { finder, anywhere, atStart, atEnd, lengths } = index
  if (finder === null) return isLatin(text)
  const largest = finder.scan(text, (word, end) => {
    const here = anywhere[word]
    if (here) found(here)
    const last = end === text.length ? atEnd[word] : undefined
    if (last) found(last)
    const first = end === lengths[word] ? atStart[word] : undefined
    if (first) found(first)
  })
  return largest <= 0xff
}

/** Null: none of the rules has keywords. */
export function keywordsFor({ words }: WordIndex, isMember: (rule: number) => boolean): KeywordIndex | null {
  const texts = words?.texts.filter((_, word) => words.anywhere[word]?.some(isMember)) ?? []
  return words === null || texts.length === 0 ? null : { index: words, filter: skipFilter(texts) }
}

/** Each value of the event is looked at by itself, as no keyword goes beyond one. */
export function lookUpWords(
  keywords: KeywordIndex,
  { fields, raw }: LogEvent,
  found: (rules: Int32Array) => void,
): void {
  for (const name of Object.keys(fields)) {
    const value = fields[name]
    if (typeof value === 'string') lookUpWord(keywords, value, found)
    else if (typeof value === 'object') for (const text of value ?? []) lookUpWord(keywords, text, found)
    else if (keywords.index.inNumbers) lookUpWord(keywords, String(value), found)
  }
  if (raw !== null) lookUpWord(keywords, raw, found)
}

function lookUpWord({ index, filter }: KeywordIndex, text: string, found: (rules: Int32Array) => void): void {
  if (!isLatin(text) || filter.mayHold(text)) lookUp(index, text, found)
}

/** Whether a word can stand in the text of a number or a truth value. */
function isInNumber(word: string): boolean {
  return /^[-+.\de]*$/.test(word) || ['true', 'false', 'nan', 'infinity'].some((text) => text.includes(word))
}
