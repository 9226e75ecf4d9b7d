// The code of a class: eight letters to type from a sheet of paper, none of which is taken for another.
// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'

/** No vowels, so that no word comes about; no L and no digits, which are taken for I, O, S and B. */
const letters = 'BCDFGHJKMNPQRSTVWXZ'
const length = 8
const shape = new RegExp(`^[${letters}]{${length}}$`)

/** 19 letters to the power of 8: 17 thousand million; with `codesFromRemote` nobody finds one by trying. */
export function newClassCode(): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** As people type it: small letters, with a space or a hyphen in the middle. Null where it can be none. */
export function readClassCode(typed: string): string | null {
  const code = typed.slice(0, 40).replace(/[\s-]/g, '').toUpperCase()
  return shape.test(code) ? code : null
}

/** `BCDF GHJK`: two groups are copied with fewer mistakes. */
export function spacedCode(code: string): string {
  return `${code.slice(0, length / 2)} ${code.slice(length / 2)}`
}
