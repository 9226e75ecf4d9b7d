// Tests of the screens about authorities over HTTP: whose country, what is said to be unknown, and who may look.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { AccountRole, Caller } from '../../platform/http/caller.ts'
import { createServer } from '../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { aCentre, aMoment, aProvider, contextFor, givenOrganisation } from '../organisations/builders.ts'
import { createAuthorities } from './index.ts'

let db: TestDatabase
let server: FastifyInstance
let french: number
let austrian: number
let centre: number
let language = 'en'

before(async () => {
  db = await testDatabase()
  french = await givenOrganisation(db.database, aProvider({ name: 'Hôpital du Lac', country: 'FR' }))
  austrian = await givenOrganisation(db.database, aProvider({ name: 'Bergklinik', country: 'AT' }))
  centre = await givenOrganisation(db.database, aCentre({ country: 'PL' }))
  const context = contextFor(db.database)
  const authorities = createAuthorities(context)
  server = await createServer({
    log: context.log,
    now: () => aMoment,
    publicUrl: null,
    permissions: authorities.permissions,
    endpoints: authorities.pages,
    identify: async (cookie) => callers()[cookie ?? ''] ?? null,
    sessionCookie: 'session',
    localeOf: () => language,
    renderProblem: async (_request, problem) => problem.code,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
})

function callers(): Record<string, Caller> {
  return {
    french: caller(french, 'provider', 'reader'),
    austrian: caller(austrian, 'provider', 'lead'),
    officer: caller(centre, 'centre', 'duty-officer'),
  }
}

function caller(organisationId: number, organisationKind: 'provider' | 'centre', role: AccountRole): Caller {
  return {
    person: { id: 7, name: 'Pia', email: 'pia@lakeland.example', language: 'en', theme: 'device' },
    memberships: [
      { organisationId, organisationName: 'x', organisationKind, timeZone: 'Europe/Vienna', role },
    ],
    csrfToken: 'token',
  }
}

const get = async (url: string, who?: string) =>
  server.inject({ url, ...(who ? { cookies: { session: who } } : {}) })

test('a member sees the authorities of its own country, the night number first in words, and that nobody verified them', async () => {
  const { body, statusCode } = await get(`/o/${french}/authorities`, 'french')
  assert.equal(statusCode, 200)
  assert.match(body, /Whom to tell in France/)
  assert.match(body, /Nobody has confirmed these entries/)
  assert.match(body, /href="tel:0972439125"/)
  assert.match(body, /Call 09 72 43 91 25\. File on the portal as well\./)
  assert.match(body, /Not verified/)
  assert.match(body, /Not known: ask/)
  assert.match(body, /lang="fr"/)
  assert.doesNotMatch(body, /undefined|\{[a-z]+\}/)
})

test('a member of a country that we know nothing of is told so, and can look at another one', async () => {
  const { body } = await get(`/o/${austrian}/authorities`, 'austrian')
  assert.match(body, /We have no authorities for Austria yet/)
  assert.match(body, /does not mean that you owe nothing/)
  assert.match(body, /Single Reporting Platform/)
  const other = await get(`/o/${austrian}/authorities?country=DE`, 'austrian')
  assert.match(other.body, /Joint reporting point of BSI and BBK/)
})

test('the duty officer sees the country of the centre first, and every other one', async () => {
  const own = await get('/centre/authorities', 'officer')
  assert.match(own.body, /CSIRT CeZ/)
  for (const country of ['DE', 'FR', 'IT', 'NL', 'PL', 'EU']) {
    const { body, statusCode } = await get(`/centre/authorities?country=${country}`, 'officer')
    assert.equal(statusCode, 200)
    assert.match(body, /aria-current="page"/)
  }
})

test('what is no country code counts as not asked', async () => {
  const { body, statusCode } = await get(`/o/${french}/authorities?country=<script>`, 'french')
  assert.equal(statusCode, 200)
  assert.match(body, /Whom to tell in France/)
})

test('the page speaks each language', async () => {
  const titles = { de: 'Wem Sie melden', fr: 'À qui s’adresser', it: 'A chi rivolgersi' }
  for (const [locale, title] of Object.entries(titles)) {
    language = locale
    assert.match((await get(`/o/${french}/authorities?country=DE`, 'french')).body, new RegExp(title))
  }
  language = 'en'
})

test('a stranger and another member see nothing', async () => {
  assert.equal((await get(`/o/${french}/authorities`)).statusCode, 303)
  assert.equal((await get(`/o/${french}/authorities`, 'austrian')).statusCode, 403)
  assert.equal((await get('/centre/authorities', 'french')).statusCode, 403)
})
