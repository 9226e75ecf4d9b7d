// Cuts a stream of syslog over TCP into messages: counted octets or lines, as each message shows (RFC 6587, RFC 5425).
// SPDX-License-Identifier: EUPL-1.2
import { syslogLimits } from '../limits.ts'

export interface Framer {
  /** Whole messages; FramingFault where the stream cannot be followed any further. */
  push(chunk: Buffer): readonly Buffer[]
  /** What is left when the sender ends: a last line without its end, or null. */
  rest(): Buffer | null
  /** Messages that were too long and were passed over. */
  readonly tooLong: number
}

/** The connection must be closed: where the next message begins cannot be known. */
export class FramingFault extends Error {}

const lineFeed = 0x0a
const nul = 0x00
const blank = 0x20
/** 999,999 octets: more than any message that is read. */
const maxCountDigits = 6
const maxParts = 1_024

export function framer(maxBytes: number = syslogLimits.maxMessageBytes): Framer {
  let kept: Buffer = Buffer.alloc(0)
  /** Octets still to be passed over of a counted message that is too long; -1: to the end of the line. */
  let passing = 0
  let tooLong = 0
  /** Pieces that are not looked at yet, because they cannot complete a message: senders may write byte by byte. */
  let parts: Buffer[] = []
  let held = 0
  /** Octets that a counted message needs to be complete; null: a line is waited for. */
  let wanted: number | null = 0

  const passOver = (from: number): number => {
    if (passing > 0) {
      const count = Math.min(passing, kept.length - from)
      passing -= count
      return from + count
    }
    const end = endOfLine(kept, from)
    if (end === -1) return kept.length
    passing = 0
    return end + 1
  }
  /** The message that begins at `from` and where it ends; null: it is not complete. */
  const next = (from: number): { readonly message: Buffer | null; readonly end: number } | null => {
    const first = kept[from] ?? 0
    if (isDigit(first)) {
      const mark = kept.indexOf(blank, from)
      if (mark === -1 || mark - from > maxCountDigits) {
        if (kept.length - from <= maxCountDigits) return null
        throw new FramingFault('a count of octets was expected')
      }
      const digits = kept.toString('latin1', from, mark)
      if (!/^\d+$/.test(digits)) throw new FramingFault('a count of octets was expected')
      const length = Number(digits)
      if (length > maxBytes) {
        tooLong++
        passing = length
        return { message: null, end: mark + 1 }
      }
      const end = mark + 1 + length
      wanted = end - from
      return end > kept.length ? null : { message: kept.subarray(mark + 1, end), end }
    }
    wanted = null
    const end = endOfLine(kept, from)
    if (end !== -1 && end - from <= maxBytes) return { message: kept.subarray(from, end), end: end + 1 }
    if (end === -1 && kept.length - from <= maxBytes) return null
    tooLong++
    if (end !== -1) return { message: null, end: end + 1 }
    passing = -1
    return { message: null, end: kept.length }
  }
  return {
    push(chunk) {
      parts.push(chunk)
      held += chunk.length
      const mayComplete =
        wanted === null
          ? endOfLine(chunk, 0) !== -1 || kept.length + held > maxBytes
          : kept.length + held >= wanted
      if (!mayComplete && parts.length < maxParts) return []
      kept = kept.length === 0 && parts.length === 1 ? chunk : Buffer.concat([kept, ...parts])
      parts = []
      held = 0
      if (!mayComplete) return []
      wanted = 0
      const messages: Buffer[] = []
      let from = 0
      while (from < kept.length) {
        if (passing !== 0) {
          from = passOver(from)
          continue
        }
        const found = next(from)
        if (found === null) break
        // A copy, so that a short message does not keep a large piece of the stream in memory.
        if (found.message !== null && found.message.length > 0) messages.push(Buffer.from(found.message))
        from = found.end
      }
      kept = Buffer.from(kept.subarray(from))
      return messages
    },
    rest() {
      const left = Buffer.concat([kept, ...parts])
      return left.length > 0 && passing === 0 && !isDigit(left[0] ?? 0) ? left : null
    },
    get tooLong() {
      return tooLong
    },
  }
}

/** A count does not begin with zero, and a message with a priority begins with "<". */
function isDigit(byte: number): boolean {
  return byte >= 0x31 && byte <= 0x39
}

/** Some senders end with NUL instead of a line feed. */
function endOfLine(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(lineFeed, from)
  const zero = bytes.indexOf(nul, from)
  return feed === -1 ? zero : zero === -1 ? feed : Math.min(feed, zero)
}
