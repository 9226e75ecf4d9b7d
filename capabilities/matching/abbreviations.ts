// Finds where one name abbreviates words of the other: "NVG" of "Norvik Vital Gate".
// SPDX-License-Identifier: EUPL-1.2
import type { WordGroup } from './name-groups.ts'
import type { NameParts } from './name-parts.ts'

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
    const span = spanOf(word, long.spelled)
    if (span.length === 0) continue
    found.push(group, ...long.words.filter((other) => other.alternatives.some((one) => span.includes(one))))
  }
  return found
}

/** The two or more neighbouring words whose initials the abbreviation holds in order, all its letters coming from them. */
function spanOf(short: string, words: readonly string[]): readonly string[] {
  for (let length = Math.min(words.length, short.length); length >= 2; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const span = words.slice(start, start + length)
      if (short.length <= 2 * length && spells(short, span)) return span
    }
  }
  return []
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
      if (inWord === 0 || (short.length < minLooseAbbreviation && word.length > 2)) return false
      at += 1
    }
  }
  return at === short.length
}
