// Cuts a stream of bytes into lines, each at most 1 MiB long.
// SPDX-License-Identifier: EUPL-1.2
import { lineLimits } from './parser.ts'

export interface Line {
  /** null where the line is longer than what is read. */
  readonly text: string | null
  readonly number: number
  readonly bytes: number
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Empty lines are counted and left out. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let kept: Buffer[] = []
  let length = 0
  let number = 0
  const finish = (): Line | null => {
    number += 1
    const bytes = length
    const text = bytes > lineLimits.maxLineBytes ? null : textOf(kept)
    kept = []
    length = 0
    return text === '' ? null : { text, number, bytes }
  }
  for await (const chunk of asUtf8(chunks)) {
    let from = 0
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, from)) {
      length += at - from
      if (length <= lineLimits.maxLineBytes) kept.push(chunk.subarray(from, at))
      const line = finish()
      if (line !== null) yield line
      from = at + 1
    }
    length += chunk.length - from
    if (length > lineLimits.maxLineBytes) kept = []
    // A copy, because the giver of the chunk may use its memory again.
    else if (from < chunk.length) kept.push(Buffer.from(chunk.subarray(from)))
  }
  const last = length > 0 ? finish() : null
  if (last !== null) yield last
}

function textOf(parts: readonly Buffer[]): string {
  const [first] = parts
  const whole = parts.length === 1 && first !== undefined ? first : Buffer.concat(parts)
  const end = whole.at(-1) === carriageReturn ? whole.length - 1 : whole.length
  return whole.toString('utf8', 0, end)
}

/** Exports of Windows are often UTF-16; a byte order mark says so. */
export async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined
  for await (const chunk of chunks) {
    if (chunk.byteLength === 0) continue
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (decoder === undefined) {
      decoder = decoderFor(bytes)
      if (decoder === null) {
        yield bytes.subarray(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
        continue
      }
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }))
  }
}

function decoderFor(start: Buffer): TextDecoder | null {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le')
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be')
  return null
}

/** The first bytes of a file as text, for recognising its format. */
export function headText(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const decoder = decoderFor(bytes) ?? new TextDecoder('utf-8')
  return decoder.decode(bytes)
}

/** Lines of the head that hold something; the last may be cut off. */
export function headLines(head: Uint8Array): string[] {
  return headText(head)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
