// Tests of the screens over HTTP: the list, an offer, a request from both sides, demand, the export, four languages.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { requestItem } from './actions/request.ts'
import { december, givenServer, type TestServer } from './builders/server.ts'
import { givenMember } from './builders.ts'

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

test('the list is ranked, filtered, and keeps what does not fit with its reason', async () => {
  const { body } = await get(`${own()}/offers`, 'lead')
  assert.ok(body.indexOf('id="fit-yes"') < body.indexOf('id="fit-unknown"'))
  assert.ok(body.indexOf('id="fit-unknown"') < body.indexOf('id="fit-no"'))
  assert.match(body, /Not for you, because<\/b> your profile says “.+: .*Austria|Not for you, because/)
  assert.match(body, /It may be for you\./)
  const filtered = (await get(`${own()}/offers?kind=funding&level=eu`, 'lead')).body
  assert.match(filtered, /Cybersecurity voucher/)
  assert.doesNotMatch(filtered, /No More Ransom/)
  assert.match(filtered, /href="\/o\/\d+\/offers\?level=eu"/)
  assert.match((await get(`${own()}/offers?kind=funding&cost=free`, 'lead')).body, /Take one away/)
})

test('an offer says what lacks, where it comes from, that nobody reviewed it, and what it helps with', async () => {
  const { body } = await get(`${own()}/offers/cybersecurity-voucher`, 'lead')
  assert.match(body, /2 facts are missing/)
  assert.match(body, new RegExp(`href="${own()}/organisation"`))
  assert.match(body, /not reviewed yet/)
  assert.match(body, /not known to us/)
  assert.match(body, /Rule audience-cybersecurity-voucher, version 1\.0\.0/)
  assert.match(body, /measures\/second-factor/)
  assert.equal((await get(`${own()}/offers/nothing-here`, 'lead')).statusCode, 404)
  assert.equal(
    (await get(`${own()}/offers/second-factor`, 'lead')).headers.location,
    `${own()}/measures/second-factor`,
  )
})

test('a reader sees the button of the request, blocked and with its reason', async () => {
  const { body } = await get(`${own()}/offers/advice-hour`, 'reader')
  assert.match(body, /disabled/)
  assert.match(body, /your role only reads/)
  assert.equal((await post(`${own()}/offers/advice-hour/requests`, {}, 'reader')).statusCode, 403)
})

test('a request goes from its form to the queue, is promised and delivered, and its outcome is asked', async () => {
  const form = { text: 'A <contract>', contactName: '', contactPhone: 'x', formToken: 'a-form-token-1' }
  const faulty = await post(`${own()}/offers/advice-hour/requests`, form, 'lead')
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /id="contactName-error"/)
  assert.match(faulty.body, /A &lt;contract>/)
  const asked = await post(
    `${own()}/offers/advice-hour/requests`,
    { ...form, text: 'A con\0tract', contactName: 'Jana Brandt', contactPhone: '' },
    'lead',
  )
  const { formToken: _, ...tokenless } = { ...form, contactName: 'Jana Brandt', contactPhone: '' }
  assert.equal((await post(`${own()}/offers/advice-hour/requests`, tokenless, 'lead')).statusCode, 422)
  const path = String(asked.headers.location)
  assert.match((await get(path, 'lead')).body, /Nobody has taken this request yet/)
  assert.equal((await get(path, 'other')).statusCode, 403)
  const at = path.replace(/^\/o\/(\d+)\/requests/, '/centre/requests/$1')
  assert.match((await get('/centre/requests', 'officer')).body, /Birkensee Practice: An hour of advice/)
  assert.equal((await post(`${at}/take`, {}, 'officer')).statusCode, 303)
  assert.equal((await post(`${at}/take`, {}, 'officer')).body, 'catalogue/moved-on')
  assert.equal((await post(`${at}/promise`, {}, 'officer')).statusCode, 422)
  const day = { 'when-day': '8', 'when-month': '12', 'when-year': '2026' }
  assert.equal((await post(`${at}/promise`, day, 'officer')).statusCode, 303)
  assert.match((await get(path, 'lead')).body, /Promised for Tue 8 Dec/)
  assert.equal((await post(`${at}/deliver`, { note: '' }, 'officer')).statusCode, 422)
  await post(`${at}/deliver`, { note: 'We talked.' }, 'officer')
  assert.match((await get(path, 'lead')).body, /Did it help\?/)
  assert.equal((await post(`${path}/helped`, {}, 'lead')).statusCode, 303)
  assert.match((await get('/centre/requests', 'officer')).body, /it helped/)
})

