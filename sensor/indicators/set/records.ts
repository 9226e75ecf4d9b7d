// Records of the values part: the indicator's group, its id where a list gave one, and the value that confirms a hit.
// SPDX-License-Identifier: EUPL-1.2
import { addressBytes } from '../../sigma/addresses.ts'
import { addressText } from '../address.ts'
import type { IndicatorType } from '../indicator.ts'
import { damaged } from './fault.ts'
import type { GrowingBytes } from './growing.ts'

export type HashedType = Exclude<IndicatorType, 'cidr'>

/** In the order of the file. */
export const hashedTypes: readonly HashedType[] = [
  'domain',
  'ipv4',
  'ipv6',
  'md5',
  'sha1',
  'sha256',
  'url',
  'email',
]

/** Bytes of each value; 0 where values are texts of any length. */
export const valueBytes: Readonly<Record<HashedType, number>> = {
  domain: 0,
  ipv4: 4,
  ipv6: 16,
  md5: 16,
  sha1: 20,
  sha256: 32,
  url: 0,
  email: 0,
}

export interface RecordView {
  group: number
  /** Where the sixteen bytes of the UUID begin; -1 where type and value name the indicator. */
  idAt: number
  valueAt: number
  end: number
}

/** The bytes that are stored and hashed; null where the value has not the form of its type. */
export function bytesOfValue(type: HashedType, value: string): Uint8Array | null {
  const wanted = valueBytes[type]
  if (wanted === 0) return value === '' ? null : Buffer.from(value, 'utf8')
  const bytes =
    type === 'ipv4' || type === 'ipv6'
      ? addressBytes(value)
      : /^[0-9a-f]*$/.test(value)
        ? Buffer.from(value, 'hex')
        : null
  return bytes?.length === wanted ? bytes : null
}

export function textOfValue(type: HashedType, bytes: Uint8Array): string {
  if (type === 'ipv4' || type === 'ipv6') return addressText(bytes)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString(valueBytes[type] === 0 ? 'utf8' : 'hex')
}

export function addRecord(
  into: GrowingBytes,
  group: number,
  uuid: Uint8Array | null,
  value: Uint8Array,
  isFixed: boolean,
): void {
  addNumber(into, group * 2 + (uuid === null ? 0 : 1))
  if (uuid !== null) into.add(uuid)
  if (!isFixed) addNumber(into, value.length)
  into.add(value)
}

/** Reads the record at a place; `fixed` is 0 where its length stands in it. Throws where it leaves the bytes. */
export function readRecord(bytes: Uint8Array, at: number, fixed: number, into: RecordView): void {
  const head = readNumber(bytes, at)
  let next = at + numberBytes(head)
  into.group = Math.floor(head / 2)
  into.idAt = head % 2 === 1 ? next : -1
  if (head % 2 === 1) next += 16
  const length = fixed === 0 ? readNumber(bytes, next) : fixed
  if (fixed === 0) next += numberBytes(length)
  into.valueAt = next
  into.end = next + length
  if (into.end > bytes.length) throw damaged('a value is longer than its place')
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function addNumber(into: GrowingBytes, number: number): void {
  let rest = number
  while (rest > 127) {
    into.addByte((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  into.addByte(rest)
}

function numberBytes(number: number): number {
  return number < 128 ? 1 : number < 16_384 ? 2 : number < 2_097_152 ? 3 : number < 268_435_456 ? 4 : 5
}

function readNumber(bytes: Uint8Array, at: number): number {
  let number = 0
  let factor = 1
  for (let next = at; next < at + 5; next++) {
    const byte = bytes[next]
    if (byte === undefined) throw damaged('a number is cut off')
    number += (byte & 127) * factor
    if (byte < 128) {
      // Another writing of the same number would let the reader lose its place.
      if (next > at && byte === 0) throw damaged('a number is written too long')
      return number
    }
    factor *= 128
  }
  throw damaged('a number is too large')
}
