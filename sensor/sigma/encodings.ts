// Modifiers that change the text looked for: UTF-16, Base64 at three offsets, dashes of Windows command lines.
// SPDX-License-Identifier: EUPL-1.2
import { ruleLimits } from './limits.ts'
import type { Piece, Pieces } from './wildcards.ts'

export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'utf16'

export function bytesOf(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8')
  const little = Buffer.from(text, 'utf16le')
  if (encoding === 'utf16le') return little
  if (encoding === 'utf16be') return little.swap16()
  return Buffer.concat([Buffer.from([0xff, 0xfe]), little])
}

/**
 * The part of the Base64 text that does not depend on what stands before and after, for each of the three offsets
 * that the value can have in the whole.
 */
export function base64Offsets(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const from = Math.ceil((offset * 8) / 6)
    const whole = Math.floor(((offset + bytes.length) * 8) / 6)
    return text.slice(from, whole)
  })
}

const dashes = ['-', '/', '–', '—', '―']

/** Every way to write the dashes that begin an option; a dash within a word stays. Null: more ways than are allowed. */
export function dashVariants(pieces: Pieces): readonly Pieces[] | null {
  let variants: readonly (readonly Piece[])[] = [[]]
  for (const piece of pieces) {
    const ways = typeof piece === 'string' ? textVariants(piece) : [piece]
    if (ways === null || variants.length * ways.length > ruleLimits.maxVariants) return null
    variants = variants.flatMap((before) => ways.map((way) => [...before, way]))
  }
  return variants
}

function textVariants(text: string): readonly string[] | null {
  const parts = text.split(/(?<![\p{L}\p{N}_])[-/–—―](?=[\p{L}\p{N}_])/u)
  if (dashes.length ** (parts.length - 1) > ruleLimits.maxVariants) return null
  return parts
    .slice(1)
    .reduce<readonly string[]>(
      (before, part) => before.flatMap((start) => dashes.map((dash) => `${start}${dash}${part}`)),
      [parts[0] ?? ''],
    )
}
