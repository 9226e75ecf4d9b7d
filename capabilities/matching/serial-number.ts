// Holds the serial number of an asset against the serial numbers that a statement restricts itself to.
// SPDX-License-Identifier: EUPL-1.2
import type { AdvisoryFormat, StatedProduct } from '@salus/standards/advisory'
import { fitsPartialNumber } from '@salus/standards/csaf'
import type { ExplanationStep } from './explanation.ts'

/** Numbers shown in an explanation; a statement may list thousands. */
const maxShown = 5
const maxSerial = 200
const serialWord = /^(?:s\/?n|serial(?: (?:no\.?|number))?|seriennummer|n° de série)[\s:.#]*/i

export interface SerialDecision {
  /** False takes the asset out: the publisher means other pieces of the same product. */
  readonly isMeant: boolean
  readonly step: ExplanationStep
}

/**
 * Null where the statement names no serial numbers. An asset whose number is not known is taken to be meant, as with
 * options that an inventory does not state; `?` and `*` stand for other characters (CSAF 2.1, 3.1.3.3.6; in 2.0 a part
 * may also end early).
 */
export function decideSerial(
  serial: string | null | undefined,
  { serialNumbers }: Pick<StatedProduct, 'serialNumbers'>,
  format: AdvisoryFormat,
): SerialDecision | null {
  if (serialNumbers.length === 0) return null
  const own = (serial ?? '').slice(0, maxSerial).trim().replace(serialWord, '').toUpperCase()
  const scheme = 'serial-number'
  const shown = serialNumbers.slice(0, maxShown).join(', ')
  const stated = serialNumbers.length > maxShown ? `${shown}, …` : shown
  if (own === '')
    return { isMeant: true, step: { code: 'condition-not-stated', condition: `serial number ${stated}` } }
  const version = format === 'csaf-2.1' ? '2.1' : '2.0'
  const fitting = serialNumbers.find((pattern) => fitsPartialNumber(pattern.toUpperCase(), own, version))
  return fitting === undefined
    ? { isMeant: false, step: { code: 'identifier-differs', scheme, own, stated } }
    : { isMeant: true, step: { code: 'identifier-equal', scheme, value: fitting } }
}
