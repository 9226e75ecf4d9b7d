// Tests of the centre’s own offers over HTTP: one language is enough, each change is a version, a retired one stays readable.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { givenServer, type TestServer } from './builders/server.ts'

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

const ownOffer = {
  kind: 'service',
  'title-de': 'Beratung vor Ort',
  'summary-de': 'Wir kommen.',
  'what-de': 'Ein halber Tag.',
  pillars: 'prevent',
  cost: 'free',
  sizes: 'practice',
  countries: 'AT',
  answerWithinHours: '48',
}

test('an administrator writes an offer in one language; members see it, marked; each change is a version', async () => {
  assert.equal((await post('/centre/catalogue/new', ownOffer, 'officer')).statusCode, 403)
  const faulty = await post(
    '/centre/catalogue/new',
    { ...ownOffer, 'what-de': '', countries: 'Austria' },
    'administrator',
  )
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /href="#what-de"/)
  assert.match(faulty.body, /id="countries-error"/)
  assert.match(faulty.body, /value="Beratung vor Ort"/)
  assert.equal((await post('/centre/catalogue/new', ownOffer, 'administrator')).statusCode, 303)
  const key = /centre\/catalogue\/(own-\d+)/.exec((await get('/centre/catalogue', 'administrator')).body)?.[1]
  assert.ok(key)
  const shown = (await get(`${own()}/offers/${key}`, 'lead')).body
  assert.match(shown, /So far only in Deutsch/)
  assert.match(shown, /<p lang="de">Ein halber Tag/)
  assert.match((await get(`/o/${at.other.organisationId}/offers`, 'other')).body, /Beratung vor Ort/)
  const changed = { ...ownOffer, 'what-de': 'Ein ganzer Tag.', version: '1' }
  assert.equal((await post(`/centre/catalogue/${key}`, changed, 'administrator')).statusCode, 303)
  assert.equal(
    (await post(`/centre/catalogue/${key}`, changed, 'administrator')).body,
    'catalogue/changed-meanwhile',
  )
  assert.match((await get(`/centre/catalogue/${key}/versions/1`, 'officer')).body, /Ein halber Tag/)
  assert.match((await get(`/centre/catalogue/${key}`, 'administrator')).body, /Version 2/)
  await post(`/centre/catalogue/${key}/retired`, { version: '2' }, 'administrator')
  assert.doesNotMatch((await get(`${own()}/offers`, 'lead')).body, /Beratung vor Ort/)
  assert.match((await get(`${own()}/offers/${key}`, 'lead')).body, /No longer offered/)
  const gone = await post(
    `${own()}/offers/${key}/requests`,
    { contactName: 'Jana', formToken: 'a-form-token-2' },
    'lead',
  )
  assert.equal(gone.body, 'catalogue/not-requestable')
})
