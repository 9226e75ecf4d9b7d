// Where the values of an open set are: in memory, or in the file, from which only what confirms a hit is read.
// SPDX-License-Identifier: EUPL-1.2
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { setLimits } from '../limits.ts'
import { damaged, IndicatorSetFault } from './fault.ts'
import { readStart, type SetStart, startBytes } from './format.ts'

export interface ValueStore {
  readonly length: number
  /** What is read stays valid until the next reading. Throws where it leaves the values. */
  read(at: number, length: number): Uint8Array
  close(): void
}

export interface OpenedBytes {
  readonly start: SetStart
  /** Head and index. */
  readonly front: Uint8Array
  readonly values: ValueStore
}

export function fromMemory(bytes: Uint8Array): OpenedBytes {
  // Words of four bytes are read where they lie, which asks for an even place.
  const straight = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const start = readStart(straight, straight.length)
  const valuesAt = startBytes + start.headBytes + start.indexBytes
  const values = straight.subarray(valuesAt)
  if (crc32(values) !== start.valuesCrc) throw damaged('its values are not those that were written')
  return {
    start,
    front: straight.subarray(startBytes, valuesAt),
    values: {
      length: values.length,
      read: (at, length) => {
        if (at < 0 || length < 0 || at + length > values.length) throw damaged('a place lies beyond its end')
        return values.subarray(at, at + length)
      },
      close: () => undefined,
    },
  }
}

/** Reads head and index, and goes through the values once for their sum. The file is replaced, never changed. */
export function fromFile(path: string): OpenedBytes {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > setLimits.maxBytes)
      throw new IndicatorSetFault(`The file has ${size} bytes; a set has at most ${setLimits.maxBytes}.`)
    const start = readStart(readAt(file, 0, startBytes), size)
    const front = readAt(file, startBytes, start.headBytes + start.indexBytes)
    const valuesAt = startBytes + front.length
    if (crcOfFile(file, valuesAt) !== start.valuesCrc)
      throw damaged('its values are not those that were written')
    const window = new Uint8Array(setLimits.maxBlockBytes)
    return {
      start,
      front,
      values: {
        length: start.valuesBytes,
        read(at, length) {
          if (at < 0 || length < 0 || at + length > start.valuesBytes || length > window.length)
            throw damaged('a place lies beyond its end')
          fill(file, window.subarray(0, length), valuesAt + at)
          return window.subarray(0, length)
        },
        close: () => closeSync(file),
      },
    }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function readAt(file: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  fill(file, bytes, at)
  return bytes
}

function fill(file: number, bytes: Uint8Array, at: number): void {
  let done = 0
  while (done < bytes.length) {
    const read = readSync(file, bytes, done, bytes.length - done, at + done)
    if (read === 0) throw damaged('its file is cut off')
    done += read
  }
}

function crcOfFile(file: number, from: number): number {
  const window = new Uint8Array(1024 * 1024)
  let sum = 0
  for (let at = from; ; ) {
    const read = readSync(file, window, 0, window.length, at)
    if (read === 0) return sum
    sum = crc32(window.subarray(0, read), sum)
    at += read
  }
}
