// The recovery code on paper: 130 random bits in Crockford's base 32 with a checksum, made to be read out and typed.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'

/** Douglas Crockford, Base 32: no I, L, O, U; the first three are read as 1, 1, 0. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataCharacters = 26
const checkCharacters = 2
/** A prime below 32²: every single wrong character and every swap of two neighbours changes the sum. */
const checkModulus = 1021
const groupCharacters = 4

/** 28 characters without separators. */
export type RecoveryCode = string

export function createCode(random: (bytes: number) => Uint8Array = randomBytes): RecoveryCode {
  const data = Array.from(random(dataCharacters), (byte) => alphabet[byte & 31]).join('')
  return data + checkOf(data)
}

/** `K3FD-9XQ2-…`, as it stands on the card. */
export function formatCode(code: RecoveryCode): string {
  return (code.match(new RegExp(`.{1,${groupCharacters}}`, 'g')) ?? []).join('-')
}

/** Null when it is no code: too long or short, or a character is wrong. */
export function readCode(typed: string): RecoveryCode | null {
  const plain = typed
    .slice(0, 200)
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (plain.length !== dataCharacters + checkCharacters) return null
  if ([...plain].some((letter) => !alphabet.includes(letter))) return null
  const data = plain.slice(0, dataCharacters)
  return plain.slice(dataCharacters) === checkOf(data) ? plain : null
}

function checkOf(data: string): string {
  let sum = 0
  for (let at = 0; at < data.length; at++)
    sum = (sum + (at + 1) * alphabet.indexOf(data.charAt(at))) % checkModulus
  return `${alphabet[sum >> 5]}${alphabet[sum & 31]}`
}

/** A short word inside of the pack: who can say it has opened the pack. */
export function createOpeningWord(random: (bytes: number) => Uint8Array = randomBytes): string {
  return Array.from(random(6), (byte) => alphabet[byte & 31]).join('')
}

export function readOpeningWord(typed: string): string {
  return typed.slice(0, 40).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}
