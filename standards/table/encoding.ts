// The text of a CSV file from its bytes, with the encoding said or guessed.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { TableRefusal } from './table.ts'

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncodingName
  readonly warnings: readonly Fault[]
}

export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes)
  const decoded = marked === null ? guessEncoding(bytes) : decodeAs(bytes, marked, [])
  if (decoded.text.includes('\0')) throw notText
  return decoded
}

function byteOrderMark(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function guessEncoding(bytes: Uint8Array): DecodedText {
  const zeros = countZeros(bytes.subarray(0, 4096))
  if (zeros.odd > 0 && zeros.even === 0) return decodeAs(bytes, 'utf-16le', [guessed('UTF-16')])
  if (zeros.even > 0 && zeros.odd === 0) return decodeAs(bytes, 'utf-16be', [guessed('UTF-16')])
  const utf8 = decodeAs(bytes, 'utf-8', [])
  const { whole, broken } = countLetters(utf8.text)
  if (broken === 0) return utf8
  return whole > broken
    ? { ...utf8, warnings: [brokenLetters(broken)] }
    : decodeAs(bytes, 'windows-1252', [guessed('Windows-1252 (Western European)')])
}

function countZeros(bytes: Uint8Array): { odd: number; even: number } {
  const count = { odd: 0, even: 0 }
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) count[index % 2 === 1 ? 'odd' : 'even'] += 1
  }
  return count
}

function countLetters(text: string): { whole: number; broken: number } {
  let whole = 0
  let broken = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd) broken += 1
    else if (code > 0x7f) whole += 1
  }
  return { whole, broken }
}

function decodeAs(bytes: Uint8Array, encoding: TextEncodingName, warnings: readonly Fault[]): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, warnings }
}

function guessed(name: string): Fault {
  return {
    code: 'csv/encoding-guessed',
    place: 'line 1',
    detail: `The file does not say its encoding and is not UTF-8. It was read as ${name}.`,
    remedy:
      'Check that ä, é, ò and the like look right below. If not, save the file as "CSV UTF-8" and send it again.',
  }
}

function brokenLetters(count: number): Fault {
  return {
    code: 'csv/broken-letters',
    place: 'line 1',
    detail: `The file is UTF-8, but ${count} letters in it are damaged and shown as \uFFFD.`,
    remedy: 'Correct them in the file, or save it again as "CSV UTF-8" from the original.',
  }
}

const notText = new TableRefusal({
  code: 'table/not-text',
  place: 'line 1',
  detail: 'The file holds bytes that no text has, so it is not CSV.',
  remedy: 'Save it from the spreadsheet program as .xlsx or as "CSV UTF-8".',
})
