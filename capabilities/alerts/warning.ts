// A warning: the centre tells members what other hospitals saw, though nothing in any list of assets matches it.
// SPDX-License-Identifier: EUPL-1.2
import { type Locale, locales } from '../../platform/i18n/index.ts'
import type { ProviderKind } from '../organisations/index.ts'

export interface WarningText {
  readonly title: string
  /** What was seen, as people say it. */
  readonly seen: string
  /** What to do now: how to look for it, and what then. */
  readonly advice: string
}

export type WarningTexts = Readonly<Record<Locale, WarningText>>

/** Characters of each part in each language. */
export const warningLimits = { title: 150, seen: 2_000, advice: 4_000 } as const

/** Whom a warning goes to; an empty list and null are everybody. */
export interface WarningAudience {
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  readonly kinds: readonly ProviderKind[]
  readonly sensor: 'with' | 'without' | null
}

export interface Warning {
  readonly texts: WarningTexts
  /** At least so many hospitals saw it. */
  readonly hospitals: number
  /** How it gets in, as far as the officer knows: from the internet, or from inside; null where nobody knows. */
  readonly exposure: 'open' | 'controlled' | null
  readonly audience: WarningAudience
}

export interface StoredWarning extends Warning {
  readonly advisoryId: number
  readonly warnedAt: Date
  readonly warnedByName: string
}

export function warningText(texts: WarningTexts, locale: string): WarningText {
  return texts[locales.find((one) => one === locale) ?? 'en']
}
