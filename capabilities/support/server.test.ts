// Tests of the screens over HTTP: forms with faults, the police pack of a case, links of strangers, four languages.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../platform/context.ts'
import type { AccountRole, Caller } from '../../platform/http/caller.ts'
import { createServer } from '../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { writeItem } from './actions/dossier.ts'
import {
  aMoment,
  type GivenMember,
  givenCase,
  givenMember,
  givenSupportCentre,
  incidentCases,
  supportContext,
} from './builders.ts'
import { itemKeys } from './dossier/items.ts'
import { createSupport } from './index.ts'

let db: TestDatabase
let context: Context
let server: FastifyInstance
let tannau: GivenMember
let seeblick: GivenMember
let centreId: number
let officer: { readonly id: number; readonly name: string }
let caseId: number
let language = 'en'

before(async () => {
  db = await testDatabase()
  context = supportContext(db.database)
  const centre = await givenSupportCentre(db.database)
  centreId = centre.id
  officer = centre.officer
  tannau = await givenMember(db.database, { name: 'Tannau Hospital' })
  seeblick = await givenMember(db.database, { name: 'Seeblick Hospital' })
  caseId = await givenCase(context, tannau.id)
  const support = createSupport(context, incidentCases)
  server = await createServer({
    log: context.log,
    now: () => aMoment,
    publicUrl: null,
    permissions: support.permissions,
    endpoints: support.pages,
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
    lead: caller(tannau.id, 'Tannau Hospital', 'provider', 'lead'),
    reader: caller(tannau.id, 'Tannau Hospital', 'provider', 'reader'),
    other: caller(seeblick.id, 'Seeblick Hospital', 'provider', 'lead'),
    officer: caller(centreId, 'Centre', 'centre', 'duty-officer'),
  }
}

function caller(
  organisationId: number,
  organisationName: string,
  organisationKind: 'provider' | 'centre',
  role: AccountRole,
): Caller {
  return {
    person: {
      id: officer.id,
      name: 'Jana Brandt',
      email: 'jana@tannau.example',
      language: 'en',
      theme: 'device',
    },
    memberships: [{ organisationId, organisationName, organisationKind, timeZone: 'Europe/Vienna', role }],
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
const own = () => `/o/${tannau.id}/support`
const call = (given: object = {}) => ({
  kind: 'hands',
  text: 'Two of us, all night.',
  contactName: 'Jana Brandt',
  contactPhone: '+43 555 0100',
  formToken: 'a-form-token-1',
  ...given,
})

test('a form with faults comes back with each fault at its field and what was typed kept', async () => {
  const { body, statusCode } = await post(
    `${own()}/calls`,
    call({ kind: 'miracle', contactPhone: 'ring me <b>', text: 'Two <script> of us' }),
    'lead',
  )
  assert.equal(statusCode, 422)
  assert.match(body, /href="#kind"/)
  assert.match(body, /id="contactPhone-error"/)
  assert.match(body, /Two &lt;script> of us/)
  assert.match(body, /value="ring me &lt;b>"/)
})

test('a call goes to its own page, the officer takes it and promises a time in the clocks of the centre', async () => {
  const asked = await post(`${own()}/calls`, call({ matter: String(caseId) }), 'reader')
  assert.equal(asked.statusCode, 303)
  const path = String(asked.headers.location)
  assert.match((await get(path, 'reader')).body, /Nobody has taken this call yet/)
  assert.equal((await get(path, 'other')).statusCode, 403)
  assert.equal((await get(path.replace(`/o/${tannau.id}/`, `/o/${seeblick.id}/`), 'other')).statusCode, 404)
  const at = path.replace(/^\/o\/(\d+)\/support/, '/centre/support/$1')
  assert.match((await get('/centre/support', 'officer')).body, /Tannau Hospital: Hands/)
  assert.equal((await post(`${at}/take`, {}, 'officer')).statusCode, 303)
  assert.equal((await post(`${at}/take`, {}, 'officer')).body, 'support/moved-on')
  const past = await post(`${at}/promise`, { who: 'A. Rossi', when: '2026-11-16T08:30' }, 'officer')
  assert.equal(past.statusCode, 422)
  assert.match(past.body, /id="promise-when-error"/)
  assert.match(past.body, /value="A. Rossi"/)
  assert.equal(
    (await post(`${at}/promise`, { who: 'A. Rossi', when: '2026-11-16T10:30' }, 'officer')).statusCode,
    303,
  )
  const seen = await get(path, 'reader')
  assert.match(seen.body, /Promised: A. Rossi/)
  assert.match(seen.body, /Mon 16 Nov, 10:30/)
  assert.match(seen.body, /Times are those of Europe\/Vienna/)
  const early = await post(`${at}/deliver`, { note: '' }, 'officer')
  assert.equal(early.statusCode, 422, 'what was done has to be said')
})

test('the police pack holds the case and its hash, and nothing about patients', async () => {
  const page = await get(`${own()}/police/${caseId}`, 'reader')
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /Screens show a note/)
  assert.match(page.body, /wallet-77/)
  assert.match(page.body, /in somebody’s own words/)
  const file = await get(`${own()}/police/${caseId}/pack.json`, 'reader')
  assert.match(String(file.headers['content-disposition']), /attachment/)
  for (const text of [page.body, file.body]) {
    assert.doesNotMatch(text, /dialysis ward|4000|dataSubject/)
    assert.doesNotMatch(text, /undefined/)
  }
  const { createHash } = await import('node:crypto')
  assert.ok(page.body.includes(createHash('sha256').update(file.body).digest('hex')))
  assert.equal((await get(`${own()}/police/999999`, 'lead')).statusCode, 404)
})

test('a case of another hospital is none, for the police and for a dossier', async () => {
  assert.equal((await get(`/o/${seeblick.id}/support/police/${caseId}`, 'other')).statusCode, 404)
  const opened = await post(
    `/o/${seeblick.id}/support/dossiers`,
    { title: 'Foreign', matter: String(caseId), formToken: 'a-form-token-9' },
    'other',
  )
  assert.doesNotMatch((await get(String(opened.headers.location), 'other')).body, /Laboratory locked/)
})

test('an item is suggested from the case, handed over by a lead only, and endorsed by a stranger with a link', async () => {
  const opened = await post(
    `${own()}/dossiers`,
    { title: 'Laboratory', matter: String(caseId), formToken: 'a-form-token-2' },
    'lead',
  )
  const path = String(opened.headers.location)
  const dossierId = Number(path.split('/').at(-1))
  assert.match((await get(`${path}/items/measures`, 'lead')).body, /The laboratory network is unplugged/)
  assert.match((await get(`${path}/items/contacts`, 'lead')).body, /at night \+43 555 0199/)
  assert.equal((await get(`${path}/items/measures`, 'reader')).statusCode, 403)
  assert.match((await get(path, 'lead')).body, /Not yet, because/)
  for (const item of itemKeys)
    await writeItem(context, tannau.lead, { dossierId, item, text: `about ${item}` }, aMoment)
  assert.match((await get(path, 'lead')).body, /Nobody has verified these rules/)
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec((await get(path, 'lead')).body)?.[1]
  const who = { name: 'Jana Brandt', role: 'Head of IT', mandate: 'order of 16 November', sha256 }
  assert.equal((await post(`${path}/hand-over`, who, 'reader')).statusCode, 403)
  assert.equal((await post(`${path}/hand-over`, who, 'lead')).statusCode, 303)
  const at = `/centre/support/${tannau.id}/dossiers/${dossierId}`
  const noReason = await post(`${at}/decisions`, { step: 'csirt', decision: 'refused', ...who }, 'officer')
  assert.equal(noReason.statusCode, 422)
  assert.match(noReason.body, /id="text-error"/)
  assert.equal((await post(`${at}/links`, {}, 'officer')).statusCode, 422)
  const made = await post(`${at}/links`, { forWhom: 'CSIRT desk' }, 'officer')
  const link = /\/endorse\/[0-9A-Za-z_-]+/.exec(made.body)?.[0]
  assert.ok(link)
  assert.doesNotMatch((await get(at, 'officer')).body, /\/endorse\//, 'shown once')
  const guest = await get(link)
  assert.equal(guest.statusCode, 200)
  assert.match(guest.body, /about measures/)
  const seen = /name="sha256" value="([0-9a-f]{64})"/.exec(guest.body)?.[1]
  const decision = {
    decision: 'endorsed',
    name: 'K. Novak',
    role: 'Head of shift',
    mandate: 'order 4',
    receiptNumber: 'R-17',
    sha256: seen,
  }
  assert.equal((await post(link, { ...decision, name: '' })).statusCode, 422)
  assert.match((await post(link, decision)).body, /Your decision is recorded/)
  assert.equal((await post(link, decision)).statusCode, 410)
  assert.equal((await get(link)).statusCode, 410)
  assert.match((await get(path, 'lead')).body, /K\. Novak, Head of shift/)
  const file = await get(`${path}/dossier.json`, 'lead')
  assert.equal(JSON.parse(file.body).items.length, 9)
})

test('a need that names its hospital is refused at the field, and the page of others shows no name', async () => {
  const need = {
    kind: 'patients',
    title: 'Tannau Hospital needs dialysis',
    area: 'by the lake',
    contactName: 'Jana Brandt',
    contactPhone: '+43 555 0100',
    until: '2026-11-20T12:00',
    circle: 'countries',
    countries: 'AT',
  }
  const refused = await post(`${own()}/aid/needs`, need, 'lead')
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /id="title-error"/)
  assert.equal(
    (await post(`${own()}/aid/needs`, { ...need, title: 'Six dialysis patients' }, 'lead')).statusCode,
    303,
  )
  const unknown = await post(
    `${own()}/aid/needs`,
    { ...need, title: 'x', circle: 'members', members: 'Nowhere' },
    'lead',
  )
  assert.match(unknown.body, /id="members-error"/)
  const seen = await get(`/o/${seeblick.id}/support/aid`, 'other')
  assert.match(seen.body, /Six dialysis patients/)
  assert.doesNotMatch(seen.body, /Tannau|Jana Brandt|555 0100/)
  const answer = /\/o\/\d+\/support\/aid\/needs\/\d+/.exec(seen.body)?.[0]
  assert.ok(answer)
  assert.match((await get(answer, 'other')).body, /Answer “Six dialysis patients”/)
  const named = await post(
    answer,
    { text: 'Seeblick Hospital can', contactName: 'P', contactPhone: '+43 1 2' },
    'other',
  )
  assert.equal(named.statusCode, 422)
  assert.equal(
    (await post(answer, { text: 'We can', contactName: 'P', contactPhone: '+43 1 2' }, 'other')).statusCode,
    303,
  )
  const mine = await get(`${own()}/aid`, 'lead')
  assert.doesNotMatch(mine.body, /Seeblick/)
  const accept = /action="(\/o\/\d+\/support\/aid\/matches\/\d+\/accept)"/.exec(mine.body)?.[1]
  assert.ok(accept)
  assert.equal((await post(accept, {}, 'lead')).statusCode, 303)
  assert.match((await get(`${own()}/aid`, 'lead')).body, /Seeblick Hospital: P, \+43 1 2/)
})

test('each page speaks each language', async () => {
  const pages = [
    own(),
    `${own()}/dossier`,
    `${own()}/aid`,
    `${own()}/aid/offers`,
    `${own()}/police/${caseId}`,
  ]
  for (const locale of ['de', 'fr', 'it']) {
    language = locale
    for (const page of pages) {
      const { body, statusCode } = await get(page, 'lead')
      assert.equal(statusCode, 200, page)
      assert.doesNotMatch(body, /support\.[a-z]+\.|undefined/, `${locale} ${page}`)
    }
    assert.equal((await get('/centre/support', 'officer')).statusCode, 200)
  }
  language = 'en'
})
