// Tests of the pages of facts over HTTP with a real database: who may, what is kept, what is asked next.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../platform/context.ts'
import type { AccountRole, Caller } from '../../platform/http/caller.ts'
import { createServer } from '../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { aMoment, aProvider, contextFor, givenOrganisation } from '../organisations/builders.ts'
import { createFactBook, createFacts, type FactBook, formSchema, profileFacts } from './index.ts'

let db: TestDatabase
let context: Context
let book: FactBook
let server: FastifyInstance
let tannau: number
let birkensee: number
let now = aMoment

const text = (words: string) => ({ en: words, de: `${words} (de)`, fr: `${words} (fr)`, it: `${words} (it)` })
const form = formSchema.parse({
  key: 'a-form',
  version: '1.0.0',
  title: text('First questions'),
  intro: text('Three questions'),
  sections: [
    {
      key: 'backup',
      title: text('Bringing systems back'),
      questions: [
        { fact: 'recovery.backup' },
        { fact: 'recovery.restore-tested', when: { 'recovery.backup': { isNot: ['none'] } } },
        { fact: 'org.beds' },
      ],
    },
  ],
})

before(async () => {
  db = await testDatabase()
  context = contextFor(db.database, [])
  tannau = await givenOrganisation(
    db.database,
    aProvider({ name: 'Tannau Practice', providerKind: 'practice', employees: 5 }),
  )
  birkensee = await givenOrganisation(db.database, aProvider({ name: 'Birkensee Clinic' }))
  book = createFactBook([profileFacts])
  const facts = createFacts(context, book, [{ form, after: (id) => `/o/${id}/month` }])
  server = await createServer({
    log: context.log,
    now: () => now,
    publicUrl: null,
    permissions: facts.permissions,
    endpoints: facts.pages,
    identify: async (cookie) => callers()[cookie ?? ''] ?? null,
    sessionCookie: 'session',
    localeOf: () => 'en',
    renderProblem: async (_request, problem) => problem.code,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
})

const callers = (): Record<string, Caller> => ({
  lead: caller(tannau, 'lead'),
  reader: caller(tannau, 'reader'),
  other: caller(birkensee, 'lead'),
})

function caller(organisationId: number, role: AccountRole): Caller {
  return {
    person: { id: 1, name: 'Jana Brandt', email: 'jana@tannau.example', language: 'en', theme: 'device' },
    memberships: [
      {
        organisationId,
        organisationName: 'x',
        organisationKind: 'provider',
        timeZone: 'Europe/Vienna',
        role,
      },
    ],
    csrfToken: 'token',
  }
}

const get = (url: string, who?: string) =>
  server.inject({ url, ...(who ? { cookies: { session: who } } : {}) })
const post = (url: string, payload: object, who = 'lead') =>
  server.inject({ method: 'POST', url, payload: { _csrf: 'token', ...payload }, cookies: { session: who } })
const knownOf = async (key: string, organisationId = tannau) =>
  db.database.asMember(organisationId, async (scope) => (await book.about(scope, organisationId, now))(key))

test('strangers, other members and lower roles are refused', async () => {
  const fact = `/o/${tannau}/facts/recovery.backup`
  assert.equal((await get(`/o/${tannau}/facts`)).statusCode, 303)
  assert.equal((await get(`/o/${tannau}/facts`, 'other')).statusCode, 403)
  const link = `href="${fact}"`
  const read = await get(`/o/${tannau}/facts`, 'reader')
  assert.deepEqual([read.statusCode, read.body.includes(link)], [200, false], 'nothing leads to a refusal')
  assert.ok((await get(`/o/${tannau}/facts`, 'lead')).body.includes(link))
  assert.equal((await post(fact, { value: 'daily' }, 'reader')).statusCode, 403)
  assert.equal((await post(fact, { value: 'daily' }, 'other')).statusCode, 403)
  assert.equal(await knownOf('recovery.backup'), null)
})

test('a form asks one question to a page, and what follows from an answer decides what is asked', async () => {
  const path = `/o/${tannau}/forms/a-form`
  assert.match((await get(path, 'lead')).body, /name="fact" value="recovery.backup"/)
  const answered = await post(path, { fact: 'recovery.backup', value: 'none' })
  assert.equal(answered.headers.location, `${path}?after=recovery.backup`)
  assert.match((await get(`${path}?after=recovery.backup`, 'lead')).body, /name="fact" value="org.beds"/)
  await post(path, { fact: 'recovery.backup', value: 'daily' })
  assert.match(
    (await get(`${path}?after=recovery.backup`, 'lead')).body,
    /name="fact" value="recovery.restore-tested"/,
  )
  assert.equal((await get(`${path}?after=org.beds`, 'lead')).headers.location, `/o/${tannau}/month`)
})

test('nobody knows is kept as such, is no value, and is not asked again', async () => {
  const path = `/o/${tannau}/forms/a-form`
  await post(path, { fact: 'recovery.restore-tested', value: 'unknown' })
  await post(path, { fact: 'org.beds', 'value-unknown': 'unknown' })
  assert.equal((await knownOf('org.beds'))?.value, 'unknown')
  assert.equal((await get(path, 'lead')).headers.location, `/o/${tannau}/month`)
})

test('faults stand at their field with what to do, and nothing is recorded', async () => {
  const path = `/o/${tannau}/facts/org.beds`
  for (const [body, words] of [
    [{ value: 'many' }, /whole number/],
    [{ value: '' }, /whole number/],
    [{ value: '99999999999' }, /too small or too large/],
    [{ value: '4', 'value-unknown': 'unknown' }, /Keep one of the two/],
  ] as const) {
    const reply = await post(path, body)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, words)
  }
  assert.equal((await knownOf('org.beds'))?.value, 'unknown')
  const grouped = await post(path, { value: '1’240', back: `/o/${tannau}/month` })
  assert.equal(grouped.headers.location, `/o/${tannau}/month`)
  assert.equal((await knownOf('org.beds'))?.value, 1240)
})

test('a way back leads to the same member only', async () => {
  for (const back of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    `/o/${birkensee}/facts`,
    '/o/1/../../x',
  ])
    assert.equal(
      (await post(`/o/${tannau}/facts/org.beds`, { value: '12', back })).headers.location,
      `/o/${tannau}/facts`,
    )
})

