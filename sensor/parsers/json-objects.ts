// Cuts a stream of JSON into its records: lines, documents in a row, or the entries of a list or a Bundle.
// SPDX-License-Identifier: EUPL-1.2
import { asUtf8 } from './lines.ts'
import { lineLimits } from './parser.ts'

export interface JsonPiece {
  /** null where it is longer than what is read, or nested too deep. */
  readonly text: string | null
  readonly bytes: number
}

/** Names of the list that holds the records where the document is one object. */
const listNames: ReadonlySet<string> = new Set(['entry', 'Records', 'records'])
const maxDepth = 64

const quote = 0x22
const backslash = 0x5c
const braceOpen = 0x7b
const braceClose = 0x7d
const bracketOpen = 0x5b
const bracketClose = 0x5d

/** Follows brackets and texts only; whether a piece is JSON shows when it is parsed. */
class JsonCutter {
  private parts: Buffer[] = []
  private length = 0
  private depth = 0
  /** Depth at which records begin: 0, or within lists. */
  private recordDepth = 0
  private inRecord = false
  private inText = false
  private escaped = false
  private tooDeep = false
  private key = ''
  private isBundle = false

  /** What is left at the end of the input: a record that is cut off. */
  rest(): JsonPiece | null {
    return this.inRecord && this.length > 0 ? { text: null, bytes: this.length } : null
  }

  *cut(chunk: Buffer): Generator<JsonPiece> {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number
      if (this.inText) {
        this.followText(byte)
        continue
      }
      if (byte === quote) this.startText()
      else if (byte === braceOpen || byte === bracketOpen) {
        if (byte === braceOpen && !this.inRecord) {
          this.inRecord = true
          from = at
        } else if (byte === bracketOpen && this.opensList()) this.enterList()
        this.depth += 1
        if (this.depth - this.recordDepth > maxDepth) this.tooDeep = true
      } else if (byte === braceClose || byte === bracketClose) {
        this.depth = Math.max(0, this.depth - 1)
        if (this.inRecord && this.depth <= this.recordDepth) {
          this.keep(chunk.subarray(from, at + 1))
          yield this.take()
        } else if (!this.inRecord && this.depth < this.recordDepth) this.leaveList()
      }
    }
    if (this.inRecord) this.keep(Buffer.from(chunk.subarray(from)))
  }

  private startText(): void {
    this.inText = true
    this.key = ''
  }

  private followText(byte: number): void {
    if (this.escaped) this.escaped = false
    else if (byte === backslash) this.escaped = true
    else if (byte === quote) this.inText = false
    else if (this.key.length < 16) this.key += String.fromCharCode(byte)
  }

  /** A list at the top, or the one of the records right within the object at the top. */
  private opensList(): boolean {
    if (!this.inRecord) return true
    return !this.isBundle && this.recordDepth === 0 && this.depth === 1 && listNames.has(this.key)
  }

  private enterList(): void {
    this.isBundle = this.inRecord
    this.inRecord = false
    this.parts = []
    this.length = 0
    this.recordDepth = this.depth + 1
  }

  /** What follows the list in the object around it is no record. */
  private leaveList(): void {
    this.recordDepth = this.isBundle ? 0 : this.depth
    this.inRecord = this.isBundle && this.depth > 0
    this.tooDeep = false
  }

  private keep(bytes: Buffer): void {
    this.length += bytes.length
    if (this.length > lineLimits.maxLineBytes) this.parts = []
    else this.parts.push(bytes)
  }

  private take(): JsonPiece {
    const isUnread = this.length > lineLimits.maxLineBytes || this.tooDeep
    const isHull = this.isBundle && this.recordDepth === 0
    const text = isHull ? '' : isUnread ? null : Buffer.concat(this.parts).toString('utf8')
    const piece = { text, bytes: this.length }
    this.parts = []
    this.length = 0
    this.inRecord = false
    this.tooDeep = false
    if (isHull) this.isBundle = false
    return piece
  }
}

export async function* jsonPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonPiece> {
  const cutter = new JsonCutter()
  for await (const chunk of asUtf8(chunks)) {
    for (const piece of cutter.cut(chunk)) if (piece.text !== '') yield piece
  }
  const rest = cutter.rest()
  if (rest !== null) yield rest
}
