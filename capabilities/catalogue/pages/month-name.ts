// The name of the current month with its year, as a language writes it.
// SPDX-License-Identifier: EUPL-1.2
import type { Reader } from './reader.ts'

export function intlMonth({ translator: { locale }, timeZone, now }: Reader): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone }).format(now)
}
