// How hard a text is to read: LIX, the average length of its sentences plus the share of its long words.
// SPDX-License-Identifier: EUPL-1.2

/** A word of more letters than this is long, in every language. */
const longFromLetters = 7

const word = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu
const englishEnding = /[’'](?:t|s|d|m|re|ve|ll)$/iu
const letter = /[\p{L}\p{N}]/gu
/** A colon parts sentences too, as its inventor Björnsson counts; so does the end of a paragraph. */
const sentenceEnd = /[.!?:…]+(?=[\s"“”»«)]|$)|\n+/u

export interface ReadingLevel {
  readonly sentences: number
  readonly words: number
  readonly longWords: number
  readonly wordsPerSentence: number
  /** Of all words, in percent. */
  readonly longWordShare: number
  /** Below 30 very easy, 40 easy, 50 medium, 60 hard, above very hard. Zero for a text without words. */
  readonly lix: number
}

export function readingLevelOf(text: string): ReadingLevel {
  const words = wordsOf(text)
  const count = words.length
  if (count === 0)
    return { sentences: 0, words: 0, longWords: 0, wordsPerSentence: 0, longWordShare: 0, lix: 0 }
  const sentences = sentencesOf(text).length
  const longWords = words.filter((one) => lettersOf(one) >= longFromLetters).length
  const wordsPerSentence = count / sentences
  const longWordShare = (100 * longWords) / count
  return {
    sentences,
    words: count,
    longWords,
    wordsPerSentence,
    longWordShare,
    lix: wordsPerSentence + longWordShare,
  }
}

export function lix(text: string): number {
  return readingLevelOf(text).lix
}

export function sentencesOf(text: string): readonly string[] {
  return text
    .split(sentenceEnd)
    .map((part) => part.trim())
    .filter((part) => wordsOf(part).length > 0)
}

/** An elided word is a word of its own, `l’hôpital` are two; an English ending is none, `don’t` is one. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(word) ?? []).flatMap((one) => (englishEnding.test(one) ? [one] : one.split(/[’']/u)))
}

function lettersOf(one: string): number {
  return one.match(letter)?.length ?? 0
}
