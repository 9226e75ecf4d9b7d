// A server of this capability's addresses for tests: the cookie names the role, so that no accounts are needed.
// SPDX-License-Identifier: EUPL-1.2
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { readConfig } from '../../../platform/config/config.ts'
import type { Context } from '../../../platform/context.ts'
import type { AccountRole, Caller } from '../../../platform/http/caller.ts'
import { createServer } from '../../../platform/http/server.ts'
import { isLocale, loadTranslations } from '../../../platform/i18n/index.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'
import { recordingContext, testNow } from '../builders.ts'
import { createAdvisories } from '../index.ts'

const root = `${import.meta.dirname}/../../..`
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** A role, or a role and a person: `administrator@13`. Without a number it is person 12, Ada Example. */
type Who = string

export async function serveAdvisories(db: TestDatabase) {
  const translations = loadTranslations(`${root}/translations`)
  const woken: string[] = []
  const context: Context = {
    ...recordingContext(db),
    config: readConfig({}, root),
    now: () => testNow,
    secret: Buffer.alloc(32),
    wake: async (job) => void woken.push(job),
    translator: (locale) => translations.translator(isLocale(locale) ? locale : 'en'),
    origin: () => 'https://salus.example',
    render: async (_request, { title, content }) =>
      `<h0>${title.length}</h0>${renderToString(h('main', null, content))}`,
  }
  const { permissions, routes, pages } = createAdvisories(context)
  const server = await createServer({
    log: context.log,
    now: context.now,
    publicUrl: 'https://salus.example',
    permissions,
    endpoints: [...routes, ...pages],
    identify: async (cookie) => callerAs(cookie),
    sessionCookie: 'role',
    localeOf: () => 'en',
    renderProblem: async (_request, problem) => `${problem.code}: ${problem.detail}`,
    staticFiles: new Map(),
  })
  const cookiesOf = (role: Who | null) => (role === null ? {} : { role })
  return {
    context,
    server,
    woken,
    close: () => server.close(),
    get: (url: string, role: Who | null = 'duty-officer') =>
      server.inject({ method: 'GET', url, cookies: cookiesOf(role) }),
    postForm: (url: string, fields: Readonly<Record<string, string>>, role: Who = 'administrator') =>
      server.inject({
        method: 'POST',
        url,
        cookies: cookiesOf(role),
        headers: form,
        payload: new URLSearchParams({ _csrf: 'the-token', ...fields }).toString(),
      }),
    postJson: (url: string, payload: object, role: Who = 'duty-officer') =>
      server.inject({
        method: 'POST',
        url,
        cookies: cookiesOf(role),
        headers: { 'x-csrf-token': 'the-token' },
        payload,
      }),
  }
}

function callerAs(who: Who | undefined): Caller {
  if (who === undefined) return null
  const [role, person] = who.split('@')
  const isCentre = role === 'duty-officer' || role === 'administrator'
  return {
    person: {
      id: Number(person ?? 12),
      name: person === undefined ? 'Ada Example' : `Person ${person}`,
      email: 'ada@lakeland.example',
      language: 'en',
      theme: 'device',
    },
    memberships: [
      {
        organisationId: 3,
        organisationName: 'Lakeland',
        organisationKind: isCentre ? 'centre' : 'provider',
        timeZone: 'Europe/Berlin',
        // The tests name roles only.
        role: role as AccountRole,
      },
    ],
    csrfToken: 'the-token',
  }
}
