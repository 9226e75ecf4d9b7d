// Duties over HTTP with a real database: the answer, its reasons, what changed, who says it is kept, and who sees what.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { createServer } from '../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { createFactBook, type FactValue, profileFacts } from '../facts/index.ts'
import { aProvider, contextFor, givenOrganisation } from '../organisations/builders.ts'
import { lookAtAll } from './actions/nightly.ts'
import { createRegulation } from './index.ts'

const book = createFactBook([profileFacts])
let db: TestDatabase
let server: FastifyInstance
let context: Context
let own: number
let tiny: number
let now = new Date('2026-11-17T08:40:00Z')

before(async () => {
  db = await testDatabase()
  own = await givenOrganisation(
    db.database,
    aProvider({ name: 'Tannau Hospital', country: 'DE', employees: 120, turnoverEuro: 9_000_000 }),
  )
  tiny = await givenOrganisation(
    db.database,
    aProvider({
      name: 'Birkensee Practice',
      country: 'AT',
      providerKind: 'practice',
      employees: 5,
      turnoverEuro: 400_000,
      balanceSheetEuro: 300_000,
      designation: { entityClass: 'important', source: 'Decision 12/2026' },
    }),
  )
  context = contextFor(db.database)
  const regulation = createRegulation(context, book)
  server = await createServer({
    log: context.log,
    now: () => now,
    publicUrl: null,
    permissions: regulation.permissions,
    endpoints: regulation.pages,
    identify: async (who) => ({
      person: { id: 7, name: 'Jana Brandt', email: 'jana@tannau.example', language: 'en', theme: 'device' },
      csrfToken: 'token',
      memberships: [own, tiny].map((organisationId) => ({
        organisationId,
        organisationName: 'Tannau Hospital',
        organisationKind: 'provider',
        timeZone: 'Europe/Berlin',
        role: who === 'responder' || who === 'reader' ? who : 'lead',
      })),
    }),
    sessionCookie: 'session',
    localeOf: (caller) => (caller?.person.language === 'de' ? 'de' : 'en'),
    renderProblem: async (_request, problem) => `${problem.code}: ${problem.detail}`,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
})

const get = (path = '', who = 'lead', organisation = own) =>
  server.inject({ url: `/o/${organisation}/duties${path}`, cookies: { session: who } })
const pageOf = async (path = '', who = 'lead', organisation = own) =>
  textOf((await get(path, who, organisation)).body)
const post = (path: string, fields: Record<string, string> = {}, who = 'lead') =>
  server.inject({
    method: 'POST',
    url: `/o/${own}/duties${path}`,
    cookies: { session: who },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: 'token', ...fields }).toString(),
  })
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;|&quot;/g, '"')
    .replace(/\s+/g, ' ')

const say = (facts: Record<string, FactValue>) =>
  db.database.asMember(own, (scope) =>
    book.record(
      scope,
      Object.entries(facts).map(([key, value]) => ({
        organisationId: own,
        key,
        value,
        source: 'answer',
        reference: null,
        asOf: now,
        confidence: 'stated',
        by: 'person:7',
        byName: 'Jana Brandt',
      })),
      now,
    ),
  )

test('the answer stands first, with its reason, and what is open names the facts and one question', async () => {
  const page = await pageOf()
  assert.match(page, /You are at least an important entity under NIS2/)
  assert.match(page, /Because it may still be: essential or important/)
  assert.match(page, /Nobody has compared these rules with the law yet/)
  assert.match(page, /\d+ duties apply to you/)
  assert.match(
    page,
    /Security of networks and systems \(NIS2\) Because you are essential or important: it applies either way\. Register with the authority Art\. 3\(4\)/,
  )
  assert.match(page, /Not known yet, because nobody has said/)
  assert.match(page, /This one question settles it:/)
  assert.match(page, /To mind in your country Mind that from 30,000 in-patient cases/)
  assert.doesNotMatch(page, /What has changed/)
})

test('a fact changes the answer at once, and the page says what it was before', async () => {
  now = new Date('2026-11-18T08:40:00Z')
  await say({
    'law.critical-entity': 'not-designated',
    'law.inpatient-cases': 12_000,
    'systems.uses-ai': 'in-devices',
  })
  const page = await pageOf()
  assert.match(page, /You are an important entity under NIS2/)
  assert.match(page, /healthcare providers with 50 to 249 people are important/)
  assert.match(page, /What has changed Wed 18 Nov 2026/)
  assert.match(page, /Class under NIS2 now: important; before: Not known yet/)
  assert.match(page, /Use devices with artificial intelligence with care now: Coming; before: Not known yet/)
  assert.match(page, /From Wed 2 Aug 2028/)
  assert.match(page, /no authority has designated you; critical entities are told so/)
  const rows = await db.query<{ noted: string }>(
    "select count(*) as noted from duty_outcomes where subject = 'duty-ai-devices'",
  )
  await pageOf()
  assert.deepEqual(
    rows,
    await db.query("select count(*) as noted from duty_outcomes where subject = 'duty-ai-devices'"),
    'looking again notes nothing',
  )
})

test('an authority’s decision wins over the size, and what the rules would say stays visible', async () => {
  const page = await pageOf('', 'lead', tiny)
  assert.match(page, /You are an important entity under NIS2/)
  assert.match(page, /an authority decided so \(Decision 12\/2026\)/)
  assert.match(page, /would leave open: essential or not in scope/)
  assert.match(page, /Our rules hold only the law of the Union for your country/)
})

