// Turns the identifier of a patient into a key by which records can be told apart and nobody can be found.
// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto'
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
  return createHmac('sha256', patientKey).update(bare).digest('hex').slice(0, keyCharacters)
}
