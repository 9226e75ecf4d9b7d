// An event as the rules look at it: each field read, composed and folded at most once.
// SPDX-License-Identifier: EUPL-1.2
import type { FieldValue, LogEvent } from '../event/event.ts'
import { composed, fold } from '../sigma/expression.ts'
import type { Mapping } from './groups.ts'
import { fieldOf } from './mapping.ts'

/** A field's text, or its texts where it is a list; undefined where it is absent or null. */
export type Texts = string | readonly string[] | undefined

export interface View {
  /** Must be called before anything else of an event is asked. */
  begin(event: LogEvent, mapping: Mapping | null): void
  value(slot: number): FieldValue | undefined
  text(slot: number): Texts
  folded(slot: number): Texts
  /** All values and the raw text, joined by a sign that no keyword has. */
  words(): string
  foldedWords(): string
}

const separator = '\u0000'

export function viewOf(names: readonly string[]): View {
  const stamps = {
    value: new Uint32Array(names.length),
    text: new Uint32Array(names.length),
    folded: new Uint32Array(names.length),
  }
  const values: (FieldValue | undefined)[] = new Array(names.length).fill(undefined)
  const texts: Texts[] = new Array(names.length).fill(undefined)
  const foldedTexts: Texts[] = new Array(names.length).fill(undefined)
  let stamp = 0
  let event: LogEvent | null = null
  let mapping: Mapping | null = null
  let words: string | null = null
  let foldedWords: string | null = null

  const value = (slot: number): FieldValue | undefined => {
    if (stamps.value[slot] !== stamp) {
      stamps.value[slot] = stamp
      values[slot] = event === null ? undefined : fieldOf(event.fields, mapping, names[slot] ?? '')
    }
    return values[slot]
  }
  const text = (slot: number): Texts => {
    if (stamps.text[slot] !== stamp) {
      stamps.text[slot] = stamp
      texts[slot] = textsOf(value(slot))
    }
    return texts[slot]
  }
  return {
    begin(next, nextMapping) {
      stamp++
      if (stamp === 0xffffffff) {
        for (const list of Object.values(stamps)) list.fill(0)
        stamp = 1
      }
      event = next
      mapping = nextMapping
      words = null
      foldedWords = null
    },
    value,
    text,
    folded(slot) {
      if (stamps.folded[slot] !== stamp) {
        stamps.folded[slot] = stamp
        const plain = text(slot)
        foldedTexts[slot] = typeof plain === 'string' ? fold(plain) : plain?.map(fold)
      }
      return foldedTexts[slot]
    },
    words() {
      words ??= event === null ? '' : wordsOf(event)
      return words
    },
    foldedWords() {
      foldedWords ??= fold(this.words())
      return foldedWords
    },
  }
}

export function textsOf(value: FieldValue | undefined): Texts {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return composed(value)
  return typeof value === 'object' ? value.map(composed) : String(value)
}

export function wordsOf(event: LogEvent): string {
  const parts: string[] = []
  for (const name in event.fields) {
    const texts = textsOf(event.fields[name])
    if (typeof texts === 'string') parts.push(texts)
    else if (texts !== undefined) parts.push(...texts)
  }
  if (event.raw !== null) parts.push(composed(event.raw))
  return parts.join(separator)
}
