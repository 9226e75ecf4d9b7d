// Holds the serial number of an asset against the serial numbers that a statement restricts itself to.
// SPDX-License-Identifier: EUPL-1.2
import type { AdvisoryFormat, StatedProduct } from '@salus/standards/advisory'
import { fitsPartialNumber, maxNumberCharacters } from '@salus/standards/csaf'
import type { ExplanationStep } from './explanation.ts'

/** Numbers shown in an explanation; a statement may list thousands. */
const maxShown = 5
const maxSerial = 200
/** More restrict nothing: a longer list is a broken document, and then every piece is meant. */
const maxPatterns = 10_000
/** The same words as `serialKeyOf` of assets strips in SQL. */
const serialWord = /^(?:s\/?n|serial(?: (?:no\.?|number))?|seriennummer|n° de série)[\s:.#]*/i

/** As serial numbers are compared: without a word in front, letters of ASCII in upper case. */
export function serialKey(serial: string | null | undefined): string {
  return upperCase([...(serial ?? '')].slice(0, maxSerial).join('').trim().replace(serialWord, ''))
}

/** Only ASCII, as SQL does under the collation "C". */
function upperCase(text: string): string {
  return text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase())
}

export interface SerialDecision {
  /** False takes the asset out: the publisher means other pieces of the same product. */
  readonly isMeant: boolean
  /** Whether the asset's own number was there to be compared. */
  readonly isKnown: boolean
  readonly step: ExplanationStep
}

/**
 * Null where the statement names no serial numbers. An asset whose number is not known is taken to be meant, as with
 * options that an inventory does not state, and so is a version, which is none (`undefined`); `?` and `*` stand for other characters (CSAF 2.1, 3.1.3.3.6; in 2.0 a part
 * may also end early).
 */
export function decideSerial(
  serial: string | null | undefined,
  { serialNumbers }: Pick<StatedProduct, 'serialNumbers'>,
  format: AdvisoryFormat,
): SerialDecision | null {
  if (serialNumbers.length === 0) return null
  const own = serialKey(serial)
  const scheme = 'serial-number'
  const shown = serialNumbers.slice(0, maxShown).join(', ')
  const stated = serialNumbers.length > maxShown ? `${shown}, …` : shown
  if (own === '')
    return {
      isMeant: true,
      isKnown: false,
      step: {
        code: serial === undefined ? 'each-piece' : 'condition-not-stated',
        condition: `serial number ${stated}`,
      },
    }
  const version = format === 'csaf-2.1' ? '2.1' : '2.0'
  const fitting = serialNumbers.find((pattern) => fitsPartialNumber(upperCase(pattern), own, version))
  return fitting === undefined
    ? { isMeant: false, isKnown: true, step: { code: 'identifier-differs', scheme, own, stated } }
    : { isMeant: true, isKnown: true, step: { code: 'identifier-equal', scheme, value: fitting } }
}

/** The statement's numbers as patterns for LIKE in SQL over `serialKey`, the backslash as escape; null where it has none. */
export function serialPatterns(
  { serialNumbers }: Pick<StatedProduct, 'serialNumbers'>,
  format: AdvisoryFormat,
): readonly string[] | null {
  if (serialNumbers.length === 0 || serialNumbers.length > maxPatterns) return null
  return serialNumbers
    .filter((pattern) => pattern !== '' && pattern.length <= maxNumberCharacters)
    .map((pattern) => `${likeOf(upperCase(pattern))}${format === 'csaf-2.1' ? '' : '%'}`)
}

function likeOf(pattern: string): string {
  return pattern.replaceAll(/\\[?*\\]|[\s\S]/gu, (sign) => {
    if (sign === '*') return '%'
    if (sign === '?') return '_'
    const literal = sign.length === 2 && sign.startsWith('\\') ? sign.slice(1) : sign
    return /[%_\\]/.test(literal) ? `\\${literal}` : literal
  })
}

/** Whether an asset is meant by such patterns, as SQL decides it. */
export function isMeantBy(patterns: readonly string[] | null, serial: string | null): boolean {
  const own = serialKey(serial)
  return (
    patterns === null ||
    own === '' ||
    patterns.some((pattern) => fitsPartialNumber(partialOf(pattern), own, '2.1'))
  )
}

function partialOf(like: string): string {
  return like.replaceAll(/\\[\s\S]|[\s\S]/gu, (sign) => {
    if (sign === '%') return '*'
    if (sign === '_') return '?'
    const literal = sign.startsWith('\\') ? sign.slice(1) : sign
    return /[?*\\]/.test(literal) ? `\\${literal}` : literal
  })
}
