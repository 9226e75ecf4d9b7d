// Writes numbers and lists the way a language does.
// SPDX-License-Identifier: EUPL-1.2
import { intlName } from './instant.ts'
import type { Translator } from './translator.ts'

export function formatNumber(value: number, { locale }: Translator): string {
  return new Intl.NumberFormat(intlName(locale)).format(value)
}

/** A, B and C. */
export function formatList(items: readonly string[], { locale }: Translator): string {
  return new Intl.ListFormat(intlName(locale), { type: 'conjunction' }).format(items)
}
