// Reads what the officer typed into a warning, with every fault at its field.
// SPDX-License-Identifier: EUPL-1.2
import { plainText } from '../../platform/http/plain-text.ts'
import { type Locale, locales } from '../../platform/i18n/index.ts'
import { type WarningAudience, type WarningText, type WarningTexts, warningLimits } from '../alerts/index.ts'

export const warningParts = ['title', 'seen', 'advice'] as const
export type WarningPart = (typeof warningParts)[number]
export type WarningField = `${WarningPart}-${Locale}`

export interface WarningWish {
  readonly texts: WarningTexts
  readonly exposure: 'open' | 'controlled' | null
  readonly audience: WarningAudience
}

export type WarningFaults = ReadonlyMap<WarningField, 'missing' | 'long'>

type Typed = Readonly<Record<WarningField, string>> & {
  readonly exposure: '' | 'open' | 'controlled'
  readonly sensor: '' | 'with' | 'without'
} & Pick<WarningAudience, 'countries' | 'kinds'>

export function readWarning(
  typed: Typed,
):
  | { readonly wish: WarningWish; readonly faults: null }
  | { readonly wish: null; readonly faults: WarningFaults } {
  const faults = new Map<WarningField, 'missing' | 'long'>()
  for (const locale of locales)
    for (const part of warningParts) {
      const text = plainText(typed[`${part}-${locale}`])
      if (text === '') faults.set(`${part}-${locale}`, 'missing')
      else if (text.length > warningLimits[part]) faults.set(`${part}-${locale}`, 'long')
    }
  if (faults.size > 0) return { wish: null, faults }
  const textIn = (locale: Locale): WarningText => ({
    title: plainText(typed[`title-${locale}`]).replace(/\s+/g, ' '),
    seen: plainText(typed[`seen-${locale}`]),
    advice: plainText(typed[`advice-${locale}`]),
  })
  const { exposure, sensor, countries, kinds } = typed
  return {
    faults: null,
    wish: {
      texts: { en: textIn('en'), de: textIn('de'), fr: textIn('fr'), it: textIn('it') },
      exposure: exposure || null,
      audience: { countries, kinds, sensor: sensor || null },
    },
  }
}
