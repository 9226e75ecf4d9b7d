// Changes the language of the pages, for strangers by a cookie and for the signed in by their account.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { locales } from '../../../platform/i18n/index.ts'
import { changeLanguage } from '../actions/account.ts'
import { pathField } from '../contract.ts'
import { languageCookieName, languageCookieSeconds } from '../locale.ts'
import { safePath } from '../safe-path.ts'

export function languagePage(context: Context) {
  return definePage({
    method: 'POST',
    path: '/language',
    permission: 'public',
    params: nothing,
    query: nothing,
    body: z.object({ language: z.enum(locales), returnTo: pathField }),
    handle: async (request) => {
      const { language, returnTo } = request.body
      if (request.caller) await changeLanguage(context, request.caller.person.id, language)
      return {
        redirect: safePath(returnTo),
        cookies: [{ name: languageCookieName, value: language, maxAgeSeconds: languageCookieSeconds }],
      }
    },
  })
}
