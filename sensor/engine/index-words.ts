// The index over the witnesses of all rules: one finder of words and one table of equal values for each field.
// SPDX-License-Identifier: EUPL-1.2

import { type WordFinder, wordFinder } from './finder.ts'
import type { Witness } from './witness.ts'

export interface FieldIndex {
  readonly slot: number
  /** Whole values → rules. */
  readonly equal: ReadonlyMap<string, Int32Array>
  readonly finder: WordFinder | null
  readonly anywhere: readonly (Int32Array | undefined)[]
  readonly atStart: readonly (Int32Array | undefined)[]
  readonly atEnd: readonly (Int32Array | undefined)[]
  readonly lengths: Int32Array
  /** Rules that this index can bring up. */
  readonly rules: ReadonlySet<number>
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
    finder: texts.length === 0 ? null : wordFinder(texts),
    anywhere: lists.map(({ anywhere }) => list(anywhere)),
    atStart: lists.map(({ atStart }) => list(atStart)),
    atEnd: lists.map(({ atEnd }) => list(atEnd)),
    lengths: Int32Array.from(texts, (text) => text.length),
    rules,
  }
}

/** Calls `found` with every list of rules that has a witness in the text. */
export function lookUp(index: FieldIndex, text: string, found: (rules: Int32Array) => void): void {
  const whole = index.equal.size === 0 ? undefined : index.equal.get(text)
  if (whole) found(whole)
  index.finder?.scan(text, (word, end) => {
    const anywhere = index.anywhere[word]
    if (anywhere) found(anywhere)
    const atEnd = end === text.length ? index.atEnd[word] : undefined
    if (atEnd) found(atEnd)
    const atStart = end === index.lengths[word] ? index.atStart[word] : undefined
    if (atStart) found(atStart)
  })
}
