// Cuts what a growing log has gained into pieces that end with a line, and with a message where messages have several.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHandle } from 'node:fs/promises'
import { lineLimits } from '../../parsers/parser.ts'
import { tailLimits } from '../limits.ts'
import { bytesAt, type Position } from './position.ts'

export interface Segment {
  readonly bytes: Buffer
  /** How much of the log this takes, from the offset on. */
  readonly length: number
  readonly lines: number
  /** The segment is the end of a line that was too long, or a part of one. */
  readonly passedOver: boolean
  readonly skipping: boolean
}

const lineFeed = 0x0a

/** Null: nothing complete is there yet. `final`: no more will come, so the last line need not end. */
export async function nextSegment(
  file: FileHandle,
  position: Position,
  final: boolean,
): Promise<Segment | null> {
  const bytes = await bytesAt(file, position.offset, tailLimits.segmentBytes)
  if (bytes.length === 0) return null
  const firstEnd = bytes.indexOf(lineFeed)
  if (position.skipping) {
    const length = firstEnd === -1 ? bytes.length : firstEnd + 1
    return { bytes, length, lines: firstEnd === -1 ? 0 : 1, passedOver: true, skipping: firstEnd === -1 }
  }
  const isFull = bytes.length >= Math.min(tailLimits.segmentBytes, lineLimits.maxLineBytes)
  if (firstEnd === -1 && isFull)
    return { bytes, length: bytes.length, lines: 0, passedOver: true, skipping: true }
  const isLast = final && bytes.length < tailLimits.segmentBytes
  const end = isLast ? bytes.length : endOfRecords(bytes, position.parser, final)
  if (end === 0) return null
  const part = bytes.subarray(0, end)
  return { bytes: part, length: end, lines: countOf(part), passedOver: false, skipping: false }
}

const messageStarts = ['\nMSH', '\rMSH', '\u000bMSH'].map((text) => Buffer.from(text))

function endOfRecords(bytes: Buffer, parser: string | null, final: boolean): number {
  const lineEnd = bytes.lastIndexOf(lineFeed) + 1
  if (parser !== 'hl7' || final) return lineEnd
  // The last message may still get its acknowledgement; a segment that has no other is not held back for ever.
  const start = Math.max(...messageStarts.map((mark) => bytes.lastIndexOf(mark)))
  if (start > 0) return start + 1
  return bytes.length >= tailLimits.segmentBytes ? lineEnd : 0
}

function countOf(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count++
  return count
}

/** Directives such as #fields stay; of each kind the last one written. */
export function preludeAfter(
  prelude: readonly string[],
  bytes: Buffer,
  parser: string | null,
): readonly string[] {
  if ((parser !== 'zeek' && parser !== 'w3c') || !bytes.includes('#')) return prelude
  const byKind = new Map(prelude.map((line) => [kindOf(line), line]))
  for (const line of bytes.toString('utf8').split('\n')) {
    if (!line.startsWith('#')) continue
    const kind = kindOf(line)
    byKind.delete(kind)
    if (kind !== '#close') byKind.set(kind, line.replace(/\r$/, ''))
  }
  const lines = [...byKind.values()].slice(-tailLimits.maxPreludeLines)
  return ordered(lines.filter((line) => line.length <= tailLimits.maxPreludeUnits))
}

/** Zeek's separator must be known before the other lines can be cut. */
function ordered(lines: readonly string[]): readonly string[] {
  const isFirst = (line: string) => line.startsWith('#separator')
  return [...lines.filter(isFirst), ...lines.filter((line) => !isFirst(line))]
}

function kindOf(line: string): string {
  return /^#[A-Za-z_]{1,40}/.exec(line)?.[0].toLowerCase() ?? line.slice(0, 40)
}