test('a duty shows its rows with table, version and article, the facts with their source, and whom it is owed to', async () => {
  const page = await pageOf('/duty-nis2-reporting')
  assert.match(page, /nis2-duties 1\.0\.0 important Unverified/)
  assert.match(page, /nis2-scope-eu 1\.0\.0 medium-by-staff/)
  assert.match(page, /Directive \(EU\) 2022\/2555 Art\. 3\(2\)/)
  assert.match(page, /120 people your profile/)
  assert.match(page, /reporting point/i)
  assert.match(page, /What you have to do/)
  const gdpr = await pageOf('/duty-gdpr-records')
  assert.match(gdpr, /One of \d+ authorities/)
  assert.equal((await get('/duty-of-gardens')).statusCode, 404)
  assert.equal((await get('/1')).statusCode, 404)
})

test('somebody says that a duty is kept, with what shows it; it is asked again, renewed and taken back', async () => {
  assert.equal((await post('/duty-nis2-continuity/kept', { evidence: '' })).statusCode, 422)
  const long = await post('/duty-nis2-continuity/kept', { evidence: `<b>${'x'.repeat(2_000)}` })
  assert.equal(long.statusCode, 422)
  assert.match(long.body, /Use at most 2000 characters[\s\S]*&lt;b>xx/)
  const evidence = 'Restore protocol of October, folder 4'
  const unseen = `\u202e${evidence}\u0000`
  assert.equal((await post('/duty-nis2-continuity/kept', { evidence: unseen })).statusCode, 303)
  assert.doesNotMatch(await pageOf('/duty-nis2-continuity'), /\u202e/)
  assert.match(await pageOf('/duty-nis2-continuity'), /next look by Thu 18 Nov 2027/)
  assert.match(await pageOf(), /You keep to it; next look by Thu 18 Nov 2027/)
  now = new Date('2027-11-20T08:40:00Z')
  assert.match(await pageOf('/duty-nis2-continuity'), /To be looked at again since Thu 18 Nov 2027/)
  await post('/duty-nis2-continuity/kept', { evidence: 'New protocol, folder 5' })
  const page = await pageOf('/duty-nis2-continuity')
  assert.match(
    page,
    /Sat 20 Nov 2027 Jana Brandt New protocol, folder 5 Wed 18 Nov 2026 Jana Brandt Restore protocol/,
  )
  const clocks = () =>
    db.query<{ running: boolean; late: boolean }>(
      `select discharged_at is null and cancelled_at is null as running, discharged_at > due_at as late
       from obligations where kind = 'duty-review' order by id`,
    )
  assert.deepEqual(await clocks(), [
    { running: false, late: true },
    { running: true, late: null },
  ])
  assert.equal((await post('/duty-nis2-continuity/not-kept')).statusCode, 303)
  assert.deepEqual(
    (await clocks()).map(({ running }) => running),
    [false, false],
  )
  assert.match(await pageOf('/duty-nis2-continuity'), /Not confirmed yet[\s\S]*Taken back/)
})

test('a duty that no longer applies is not asked about again', async () => {
  await say({ 'devices.in-house-made': 'yes' })
  assert.match(await pageOf('/duty-mdr-in-house'), /Applies to you/)
  await post('/duty-mdr-in-house/kept', { evidence: 'Documents in the workshop' })
  now = new Date('2027-12-01T08:40:00Z')
  await say({ 'devices.in-house-made': 'no', 'systems.makes-software': 'no' })
  assert.match(await pageOf('/duty-mdr-in-house'), /Does not apply to you/)
  const [clock] = await db.query<{ cancelled: boolean }>(
    `select cancelled_at is not null as cancelled from obligations where kind = 'duty-review' order by id desc limit 1`,
  )
  assert.equal(clock?.cancelled, true)
})

test('the night notices a law whose day has come', async () => {
  now = new Date('2028-08-02T03:40:00Z')
  await lookAtAll(context, book, now)
  const page = await pageOf()
  assert.match(page, /Use devices with artificial intelligence with care now: Applies to you; before: Coming/)
})

test('readers see everything and change nothing; responders answer, and leaders say what is kept', async () => {
  const reader = await get('/duty-nis2-reporting', 'reader')
  assert.equal(reader.statusCode, 200)
  assert.doesNotMatch(reader.body, /<form/)
  assert.match(textOf(reader.body), /Those who lead your house say whether it is kept/)
  assert.doesNotMatch((await get('', 'reader')).body, /\/forms\/duties|\/facts\//)
  assert.match((await get('', 'responder')).body, /\/forms\/duties/)
  assert.equal((await post('/duty-nis2-reporting/kept', { evidence: 'x' }, 'responder')).statusCode, 403)
  assert.equal((await get('', 'lead', own + 1000)).statusCode, 403)
})

test('what was told and said is neither changed nor removed, and is closed to the centre and to other members', async () => {
  for (const table of ['duty_outcomes', 'duty_acceptances']) {
    for (const change of [`update ${table} set organisation_id = organisation_id`, `delete from ${table}`])
      await assert.rejects(
        db.database.asMember(own, (scope) => sql.raw(change).execute(scope.db)),
        change,
      )
    await assert.rejects(db.database.asCentre((scope) => sql.raw(`select * from ${table}`).execute(scope.db)))
    const { rows } = await db.database.asMember(tiny, (scope) =>
      sql<{ id: number }>`select id from ${sql.raw(table)} where organisation_id = ${own}`.execute(scope.db),
    )
    assert.deepEqual(rows, [])
    const bound = await db.database.asEngineFor(tiny, (scope) =>
      sql<{ id: number }>`select id from ${sql.raw(table)} where organisation_id = ${own}`.execute(scope.db),
    )
    assert.deepEqual(bound.rows, [])
  }
  const entries = await db.query<{ action: string }>(
    `select distinct action from journal where action like 'regulation.%' order by action`,
  )
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['regulation.duty-kept', 'regulation.duty-taken-back', 'regulation.outcomes-changed'],
  )
})
