// The language of a page: the person's, else the cookie's, else the browser's.
// SPDX-License-Identifier: EUPL-1.2
import type { Caller } from '../../platform/http/caller.ts'
import { chooseLocale, isLocale, type Locale } from '../../platform/i18n/index.ts'

export const languageCookieName = 'salus-language'
export const languageCookieSeconds = 365 * 24 * 3_600

export function localeOf(
  caller: Caller,
  request: { readonly cookie: string | undefined; readonly accept: string | undefined },
): Locale {
  if (caller && isLocale(caller.person.language)) return caller.person.language
  return isLocale(request.cookie) ? request.cookie : chooseLocale(request.accept)
}