test('demand has no figure for two members, and says why', async () => {
  const { body } = await get('/centre/demand', 'officer')
  assert.match(body, /Austria/)
  assert.match(body, /fewer than 3/)
  assert.match((await get('/centre/demand?by=size', 'officer')).body, /Practice/)
  for (const name of ['Tannau Practice', 'Erlenau Practice', 'Hohenfeld Practice']) {
    const by = await givenMember(db.database, { name, country: 'FR' })
    const asking = {
      key: 'euvd',
      text: null,
      contactName: name,
      contactPhone: null,
      formToken: `form of ${name}`,
    }
    await requestItem(at.context, at.book, by, asking, december)
  }
  const counted = (await get('/centre/demand', 'officer')).body
  assert.match(counted, /France<\/th><td[^>]*>3</)
  assert.match(counted, /fewer than 3/)
  assert.equal((await get('/centre/demand', 'lead')).statusCode, 403)
})

test('the export is CPSV-AP for everybody who is signed in, with every language of every service', async () => {
  assert.equal((await get('/api/catalogue')).statusCode, 401)
  const { body } = await get('/api/catalogue', 'lead')
  const { '@graph': graph } = JSON.parse(body) as { '@graph': Record<string, unknown>[] }
  const services = graph.filter((node) => node['@type'] === 'cpsv:PublicService')
  assert.ok(services.length >= 24)
  for (const service of services) {
    for (const property of [
      'dct:identifier',
      'cv:hasCompetentAuthority',
      'cv:hasCost',
      'cv:hasChannel',
      'cv:thematicArea',
    ])
      assert.ok(service[property], `${service['dct:identifier']} lacks ${property}`)
    const title = service['dct:title'] as { '@language': string }[]
    assert.deepEqual(title.map((one) => one['@language']).toSorted(), ['de', 'en', 'fr', 'it'])
  }
})

test('a promise ends with the day in the house, and the centre sees that day too', async () => {
  const { organisationId } = at.other
  await db.query("update organisations set time_zone = 'Atlantic/Azores' where id = $1", [organisationId])
  const asking = {
    key: 'advice-hour',
    text: null,
    contactName: 'Luc',
    contactPhone: null,
    formToken: 'form-azores',
  }
  const id = await requestItem(at.context, at.book, at.other, asking, december)
  const path = `/centre/requests/${organisationId}/${id}`
  await post(`${path}/take`, {}, 'officer')
  const day = { 'when-day': '8', 'when-month': '12', 'when-year': '2026' }
  assert.equal((await post(`${path}/promise`, day, 'officer')).statusCode, 303)
  const [row] = await db.query<{ at: Date }>(
    'select promised_for as at from item_requests where organisation_id = $1 and id = $2',
    [organisationId, id],
  )
  assert.equal(row?.at.toISOString(), '2026-12-09T00:59:00.000Z')
  assert.match((await get(path, 'officer')).body, /Promised for Tue 8 Dec/)
  const { body } = await get('/centre/requests', 'officer')
  assert.match(body, new RegExp(`${path}"[\\s\\S]*?Tue 8 Dec`))
  assert.doesNotMatch(body, /Wed 9 Dec/)
  assert.equal((await get(`/centre/requests/999999/${id}`, 'officer')).statusCode, 404)
})

test('each page speaks each language', async () => {
  const pages = [
    `${own()}/month`,
    `${own()}/month/second-factor`,
    `${own()}/offers`,
    `${own()}/offers/z-cert`,
  ]
  for (const locale of ['de', 'fr', 'it']) {
    at.speak(locale)
    for (const page of pages) {
      const { body, statusCode } = await get(page, 'lead')
      assert.equal(statusCode, 200, page)
      assert.doesNotMatch(body, /catalogue\.[a-z]+|undefined/, `${locale} ${page}`)
    }
    for (const page of ['/centre/requests', '/centre/demand', '/centre/catalogue', '/centre/catalogue/new'])
      assert.equal((await get(page, 'administrator')).statusCode, 200, page)
  }
  at.speak('en')
})
