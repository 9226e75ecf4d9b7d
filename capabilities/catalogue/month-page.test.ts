// Tests of the page of the month over HTTP: before and after the first answers, and what a house decides about a thing.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { chooseItem } from './actions/choose.ts'
import { viewHouse } from './actions/month.ts'
import { requestItem, takeRequestStep } from './actions/request.ts'
import { december, givenServer, type TestServer } from './builders/server.ts'

let db: TestDatabase
let at: TestServer

before(async () => {
  db = await testDatabase()
  at = await givenServer(db)
})
after(async () => {
  await at.close()
  await db.close()
})
const get: TestServer['get'] = (url, who) => at.get(url, who)
const post: TestServer['post'] = (url, payload, who) => at.post(url, payload, who)
const own = () => at.own

test('before the first questions are answered the page says so and leads to them', async () => {
  const { body, statusCode } = await get(`${own()}/month`, 'lead')
  assert.equal(statusCode, 200)
  assert.match(body, /First, \d short questions/)
  assert.match(body, new RegExp(`href="${own()}/forms/first-questions"`))
  assert.doesNotMatch(body, /s-needs/)
})

test('after them there are three things, each with its reason in words and its day, and one button', async () => {
  await at.answer({
    'recovery.backup': 'daily',
    'recovery.restore-tested': 'never',
    'access.second-factor-remote': 'none',
    'systems.patching': 'irregular',
    'suppliers.remote-access': 'unknown',
  })
  const { body } = await get(`${own()}/month`, 'lead')
  assert.match(body, /<h1>Three things to do this month<\/h1>/)
  assert.equal(body.match(/class="s-need"/g)?.length, 3)
  assert.equal(body.match(/class="govuk-button"/g)?.length, 1)
  assert.match(body, /<b>Because<\/b> you answered “.+” to “.+” \(Mon 16 Nov 2026\)/)
  assert.match(body, /Also for you/)
  assert.doesNotMatch(body, /undefined|null|catalogue\./)
})

test('planning wants a day that is right, starts a clock, and the thing comes first with its day', async () => {
  const at = `${own()}/month/update-systems`
  assert.match((await get(at, 'lead')).body, /value="15"/, 'two weeks from now are suggested')
  const faulty = await post(
    `${at}/planned`,
    { 'until-day': '31', 'until-month': '2', 'until-year': '2027' },
    'lead',
  )
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /href="#planned-until"/)
  assert.match(faulty.body, /id="planned-until-error"/)
  assert.match(faulty.body, /value="31"/)
  const saved = await post(
    `${at}/planned`,
    { 'until-day': '15', 'until-month': '12', 'until-year': '2026' },
    'lead',
  )
  assert.equal(saved.headers.location, `${own()}/month`)
  const { body } = await get(`${own()}/month`, 'lead')
  assert.match(body, /by Tue 15 Dec/)
  assert.ok(body.indexOf('measures/update-systems') < body.indexOf('measures/back-up-and-restore'))
  assert.equal((await post(`${at}/planned`, {}, 'reader')).statusCode, 403)
})

test('put off with a reason it is away and listed, taken back it is there again', async () => {
  const at = `${own()}/month/back-up-and-restore`
  const noReason = await post(
    `${at}/put-off`,
    { 'until-day': '1', 'until-month': '3', 'until-year': '2027' },
    'lead',
  )
  assert.equal(noReason.statusCode, 422)
  assert.match(noReason.body, /id="put-off-reason-error"/)
  await post(
    `${at}/put-off`,
    { 'until-day': '1', 'until-month': '3', 'until-year': '2027', reason: 'New server in spring <b>' },
    'lead',
  )
  const away = (await get(`${own()}/month`, 'lead')).body
  assert.match(away, /until Mon 1 Mar: New server in spring &lt;b>/)
  assert.equal((await post(`${at}/open`, {}, 'lead')).statusCode, 303)
  assert.doesNotMatch((await get(`${own()}/month`, 'lead')).body, /New server in spring/)
})

test('what is noted as done leads to the question that it hangs on, and back', async () => {
  const done = await post(`${own()}/month/update-systems/done`, {}, 'lead')
  assert.equal(
    done.headers.location,
    `${own()}/facts/systems.patching?back=${encodeURIComponent(`${own()}/month`)}`,
  )
  const { body } = await get(`${own()}/month`, 'lead')
  assert.match(body, /You noted it as done on Tue 1 Dec/)
  assert.match(body, /Done this year/)
  await at.answer({ 'systems.patching': 'within-two-weeks' }, december)
  assert.doesNotMatch((await get(`${own()}/month`, 'lead')).body, /You noted it as done/)
})

test('what is done this year begins with the year in the house, services that were delivered too', async () => {
  const { context, book, practice } = at
  const { organisationId } = practice
  // Half an hour before and after midnight in Vienna.
  const lastYear = new Date('2026-12-31T22:30:00Z')
  const newYear = new Date('2026-12-31T23:30:00Z')
  await chooseItem(
    context,
    practice,
    { key: 'exercises', choice: 'done', until: null, reason: null, who: null },
    lastYear,
  )
  const vienna = { organisationId, timeZone: 'Europe/Vienna' }
  const doneAt = async (now: Date) =>
    (await viewHouse(context, book, vienna, now)).done.map(({ itemKey }) => itemKey)
  assert.ok((await doneAt(lastYear)).includes('exercises'))
  assert.deepEqual(await doneAt(newYear), [])
  const asking = {
    key: 'no-more-ransom',
    text: null,
    contactName: 'Jana',
    contactPhone: null,
    formToken: 'form-of-old',
  }
  const id = await requestItem(context, book, practice, asking, december)
  await takeRequestStep(context, practice, id, { step: 'helped', note: null, promisedFor: null }, december)
  const shown = /id="done"[\s\S]*No More Ransom/
  assert.match((await get(`${own()}/month`, 'lead')).body, shown)
  await db.query("update item_requests set ended_at = '2025-12-30T08:00:00Z' where id = $1", [id])
  assert.doesNotMatch((await get(`${own()}/month`, 'lead')).body, shown)
})
