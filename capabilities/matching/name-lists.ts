// Lists inside a product name: models that share letters, names joined by slashes, a row of short names.
// SPDX-License-Identifier: EUPL-1.2
import { foldText, maxNameLength, squeeze } from './text.ts'
import { rankOf, stemKey } from './words.ts'

/** A list longer than this is cut: nobody names so many models in one text. */
const maxListed = 12
/** Three letters and more belong to all numbers; "QP5/5SC" are QP5 and its variant 5SC. */
const sharedEnds =
  /(?<![\p{L}\p{N}])([A-Z]{1,4})(\d{1,4}(?:\/\d{1,4}){1,11})(\([A-Z]{1,3}\))?([A-Z]{3,8})(?![\p{L}\p{N}])/gu
const shortName = /^[A-Z]{2,5}$/
/** Fewer short names in a row are one name ("GE MUSE NX"). */
const fewestShortNames = 4

/** "Q08/16(EN)CPU" names Q08CPU, Q08ENCPU, Q16CPU and Q16ENCPU. */
export function expandSharedEnds(text: string): string {
  return text.replace(
    sharedEnds,
    (_, before: string, numbers: string, option: string | undefined, end: string) => {
      const ends = option === undefined ? [end] : [end, option.slice(1, -1) + end]
      const models = numbers.split('/').flatMap((number) => ends.map((one) => before + number + one))
      return models.slice(0, maxListed * 2).join('/')
    },
  )
}

/** The text and every name that it may list; the text alone where it lists none. */
export function listedNames(text: string): string[] {
  const short = text.slice(0, maxNameLength)
  return [text, ...(rowOfShortNames(short) ?? slashedNames(short)), ...nameBeforeLine(short)]
}

/** "Ventalo | Page Builder For Wards": what stands behind the bar or the long dash advertises. */
function nameBeforeLine(text: string): string[] {
  const [name = '', ...lines] = text.split(/\s[|–—]\s/)
  return lines.length > 0 && tells(name) && !/\d/.test(lines.join(' ')) ? [name] : []
}

/** "NX NXE NXS QED": capitals only, so each is a model of its own. */
function rowOfShortNames(text: string): string[] | null {
  const words = text.trim().split(/[\s,/]+/)
  const isRow = words.length >= fewestShortNames && words.every((word) => shortName.test(word))
  return isRow ? words.slice(0, maxListed) : null
}

/** "Ward Tools/Dynamic Map/Boost Live": names of several words, each with a telling one. "Alpha/Beta Pump" is left to the words. */
function slashedNames(text: string): string[] {
  const parts = text.split('/').map((part) => part.trim())
  if (parts.length < 2 || /[()]/.test(text) || !parts.every(tells)) return []
  return parts.filter((part) => /[\s.]/.test(part)).length < 2 ? [] : parts.slice(0, maxListed)
}

function tells(part: string): boolean {
  return foldText(part)
    .split(/[\s.]+/)
    .some((word) => word.length >= 4 && /^\p{L}/u.test(word) && rankOf(stemKey(squeeze(word))) === 'brand')
}
