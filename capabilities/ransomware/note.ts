// Reads a ransom note, which is hostile text: bytes to plain words, without markup, within limits.
// SPDX-License-Identifier: EUPL-1.2
import { type Mark, marksIn } from './mark.ts'

export const maxNoteBytes = 1024 * 1024
/** What is compared; real notes have 200 to 10,000 characters. */
export const maxNoteCharacters = 60_000
const maxWordCharacters = 24
const minWordsForHtml = 2

export interface Note {
  readonly text: string
  /** Lower case, in order; identifiers that differ from victim to victim are left out. */
  readonly words: readonly string[]
  /** Each three words in a row: short enough to survive small edits, long enough to be somebody's phrase. */
  readonly runs: ReadonlySet<string>
  /** One to three words in a row, squeezed: each may be a name, written together or apart. */
  readonly namesSaid: ReadonlySet<string>
  readonly marks: readonly Mark[]
}

export function readNote(text: string): Note {
  const plain = plainText(text)
  const words = wordsOf(plain)
  const marks = marksIn(plain)
  const namesSaid = possibleNames([...words, ...onionBeginnings(marks)])
  return { text: plain, words, runs: runsOf(words), namesSaid, marks }
}

const runLength = 3

function runsOf(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>()
  for (let at = 0; at + runLength <= words.length; at++) runs.add(words.slice(at, at + runLength).join(' '))
  return runs
}

const maxNameWords = 3
export const minNameCharacters = 4

function possibleNames(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at < words.length; at++)
    for (let length = 1; length <= maxNameWords; length++) {
      const squeezed = words.slice(at, at + length).join('')
      if (squeezed.length >= minNameCharacters) found.add(squeezed)
    }
  return found
}

/** Hidden services are often given an address that begins with the family's name; what follows has no meaning. */
function onionBeginnings(marks: readonly Mark[]): readonly string[] {
  return marks
    .filter(({ kind }) => kind === 'onion')
    .flatMap(({ value }) => [5, 6, 7, 8, 9, 10].map((length) => value.slice(0, length)))
}

/** UTF-8, UTF-16 with or without its mark, or else Windows-1252, in which every byte means something. */
export function decodeNote(bytes: Uint8Array): string {
  const part = bytes.subarray(0, maxNoteBytes)
  const encoding = encodingOf(part)
  return new TextDecoder(encoding).decode(part)
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 1000)
  const zeros = sample.filter((byte) => byte === 0).length
  if (zeros > sample.length / 4) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** Markup away, entities said, odd spaces made plain. */
export function plainText(text: string): string {
  const part = text.slice(0, maxNoteCharacters * 4)
  const bare = looksLikeMarkup(part) ? withoutMarkup(part) : part
  return withoutControls(bare).slice(0, maxNoteCharacters).trim()
}

function looksLikeMarkup(text: string): boolean {
  const lower = text.slice(0, 20_000).toLowerCase()
  return (
    ['<html', '<body', '<div', '<br', '<p>', '<!doctype', '<script', '<head'].filter((tag) =>
      lower.includes(tag),
    ).length >= minWordsForHtml
  )
}

/** One pass: what stands between angle brackets goes, scripts and styles with all they hold. */
function withoutMarkup(text: string): string {
  const lower = text.toLowerCase()
  const kept: string[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open < 0) {
      kept.push(text.slice(at))
      break
    }
    kept.push(text.slice(at, open), ' ')
    at = endOfTag(lower, open)
  }
  return sayEntities(kept.join(''))
}

function endOfTag(lower: string, open: number): number {
  for (const [begin, end] of [
    ['<script', '</script'],
    ['<style', '</style'],
    ['<!--', '-->'],
  ] as const) {
    if (!lower.startsWith(begin, open)) continue
    const close = lower.indexOf(end, open + begin.length)
    if (close < 0) return lower.length
    open = close
    break
  }
  const close = lower.indexOf('>', open)
  return close < 0 ? lower.length : close + 1
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function sayEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
  })
}

/** Zero-width and control characters are a cheap way to hide a name from a search. */
function withoutControls(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Co}]/gu, '')
    .replace(/[^\S\n]|[\p{Cc}--\n]/gv, ' ')
}

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter(
    (word) => word.length <= maxWordCharacters && word !== 'snip' && !/^[0-9a-f]*\d[0-9a-f]{5,}$/.test(word),
  )
}
