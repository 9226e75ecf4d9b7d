// A server with the screens of the catalogue alone, for tests: a practice, another one, and the centre with its people.
// SPDX-License-Identifier: EUPL-1.2
import type { LightMyRequestResponse } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import type { AccountRole, Caller } from '../../../platform/http/caller.ts'
import { createServer } from '../../../platform/http/server.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'
import type { FactBook } from '../../facts/index.ts'
import type { Acting } from '../actions/acting.ts'
import { aMoment, bookForTests, catalogueContext, givenCentre, givenMember } from '../builders.ts'
import { createCatalogue } from '../index.ts'

/** Items are in force from November on; the pages are looked at in December. */
export const december = new Date('2026-12-01T08:00:00Z')

export interface TestServer {
  readonly context: Context
  readonly book: FactBook
  readonly practice: Acting
  readonly other: Acting
  /** `/o/7`, of the practice. */
  readonly own: string
  speak(language: string): void
  get(url: string, who?: Who): Promise<LightMyRequestResponse>
  post(url: string, payload: object, who?: Who): Promise<LightMyRequestResponse>
  /** The practice answers. */
  answer(values: Readonly<Record<string, string>>, asOf?: Date): Promise<void>
  close(): Promise<void>
}

type Who = 'lead' | 'reader' | 'other' | 'officer' | 'administrator'

export async function givenServer(db: TestDatabase): Promise<TestServer> {
  const context = catalogueContext(db.database)
  const book = bookForTests()
  const centre = await givenCentre(db.database)
  const practice = await givenMember(db.database, { name: 'Birkensee Practice' })
  const other = await givenMember(db.database, { name: 'Seeblick Practice', country: 'FR' })
  const catalogue = createCatalogue(context, book)
  let language = 'en'
  const callers: Readonly<Record<string, Caller>> = {
    lead: caller(practice.personId, practice.organisationId, 'provider', 'lead'),
    reader: caller(practice.personId, practice.organisationId, 'provider', 'reader'),
    other: caller(other.personId, other.organisationId, 'provider', 'lead'),
    officer: caller(centre.officer.id, centre.id, 'centre', 'duty-officer'),
    administrator: caller(centre.administrator.id, centre.id, 'centre', 'administrator'),
  }
  const server = await createServer({
    log: context.log,
    now: () => december,
    publicUrl: null,
    permissions: catalogue.permissions,
    endpoints: [...catalogue.pages, ...catalogue.routes],
    identify: async (cookie) => callers[cookie ?? ''] ?? null,
    sessionCookie: 'session',
    localeOf: () => language,
    renderProblem: async (_request, problem) => problem.code,
    staticFiles: new Map(),
  })
  const cookiesOf = (who?: Who) => (who ? { cookies: { session: who } } : {})
  return {
    context,
    book,
    practice,
    other,
    own: `/o/${practice.organisationId}`,
    speak(chosen) {
      language = chosen
    },
    get: (url, who) => server.inject({ url, ...cookiesOf(who) }),
    post: (url, payload, who) =>
      server.inject({ method: 'POST', url, payload: { _csrf: 'token', ...payload }, ...cookiesOf(who) }),
    answer: (values, asOf = aMoment) => answerAs(context, book, practice, values, asOf),
    close: () => server.close(),
  }
}

function caller(
  personId: number,
  organisationId: number,
  organisationKind: 'provider' | 'centre',
  role: AccountRole,
): Caller {
  return {
    person: {
      id: personId,
      name: 'Jana Brandt',
      email: 'jana@birkensee.example',
      language: 'en',
      theme: 'device',
    },
    memberships: [
      { organisationId, organisationName: 'Birkensee', organisationKind, timeZone: 'Europe/Vienna', role },
    ],
    csrfToken: 'token',
  }
}

function answerAs(
  context: Context,
  book: FactBook,
  { organisationId, personId, name }: Acting,
  values: Readonly<Record<string, string>>,
  asOf: Date,
): Promise<void> {
  const said = { source: 'answer', reference: null, asOf, confidence: 'stated' } as const
  return context.database.asMember(organisationId, (scope) =>
    book.record(
      scope,
      Object.entries(values).map(([key, value]) => ({
        ...said,
        organisationId,
        key,
        value,
        by: `person:${personId}`,
        byName: name,
      })),
      asOf,
    ),
  )
}
