// Identifiers of CACAO objects: a type, two hyphens, and a UUID (CACAO 2.0, section 10.7).
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { maxIdentifierCharacters } from './limits.ts'

const uuid = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$/
const uuidCharacters = 36
const objectType = /^[a-z][a-z0-9-]+$/

/** The type before the UUID; null if the text is no identifier. */
export function typeOfIdentifier(text: string): string | null {
  if (text.length > maxIdentifierCharacters) return null
  const type = text.slice(0, -(uuidCharacters + 2))
  const isIdentifier =
    text.slice(type.length, type.length + 2) === '--' &&
    uuid.test(text.slice(type.length + 2)) &&
    objectType.test(type) &&
    type.length >= 3 &&
    !type.endsWith('-')
  return isIdentifier ? type : null
}

export function isCacaoIdentifier(text: string): boolean {
  return typeOfIdentifier(text) !== null
}

/** The namespace of all names that are ours, so that the same playbook always has the same identifiers. */
const namespace = Buffer.from('c9b8a1d64a0f5c1f9d0b0a6c2f5e7a31', 'hex')

/** A UUID of version 5 (RFC 9562, section 5.5) for a name. */
export function nameUuid(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return [0, 8, 12, 16, 20].map((at, index, all) => hex.slice(at, all[index + 1] ?? 32)).join('-')
}
