// The difference between two JSON documents: what was added, removed and changed, each with its JSON pointer.
// SPDX-License-Identifier: EUPL-1.2
import { escapePointer } from '@salus/standards/json'
import { identitiesOf } from './identity.ts'
import { previewOf } from './preview.ts'

export interface ValueDifference {
  readonly kind: 'added' | 'removed' | 'changed'
  /** RFC 6901, into the newer document; of what was removed, into the older one. */
  readonly pointer: string
  /** As JSON, cut; null where there was nothing. */
  readonly before: string | null
  readonly after: string | null
}

export interface ValueComparison {
  readonly differences: readonly ValueDifference[]
  /** Not all is listed, or not all was compared. */
  readonly isCut: boolean
}

export const maxDifferences = 500
/** Objects, lists and values looked at; a document has at most some 1.5 million. */
export const maxValuesCompared = 1_000_000

/**
 * Entries of lists are matched by what they are about (product, CVE, number …), else by position, so a new entry at the
 * start of a list is one difference and not many. The order of entries and of keys is none.
 */
export function compareValues(
  before: unknown,
  after: unknown,
  limits = { differences: maxDifferences, values: maxValuesCompared },
): ValueComparison {
  const found: ValueDifference[] = []
  let values = 0
  let isCut = false

  function add(kind: ValueDifference['kind'], pointer: string, old: unknown, now: unknown): void {
    if (found.length >= limits.differences) {
      isCut = true
      return
    }
    const [shownBefore, shownAfter] = [
      kind === 'added' ? null : previewOf(old),
      kind === 'removed' ? null : previewOf(now),
    ]
    found.push({ kind, pointer, before: shownBefore, after: shownAfter })
  }

  function compare(old: unknown, now: unknown, oldPointer: string, pointer: string): void {
    values += 1
    if (values > limits.values) isCut = true
    // Once it is cut, more would not be shown.
    if (isCut) return
    if (Array.isArray(old) && Array.isArray(now)) compareLists(old, now, oldPointer, pointer)
    else if (isObject(old) && isObject(now)) compareObjects(old, now, oldPointer, pointer)
    else if (!Object.is(old, now)) add('changed', pointer, old, now)
  }

  function compareObjects(old: Fields, now: Fields, oldPointer: string, pointer: string): void {
    for (const key of Object.keys(old)) {
      const [from, to] = [`${oldPointer}/${escapePointer(key)}`, `${pointer}/${escapePointer(key)}`]
      if (Object.hasOwn(now, key)) compare(old[key], now[key], from, to)
      else add('removed', from, old[key], null)
    }
    for (const key of Object.keys(now))
      if (!Object.hasOwn(old, key)) add('added', `${pointer}/${escapePointer(key)}`, null, now[key])
  }

  function compareLists(
    old: readonly unknown[],
    now: readonly unknown[],
    oldPointer: string,
    pointer: string,
  ): void {
    const places = new Map(identitiesOf(now).map((identity, index) => [identity, index]))
    for (const [index, identity] of identitiesOf(old).entries()) {
      const place = places.get(identity)
      if (place === undefined) add('removed', `${oldPointer}/${index}`, old[index], null)
      else compare(old[index], now[place], `${oldPointer}/${index}`, `${pointer}/${place}`)
      places.delete(identity)
    }
    for (const place of places.values()) add('added', `${pointer}/${place}`, null, now[place])
  }

  compare(before, after, '', '')
  return { differences: found, isCut }
}

type Fields = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
