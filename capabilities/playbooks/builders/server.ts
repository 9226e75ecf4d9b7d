// A server of the library's addresses for tests: the cookie names role and language, so that no accounts are needed.
// SPDX-License-Identifier: EUPL-1.2
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { readConfig } from '../../../platform/config/config.ts'
import type { Context } from '../../../platform/context.ts'
import { createEvents } from '../../../platform/events/announce.ts'
import type { AccountRole, Caller } from '../../../platform/http/caller.ts'
import { createServer } from '../../../platform/http/server.ts'
import { isLocale, loadTranslations } from '../../../platform/i18n/index.ts'
import { createLog } from '../../../platform/log/log.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'
import { createPlaybooks } from '../index.ts'

const root = `${import.meta.dirname}/../../..`
const now = new Date('2026-11-28T02:00:00Z')
const boundary = 'b'.repeat(24)

export async function servePlaybooks(db: TestDatabase) {
  const translations = loadTranslations(`${root}/translations`)
  const context: Context = {
    config: readConfig({}, root),
    database: db.database,
    events: createEvents([]),
    log: createLog('silent'),
    now: () => now,
    secret: Buffer.alloc(32),
    wake: async () => undefined,
    translator: (locale) => translations.translator(isLocale(locale) ? locale : 'en'),
    origin: () => 'https://salus.example',
    render: async (_request, { content }) => renderToString(h('main', null, content)),
  }
  const { permissions, routes, pages } = createPlaybooks(context)
  const server = await createServer({
    log: context.log,
    now: context.now,
    publicUrl: 'https://salus.example',
    permissions,
    endpoints: [...routes, ...pages],
    identify: async (cookie) => callerAs(cookie),
    sessionCookie: 'role',
    localeOf: (caller) => caller?.person.language ?? 'en',
    renderProblem: async (_request, problem) => `${problem.code}: ${problem.detail}`,
    staticFiles: new Map(),
  })
  const cookiesOf = (role: string | null, language: string) =>
    role === null ? {} : { role: `${role}|${language}` }
  return {
    context,
    close: () => server.close(),
    get: (url: string, role: string | null = 'reader', language = 'en') =>
      server.inject({ method: 'GET', url, cookies: cookiesOf(role, language) }),
    postForm: (url: string, fields: Readonly<Record<string, string>>, role = 'administrator') =>
      server.inject({
        method: 'POST',
        url,
        cookies: cookiesOf(role, 'en'),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: 'the-token', ...fields }).toString(),
      }),
    upload: (
      content: string | Buffer,
      fields: Readonly<Record<string, string>> = {},
      role = 'duty-officer',
    ) =>
      server.inject({
        method: 'POST',
        url: '/centre/playbooks/import',
        cookies: cookiesOf(role, 'en'),
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: multipart(content, { _csrf: 'the-token', ...fields }),
      }),
  }
}

function multipart(content: string | Buffer, fields: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return Buffer.concat([
    Buffer.from(parts.join('')),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="playbook.json"\r\ncontent-type: application/json\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}

/** `reader|en`. */
function callerAs(who: string | undefined): Caller {
  if (who === undefined) return null
  const [role, language = 'en'] = who.split('|')
  const isCentre = role === 'duty-officer' || role === 'administrator'
  return {
    person: { id: 12, name: 'Ada Example', email: 'ada@lakeland.example', language, theme: 'device' },
    memberships: [
      {
        organisationId: 3,
        organisationName: 'Lakeland',
        organisationKind: isCentre ? 'centre' : 'provider',
        timeZone: 'Europe/Vienna',
        // The tests name roles only.
        role: role as AccountRole,
      },
    ],
    csrfToken: 'the-token',
  }
}
