// Tests of the screens over HTTP: measures with their reason, purchases with their lists, four languages.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../../platform/context.ts'
import { readPdfBack } from '../../platform/pdf/read-back.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import {
  aCaller,
  aMoment,
  aProvider,
  type GuidanceServer,
  givenOrganisation,
  givenPurchase,
  givenSheet,
  guidanceContext,
  guidanceServer,
  purchaseForm,
} from './builders.ts'
import { factHref } from './pages/paths.ts'

let db: TestDatabase
let context: Context
let guidance: GuidanceServer
let tannau: number
let seeblick: number

before(async () => {
  db = await testDatabase()
  context = guidanceContext(db.database)
  tannau = await givenOrganisation(db.database, aProvider({ name: 'Tannau Hospital', providerKind: 'other' }))
  seeblick = await givenOrganisation(db.database, aProvider({ name: 'Seeblick Hospital' }))
  guidance = await guidanceServer(context, () => ({
    lead: aCaller(tannau, 'lead'),
    reader: aCaller(tannau, 'reader'),
    other: aCaller(seeblick, 'lead', 'Seeblick Hospital'),
  }))
})
after(async () => {
  await guidance.server.close()
  await db.close()
})

const get: GuidanceServer['get'] = (url, who) => guidance.get(url, who)
const post: GuidanceServer['post'] = (url, fields, who) => guidance.post(url, fields, who)
const purchases = () => `/o/${tannau}/purchases`

test('where nobody knows how large a house is, the pack of a practice is shown, with the question', async () => {
  const { body, statusCode } = await get(`/o/${tannau}/measures`, 'reader')
  assert.equal(statusCode, 200)
  assert.match(body, /nobody has said yet how large your house is/)
  assert.match(body, /0 of the 10 essentials are done/)
  assert.match(body, /Not known, because/)
  assert.doesNotMatch(body, /Not done yet/, 'unknown is not no')
  const known = await get(`/o/${seeblick}/measures`, 'other')
  assert.match(known.body, /your house counts here as: Hospital/)
  assert.match((await get(`/o/${tannau}/measures?size=clinic&letter=c`, 'reader')).body, /Clinic/)
})

test('a measure says why, its questions lead to the fact and back, and an answer changes its standing', async () => {
  const path = `/o/${tannau}/measures/back-up-and-restore`
  const { body } = await get(path, 'reader')
  assert.doesNotMatch(body, /Change the answer: /)
  assert.ok(body.includes(factHref(tannau, 'recovery.backup', path).replaceAll('&', '&amp;')))
  for (const part of [
    /The easy first step/,
    /How to go on/,
    /Where this comes from/,
    /Not reviewed yet|\d{4}/,
  ])
    assert.match(body, part)
  await context.database.asMember(tannau, (scope) =>
    guidance.facts.record(
      scope,
      [
        {
          organisationId: tannau,
          key: 'recovery.backup',
          value: 'none',
          source: 'answer',
          reference: null,
          asOf: aMoment,
          confidence: 'stated',
          by: 'person:1',
          byName: 'Jana Brandt',
        },
      ],
      aMoment,
    ),
  )
  assert.match((await get(path, 'reader')).body, /Change the answer: /)
  assert.equal((await get(`/o/${tannau}/measures/no-such-measure`, 'reader')).body, 'guidance/unknown')
  assert.equal((await get(path, 'other')).statusCode, 403)
})

test('a reader ticks a ten-minute task with a note, and it is taken back; both stay stored', async () => {
  const path = `/o/${tannau}/measures/back-up-and-restore`
  const task = /\/measures\/back-up-and-restore\/tasks\/([a-z0-9-]+)/.exec(
    (await get(path, 'reader')).body,
  )?.[1]
  assert.ok(task)
  const at = `${path}/tasks/${task}`
  const long = await post(at, { note: 'x'.repeat(1001) }, 'reader')
  assert.equal(long.statusCode, 422)
  assert.match(long.body, new RegExp(`href="#note-${task}"`))
  assert.equal((await post(at, { note: 'On <b>tape</b>' }, 'reader')).statusCode, 303)
  const ticked = (await get(path, 'reader')).body
  assert.match(ticked, /Done: Jana Brandt/)
  assert.match(ticked, /On &lt;b>tape/)
  assert.equal((await post(at, { done: 'no' }, 'reader')).statusCode, 303)
  assert.doesNotMatch((await get(path, 'reader')).body, /Done: Jana Brandt/)
  assert.equal((await db.query('select from task_done')).length, 2)
  await assert.rejects(db.query("update task_done set note = 'other'"), /append|change/i)
  assert.equal((await post(`${path}/tasks/none`, {}, 'reader')).statusCode, 404)
})

