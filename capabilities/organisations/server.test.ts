// Tests of the pages and actions of organisations over HTTP, with callers of every role.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { AccountRole, Caller } from '../../platform/http/caller.ts'
import { createServer } from '../../platform/http/server.ts'
import { historyOf } from '../../platform/journal/journal.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { aCentre, aMoment, aProvider, contextFor, givenOrganisation } from './builders.ts'
import { contactsOf, createOrganisations, findOrganisation, listOrganisations, sitesOf } from './index.ts'

let db: TestDatabase
let server: FastifyInstance
let own: number
let other: number
let centre: number

before(async () => {
  db = await testDatabase()
  own = await givenOrganisation(db.database, aProvider({ name: 'Seehospital' }))
  other = await givenOrganisation(db.database, aProvider({ name: 'Bergklinik' }))
  centre = await givenOrganisation(db.database, aCentre())
  const context = contextFor(db.database)
  const organisations = createOrganisations(context)
  server = await createServer({
    log: context.log,
    now: () => aMoment,
    publicUrl: null,
    permissions: organisations.permissions,
    endpoints: [...organisations.routes, ...organisations.pages],
    identify: async (cookie) => callers()[cookie ?? ''] ?? null,
    sessionCookie: 'session',
    localeOf: () => 'en',
    renderProblem: async (_request, problem) => `${problem.code}: ${problem.detail}`,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
})

function callers(): Record<string, Caller> {
  const member = (role: AccountRole): Caller => caller(own, 'provider', role)
  return {
    reader: member('reader'),
    responder: member('responder'),
    lead: member('lead'),
    otherLead: caller(other, 'provider', 'lead'),
    officer: caller(centre, 'centre', 'duty-officer'),
    administrator: caller(centre, 'centre', 'administrator'),
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

const get = (url: string, who?: string) =>
  server.inject({ url, ...(who ? { cookies: { session: who } } : {}) })

const post = (url: string, who: string, fields: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url,
    cookies: { session: who },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: 'token', ...fields }).toString(),
  })

const facts = {
  language: 'de',
  timeZone: 'Europe/Vienna',
  employees: '310',
  turnoverEuro: '',
  balanceSheetEuro: '',
}
const contact = {
  name: 'Pia Lorenz',
  email: 'pia@lakeland.example',
  phone: '+43 555 0100',
  outOfHoursPhone: '+43 555 0199',
  language: 'de',
}

test('an organisation without facts shows what is missing and never says it is out of scope', async () => {
  const { body } = await get(`/o/${own}/organisation`, 'reader')
  assert.match(body, /We can’t tell/)
  assert.match(body, /It can be: Essential entity, Important entity,? or Not in scope/)
  assert.match(body, /Nobody is named: Primary contact/)
  assert.match(body, /Nobody has checked this rule/)
})

test('the lead tells the size, and the class follows with its reason', async () => {
  const answer = await post(`/o/${own}/organisation/facts`, 'lead', facts)
  assert.equal(answer.headers.location, `/o/${own}/organisation?done=facts`)
  const { body } = await get(`/o/${own}/organisation?done=facts`, 'reader')
  assert.match(body, /<b>Essential entity<\/b>/)
  assert.match(body, /310 employees/)
  const history = await db.database.asCentre((scope) =>
    historyOf(scope, { organisationId: own, objectType: 'organisation', objectId: own }, 1),
  )
  assert.equal(history[0]?.action, 'organisation.facts-changed')
  assert.deepEqual(history[0]?.details.employees, { from: null, to: 310 })
})

test('a form with faults comes back with what was typed and changes nothing', async () => {
  const answer = await post(`/o/${own}/organisation/facts`, 'lead', { ...facts, employees: 'many <b>' })
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /value="many &lt;b>"/)
  assert.match(answer.body, /href="#employees"/)
  const kept = await db.database.asMember(own, (scope) => findOrganisation(scope, own))
  assert.equal(kept?.employees, 310)
})

test('primary, deputy and management are named, replaced and removed', async () => {
  for (const duty of ['primary', 'deputy', 'management'])
    assert.equal((await post(`/o/${own}/organisation/contacts/${duty}`, 'lead', contact)).statusCode, 303)
  await post(`/o/${own}/organisation/contacts/deputy`, 'lead', { ...contact, name: 'Jo Deputy' })
  const named = await db.database.asEngine((scope) => contactsOf(scope, [own, other]))
  assert.deepEqual(
    named.map(({ duty, name }) => `${duty}: ${name}`),
    ['primary: Pia Lorenz', 'deputy: Jo Deputy', 'management: Pia Lorenz'],
  )
  const { body } = await get(`/o/${own}/organisation`, 'lead')
  assert.match(body, /tel:\+435550199/)
  assert.doesNotMatch(body, /Nobody is named/)
  await post(`/o/${own}/organisation/contacts/deputy/remove`, 'lead')
  assert.match((await get(`/o/${own}/organisation`, 'lead')).body, /Nobody is named: Deputy/)
  assert.equal((await get(`/o/${own}/organisation/contacts/janitor`, 'lead')).statusCode, 404)
})

