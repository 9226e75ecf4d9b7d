// Replaces patients, surnames and addresses by keyed hashes while a line is read, so that no name is kept.
// SPDX-License-Identifier: EUPL-1.2
import { keyedHash, patientKeyOf } from '../../parsers/patient.ts'
import type { Row } from './csv.ts'
import { numberOfKey } from './numbers.ts'

export interface Hashing {
  /** Of the columns `patient` or `patient_key`: a number from 1; a text says why there is none. */
  patient(row: Row): number | string
  /** Of the columns `surname` or `surname_hash`; 0 where both are empty. */
  surname(row: Row): number
  address(row: Row): number
}

/** Words that were hashed before are only compared, and need no secret for that. */
const comparedOnly = Buffer.from('compared only')

/** Without the key, extracts that were hashed before can be read and others cannot. */
export function hashingWith(patientKey: Uint8Array | undefined): Hashing {
  const words = patientKey !== undefined && patientKey.byteLength > 0 ? patientKey : null
  const wordNumber = (kind: string, text: string): number => {
    if (text === '') return 0
    const bare = text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s.,;-]+/g, ' ')
      .trim()
    const hash = keyedHash(words ?? comparedOnly, `${kind}\u0000${bare}`)
    return numberOfKey(hash) ?? 0
  }
  const eitherOf = (row: Row, kind: string): number => {
    const hashed = row.get(`${kind}_hash`)
    if (hashed !== '') return wordNumber(`${kind}_hash`, hashed)
    return words === null ? 0 : wordNumber(kind, row.get(kind))
  }
  return {
    patient(row) {
      const given = row.get('patient_key')
      if (given !== '')
        return /^[0-9a-f]{32}$/i.test(given)
          ? (numberOfKey(given.toLowerCase()) ?? 0)
          : 'its patient_key is not 32 hexadecimal characters'
      const plain = row.get('patient')
      if (plain === '') return 'it names no patient'
      if (words === null)
        return 'it names a patient, and there is no key to hash with; give one, or write patient_key'
      const key = patientKeyOf(plain, { source: '', now: 0, patientKey: words })
      return key === null ? 'its patient is empty' : (numberOfKey(key) ?? 0)
    },
    surname: (row) => eitherOf(row, 'surname'),
    address: (row) => eitherOf(row, 'address'),
  }
}
