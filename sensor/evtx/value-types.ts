// The types of values in BinXML: which are written as text, which are numbers, and how each is read.
// SPDX-License-Identifier: EUPL-1.2
import type { ChunkBytes } from './chunk-bytes.ts'
import type { Scratch } from './scratch.ts'
import { sidBytes, writeFileTime, writeGuid, writeSid, writeSystemTime } from './value-text.ts'

export const valueType = {
  none: 0x00,
  text: 0x01,
  ansiText: 0x02,
  int8: 0x03,
  uint8: 0x04,
  int16: 0x05,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  real32: 0x0b,
  real64: 0x0c,
  boolean: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  size: 0x10,
  fileTime: 0x11,
  systemTime: 0x12,
  sid: 0x13,
  hex32: 0x14,
  hex64: 0x15,
  fragment: 0x21,
} as const

/** Set on the type of a value that is a list. */
export const arrayMark = 0x80

/** Bytes of a value that becomes a number or a truth value, by type; 0 for the others. */
const numberBytes = new Uint8Array(256)
for (const [type, size] of [
  [valueType.int8, 1],
  [valueType.uint8, 1],
  [valueType.int16, 2],
  [valueType.uint16, 2],
  [valueType.int32, 4],
  [valueType.uint32, 4],
  [valueType.int64, 8],
  [valueType.uint64, 8],
  [valueType.real32, 4],
  [valueType.real64, 8],
  [valueType.boolean, 4],
] as const) {
  numberBytes[type] = size
}

export function writesText(type: number): boolean {
  return numberBytes[type] === 0 && type !== valueType.none
}

/** A value of another size than its type has is null: it says nothing. */
export function numberAt(
  { view }: ChunkBytes,
  type: number,
  at: number,
  size: number,
): number | string | boolean | null {
  if (size !== numberBytes[type]) return null
  switch (type) {
    case valueType.uint32:
      return view.getUint32(at, true)
    case valueType.uint16:
      return view.getUint16(at, true)
    case valueType.uint8:
      return view.getUint8(at)
    case valueType.uint64:
      return wholeNumber(view.getUint32(at + 4, true), view.getUint32(at, true))
    case valueType.int64:
      return wholeNumber(view.getInt32(at + 4, true), view.getUint32(at, true))
    case valueType.int32:
      return view.getInt32(at, true)
    case valueType.int16:
      return view.getInt16(at, true)
    case valueType.int8:
      return view.getInt8(at)
    case valueType.boolean:
      return view.getUint32(at, true) !== 0
    case valueType.real32:
      return finite(view.getFloat32(at, true))
    default:
      return finite(view.getFloat64(at, true))
  }
}

/** Beyond 2 ** 53 as text, so that no digit is lost. */
function wholeNumber(high: number, low: number): number | string {
  const value = high * 2 ** 32 + low
  return Number.isSafeInteger(value) ? value : ((BigInt(high) << 32n) | BigInt(low)).toString()
}

function finite(value: number): number | string {
  return Number.isFinite(value) ? value : String(value)
}

/** Writes the text of a value; false where it has to be decoded by itself (UTF-16 beyond Latin-1). */
export function writeValue(to: Scratch, chunk: ChunkBytes, type: number, at: number, size: number): boolean {
  if (type === valueType.text) return writeUtf16(to, chunk.bytes, at, size)
  if ((type & arrayMark) !== 0) return writeList(to, chunk, type & ~arrayMark, at, size)
  writeSingle(to, chunk, type, at, size)
  return true
}

function writeUtf16(to: Scratch, bytes: Uint8Array, at: number, size: number): boolean {
  let end = at + (size & ~1)
  while (end > at && bytes[end - 1] === 0 && bytes[end - 2] === 0) end -= 2
  return to.latin(bytes, at, end)
}

function writeSingle(to: Scratch, chunk: ChunkBytes, type: number, at: number, size: number): void {
  const { bytes, view } = chunk
  if (type === valueType.ansiText) writeAnsi(to, bytes, at, size)
  else if (type === valueType.guid && size === 16) writeGuid(to, bytes, at)
  else if (type === valueType.sid && sidBytes(bytes, at, size) !== null) writeSid(to, view, at)
  else if (type === valueType.systemTime && size === 16) writeSystemTime(to, view, at)
  else if (type === valueType.fileTime && size === 8) {
    writeFileTime(to, view.getUint32(at, true), view.getUint32(at + 4, true))
  } else if (isHex(type) && size === 4) to.hexNumber(0, view.getUint32(at, true))
  else if (isHex(type) && size === 8) to.hexNumber(view.getUint32(at + 4, true), view.getUint32(at, true))
  else for (let place = at; place < at + size; place += 1) to.hexByte(bytes[place] as number)
}

function isHex(type: number): boolean {
  return type === valueType.hex32 || type === valueType.hex64 || type === valueType.size
}

function writeAnsi(to: Scratch, bytes: Uint8Array, at: number, size: number): void {
  let end = at + size
  while (end > at && bytes[end - 1] === 0) end -= 1
  for (let place = at; place < end; place += 1) to.byte(bytes[place] as number)
}

/** Bytes of one value of a list, or null where its values end with a NUL. */
export function elementBytes(listType: number): number | null {
  const type = listType & ~arrayMark
  if (type === valueType.text || type === valueType.ansiText) return null
  return numberBytes[type] || (fixedBytes.get(type) ?? 1)
}

const fixedBytes: ReadonlyMap<number, number> = new Map([
  [valueType.guid, 16],
  [valueType.size, 8],
  [valueType.fileTime, 8],
  [valueType.systemTime, 16],
  [valueType.hex32, 4],
  [valueType.hex64, 8],
])

function writeList(to: Scratch, chunk: ChunkBytes, type: number, at: number, size: number): boolean {
  if (type === valueType.text) return writeUtf16(to, chunk.bytes, at, size)
  if (type === valueType.ansiText) {
    writeAnsi(to, chunk.bytes, at, size)
    return true
  }
  const end = at + size
  let place = at
  while (place < end) {
    const step = type === valueType.sid ? sidBytes(chunk.bytes, place, end - place) : elementBytes(type)
    if (step === null || place + step > end) break
    writeElement(to, chunk, type, place, step)
    to.byte(0)
    place += step
  }
  return true
}

function writeElement(to: Scratch, chunk: ChunkBytes, type: number, at: number, size: number): void {
  if (numberBytes[type] === 0) writeSingle(to, chunk, type, at, size)
  else to.ascii(String(numberAt(chunk, type, at, size)))
}
