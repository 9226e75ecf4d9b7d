// Compares the words of two names: found as they are, joined, abbreviated or with a slip of the pen.
// SPDX-License-Identifier: EUPL-1.2
import { abbreviatedWords } from './abbreviations.ts'
import type { WordGroup } from './name-groups.ts'
import type { NameParts } from './name-parts.ts'
import { isOneSlipApart } from './text.ts'
import { rankOf, rankWeight } from './words.ts'

/** Words that stand outside both names but may explain one: vendor words, family, title. */
export interface NameContext {
  readonly ownWords: ReadonlySet<string>
  readonly explained: ReadonlySet<string>
}

const minSlipLength = 6
const noWords: ReadonlySet<string> = new Set()

export interface WordResult {
  readonly met: readonly WordGroup[]
  readonly missing: readonly WordGroup[]
  /** Words of the inventory that the advisory does not have. */
  readonly spare: readonly WordGroup[]
  /** How many brand words of the inventory only the family or title of the advisory has. */
  readonly explained: number
  readonly strength: number
}

export function compareWords(own: NameParts, stated: NameParts, context: NameContext): WordResult {
  const abbreviated = abbreviatedWords(own, stated)
  const ownPool = joinedPool(own.pool, context.ownWords)
  const statedOnly = joinedPool(stated.pool, noWords)
  const statedPool = new Set([...statedOnly, ...context.explained])
  const met: WordGroup[] = []
  const missing: WordGroup[] = []
  for (const [index, group] of stated.words.entries()) {
    if (group.rank === 'filler') continue
    const found = abbreviated.has(group) || isMet(group, ownPool) || isMetJoined(stated.words, index, ownPool)
    if (found) met.push(group)
    else missing.push(group)
  }
  const spare = own.words.filter(
    (group, index) =>
      group.rank !== 'filler' &&
      !abbreviated.has(group) &&
      !isMet(group, statedPool) &&
      !isMetJoined(own.words, index, statedPool) &&
      !group.alternatives.some((word) => context.ownWords.has(word) && stated.pool.includes(word)),
  )
  const explained = own.words.filter(
    (group) =>
      group.rank === 'brand' &&
      group.alternatives.some((word) => context.explained.has(word)) &&
      !isMet(group, statedOnly),
  ).length
  return { met, missing, spare, explained, strength: met.reduce((sum, group) => sum + weightOf(group), 0) }
}

/** Single words, and neighbours written as one ("ward roller" for "WardRoller"). */
function joinedPool(words: readonly string[], further: ReadonlySet<string>): Set<string> {
  const pairs = words.flatMap((word, index) => [
    word + (words[index + 1] ?? ''),
    word + (words[index + 1] ?? '') + (words[index + 2] ?? ''),
  ])
  return new Set([...words, ...pairs, ...further])
}

function isMet(group: WordGroup, pool: ReadonlySet<string>): boolean {
  return group.alternatives.some((word) => pool.has(word) || hasSlip(word, pool))
}

function hasSlip(word: string, pool: ReadonlySet<string>): boolean {
  if (word.length < minSlipLength || rankOf(word) !== 'brand') return false
  return [...pool].some((other) => other.length >= minSlipLength && isOneSlipApart(word, other))
}

/** "Ward Roller" of the advisory is one word in the inventory. */
function isMetJoined(words: readonly WordGroup[], index: number, pool: ReadonlySet<string>): boolean {
  const [before, here, after] = [words[index - 1], words[index], words[index + 1]].map(
    (group) => group?.alternatives[0],
  )
  if (here === undefined) return false
  return (after !== undefined && pool.has(here + after)) || (before !== undefined && pool.has(before + here))
}

/** One letter tells little ("Version B"), two a bit more. */
export function weightOf({ alternatives, rank }: WordGroup): number {
  const length = Math.max(...alternatives.map((word) => word.length))
  return rank === 'brand' && length < 3 ? length * 0.3 : rankWeight[rank]
}
