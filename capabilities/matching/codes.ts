// model codes in product names: `QX450`, `CV-200`, `QP2-QP90`, `5x0`, compared part by part.
// SPDX-License-Identifier: EUPL-1.2

/** One model code; `prefix` are the letters written onto it, `softPrefix` the word that stands before it. */
export interface Code {
  readonly text: string
  readonly prefix: string
  /** What follows the letters, from the first digit on. */
  readonly number: string
  /** Last number of a range of models such as `QX400-QX850`; null for one model. */
  readonly upTo: number | null
  readonly softPrefix: string | null
}

/** Two codes name the same model, may do so, or name different ones. */
export type CodeComparison = 'same' | 'likely' | 'different'

/** Letters before the digits are at most this long; a longer chain is a word with a number. */
const maxPrefix = 12

/** Reads an atom that holds a digit, `-` inside allowed; null where it is no code. */
export function readCode(atom: string, softPrefix: string | null): Code | null {
  if (!/\d/.test(atom)) return null
  return readCodeRange(atom, softPrefix) ?? readSingleCode(atom, softPrefix)
}

function readCodeRange(atom: string, softPrefix: string | null): Code | null {
  const match = /^([a-z]{0,6})(\d{1,5})-([a-z]{0,6})(\d{1,5})$/.exec(atom)
  if (!match) return null
  const [, prefix = '', low = '', secondPrefix = '', high = ''] = match
  if (prefix === '' || Number(high) <= Number(low)) return null
  const isRange = secondPrefix === prefix || (secondPrefix === '' && high.length === low.length)
  return isRange ? { text: atom, prefix, number: low, upTo: Number(high), softPrefix } : null
}

function readSingleCode(atom: string, softPrefix: string | null): Code | null {
  const joined = atom.replace(/[^a-z0-9]/g, '')
  const start = joined.search(/\d/)
  if (start < 0 || start > maxPrefix) return null
  return { text: atom, prefix: joined.slice(0, start), number: joined.slice(start), upTo: null, softPrefix }
}

/** Compares the code of an inventory with one of an advisory, which may be a range or a pattern. */
export function compareCodes(own: Code, stated: Code): CodeComparison {
  if (!numberMatches(own.number, stated)) return 'different'
  if (own.prefix === stated.prefix) return 'same'
  if (own.prefix !== '' && stated.prefix !== '')
    return own.softPrefix === stated.softPrefix && abbreviatesWordBefore(own) && abbreviatesWordBefore(stated)
      ? 'same'
      : 'different'
  const soft = own.prefix === '' ? own.softPrefix : stated.softPrefix
  const hard = own.prefix === '' ? stated.prefix : own.prefix
  if (soft === hard) return 'same'
  return own.number.length >= 3 ? 'likely' : 'different'
}

/** "Generator G11" and "Generator Gen11" both shorten the word in front of the number. */
function abbreviatesWordBefore({ prefix, softPrefix }: Code): boolean {
  return softPrefix !== null && softPrefix.length > prefix.length && softPrefix.startsWith(prefix)
}

function numberMatches(number: string, stated: Code): boolean {
  if (stated.upTo !== null) {
    return /^\d+$/.test(number) && Number(number) >= Number(stated.number) && Number(number) <= stated.upTo
  }
  if (number === stated.number) return true
  return isPattern(stated.number) && fitsPattern(number, stated.number)
}

/** `5x0` and `6xx` stand for every digit in the place of the `x`. */
function isPattern(number: string): boolean {
  return /^\d+x+\d*$/.test(number) && number.length >= 3
}

function fitsPattern(number: string, pattern: string): boolean {
  if (number.length !== pattern.length) return false
  return [...pattern].every((char, index) =>
    char === 'x' ? /\d/.test(number[index] ?? '') : char === number[index],
  )
}

/** The code as one word for keys: `qx450`, `qc150`. */
export function codeKey(code: Code): string {
  return code.prefix + code.number
}
