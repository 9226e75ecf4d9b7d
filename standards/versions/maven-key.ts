// Keys for the Maven versions among which Maven's order is total; the others have none.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, wordBytes } from './key.ts'
import {
  againstNothing,
  type MavenItem,
  rankOfWord,
  readMavenItems,
  releaseRank,
  unknownRank,
} from './maven.ts'
import { numericBranch } from './ordered.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

// At one place of a list, from low to high; a word stands only in the first place of a list inside of another.
const tag = { word: 0x02, listBelow: 0x03, end: 0x04, listAbove: 0x05, number: 0x06 } as const

/** Lists are nested by every change between digits and letters; no real version has more levels. */
const deepestList = 24

/**
 * Null where Maven's order has circles or cannot be proved free of them: words in the middle (`1.foo.2`) or in front,
 * and a release word with something behind it (`1-ga2`). For two such versions `compareMaven` has the answer.
 */
export function readMaven(text: string): VersionSpan | null {
  const items = readMavenItems(text)
  const bytes = items?.[0]?.kind === 'number' || items?.length === 0 ? listBytes(items, 0) : null
  return bytes && pointSpan(extend(bytes))
}

/** "1.2" of "1.2.x": every version with these numbers in front, pre-releases included. */
export function branchOfMaven(text: string): KeySpan | null {
  return numericBranch(text, tag.number)
}

function listBytes(items: readonly MavenItem[], depth: number): number[] | null {
  if (depth > deepestList) return null
  const bytes: number[] = []
  for (const [i, item] of items.entries()) {
    if (item.kind === 'number') bytes.push(tag.number, ...numberBytes(String(item.value)))
    else if (item.kind !== 'list') {
      const word = i === 0 && depth > 0 ? wordItemBytes(item) : null
      if (!word) return null
      bytes.push(...word)
    } else {
      // Only a list at the end, and zeros before it only where it is above the end: they would not count else.
      const behind = i === items.length - 1 && i > 0 ? tailBytes(item, items[i - 1], depth) : null
      return behind && [...bytes, ...behind]
    }
  }
  return [...bytes, tag.end]
}

function tailBytes(
  list: Extract<MavenItem, { kind: 'list' }>,
  before: MavenItem | undefined,
  depth: number,
): number[] | null {
  const [first] = list.items
  // "1-ga" is 1.
  if (list.items.length === 1 && first?.kind === 'word' && rankOfWord(first.word) === releaseRank)
    return isZero(before) ? null : [tag.end]
  const step = againstNothing(list)
  if (step === 0 || first?.kind === 'list' || (step < 0 && isZero(before))) return null
  const inside = listBytes(list.items, depth + 1)
  return inside && [step < 0 ? tag.listBelow : tag.listAbove, ...inside]
}

function wordItemBytes(item: Extract<MavenItem, { kind: 'word' | 'numbered' }>): number[] | null {
  const rank = rankOfWord(item.word)
  if (rank === releaseRank) return null
  return [
    tag.word,
    rank,
    ...(rank === unknownRank ? wordBytes(item.word) : []),
    ...(item.kind === 'word' ? [0] : [1, ...numberBytes(String(item.value))]),
  ]
}

function isZero(item: MavenItem | undefined): boolean {
  return item?.kind === 'number' && item.value === 0n
}
