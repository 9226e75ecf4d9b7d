// Tests of the centre's screens over HTTP: campaigns, the comparison and frameworks, with faults and refusals.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { AccountRole, Caller } from '../../platform/http/caller.ts'
import { createServer } from '../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import {
  aCentre,
  aContent,
  aMoment,
  checkingOf,
  type GivenHouse,
  givenClosedCheck,
  givenHouse,
  givenOrganisation,
} from './builders.ts'
import { createAssessments } from './index.ts'

let db: TestDatabase
let server: FastifyInstance
let tannau: GivenHouse
let seeblick: GivenHouse
let centreId: number
before(async () => {
  db = await testDatabase()
  const checking = checkingOf(db.database)
  centreId = await givenOrganisation(db.database, aCentre())
  tannau = await givenHouse(db.database, { name: 'Tannau Hospital' })
  seeblick = await givenHouse(db.database, { name: 'Seeblick Hospital' })
  await givenClosedCheck(checking, tannau.lead, {
    'response.plan': 'none',
    'recovery.backup': 'daily',
    'recovery.order': 'draft',
  })
  const assessments = createAssessments(checking.context, checking.book, () => aContent)
  server = await createServer({
    log: checking.context.log,
    now: () => aMoment,
    publicUrl: null,
    permissions: assessments.permissions,
    endpoints: assessments.pages,
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

function callers(): Record<string, Caller> {
  return {
    reader: caller(tannau.id, 'provider', 'reader'),
    other: caller(seeblick.id, 'provider', 'lead'),
    officer: caller(centreId, 'centre', 'duty-officer'),
    administrator: caller(centreId, 'centre', 'administrator'),
  }
}

function caller(organisationId: number, organisationKind: 'provider' | 'centre', role: AccountRole): Caller {
  return {
    person: {
      id: Number(tannau.lead.actor.slice('person:'.length)),
      name: 'Jana Brandt',
      email: 'jana@tannau.example',
      language: 'en',
      theme: 'device',
    },
    memberships: [
      {
        organisationId,
        organisationName: 'Tannau Hospital',
        organisationKind,
        timeZone: 'Europe/Vienna',
        role,
      },
    ],
    csrfToken: 'token',
  }
}

const get = (url: string, who?: string) =>
  server.inject({ url, ...(who ? { cookies: { session: who } } : {}) })
const post = (url: string, payload: object, who?: string) =>
  server.inject({
    method: 'POST',
    url,
    payload: { _csrf: 'token', ...payload },
    ...(who ? { cookies: { session: who } } : {}),
  })
const own = (path = '') => `/o/${tannau.id}/check${path}`

test('the centre opens a campaign, sees who has closed, makes the comparison once, and takes in a framework', async () => {
  const faulty = await post('/centre/check/campaigns', { year: '26', whom: 'some' }, 'administrator')
  assert.equal(faulty.statusCode, 422)
  for (const id of ['year', 'due', 'members']) assert.match(faulty.body, new RegExp(`href="#${id}"`))
  const opened = await post(
    '/centre/check/campaigns',
    { year: '2026', 'due-day': '18', 'due-month': '12', 'due-year': '2026', whom: 'all' },
    'administrator',
  )
  const campaign = await get(String(opened.headers.location), 'officer')
  assert.match(campaign.body, /1 of 2 have closed their check/)
  assert.match(campaign.body, /Seeblick Hospital/)
  assert.doesNotMatch(campaign.body, /of 100|recovery/)
  assert.match(
    (await get(`/o/${seeblick.id}/check`, 'other')).body,
    /the centre asks its members for the check of 2026/,
  )
  assert.equal(
    (await post('/centre/check/extracts', { year: '2026' }, 'administrator')).body,
    'assessments/too-few',
  )
  const checking = checkingOf(db.database)
  for (let n = 0; n < 6; n++) {
    const { lead } = await givenHouse(db.database, { name: `Lakeland Clinic ${n}`, providerKind: 'clinic' })
    await givenClosedCheck(checking, lead, {
      'recovery.backup': n % 2 ? 'daily' : 'none',
      'response.plan': 'written',
      'recovery.order': 'agreed',
    })
  }
  assert.equal((await post('/centre/check/extracts', { year: '2026' }, 'administrator')).statusCode, 303)
  assert.equal(
    (await post('/centre/check/extracts', { year: '2026' }, 'administrator')).body,
    'assessments/extract-made',
  )
  assert.match((await get('/centre/check/extracts/2026', 'officer')).body, /all houses/)
  assert.equal((await get('/centre/check/extracts/2025', 'officer')).statusCode, 404)
  const peers = await get(own('/peers'), 'reader')
  assert.match(peers.body, /too few of your kind/)
  assert.match(peers.body, /In the middle/)
})

test('a framework is taken in by a form, with every fault on the page, and confirmed', async () => {
  const upload = (content: string) => {
    const boundary = 'X-BOUNDARY'
    const part = (name: string, value: string, more = '') =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
    return server.inject({
      method: 'POST',
      url: '/centre/frameworks',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `${part('_csrf', 'token')}${part('file', content, '; filename="a.json"')}--${boundary}--\r\n`,
      cookies: { session: 'administrator' },
    })
  }
  const faulty = await upload('{"catalog":{}}')
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /\/catalog\/uuid/)
  const catalog = {
    catalog: {
      uuid: 'u',
      metadata: { title: 'Lakeland rules', version: '1' },
      groups: [{ title: 'Rules', controls: [{ id: 'r-1', title: 'Restore' }] }],
    },
  }
  const imported = await upload(JSON.stringify(catalog))
  assert.match(imported.body, /Lakeland rules is in: 2 lines/)
  assert.equal((await upload(JSON.stringify(catalog))).body, 'assessments/framework-known')
  const [confirm] = /\/centre\/frameworks\/\d+\/confirm/.exec(imported.body) ?? []
  assert.ok(confirm)
  assert.equal((await post(confirm, { right: ' ' }, 'administrator')).statusCode, 422)
  assert.equal((await post(confirm, { right: 'our own' }, 'administrator')).statusCode, 303)
  const page = await get(own('/frameworks/lakeland-rules'), 'reader')
  assert.match(page.body, /Of 1 requirement, 0 are met/)
  assert.match(page.body, /no measure of ours/)
})
