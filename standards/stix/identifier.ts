// Name-based UUIDs (RFC 9562, version 5), so that the same thing shared twice is the same object.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'

/** Of Salus; STIX 2.1 (2.9) keeps the namespace of the specification for cyber observables only. */
const namespace = Buffer.from('7d1d2a4e9f0b4c55a3f65b8f0c1e7a92', 'hex')

export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
