// Tests of the screens over HTTP: every walk of a house, a colleague and the centre, with faults, refusals and four languages.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { AccountRole, Caller } from '../../platform/http/caller.ts'
import { createServer } from '../../platform/http/server.ts'
import { readPdfBack } from '../../platform/pdf/read-back.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import {
  aCentre,
  aContent,
  aMoment,
  checkingOf,
  type GivenHouse,
  givenHouse,
  givenOrganisation,
} from './builders.ts'
import { createAssessments } from './index.ts'

let db: TestDatabase
let server: FastifyInstance
let tannau: GivenHouse
let seeblick: GivenHouse
let centreId: number
let language = 'en'
before(async () => {
  db = await testDatabase()
  const checking = checkingOf(db.database)
  centreId = await givenOrganisation(db.database, aCentre())
  tannau = await givenHouse(db.database, { name: 'Tannau Hospital' })
  seeblick = await givenHouse(db.database, { name: 'Seeblick Hospital' })
  const assessments = createAssessments(checking.context, checking.book, () => aContent)
  server = await createServer({
    log: checking.context.log,
    now: () => aMoment,
    publicUrl: null,
    permissions: assessments.permissions,
    endpoints: assessments.pages,
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
    lead: caller(tannau.id, 'provider', 'lead'),
    responder: caller(tannau.id, 'provider', 'responder'),
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

test('strangers, other houses and lower roles are refused', async () => {
  assert.equal((await get(own())).headers.location?.toString().startsWith('/sign-in'), true)
  assert.equal((await get(own(), 'other')).statusCode, 403)
  assert.equal((await get(own(), 'officer')).statusCode, 403)
  for (const [path, who] of [
    ['', 'reader'],
    ['/depth', 'reader'],
    ['/close', 'responder'],
    ['/questions/recovery.backup', 'reader'],
    ['/questions/recovery.backup/ask', 'reader'],
    ['/links/1/take-back', 'reader'],
  ] as const)
    assert.equal((await post(own(path), {}, who)).statusCode, 403, `${who} ${path}`)
  assert.equal((await get('/centre/check', 'lead')).statusCode, 403)
  for (const path of [
    '/centre/check/campaigns',
    '/centre/check/extracts',
    '/centre/check/campaigns/1/end',
    '/centre/frameworks',
  ])
    assert.equal((await post(path, {}, 'officer')).statusCode, 403, path)
  assert.equal((await get('/centre/frameworks', 'officer')).statusCode, 403)
})

test('a reader sees a button that says why it is blocked', async () => {
  const { body } = await get(own(), 'reader')
  assert.match(body, /Start the check of this year/)
  assert.match(body, /Not yet, because/)
})

test('a responder starts, answers with a fault kept, stops and goes on; a lead closes', async () => {
  assert.equal((await get(own('/questions/recovery.backup'), 'responder')).body, 'assessments/not-running')
  assert.equal((await post(own(), { depth: '1' }, 'responder')).headers.location, own())
  assert.equal((await post(own(), { depth: '1' }, 'responder')).body, 'assessments/running-already')
  const home = await get(own(), 'responder')
  assert.match(home.body, /0 of 3 questions are answered/)
  const question = await get(own('/questions/recovery.backup'), 'responder')
  assert.match(question.body, /Question 1 of 3 · Bringing systems back/)
  assert.match(question.body, /Why we ask/)
  assert.doesNotMatch(question.body, / checked/)
  const faulty = await post(
    own('/questions/recovery.backup'),
    { note: 'n <b>', evidence: 'javascript:alert(1)' },
    'responder',
  )
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /href="#value"/)
  assert.match(faulty.body, /id="evidence-error"/)
  assert.match(faulty.body, /n &lt;b>/)
  const saved = await post(own('/questions/recovery.backup'), { value: 'daily' }, 'responder')
  assert.equal(saved.headers.location, own('/questions/recovery.restore-tested'))
  const unknown = await post(own('/questions/recovery.restore-tested'), { value: 'unknown' }, 'responder')
  assert.equal(unknown.headers.location, own('/questions/response.plan'))
  assert.match((await get(own(), 'responder')).body, /2 of 3 questions are answered/)
  const last = await post(own('/questions/response.plan'), { value: 'written' }, 'responder')
  assert.equal(last.headers.location, own())
  const done = await get(own(), 'lead')
  assert.match(done.body, /Close the check/)
  assert.match(done.body, /1 answer is “I don’t know”/)
  assert.equal((await get(own('/questions/org.employees'), 'lead')).statusCode, 404)
})

test('a colleague without an account answers by the link of the mail, and sees nothing of the house', async () => {
  const before = await post(
    own('/questions/response.plan/ask'),
    { what: 'question', email: 'nobody' },
    'responder',
  )
  assert.equal(before.statusCode, 422)
  assert.match(before.body, /id="email-error"/)
  assert.match(before.body, /id="forWhom-error"/)
  await post(
    own('/questions/response.plan/ask'),
    {
      what: 'section',
      forWhom: 'K. Novak',
      email: 'k.novak@tannau.example',
      language: 'en',
      words: 'Please',
    },
    'responder',
  )
  const [mail] = await db.query<{ content: { text: string } }>(
    "select content from deliveries where kind = 'assessments.ask'",
  )
  const [link] = /\/check-answer\/\S+/.exec(mail?.content.text ?? '') ?? []
  assert.ok(link)
  const page = await get(link)
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /Jana Brandt of Tannau Hospital asks you/)
  assert.doesNotMatch(page.body, /Last year|The last answer|So far| checked/)
  assert.equal(
    (await server.inject({ method: 'POST', url: link, payload: { fact: 'response.plan' } })).statusCode,
    422,
  )
  const given = await server.inject({
    method: 'POST',
    url: link,
    payload: { fact: 'response.plan', value: 'none' },
  })
  assert.equal(given.headers.location, link)
  assert.match((await get(link)).body, /Thank you, all is answered/)
  assert.equal((await get(`${link}x`)).body, 'assessments/link-closed')
  const home = await get(own(), 'lead')
  assert.match(home.body, /K\. Novak, k\.novak@tannau\.example/)
  assert.match(home.body, />answered</)
})

test('result, plan, peers, frameworks and the page for management say where each figure comes from', async () => {
  const result = await get(own('/result'), 'reader')
  assert.match(result.body, /Of what was asked, \d+ of 100 is in place|Too little is known/)
  assert.match(result.body, /Measure back-up-and-restore/)
  assert.match((await get(own('/result?by=functions'), 'reader')).body, /RC · Recover/)
  const plan = await get(own('/plan'), 'lead')
  assert.match(plan.body, /Not known|not known/)
  assert.match(plan.body, /\/month\/incident-plan/)
  assert.match((await get(own('/peers'), 'reader')).body, /Nothing can be shown yet/)
  assert.match((await get(own('/frameworks'), 'reader')).body, /No framework is here yet/)
  assert.equal((await get(own('/frameworks/none'), 'reader')).statusCode, 404)
  const management = await get(own('/management'), 'reader')
  assert.match(management.body, /Cybersecurity on one page/)
  assert.match(management.body, /Art\. 20/)
  assert.doesNotMatch(management.body, /\b[a-j] · /, 'no letters of the law')
  const pdf = await get(own('/management.pdf'), 'reader')
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  const read = JSON.stringify(readPdfBack(pdf.rawPayload))
  assert.match(read, /Tannau Hospital/)
})

test('a closed check stands as it was, and the home page leads to it', async () => {
  const closed = await post(own('/close'), {}, 'lead')
  assert.equal(closed.headers.location, own('/result'))
  assert.equal((await post(own('/close'), {}, 'lead')).body, 'assessments/not-running')
  const home = await get(own(), 'reader')
  assert.match(home.body, /The check of 2026 is closed/)
  const [past] = /\/o\/\d+\/check\/past\/\d+/.exec(home.body) ?? []
  assert.ok(past)
  const page = await get(past, 'reader')
  assert.match(page.body, /This page does not change any more/)
  assert.equal((await get(past.replace(`/o/${tannau.id}/`, `/o/${seeblick.id}/`), 'other')).statusCode, 404)
})

test('every page is whole in four languages', async () => {
  const paths = ['', '/result', '/plan', '/peers', '/frameworks', '/management']
  for (language of ['de', 'fr', 'it', 'en'])
    for (const path of paths)
      assert.equal((await get(own(path), 'lead')).statusCode, 200, `${language} ${path}`)
  language = 'de'
  for (const path of ['/centre/check', '/centre/frameworks'])
    assert.equal((await get(path, 'administrator')).statusCode, 200)
  language = 'en'
})
