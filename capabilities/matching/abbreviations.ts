// Finds where one name abbreviates words of the other: "NVG" of "Norvik Vital Gate".
// SPDX-License-Identifier: EUPL-1.2
import type { WordGroup } from './name-groups.ts'
import type { NameParts } from './name-parts.ts'
import { wordKey } from './text.ts'

/** Shorter abbreviations take initials only, but all letters of a word of two ("NCU" of "NC Unit"). */
const minLooseAbbreviation = 4

/** Groups of either name that an abbreviation in the other stands for, and the abbreviation itself. */
export function abbreviatedWords(own: NameParts, stated: NameParts): Set<WordGroup> {
  return new Set([...abbreviations(own, stated), ...abbreviations(stated, own)])
}

function abbreviations(short: NameParts, long: NameParts): WordGroup[] {
  const found: WordGroup[] = []
  for (const group of short.words) {
    const word = group.alternatives[0] ?? ''
    if (group.alternatives.length > 1 || !/^[a-z]{3,6}$/.test(word) || long.spelled.includes(word)) continue
    if (isGivenAbbreviation(word, long)) {
      found.push(group, ...long.words)
      continue
    }
    const alone = spanOf(word, long.spelled)
    // "PNVG" of "Pumpado Norvik Vital Gate" takes in the maker in front.
    const span = alone.length > 0 ? alone : spanOf(word, long.pool)
    if (span.length === 0) continue
    found.push(group, ...long.words.filter((other) => other.alternatives.some((one) => span.includes(one))))
  }
  return found
}

/** "Norvik Bridge (NBR)" gives its abbreviation itself, all of whose letters come from the name in order. */
function isGivenAbbreviation(word: string, { pool, spelled }: NameParts): boolean {
  if (!pool.includes(word) || spelled.includes(word) || word[0] !== spelled[0]?.[0]) return false
  let at = 0
  for (const letter of spelled.join('')) if (letter === word[at]) at += 1
  return at === word.length && spelled.length >= 2
}

/** The two or more neighbouring words whose initials the abbreviation holds in order, all its letters coming from them. */
function spanOf(short: string, words: readonly string[]): readonly string[] {
  for (let length = Math.min(words.length, short.length + 1); length >= 2; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      // Most pairs of names end here, so nothing is built before it.
      if (words[start]?.[0] !== short[0]) continue
      const span = words.slice(start, start + length)
      if (isInitials(short, span) || (short.length <= 2 * length && spells(short, span))) return span
    }
  }
  return []
}

/** A word key has no doubled letter, so "PIIC" arrives as "pic". */
function isInitials(short: string, words: readonly string[]): boolean {
  return words.length >= 3 && wordKey(words.map((word) => word[0] ?? '').join('')) === short
}

function spells(short: string, words: readonly string[]): boolean {
  let at = 0
  for (const [index, word] of words.entries()) {
    if (short[at] !== word[0]) return false
    at += 1
    let inWord = 1
    const next = words[index + 1]?.[0]
    while (at < short.length && short[at] !== next) {
      inWord = word.indexOf(short[at] ?? '', inWord) + 1
      if (inWord === 0 || isTooTight(short, word)) return false
      at += 1
    }
  }
  return at === short.length
}

/** A short abbreviation takes initials only; a short word gives its initial only, or chance finds letters everywhere. */
function isTooTight(short: string, word: string): boolean {
  return (short.length < minLooseAbbreviation && word.length > 2) || (word.length === 3 && short !== word)
}