test('an answer ages, is shown as old and asked again; what an authority decided does not', async () => {
  now = new Date('2028-11-16T08:00:00Z')
  try {
    const page = await get(`/o/${tannau}/forms/a-form`, 'lead')
    assert.match(page.body, /Last time: “/)
    assert.equal((await knownOf('recovery.backup'))?.isOld, true)
    assert.equal((await knownOf('org.kind'))?.isOld, false)
  } finally {
    now = aMoment
  }
})

test('every answer stays readable, nobody changes it afterwards, and no other member sees it', async () => {
  const page = await get(`/o/${tannau}/facts/recovery.backup`, 'lead')
  assert.match(page.body, /What was said before/)
  await assert.rejects(db.query(`update fact_statements set value = '"none"'`), /never|append|change/i)
  assert.equal(await knownOf('recovery.backup', birkensee), null)
  const journal = await db.query<{ details: object }>(
    `select details from journal where action = 'facts.stated' and object_id = 'recovery.backup'`,
  )
  assert.deepEqual(journal[0]?.details, { source: 'answer' })
})

test('the centre cannot read a single fact', async () => {
  await assert.rejects(
    db.database.asCentre((scope) => book.about(scope as never, tannau, now)),
    /permission denied/,
  )
})

test('a fact that the platform reads elsewhere, and one that does not exist, cannot be answered', async () => {
  for (const key of ['org.employees', 'no.such'])
    assert.equal((await get(`/o/${tannau}/facts/${key}`, 'lead')).body, 'facts/unknown')
  assert.equal((await get(`/o/${tannau}/forms/none`, 'lead')).body, 'facts/unknown')
  const elsewhere = await post(`/o/${tannau}/forms/a-form`, { fact: 'org.policy', value: 'draft' })
  assert.equal(elsewhere.body, 'facts/unknown', 'a form records its own questions only')
})
