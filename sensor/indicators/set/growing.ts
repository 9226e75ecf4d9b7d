// Bytes and numbers of unknown count in typed arrays that double: objects of JavaScript would take ten times as much.
// SPDX-License-Identifier: EUPL-1.2
import { setLimits } from '../limits.ts'
import { IndicatorSetFault } from './fault.ts'

export interface GrowingBytes {
  length(): number
  add(bytes: Uint8Array): void
  addByte(byte: number): void
  /** A view that the next addition may make stale. */
  view(): Uint8Array
}

export interface GrowingWords {
  length(): number
  add(word: number): void
  view(): Uint32Array
}

export function growingBytes(): GrowingBytes {
  let bytes = new Uint8Array(1_024)
  let length = 0
  const reserve = (more: number) => {
    if (length + more > setLimits.maxBytes) throw tooLarge()
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.min(setLimits.maxBytes, Math.max(2 * bytes.length, length + more)))
    larger.set(bytes.subarray(0, length))
    bytes = larger
  }
  return {
    length: () => length,
    add(more) {
      reserve(more.length)
      bytes.set(more, length)
      length += more.length
    },
    addByte(byte) {
      reserve(1)
      bytes[length++] = byte
    },
    view: () => bytes.subarray(0, length),
  }
}

export function growingWords(): GrowingWords {
  let words = new Uint32Array(256)
  let length = 0
  return {
    length: () => length,
    add(word) {
      if (length === words.length) {
        const larger = new Uint32Array(2 * words.length)
        larger.set(words)
        words = larger
      }
      words[length++] = word
    },
    view: () => words.subarray(0, length),
  }
}

function tooLarge(): IndicatorSetFault {
  return new IndicatorSetFault(
    `The indicators need more than ${setLimits.maxBytes} bytes. Write them as several sets.`,
  )
}
