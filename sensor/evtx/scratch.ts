// A buffer in which the texts of one record are written as single bytes, to be made one string at once.
// SPDX-License-Identifier: EUPL-1.2
import { evtxLayout } from './limits.ts'

const lowerDigits = Buffer.from('0123456789abcdef')
const upperDigits = Buffer.from('0123456789ABCDEF')

/**
 * One call for the text of a record costs a fifth of one call for each value: what leaves JavaScript for each string
 * takes longer than the loop over its characters.
 */
export class Scratch {
  /** Values of a record have at most 64 KiB together; the longest form, a list of instants, is five times as long. */
  readonly bytes = Buffer.allocUnsafeSlow(evtxLayout.chunkBytes * 5 + 64)
  at = 0

  text(): string {
    return this.bytes.toString('latin1', 0, this.at)
  }

  byte(value: number): void {
    this.bytes[this.at] = value
    this.at += 1
  }

  ascii(text: string): void {
    for (let at = 0; at < text.length; at += 1) this.byte(text.charCodeAt(at))
  }

  /** Copies UTF-16 whose upper bytes are all zero; false, and nothing written, where one is not. */
  latin(source: Uint8Array, start: number, end: number): boolean {
    const bytes = this.bytes
    let at = this.at
    let upper = 0
    for (let from = start; from < end; from += 2) {
      // Indexing within bounds: the caller has checked the range.
      bytes[at] = source[from] as number
      upper |= source[from + 1] as number
      at += 1
    }
    if (upper !== 0) return false
    this.at = at
    return true
  }

  hexByte(value: number): void {
    this.byte(upperDigits[value >> 4] as number)
    this.byte(upperDigits[value & 15] as number)
  }

  /** As Windows shows it: 0x, lower case, no leading zeros. */
  hexNumber(high: number, low: number): void {
    this.byte(48)
    this.byte(120)
    let started = false
    for (let shift = 60; shift >= 0; shift -= 4) {
      const digit = shift >= 32 ? (high >>> (shift - 32)) & 15 : (low >>> shift) & 15
      if (digit !== 0 || shift === 0) started = true
      if (started) this.byte(lowerDigits[digit] as number)
    }
  }

  /** A number with leading zeros up to `digits`. */
  padded(value: number, digits: number): void {
    let rest = value
    for (let at = this.at + digits - 1; at >= this.at; at -= 1) {
      this.bytes[at] = 48 + (rest % 10)
      rest = Math.floor(rest / 10)
    }
    this.at += digits
  }
}
