// The values of one template instance: their table, their texts in one string, and each as a field's value.
// SPDX-License-Identifier: EUPL-1.2
import type { FieldValue } from '../event/event.ts'
import type { ChunkBytes } from './chunk-bytes.ts'
import { EvtxFault, evtxLimits } from './limits.ts'
import type { Scratch } from './scratch.ts'
import { fileTimeToMs } from './value-text.ts'
import { arrayMark, elementBytes, numberAt, valueType, writesText, writeValue } from './value-types.ts'

/** Values of nearly every template. */
const usualValues = 128

export class ValueTable {
  private count = 0
  private text = ''
  private positions = new Int32Array(usualValues)
  private sizes = new Int32Array(usualValues)
  private types = new Uint8Array(usualValues)
  private textStarts = new Int32Array(usualValues)
  private textEnds = new Int32Array(usualValues)
  private readonly chunk: ChunkBytes
  private readonly scratch: Scratch

  constructor(chunk: ChunkBytes, scratch: Scratch) {
    this.chunk = chunk
    this.scratch = scratch
  }

  /** Reads the table at `at`; returns where the values end. */
  load(at: number, end: number): number {
    const count = this.chunk.u32(at, end)
    if (count > evtxLimits.maxValues) throw new EvtxFault(`${count} values at ${at}`)
    this.chunk.need(at + 4, count * 4, end)
    this.chunk.takeSteps(count)
    if (count > this.types.length) this.enlarge()
    const view = this.chunk.view
    let position = at + 4 + count * 4
    for (let index = 0; index < count; index += 1) {
      const size = view.getUint16(at + 4 + index * 4, true)
      this.positions[index] = position
      this.sizes[index] = size
      this.types[index] = view.getUint8(at + 6 + index * 4)
      position += size
    }
    if (position > end) throw new EvtxFault(`the values at ${at} reach beyond their record`)
    this.count = count
    return position
  }

  private enlarge(): void {
    this.positions = new Int32Array(evtxLimits.maxValues)
    this.sizes = new Int32Array(evtxLimits.maxValues)
    this.types = new Uint8Array(evtxLimits.maxValues)
    this.textStarts = new Int32Array(evtxLimits.maxValues)
    this.textEnds = new Int32Array(evtxLimits.maxValues)
  }

  /** Writes all values that have a text into one string. */
  prepare(): void {
    const { scratch, chunk } = this
    scratch.at = 0
    for (let index = 0; index < this.count; index += 1) {
      const type = this.types[index] as number
      if (!writesText(type)) continue
      const start = scratch.at
      const written = writeValue(
        scratch,
        chunk,
        type,
        this.positions[index] as number,
        this.sizes[index] as number,
      )
      this.textStarts[index] = written ? start : -1
      this.textEnds[index] = scratch.at
    }
    this.text = scratch.at === 0 ? '' : scratch.text()
  }

  /** Where the fragment that is the value stands, or null where it is none. */
  fragmentAt(index: number): { at: number; end: number } | null {
    if (index >= this.count || this.types[index] !== valueType.fragment || this.sizes[index] === 0)
      return null
    const at = this.positions[index] as number
    return { at, end: at + (this.sizes[index] as number) }
  }

  value(index: number): FieldValue {
    if (index >= this.count) return null
    const type = this.types[index] as number
    if (type === valueType.none) return null
    const at = this.positions[index] as number
    const size = this.sizes[index] as number
    if (!writesText(type)) return numberAt(this.chunk, type, at, size)
    const text = this.textOf(index, at, size)
    return (type & arrayMark) === 0 ? text : listOf(text, type)
  }

  /** Milliseconds since 1970, where the value is a FILETIME. */
  instant(index: number): number | null {
    if (index < 0 || index >= this.count || this.types[index] !== valueType.fileTime) return null
    if (this.sizes[index] !== 8) return null
    const at = this.positions[index] as number
    return fileTimeToMs(this.chunk.view.getUint32(at, true), this.chunk.view.getUint32(at + 4, true))
  }

  private textOf(index: number, at: number, size: number): string {
    const start = this.textStarts[index] as number
    if (start >= 0) return this.text.substring(start, this.textEnds[index] as number)
    const text = this.chunk.bytes.toString('utf16le', at, at + (size & ~1))
    return withoutEnd(text)
  }
}

function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1
  return end === text.length ? text : text.slice(0, end)
}

/** The texts of a list stand one after the other, each ended by a NUL, the last one perhaps not. */
function listOf(text: string, type: number): FieldValue {
  const list = text === '' ? [] : text.split('\0')
  if (elementBytes(type) !== null && list.at(-1) === '') list.pop()
  const [first] = list
  return first !== undefined && list.length === 1 ? first : list
}
