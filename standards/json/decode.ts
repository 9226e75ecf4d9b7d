// Turns bytes into text, UTF-8 only, as RFC 8259 section 8.1 demands of exchanged JSON.
// SPDX-License-Identifier: EUPL-1.2
import type { Reading } from '../fault/index.ts'

/** Text of strictly valid UTF-8; a byte order mark is skipped. */
export function decodeUtf8(bytes: Uint8Array): Reading<string> {
  const other = otherEncodingOf(bytes)
  if (other !== null) return refuse('byte 0', `The file is written in ${other}, not in UTF-8.`)
  try {
    const value = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { outcome: 'read', value, warnings: [] }
  } catch {
    return refuse(
      `byte ${firstBadByte(bytes)}`,
      'The bytes here are not UTF-8 (often Windows-1252 or Latin-1).',
    )
  }
}

function otherEncodingOf(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16'
  if (first === 0xfe && second === 0xff) return 'UTF-16'
  if (first === 0x1f && second === 0x8b) return 'gzip'
  // JSON starts with an ASCII character, so a zero byte beside it means UTF-16 or UTF-32 without a mark.
  return first === 0 || second === 0 ? 'UTF-16 or UTF-32' : null
}

/** Length of the longest decodable prefix, by bisection. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.byteLength
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function decodes(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true })
    return true
  } catch {
    return false
  }
}

function refuse(place: string, detail: string): Reading<never> {
  const remedy = 'Save the file as UTF-8 and send it again.'
  return { outcome: 'refused', faults: [{ code: 'json/encoding', place, detail, remedy }] }
}
