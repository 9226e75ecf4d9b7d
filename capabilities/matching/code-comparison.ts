// Compares the model codes of two names: every stated group must be met, and a spare code is another model.
// SPDX-License-Identifier: EUPL-1.2
import { type Code, compareCodes } from './codes.ts'
import type { NameParts } from './name-parts.ts'

export interface CodeResult {
  readonly kind: 'met' | 'not-needed' | 'not-stated' | 'conflict'
  readonly detail: readonly string[]
  readonly strength: number
  /** Codes of the inventory that the advisory does not have. */
  readonly spare: number
}

export function compareCodeGroups(own: NameParts, stated: NameParts): CodeResult {
  const ownCodes = [...own.codes.flat(), ...own.remarkCodes]
  const sharedPart = stated.remarkCodes.find(
    (code) => isPartNumber(code) && ownCodes.some((mine) => isSame(mine, code)),
  )
  if (sharedPart) return { kind: 'met', detail: [sharedPart.text], strength: 2, spare: 0 }
  if (stated.codes.length === 0 && isOutsideRemark(ownCodes, stated.remarkCodes)) {
    return {
      kind: 'conflict',
      detail: stated.remarkCodes.map((code) => code.text),
      strength: 0,
      spare: ownCodes.length,
    }
  }
  if (stated.codes.length === 0)
    return { kind: 'not-needed', detail: [], strength: 0, spare: ownCodes.length }
  const unmet = stated.codes.filter(
    (group) => !group.some((code) => ownCodes.some((mine) => fits(mine, code, stated))),
  )
  const statedCodes = [...stated.codes.flat(), ...stated.remarkCodes]
  const spare = ownCodes.filter((mine) => !statedCodes.some((code) => fits(mine, code, stated)))
  const names = (list: readonly Code[]) => list.map((code) => code.text)
  if (unmet.length === 0)
    return {
      kind: 'met',
      detail: names(stated.codes.flat()),
      strength: codeStrength(own, stated),
      spare: spare.length,
    }
  if (spare.length > 0)
    return {
      kind: 'conflict',
      detail: [...names(spare), ...names(unmet.flat())],
      strength: 0,
      spare: spare.length,
    }
  return { kind: 'not-stated', detail: names(unmet.flat()), strength: 0, spare: 0 }
}

/** "Gate MX (MX400-550)": the remark lists the models, so another MX is not meant. */
function isOutsideRemark(own: readonly Code[], remark: readonly Code[]): boolean {
  const comparable = own.filter(
    (mine) => mine.prefix !== '' && remark.some((code) => code.prefix === mine.prefix),
  )
  return comparable.length > 0 && !comparable.some((mine) => remark.some((code) => isSame(mine, code)))
}

function fits(mine: Code, code: Code, stated: NameParts): boolean {
  return isSame(mine, code) || isOfSeries(mine, code, stated) || isWrittenJoined(mine, code, stated)
}

function isSame(mine: Code, code: Code): boolean {
  return compareCodes(mine, code) !== 'different'
}

/** "R04CPU" of the inventory is "R04 CPU" of the advisory, also where a variant stands between ("R04 (EN) CPU"). */
function isWrittenJoined(mine: Code, code: Code, { pool }: NameParts): boolean {
  if (mine.prefix !== code.prefix || !mine.number.startsWith(code.number)) return false
  const tail = mine.number.slice(code.number.length)
  return (
    /^[a-z]{2,12}$/.test(tail) &&
    pool.some((word) => pool.some((next) => tail === word || tail === word + next))
  )
}

/** "NX-2100 Series" has the models NX-2112 and NX-2104-T: hundreds that the maker counts up. */
function isOfSeries(mine: Code, code: Code, { text }: NameParts): boolean {
  if (!/^\d{1,3}00$/.test(code.number) || !/\b(?:series|family)\b/.test(text)) return false
  const digits = /^[a-z]{1,6}-?(\d+)[a-z]{0,2}(?:-[a-z\d]{1,3})?$/.exec(mine.text)?.[1] ?? ''
  const isNear = digits.length === code.number.length && digits.startsWith(code.number.slice(0, -2))
  return isNear && mine.prefix !== '' && mine.prefix === code.prefix
}

/** Order and part numbers are long; nothing else in brackets identifies on its own. */
function isPartNumber(code: Code): boolean {
  return code.prefix.length + code.number.length >= 6
}

/** "Norvik QC 80" is lettered where the inventory writes "QC80": the word in front belongs to the model. */
function codeStrength(own: NameParts, stated: NameParts): number {
  const prefixes = new Set(own.codes.flat().map((code) => code.prefix))
  const isLettered = (code: Code) =>
    code.prefix !== '' ||
    code.number.length >= 3 ||
    (code.softPrefix !== null && code.softPrefix.length <= maxLetters && prefixes.has(code.softPrefix))
  return stated.codes.some((group) => group.some(isLettered)) ? 1 : 0.6
}

/** A longer word in front of a number is a word of the name. */
const maxLetters = 4

/** Whether a code of letters and three digits or more is shared, which is rare between makers. */
export function sharesModel(own: NameParts, stated: NameParts): boolean {
  const telling = stated.codes
    .flat()
    .filter((code) => code.prefix !== '' && code.upTo === null && code.number.length >= 3)
  return telling.some((code) => own.codes.flat().some((mine) => compareCodes(mine, code) === 'same'))
}
