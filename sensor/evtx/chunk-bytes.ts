// The bytes of one chunk with checked access, its names, and what is left of the work allowed on it.
// SPDX-License-Identifier: EUPL-1.2
import { EvtxFault, evtxLayout, evtxLimits } from './limits.ts'

export class ChunkBytes {
  /** Always a whole chunk; what a truncated one lacks is beyond `length`. */
  readonly bytes = Buffer.alloc(evtxLayout.chunkBytes)
  readonly view = new DataView(this.bytes.buffer, this.bytes.byteOffset, evtxLayout.chunkBytes)
  length = 0
  private readonly names = new Map<number, string>()
  private chunkSteps = 0
  private chunkUnits = 0
  private recordSteps = 0
  private recordUnits = 0

  /** Starts a new chunk of what `bytes` holds up to `length`. */
  restart(length: number): void {
    this.length = length
    this.names.clear()
    this.chunkSteps = 0
    this.chunkUnits = 0
    this.startRecord()
  }

  startRecord(): void {
    this.recordSteps = 0
    this.recordUnits = 0
  }

  /** Steps that were taken since the chunk began. */
  get steps(): number {
    return this.chunkSteps
  }

  takeSteps(count: number): void {
    this.recordSteps += count
    this.chunkSteps += count
    if (this.recordSteps > evtxLimits.maxRecordSteps) {
      throw new EvtxFault(`more than ${evtxLimits.maxRecordSteps} elements and values`)
    }
    if (this.chunkSteps > evtxLimits.maxChunkSteps) {
      throw new EvtxFault(`its chunk takes more than ${evtxLimits.maxChunkSteps} steps to read`)
    }
  }

  takeUnits(count: number): void {
    this.recordUnits += count
    this.chunkUnits += count
    if (this.recordUnits > evtxLimits.maxRecordUnits || this.chunkUnits > evtxLimits.maxChunkUnits) {
      throw new EvtxFault('its values repeat to more text than is read')
    }
  }

  /** Refuses a range that is not within `from` (inclusive) and `end` (exclusive). */
  need(at: number, count: number, end: number): void {
    if (at < 0 || count < 0 || at + count > end) throw new EvtxFault(`bytes are missing at ${at}`)
  }

  u8(at: number, end: number): number {
    this.need(at, 1, end)
    return this.view.getUint8(at)
  }

  u16(at: number, end: number): number {
    this.need(at, 2, end)
    return this.view.getUint16(at, true)
  }

  u32(at: number, end: number): number {
    this.need(at, 4, end)
    return this.view.getUint32(at, true)
  }

  text(at: number, units: number, end: number): string {
    this.need(at, units * 2, end)
    return this.bytes.toString('utf16le', at, at + units * 2)
  }

  /** Bytes of the name entry at `at`, if one can be there. */
  nameBytes(at: number): number | null {
    if (at < evtxLayout.chunkHeaderBytes || at + 10 > this.length) return null
    const units = this.view.getUint16(at + 6, true)
    const after = at + 8 + units * 2
    if (units === 0 || units > evtxLimits.maxNameUnits || after + 2 > this.length) return null
    return this.view.getUint16(after, true) === 0 ? after + 2 - at : null
  }

  /** Whether the name at `at` is this one; it costs what reading it would. */
  hasName(at: number, name: string): boolean {
    const known = this.names.get(at)
    if (known !== undefined) return known === name
    if (this.nameBytes(at) === null || this.view.getUint16(at + 6, true) !== name.length) return false
    for (let unit = 0; unit < name.length; unit += 1) {
      if (this.view.getUint16(at + 8 + unit * 2, true) !== name.charCodeAt(unit)) return false
    }
    this.takeUnits(name.length)
    this.names.set(at, name)
    return true
  }

  name(at: number): string {
    const known = this.names.get(at)
    if (known !== undefined) return known
    if (this.nameBytes(at) === null) throw new EvtxFault(`there is no name at ${at}`)
    const units = this.view.getUint16(at + 6, true)
    this.takeUnits(units)
    const name = this.text(at + 8, units, this.length)
    this.names.set(at, name)
    return name
  }
}