test('the pack holds ten essentials with boxes', async () => {
  const { body } = await get(`/o/${tannau}/measures/pack?size=practice`, 'reader')
  assert.match(body, /10\. /)
  assert.match(body, /class="s-boxes"/)
})

test('a purchase with faults comes back, with what was typed; a whole one leads to its list', async () => {
  const faulty = await post(purchases(), { name: '', supplier: 'A <b>' }, 'lead')
  assert.equal(faulty.statusCode, 422)
  for (const part of [/href="#name"/, /href="#kinds"/, /value="A &lt;b>"/]) assert.match(faulty.body, part)
  assert.equal((await post(purchases(), purchaseForm(), 'reader')).statusCode, 403)
  const form = purchaseForm()
  const made = await post(purchases(), form, 'lead')
  const again = await post(purchases(), form, 'lead')
  assert.equal(made.headers.location, again.headers.location, 'sent twice it is one purchase')
  const { body } = await get(String(made.headers.location), 'reader')
  assert.match(body, /points to ask for: Infusion pumps/)
  assert.match(body, /Because<\/b> you buy: Medical device/)
  assert.match(body, /Not needed, because/)
  assert.doesNotMatch(body, /Leave it out</, 'a reader changes nothing')
  assert.equal((await get(String(made.headers.location), 'other')).statusCode, 403)
  const foreign = String(made.headers.location).replace(`/o/${tannau}/`, `/o/${seeblick}/`)
  assert.equal((await get(foreign, 'other')).statusCode, 404)
})

test('a purchase that is sent twice is one, also at once, and no sign in a token breaks anything', async () => {
  const form = purchaseForm()
  const made = await Promise.all([1, 2, 3].map(() => post(purchases(), form, 'lead')))
  assert.equal(new Set(made.map(({ headers }) => headers.location)).size, 1)
  const odd = await post(
    purchases(),
    purchaseForm({ formToken: 'a-token\u0000-12', name: 'Pumps\u0000' }),
    'lead',
  )
  assert.equal(odd.statusCode, 303)
})

test('a point is left out with a reason only, and taken in again', async () => {
  const path = await givenPurchase(guidance, tannau)
  const at = `${path}/items/clause-sbom`
  const noReason = await post(at, { because: ' ' }, 'lead')
  assert.equal(noReason.statusCode, 422)
  assert.match(noReason.body, /href="#because-clause-sbom"/)
  assert.equal((await post(at, { because: 'it holds no software' }, 'lead')).statusCode, 303)
  assert.match((await get(path, 'reader')).body, /Left out by Jana Brandt, because<\/b> it holds no software/)
  assert.equal((await post(at, { take: 'yes' }, 'lead')).statusCode, 303)
  assert.doesNotMatch((await get(path, 'reader')).body, /it holds no software/)
  assert.equal((await post(`${path}/items/clause-downtime`, { because: 'x' }, 'lead')).statusCode, 404)
})

test('the list comes as PDF and text in the language of the supplier', async () => {
  const path = await givenPurchase(guidance, tannau)
  const pdf = await get(`${path}/list.pdf?language=de`, 'reader')
  const back = readPdfBack(pdf.rawPayload)
  assert.equal(back.language, 'de')
  assert.ok(back.read.some(({ text }) => /Fernzugriff|Sicherheitsupdates/.test(text)))
  const text = await get(`${path}/list.txt?language=fr`, 'reader')
  assert.match(String(text.headers['content-type']), /text\/plain/)
  assert.match(text.body, /Indispensable · Clause/)
  assert.doesNotMatch(text.body, /guidance\.|undefined/)
})

test('each page speaks each language', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link, page } = await givenSheet(guidance, path)
  const pages = [
    `/o/${tannau}/measures`,
    `/o/${tannau}/measures/pack`,
    `/o/${tannau}/measures/second-factor`,
    purchases(),
    `${purchases()}/new`,
    path,
    `${path}/change`,
    `${path}/compare`,
    page,
    link,
    `${link}/sbom`,
  ]
  for (const locale of ['de', 'fr', 'it', 'en']) {
    guidance.speak(locale)
    for (const address of pages) {
      const { body, statusCode } = await get(
        address.startsWith('/supplier') ? `${address}?language=${locale}` : address,
        'lead',
      )
      assert.equal(statusCode, 200, address)
      assert.doesNotMatch(body, /guidance\.[a-z]+\.|undefined|\[object/, `${locale} ${address}`)
    }
  }
})
