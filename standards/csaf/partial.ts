// Compares model numbers, serial numbers and SKUs that a publisher gives in part with whole ones.
// SPDX-License-Identifier: EUPL-1.2

/** Longest number or pattern that is compared; no label on a device is longer. */
export const maxNumberCharacters = 200

/**
 * True if a whole number fits the number of an advisory. Letters are compared as written. `?` is one character, `*` any
 * number of them, a backslash takes their meaning away. In CSAF 2.1 (3.1.3.3.3, 3.1.3.3.6, 3.1.3.3.7) the pattern
 * covers the whole number; in 2.0 (same sections) a part may also end early, so that it fits what begins with it.
 */
export function fitsPartialNumber(pattern: string, number: string, version: '2.0' | '2.1'): boolean {
  if (pattern === '' || pattern.length > maxNumberCharacters || number.length > maxNumberCharacters)
    return false
  const signs = readSigns(pattern)
  return fits(version === '2.0' ? [...signs, anyText] : signs, number)
}

/** True if nothing in it stands for other characters. */
export function isWholeNumber(pattern: string): boolean {
  return readSigns(pattern).every((sign) => typeof sign === 'string')
}

const anyText = Symbol('any number of characters')
const oneCharacter = Symbol('one character')
type Sign = string | typeof anyText | typeof oneCharacter

function readSigns(pattern: string): Sign[] {
  const signs: Sign[] = []
  // By code point: one character that a person sees is one that a question mark stands for.
  const characters = [...pattern]
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? ''
    const next = characters[at + 1]
    if (character === '\\' && next !== undefined && /[?*\\]/.test(next)) {
      signs.push(next)
      at += 1
    } else if (character === '*') signs.push(anyText)
    else signs.push(character === '?' ? oneCharacter : character)
  }
  return signs
}

/** Goes back only to the last star, so that the time is bounded by the product of the lengths. */
function fits(signs: readonly Sign[], number: string): boolean {
  const characters = [...number]
  let sign = 0
  let at = 0
  let star = -1
  let resumeAt = 0
  while (at < characters.length) {
    const wanted = signs[sign]
    if (wanted === anyText) {
      star = sign
      resumeAt = at
      sign += 1
    } else if (wanted === oneCharacter || (wanted !== undefined && wanted === characters[at])) {
      sign += 1
      at += 1
    } else if (star >= 0) {
      sign = star + 1
      resumeAt += 1
      at = resumeAt
    } else return false
  }
  return signs.slice(sign).every((rest) => rest === anyText)
}
