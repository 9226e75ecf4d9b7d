// Splits a device's version into numbers, letters and words with a meaning.
// SPDX-License-Identifier: EUPL-1.2
import { rewriteDates } from './generic-dates.ts'
import { classOfLetter, classOfWord, emptyWords, noVersionWords, type WordClass } from './generic-words.ts'
import { tooManyDigits } from './key.ts'

export interface Token {
  readonly kind: 'number' | 'letters' | 'hash' | WordClass
  readonly text: string
}

export interface TokenReading {
  readonly tokens: readonly Token[]
  /** A product's name in front ("WinCore 7.3"): it does not take part in the order, only in being the same. */
  readonly prefix: string
  /** A product line behind ("22.4R3-EVO"): like the name in front. */
  readonly line: string
}

/** More unknown words than this is prose, not a version. */
const maxNameWords = 4
const longestRevision = 3
const maxNormalisedLength = 512

export function readTokens(written: string): TokenReading | null {
  const line = lineBehind(written)
  const text = line === '' ? written : written.trimEnd().slice(0, -line.length - 1)
  const normalised = normalise(text)
  if (normalised.length > maxNormalisedLength || tooManyDigits(normalised)) return null
  if (/[^\p{ASCII}]/u.test(normalised)) return null
  const raw = rewriteDates(normalised)
  const words = splitWords(raw)
  if (!words.some((word) => /^\d/.test(word.text))) return readRevisionLetters(words)
  const start = startOfVersion(words)
  const name = words.slice(0, start).filter((word) => !emptyWords.has(word.text))
  if (name.length > maxNameWords) return null
  const tokens = classify(words.slice(start))
  if (!tokens) return null
  return { tokens, prefix: name.map((word) => word.text).join(''), line: line.toLowerCase() }
}

/** Three capitals or more behind a dash that are no word of versions; revisions have fewer. */
function lineBehind(text: string): string {
  const line = /\d-([A-Z]{3,5})\s*$/.exec(text.slice(-maxLineText))?.[1] ?? ''
  return classOfWord.has(line.toLowerCase()) || emptyWords.has(line.toLowerCase()) ? '' : line
}

const maxLineText = 40

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ae\u2122\u00b0\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

interface Word {
  readonly text: string
  /** Directly behind the word before, without a separator. */
  readonly joined: boolean
}

// A commit hash behind a separator is one word: 3.1.5-7c1a2fe. Digits alone stay a number.
const wordPattern =
  /(?<=[-+ _.(])g?(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{7,40}(?![0-9a-z])|\d+|[a-z]+/g

function splitWords(text: string): Word[] {
  const words: Word[] = []
  let end = -1
  for (const match of text.matchAll(wordPattern)) {
    words.push({ text: match[0], joined: match.index === end })
    end = match.index + match[0].length
  }
  return words
}

function readRevisionLetters(words: readonly Word[]): TokenReading | null {
  const letters = words.filter((word, index) => !emptyWords.has(word.text) || index === words.length - 1)
  const [only] = letters
  if (!only || letters.length > 1 || only.text.length > longestRevision) return null
  if (only.text !== 'n' && noVersionWords.has(only.text)) return null
  const wordClass = classOfWord.get(only.text)
  return { tokens: [{ kind: wordClass ?? 'letters', text: only.text }], prefix: '', line: '' }
}

/** Skips names and words such as "version"; two letters or fewer in front of a number belong to the version. */
function startOfVersion(words: readonly Word[]): number {
  const firstNumber = words.findIndex((word) => /^\d/.test(word.text))
  const marked = words.findIndex(
    (word, i) => isMarker(word, words[i - 1]) && /^\d/.test(words[i + 1]?.text ?? ''),
  )
  const inFront = words.slice(0, Math.max(marked, 0))
  if (marked >= 0 && inFront.every((word, i) => isName(word) || (i > 0 && /^\d/.test(word.text))))
    return marked + 1
  const classed = words.findIndex((word) => classOfWord.has(word.text))
  const limit = classed >= 0 && classed < firstNumber ? classed : firstNumber
  const beforeNumber = words[limit - 1]
  if (!beforeNumber || limit !== firstNumber) return limit
  if (isName(beforeNumber) || emptyWords.has(beforeNumber.text)) return limit
  return isShortName(beforeNumber, words[limit], words[limit + 1]) ? limit : limit - 1
}

function isMarker(word: Word, before: Word | undefined): boolean {
  return (word.text === 'v' || word.text === 'version') && (!word.joined || !/^\d/.test(before?.text ?? ''))
}

function isName(word: Word): boolean {
  return /^[a-z]{3,}$/.test(word.text)
}

// "AP 3.0" names the product AP; "VM5.0" and "HD 16" are versions as they stand.
function isShortName(word: Word, number: Word | undefined, next: Word | undefined): boolean {
  return /^[a-z]{2}$/.test(word.text) && number?.joined === false && /^\d/.test(next?.text ?? '')
}

function classify(words: readonly Word[]): Token[] | null {
  const tokens: Token[] = []
  let unknown = 0
  words.forEach((word, i) => {
    const token = classifyWord(word, i, words)
    if (token?.kind === 'letters' && token.text.length > longestRevision) unknown++
    if (token) tokens.push(token)
  })
  return tokens.length === 0 || unknown > maxNameWords ? null : tokens
}

function classifyWord(word: Word, i: number, words: readonly Word[]): Token | null {
  const { text } = word
  const next = words[i + 1]
  if (/^\d+$/.test(text)) return { kind: 'number', text }
  if (/\d/.test(text)) return { kind: 'hash', text }
  const wordClass = classOfWord.get(text)
  if (wordClass) return { kind: wordClass, text }
  const beforeDigit = /^\d/.test(next?.text ?? '')
  const letterClass =
    beforeDigit && (next?.joined || !word.joined) && i > 0 ? classOfLetter.get(text) : undefined
  if (letterClass) return { kind: letterClass, text }
  if ((text === 'release' || text === 'rel') && beforeDigit && i > 0) return { kind: 'release', text }
  if (isWildcard(word, i, words)) return null
  if (emptyWords.has(text) && !(word.joined && text.length === 1) && (text.length > 1 || beforeDigit))
    return null
  return { kind: 'letters', text }
}

// "14.1.x" as the version of one device says no more than 14.1.
function isWildcard(word: Word, i: number, words: readonly Word[]): boolean {
  return /^x+$/.test(word.text) && !word.joined && words.slice(i + 1).every((rest) => /^x+$/.test(rest.text))
}
