// The code that enrols one sensor: typed once on the machine, told only where it was made, valid for minutes.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomInt } from 'node:crypto'

export const codeMinutes = 15

/** No vowels, so that no word comes about; nothing that is taken for something else. */
const letters = 'BCDFGHJKMNPQRSTVWXZ23456789'
const groups = 4
const groupLength = 4

/** 27 letters to the power of 16: 76 bits, so that nobody finds one by trying. */
export function newEnrolmentCode(): string {
  const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** What is stored of it; small letters and missing hyphens are the typist's. */
export function enrolmentCodeHash(typed: string): Buffer {
  return createHash('sha256').update(typed.replaceAll('-', '').toUpperCase()).digest()
}
