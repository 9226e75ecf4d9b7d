// Test data: an invented purchase, a bill of materials, and a server with the pages of guidance alone.
// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import { defineEvent, handleLater } from '../../platform/events/event.ts'
import type { AccountRole, Caller } from '../../platform/http/caller.ts'
import { createServer } from '../../platform/http/server.ts'
import { createFactBook, type FactBook, profileFacts } from '../facts/index.ts'
import { aMoment, contextFor } from '../organisations/builders.ts'
import { createGuidance } from './index.ts'
import type { Clause, PurchaseFacts } from './purchase.ts'

export { aMoment, aProvider, givenOrganisation } from '../organisations/builders.ts'

/** As assets announces it; here nobody reads the file. */
const importRequested = defineEvent<{ organisationId: number; importId: number }>('import.requested')

/** Events stay in their table until a test handles them. */
export function guidanceContext(database: Database): Context {
  const keep = async (): Promise<void> => undefined
  return contextFor(database, [handleLater(importRequested, 'test.imports', 10, keep)])
}

export function aPurchase(changes: Partial<PurchaseFacts> = {}): PurchaseFacts {
  return {
    name: 'Infusion pumps for ward 3',
    kinds: ['device'],
    supplier: 'Northwind Medical',
    touches: {
      'patient-data': 'yes',
      network: 'yes',
      'remote-access': 'no',
      'clinical-service': 'unknown',
    },
    ...changes,
  }
}

export function withBody(clause: Clause, changes: Partial<Clause['body']>): Clause {
  return { ...clause, body: { ...clause.body, ...changes } }
}

export function anSbom(components: readonly { readonly name: string; readonly version: string }[]): string {
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'device', name: 'PumpGate', version: '2.3.1' } },
    components: components.map(({ name, version }) => ({
      type: 'library',
      'bom-ref': name,
      name,
      version,
      purl: `pkg:generic/${name}@${version}`,
    })),
  })
}

type Reply = Awaited<ReturnType<FastifyInstance['inject']>>

export interface GuidanceServer {
  readonly server: FastifyInstance
  get(url: string, who?: string): Promise<Reply>
  post(
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    who?: string,
  ): Promise<Reply>
  upload(url: string, name: string, content: string): Promise<Reply>
  readonly facts: FactBook
  /** In which pages come. */
  speak(language: string): void
  at(now: Date): void
}

export async function guidanceServer(
  context: Context,
  callers: () => Readonly<Record<string, Caller>>,
): Promise<GuidanceServer> {
  let language = 'en'
  let moment = aMoment
  const facts = createFactBook([profileFacts])
  const guidance = createGuidance(context, facts)
  const server = await createServer({
    log: context.log,
    now: () => moment,
    publicUrl: null,
    permissions: guidance.permissions,
    endpoints: guidance.pages,
    identify: async (cookie) => callers()[cookie ?? ''] ?? null,
    sessionCookie: 'session',
    localeOf: () => language,
    renderProblem: async (_request, problem) => problem.code,
    staticFiles: new Map(),
  })
  const as = (who: string | undefined) => (who ? { cookies: { session: who } } : {})
  return {
    server,
    facts,
    get: async (url, who) => server.inject({ url, ...as(who) }),
    async post(url, fields, who) {
      const body = new URLSearchParams({ _csrf: 'token' })
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return server.inject({ method: 'POST', url, headers, payload: String(body), ...as(who) })
    },
    async upload(url, name, content) {
      const head = `content-disposition: form-data; name="file"; filename="${name}"`
      return server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        payload: `--b\r\n${head}\r\ncontent-type: application/json\r\n\r\n${content}\r\n--b--\r\n`,
      })
    },
    speak(chosen) {
      language = chosen
    },
    at(now) {
      moment = now
    },
  }
}

let forms = 0

export function purchaseForm(changes: Readonly<Record<string, string | readonly string[]>> = {}) {
  forms += 1
  return {
    name: 'Infusion pumps',
    kinds: ['device', 'remote-maintenance'],
    supplier: '',
    'touch-patient-data': 'yes',
    'touch-network': 'unknown',
    'touch-remote-access': 'no',
    'touch-clinical-service': '',
    formToken: `a-form-token-${forms}`,
    ...changes,
  }
}

/** The path of a new purchase. */
export async function givenPurchase({ post }: GuidanceServer, organisationId: number): Promise<string> {
  const made = await post(`/o/${organisationId}/purchases`, purchaseForm(), 'lead')
  return String(made.headers.location)
}

/** The link as the supplier gets it, and the page of the sheet. */
export async function givenSheet({ post }: GuidanceServer, path: string, supplier = 'Northwind Medical') {
  forms += 1
  const sent = { supplier, language: 'en', formToken: `a-sheet-token-${forms}` }
  const { body } = await post(`${path}/sheets`, sent, 'lead')
  const sheetId = /action="[^"]*\/sheets\/(\d+)\/links"/.exec(body)?.[1]
  return { link: linkIn(body), page: `${path}/sheets/${sheetId}` }
}

export function linkIn(body: string): string {
  const link = /\/supplier\/[0-9A-Za-z_-]+/.exec(body)?.[0]
  if (!link) throw new Error('the page shows no link')
  return link
}

export function aCaller(organisationId: number, role: AccountRole, name = 'Tannau Hospital'): Caller {
  return {
    person: {
      id: 1,
      name: 'Jana Brandt',
      email: 'jana@tannau.example',
      language: 'en',
      theme: 'device',
    },
    memberships: [
      {
        organisationId,
        organisationName: name,
        organisationKind: 'provider',
        timeZone: 'Europe/Vienna',
        role,
      },
    ],
    csrfToken: 'token',
  }
}
