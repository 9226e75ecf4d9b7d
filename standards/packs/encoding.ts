// How texts of a pack are stored: masked and zipped, so that virus scanners do not take the text of a rule for a tool.
// SPDX-License-Identifier: EUPL-1.2
import { isUtf8 } from 'node:buffer'
import { gunzipSync, gzipSync } from 'node:zlib'
import { askPublisher, PackRefusal, tooLarge } from './refusal.ts'

/** Turns around every byte's bits in the same places; no secret. Scanners look into gzip, but not behind this. */
const mask = 0xa5

export function packText(text: string): Uint8Array {
  return gzipSync(masked(new TextEncoder().encode(text)), { level: 9 })
}

/** Throws `PackRefusal` where the bytes are no such text, or unpack to more than `maxBytes`. */
export function unpackText(bytes: Uint8Array, maxBytes: number, place: string): string {
  let unpacked: Uint8Array
  try {
    unpacked = gunzipSync(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(`${place}, unpacked,`, maxBytes)
    throw unreadable(place, 'it is no gzip, or it is cut off')
  }
  const plain = masked(unpacked)
  if (!isUtf8(plain)) throw unreadable(place, 'its text is not UTF-8')
  return plain.toString('utf8')
}

/** Masked and not zipped, for what is read at each start; letters of ASCII only. */
export function maskText(text: string): Uint8Array {
  return masked(Buffer.from(text, 'latin1'))
}

/** The text of a part of what `maskText` gave; the bytes stay as they are. */
export function unmaskText(bytes: Uint8Array, from: number, to: number): string {
  return masked(Uint8Array.prototype.slice.call(bytes, from, to)).toString('latin1')
}

/** Where a letter of ASCII stands first in what `maskText` gave; -1 where it does not. */
export function maskedIndexOf(bytes: Uint8Array, letter: string): number {
  return bytes.indexOf(letter.charCodeAt(0) ^ mask)
}

/** In place, four bytes at once where they lie so: a start unmasks ten megabytes. */
function masked(bytes: Uint8Array): Buffer {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes.length - (bytes.length % 4) : 0
  const words = new Uint32Array(bytes.buffer, aligned === 0 ? 0 : bytes.byteOffset, aligned / 4)
  for (let at = 0; at < words.length; at++) words[at] = (words[at] as number) ^ (mask * 0x01010101)
  for (let at = aligned; at < bytes.length; at++) bytes[at] = (bytes[at] as number) ^ mask
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function unreadable(place: string, because: string): PackRefusal {
  return new PackRefusal('packs/format', place, `${place} cannot be read: ${because}.`, askPublisher)
}
