// For tests of the room's pages: the real server over a real database, with a cookie that says who asks.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { render } from 'preact-render-to-string'
import { readConfig } from '../../../../../platform/config/config.ts'
import type { Context } from '../../../../../platform/context.ts'
import { createEvents } from '../../../../../platform/events/announce.ts'
import type { AccountRole, Caller } from '../../../../../platform/http/caller.ts'
import { createServer } from '../../../../../platform/http/server.ts'
import { isLocale, loadTranslations } from '../../../../../platform/i18n/index.ts'
import { createLog } from '../../../../../platform/log/log.ts'
import { type TestDatabase, testSecret } from '../../../../../platform/testing/database.ts'
import { createIncidents } from '../../../index.ts'

const translations = loadTranslations(join(import.meta.dirname, '..', '..', '..', '..', '..', 'translations'))
const csrfToken = 'token-of-the-session'

export interface Who {
  readonly role: AccountRole
  readonly organisationId: number
  readonly name: string
}

export interface Reply {
  readonly status: number
  readonly location: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  readonly bytes: Buffer
  /** What a reader sees, with single spaces. */
  readonly text: string
  readonly document: Document
}

export interface Site {
  setNow(now: Date): void
  get(path: string, who: Who | null, locale?: string): Promise<Reply>
  post(path: string, fields: Readonly<Record<string, string>>, who: Who | null): Promise<Reply>
  upload(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: { readonly name: string; readonly content: string },
    who: Who | null,
  ): Promise<Reply>
  close(): Promise<void>
}

export async function buildSite(db: TestDatabase, start: Date): Promise<Site> {
  let now = start
  const settings = {
    SALUS_LOG_LEVEL: 'silent',
    SALUS_CENTRE_NAME: 'Lakeland Centre',
    SALUS_CENTRE_PHONE: '+43 555 0199',
  }
  const context: Context = {
    config: readConfig(settings, '.'),
    database: db.database,
    events: createEvents([]),
    log: createLog('silent'),
    now: () => now,
    secret: testSecret,
    wake: async () => undefined,
    translator: (locale) => translations.translator(isLocale(locale) ? locale : 'en'),
    origin: () => 'https://salus.example',
    render: async (_request, { title, content }) => render(<main data-title={title}>{content}</main>),
  }
  const incidents = createIncidents(context)
  const server = await createServer({
    log: createLog('silent'),
    now: () => now,
    publicUrl: null,
    permissions: incidents.permissions,
    endpoints: incidents.pages,
    identify: async (cookie) => callerOf(cookie),
    sessionCookie: 'who',
    localeOf: (_caller, { accept }) => accept ?? 'en',
    renderProblem: async (_request, problem) => `<p>${problem.code}: ${problem.detail}</p>`,
    staticFiles: new Map(),
  })
  async function send(options: object, who: Who | null): Promise<Reply> {
    const cookies = who ? { cookies: { who: encodeURIComponent(JSON.stringify(who)) } } : {}
    const response = await server.inject({ ...options, ...cookies })
    const { document } = parseHTML(`<html><body>${response.body}</body></html>`)
    return {
      status: response.statusCode,
      location: String(response.headers.location ?? ''),
      headers: response.headers,
      body: response.body,
      bytes: response.rawPayload,
      text: textOf(response.body),
      document,
    }
  }
  const signed = (fields: Readonly<Record<string, string>>, who: Who | null) =>
    who ? { ...fields, _csrf: csrfToken } : { ...fields }
  return {
    setNow(instant) {
      now = instant
    },
    get: (url, who, locale = 'en') =>
      send({ method: 'GET', url, headers: { 'accept-language': locale } }, who),
    post: (url, fields, who) =>
      send(
        {
          method: 'POST',
          url,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(signed(fields, who)).toString(),
        },
        who,
      ),
    upload: (url, fields, file, who) =>
      send(
        {
          method: 'POST',
          url,
          headers: { 'content-type': 'multipart/form-data; boundary=part' },
          payload: multipart(signed(fields, who), file),
        },
        who,
      ),
    close: () => server.close(),
  }
}

/** Cells and lines that a screen shows apart are apart here too. */
function textOf(html: string): string {
  const { document } = parseHTML(`<html><body>${html.replaceAll('<', ' <')}</body></html>`)
  return (document.body?.textContent ?? '').replaceAll(/\s+/g, ' ')
}

function multipart(
  fields: Readonly<Record<string, string>>,
  file: { readonly name: string; readonly content: string },
): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--part\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--part\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: text/plain\r\n\r\n${file.content}\r\n--part--\r\n`
}

function callerOf(cookie: string | undefined): Caller {
  if (!cookie) return null
  // The cookie is written by `send` above.
  const who = JSON.parse(decodeURIComponent(cookie)) as Who
  const isCentre = who.role === 'duty-officer' || who.role === 'administrator'
  return {
    person: {
      id: isCentre ? 2 : 1,
      name: who.name,
      email: 'somebody@tannau.example',
      language: 'en',
      theme: 'device',
    },
    csrfToken,
    memberships: [
      {
        organisationId: who.organisationId,
        organisationName: 'Tannau Hospital',
        organisationKind: isCentre ? 'centre' : 'provider',
        timeZone: 'Europe/Berlin',
        role: who.role,
      },
    ],
  }
}