test('sites are added once by name and removed', async () => {
  const site = { name: 'House B', city: 'Lakeland' }
  assert.equal((await post(`/o/${own}/organisation/sites`, 'lead', site)).statusCode, 303)
  assert.match((await post(`/o/${own}/organisation/sites`, 'lead', site)).body, /already/)
  const [kept] = await db.database.asCentre((scope) => sitesOf(scope, [own]))
  assert.equal(kept?.city, 'Lakeland')
  const foreign = await post(`/o/${other}/organisation/sites/${kept?.id}/remove`, 'otherLead')
  assert.equal(foreign.statusCode, 404)
  assert.equal((await post(`/o/${own}/organisation/sites/${kept?.id}/remove`, 'lead')).statusCode, 303)
  assert.equal((await post(`/o/${own}/organisation/sites/${kept?.id}/remove`, 'lead')).statusCode, 404)
})

test('lower roles, other organisations and strangers change and see nothing', async () => {
  const path = `/o/${own}/organisation`
  for (const who of ['reader', 'responder', 'otherLead', 'administrator']) {
    assert.equal((await post(`${path}/facts`, who, facts)).statusCode, 403, who)
    assert.equal((await post(`${path}/contacts/primary`, who, contact)).statusCode, 403, who)
    assert.equal((await post(`${path}/sites`, who, { name: 'x' })).statusCode, 403, who)
  }
  for (const who of ['otherLead', 'administrator']) assert.equal((await get(path, who)).statusCode, 403, who)
  assert.equal((await get(path)).statusCode, 303)
  for (const who of ['lead', 'reader'])
    for (const url of ['/centre/members', '/centre/members/new', `/centre/members/${other}`])
      assert.equal((await get(url, who)).statusCode, 403)
  assert.equal((await get('/centre/members/new', 'officer')).statusCode, 403)
  assert.equal(
    (await post(`/centre/members/${own}/designation`, 'officer', { entityClass: 'essential', source: 'x' }))
      .statusCode,
    403,
  )
})

test('a member sees itself and the centre, and no other member', async () => {
  const seen = await db.database.asMember(own, (scope) => listOrganisations(scope))
  assert.deepEqual(seen.map(({ id }) => id).sort(), [own, centre].sort())
  assert.equal(await db.database.asMember(own, (scope) => findOrganisation(scope, other)), null)
})

test('the centre registers a member, and refuses the same name in the same country', async () => {
  const member = { ...facts, name: 'Talspital', country: 'AT', providerKind: 'hospital' }
  const answer = await post('/centre/members/new', 'administrator', member)
  assert.match(String(answer.headers.location), /^\/centre\/members\/\d+$/)
  const again = await post('/centre/members/new', 'administrator', { ...member, name: 'TALSPITAL' })
  assert.equal(again.statusCode, 422)
  assert.match(again.body, /already/)
  assert.equal(
    (await post('/centre/members/new', 'administrator', { ...member, name: '', country: 'ZZ' })).statusCode,
    422,
  )
  const list = await get('/centre/members', 'officer')
  assert.match(list.body, /Talspital/)
  assert.doesNotMatch(list.body, /Lakeland Health Security Centre/)
  assert.match((await get('/centre/members/new', 'administrator')).body, /Austria/)
})

test('a designation wins, needs its source, and can be taken back', async () => {
  const path = `/centre/members/${other}/designation`
  assert.equal((await post(path, 'administrator', { entityClass: 'important', source: '' })).statusCode, 422)
  await post(path, 'administrator', { entityClass: 'important', source: 'Decision 7/2026' })
  const { body } = await get(`/centre/members/${other}`, 'officer')
  assert.match(body, /<b>Important entity<\/b>/)
  assert.match(body, /Decision 7\/2026/)
  assert.match(body, /From the figures alone it would be: We can’t tell/)
  await post(path, 'administrator', { entityClass: '', source: '' })
  assert.doesNotMatch((await get(`/centre/members/${other}`, 'officer')).body, /Decision 7/)
  assert.equal((await get('/centre/members/999999', 'officer')).statusCode, 404)
  assert.equal((await get(`/centre/members/${centre}`, 'officer')).statusCode, 404)
})

test('the API answers with the class and its reasons', async () => {
  const { entityClass } = (await get(`/api/organisations/${own}`, 'reader')).json()
  assert.equal(entityClass.answer, 'essential')
  assert.deepEqual(entityClass.computed.decided, [{ fact: 'employees', value: 310 }])
  assert.equal((await get('/api/centre/members', 'officer')).json().members.length, 3)
  assert.equal((await get(`/api/organisations/${own}`, 'otherLead')).statusCode, 403)
})
