// A server with training alone, a house with a class, and somebody who sits down and learns; for the tests of its screens.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../../platform/context.ts'
import type { AccountRole, Caller } from '../../../../platform/http/caller.ts'
import { createServer } from '../../../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { createFactBook, profileFacts } from '../../../facts/index.ts'
import { aCentre, givenOrganisation } from '../../../organisations/builders.ts'
import { aClass, aHouse, aMoment, type House, trainingContext, twoCourses } from '../../builders.ts'
import { createTraining } from '../../index.ts'
import type { TrainingClass } from '../../store/classes.ts'

export type Cookies = Record<string, string>

export interface Site {
  readonly db: TestDatabase
  readonly context: Context
  readonly server: FastifyInstance
  readonly tannau: House
  readonly seeblick: House
  readonly ward: TrainingClass
  readonly centreId: number
  /** Another server over the same database, with counters of its own. */
  readonly serverOf: (callers?: () => Record<string, Caller>) => Promise<FastifyInstance>
  readonly setNow: (now: Date) => void
  readonly get: (url: string, cookies?: Cookies, on?: FastifyInstance) => ReturnType<typeof getOn>
  readonly post: (
    url: string,
    payload?: object,
    cookies?: Cookies,
    on?: FastifyInstance,
  ) => ReturnType<typeof postOn>
  /** Sits down, begins, answers; gives back the cookie of this try. */
  readonly sitDown: (rightAnswers: number) => Promise<Cookies>
  readonly close: () => Promise<void>
}

export const as = (session: string): Cookies => ({ session })

export async function openSite(): Promise<Site> {
  const db = await testDatabase()
  const context = trainingContext(db.database)
  const tannau = await aHouse(db.database, 'Tannau Hospital')
  const seeblick = await aHouse(db.database, 'Seeblick Hospital')
  const centreId = await givenOrganisation(db.database, aCentre())
  const ward = await aClass(context, tannau)
  let now = aMoment
  const callers = () => ({
    lead: caller(tannau, tannau.id, 'provider', 'lead'),
    responder: caller(tannau, tannau.id, 'provider', 'responder'),
    reader: caller(tannau, tannau.id, 'provider', 'reader'),
    other: caller(tannau, seeblick.id, 'provider', 'lead'),
    officer: caller(tannau, centreId, 'centre', 'duty-officer'),
    administrator: caller(tannau, centreId, 'centre', 'administrator'),
  })
  const serverOf = (given: () => Record<string, Caller> = callers) => serve(context, given, () => now)
  const server = await serverOf()
  return {
    db,
    context,
    server,
    tannau,
    seeblick,
    ward,
    centreId,
    serverOf,
    setNow(at) {
      now = at
    },
    get: (url, cookies = {}, on = server) => getOn(on, url, cookies),
    post: (url, payload = {}, cookies = {}, on = server) => postOn(on, url, payload, cookies),
    sitDown: (rightAnswers) => sitDown(server, ward.code, rightAnswers),
    async close() {
      await server.close()
      await db.close()
    },
  }
}

function serve(context: Context, callers: () => Record<string, Caller>, now: () => Date) {
  const training = createTraining(context, createFactBook([profileFacts]), twoCourses)
  return createServer({
    log: context.log,
    now,
    publicUrl: null,
    permissions: training.permissions,
    endpoints: training.pages,
    identify: async (cookie) => callers()[cookie ?? ''] ?? null,
    sessionCookie: 'session',
    localeOf: (_caller, { cookie }) => cookie ?? 'en',
    renderProblem: async (_request, problem) => problem.code,
    staticFiles: new Map(),
  })
}

export function caller(
  house: House,
  organisationId: number,
  organisationKind: 'provider' | 'centre',
  role: AccountRole,
): Caller {
  const person = {
    id: house.lead.personId,
    name: 'Jana Brandt',
    email: 'jana@tannau.example',
    language: 'en',
    theme: 'device' as const,
  }
  const timeZone = 'Europe/Vienna'
  const membership = { organisationId, organisationName: 'House', organisationKind, timeZone, role }
  return { person, memberships: [membership], csrfToken: 'token' }
}

function getOn(server: FastifyInstance, url: string, cookies: Cookies) {
  return server.inject({ url, cookies })
}

function postOn(server: FastifyInstance, url: string, payload: object, cookies: Cookies) {
  return server.inject({ method: 'POST', url, payload: { _csrf: 'token', ...payload }, cookies })
}

async function sitDown(server: FastifyInstance, code: string, rightAnswers: number): Promise<Cookies> {
  const begun = await postOn(server, `/learn/${code}/begin`, {}, {})
  assert.equal(begun.headers.location, `/learn/${code}/lessons/1`)
  const cookies = { 'salus-learner': begun.cookies[0]?.value ?? '' }
  for (let number = 1; number <= 3; number++) {
    const choice = number <= rightAnswers ? 'look' : 'click'
    const at = `/learn/${code}/questions/${number}`
    assert.equal((await postOn(server, at, { choice }, cookies)).headers.location, at)
  }
  return cookies
}
