// Turns the identifier of a patient into a key by which records can be told apart and nobody can be found.
// SPDX-License-Identifier: EUPL-1.2
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { ReadingContext } from './parser.ts'

const keyCharacters = 32
const maxIdentifierUnits = 512

/**
 * The same patient in all logs: `Patient/123`, `https://…/Patient/123/_history/4` and `123^^^&1.2.3&ISO` are 123.
 * null without a key: a plain hash of a number could be guessed by trying all numbers.
 */
export function patientKeyOf(identifier: string, { patientKey }: ReadingContext): string | null {
  if (patientKey === undefined || patientKey.byteLength === 0) return null
  const bare = identifier
    .slice(0, maxIdentifierUnits)
    .trim()
    .replace(/\/_history\/.*$/, '')
    .replace(/^.*\/(?=[^/]*$)/, '')
    .replace(/\^.*$/, '')
  if (bare === '') return null
  return keyedHash(patientKey, bare).slice(0, keyCharacters)
}

/** Made once for each key: making it anew for each hash takes five times as long as the hash. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>()

/** HMAC-SHA-256 in hexadecimal. */
export function keyedHash(key: Uint8Array, text: string): string {
  let known = keyObjects.get(key)
  if (known === undefined) {
    known = createSecretKey(key)
    keyObjects.set(key, known)
  }
  return createHmac('sha256', known).update(text).digest('hex')
}
