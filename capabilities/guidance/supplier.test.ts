// Tests over HTTP of suppliers without account: saving, handing in, links that end, bills of materials, limits, proposed facts.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { addFileByLink, createReadings } from './actions/supplier.ts'
import {
  aCaller,
  aMoment,
  anSbom,
  aProvider,
  type GuidanceServer,
  givenOrganisation,
  givenPurchase,
  givenSheet,
  guidanceContext,
  guidanceServer,
  linkIn,
} from './builders.ts'
import { most } from './sheet.ts'

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
const upload: GuidanceServer['upload'] = (url, name, content) => guidance.upload(url, name, content)

test('a supplier without account saves partly, hands in, and then nothing changes any more', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link, page } = await givenSheet(guidance, path)
  assert.doesNotMatch((await get(page, 'lead')).body, /\/supplier\//, 'the link is shown once')
  const empty = await get(link)
  assert.equal(empty.statusCode, 200)
  assert.match(empty.body, /Tannau Hospital asks you about: Infusion pumps/)
  assert.doesNotMatch(empty.body, /Ask again when/, 'the warning signs are for the house')
  const answers = {
    'a-question-patch-record': 'partly',
    'w-question-patch-record': '=HYPERLINK("x") <script>alert(1)</script>\u202e',
    'a-question-no-such': 'yes',
    'a-question-support-end': 'perhaps',
    contactName: '',
  }
  assert.equal((await post(link, { ...answers, step: 'save' })).statusCode, 303)
  const saved = (await get(link)).body
  assert.match(saved, /&lt;script>/)
  assert.doesNotMatch(saved, /\u202e/)
  assert.match((await get(page, 'lead')).body, /has answered 1 of \d+ so far/)
  const nobody = await post(link, { ...answers, step: 'hand-in' })
  assert.equal(nobody.statusCode, 422, 'whom to reach is needed for handing in')
  assert.match(nobody.body, /href="#contactName"/)
  const contact = { contactName: 'Ole Berg', contactReach: 'security@northwind.example' }
  assert.equal((await post(link, { ...answers, ...contact, step: 'hand-in' })).statusCode, 303)
  assert.match((await get(link)).body, /Your answers are handed in/)
  assert.equal((await post(link, { ...answers, step: 'save' })).body, 'guidance/moved-on')
  const seen = (await get(page, 'reader')).body
  for (const part of [/Not answered/, /Ask again when/, /Ole Berg/, /That is not a “no”/])
    assert.match(seen, part)
  assert.equal((await post(`${page}/reopen`, {}, 'lead')).statusCode, 303)
  assert.equal((await post(link, { ...answers, ...contact, step: 'hand-in' })).statusCode, 303)
  const steps = await db.query<{ step: string }>('select step from supplier_sheet_revisions order by id')
  assert.deepEqual(
    steps.map(({ step }) => step),
    ['saved', 'handed-in', 'reopened', 'handed-in'],
  )
})

test('a link that was taken back, is over, or was never made opens nothing, and guessing is stopped', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link, page } = await givenSheet(guidance, path)
  const linkId = /links\/(\d+)\/take-back/.exec((await get(page, 'lead')).body)?.[1]
  assert.equal((await get(link)).statusCode, 200)
  assert.equal((await post(`${page}/links/${linkId}/take-back`, {}, 'lead')).statusCode, 303)
  assert.equal((await get(link)).statusCode, 410)
  const second = linkIn((await post(`${page}/links`, {}, 'lead')).body)
  const other = second.replace(`/supplier/${tannau}-`, `/supplier/${seeblick}-`)
  assert.equal((await get(other)).statusCode, 410, 'never looked for among those of others')
  const guess = async () =>
    (
      await guidance.server.inject({
        url: '/supplier/1-aaaaaaaaaaaaaaaaaaaaaa',
        remoteAddress: '203.0.113.9',
      })
    ).statusCode
  for (let tries = 0; tries < 30; tries++) assert.equal(await guess(), 410)
  assert.equal(await guess(), 429)
  assert.equal((await get(second)).statusCode, 200, 'others are not stopped')
  guidance.at(new Date(aMoment.getTime() + 16 * 60_000))
  assert.equal(await guess(), 410)
  guidance.at(new Date(aMoment.getTime() + 31 * 86_400_000))
  assert.equal((await get(second)).body, 'guidance/link-closed')
  guidance.at(aMoment)
})

test('a bill of materials is read at once, its faults are shown, and the house looks at it as an import', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link, page } = await givenSheet(guidance, path)
  const wrong = await upload(`${link}/sbom`, 'parts.json', '{"bomFormat":"CycloneDX","specVersion":"9.9"}')
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /faults? in this file/)
  const none = await upload(`${link}/sbom`, 'list.csv', 'Name;Version')
  assert.match(none.body, /neither CycloneDX nor SPDX|a list, and not a bill/)
  const large = await upload(`${link}/sbom`, 'big.json', ' '.repeat(most.fileBytes + 10))
  assert.equal(large.statusCode, 413)
  const file = anSbom([
    { name: 'zlib', version: '1.2.11' },
    { name: 'openssl', version: '3.0.1' },
  ])
  const good = await upload(`${link}/sbom`, 'PumpGate.cdx.json', file)
  assert.equal(good.statusCode, 200)
  assert.match(good.body, /PumpGate\.cdx\.json is handed in/)
  const { body } = await get(page, 'lead')
  assert.match(body, /CycloneDX 1\.5, \d components/)
  assert.match(body, /2 files could not be read/)
  const download = /href="([^"]*\/files\/\d+)"/.exec(body)?.[1]
  assert.ok(download)
  const raw = await get(download, 'reader')
  assert.equal(raw.headers['content-type'], 'application/octet-stream')
  assert.equal(raw.body, file)
  assert.equal((await post(`${download}/import`, {}, 'reader')).statusCode, 403)
  const imported = await post(`${download}/import`, {}, 'lead')
  assert.match(String(imported.headers.location), /\/assets\/imports\/\d+$/)
  const again = await post(`${download}/import`, {}, 'lead')
  assert.equal(again.headers.location, imported.headers.location, 'the same form sent twice is one import')
  assert.match((await get(page, 'lead')).body, /To the import of this file/)
})

test('two pages of one sheet do not undo each other, and of two who hand in at once one is told so', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link, page } = await givenSheet(guidance, path)
  const shown = async () => ({ shown: /name="shown" value="(\d+)"/.exec((await get(link)).body)?.[1] ?? 'x' })
  const [first, second] = [await shown(), await shown()]
  await post(link, { ...first, 'a-question-patch-record': 'partly', step: 'save' })
  await post(link, { ...second, 'a-question-support-end': 'no', step: 'save' })
  assert.match((await get(page, 'lead')).body, /has answered 2 of \d+ so far/)
  const whole = {
    ...(await shown()),
    'a-question-patch-record': 'yes',
    'w-question-patch-record': 'within 20 days',
    'a-question-support-end': 'no',
  }
  await post(link, { ...whole, step: 'save' })
  assert.match((await get(page, 'lead')).body, /has answered 2 of \d+ so far[\s\S]*within 20 days/)
  const contact = { contactName: 'Ole Berg', contactReach: 'security@northwind.example' }
  const both = [1, 2].map(async () => post(link, { ...whole, ...contact, step: 'hand-in' }))
  const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode)
  assert.deepEqual(codes.toSorted(), [303, 409])
  assert.match((await get(page, 'lead')).body, /answered 2 of \d+ and handed in/)
})

test('nothing is taken after handing in, nor by a link that was taken back', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link, page } = await givenSheet(guidance, path)
  const file = anSbom([{ name: 'zlib', version: '1.2.11' }])
  await post(link, { contactName: 'Ole Berg', contactReach: '+47 555 0100', step: 'hand-in' })
  assert.equal((await upload(`${link}/sbom`, 'bom.json', file)).body, 'guidance/moved-on')
  assert.equal((await get(`${link}/sbom`)).body, 'guidance/moved-on')
  await post(`${page}/reopen`, {}, 'lead')
  assert.equal((await post(`${page}/reopen`, {}, 'lead')).body, 'guidance/moved-on')
  const linkId = /links\/(\d+)\/take-back/.exec((await get(page, 'lead')).body)?.[1]
  await post(`${page}/links/${linkId}/take-back`, {}, 'lead')
  for (const closed of [
    await upload(`${link}/sbom`, 'bom.json', file),
    await post(link, { 'a-question-patch-record': 'yes', step: 'save' }),
    await get(`${link}/sbom`),
  ])
    assert.equal(closed.body, 'guidance/link-closed')
  const kept = await db.query('select id from supplier_files where sheet_id = $1', [page.split('/').at(-1)])
  assert.deepEqual(kept, [])
})

test('files, links and facts of one sheet are not reached by way of another, nor from another house', async () => {
  const path = await givenPurchase(guidance, tannau)
  const own = await givenSheet(guidance, path)
  const beside = await givenSheet(guidance, path, 'Birkensee Devices')
  const elsewhere = `${await givenPurchase(guidance, tannau)}/sheets/${own.page.split('/').at(-1)}`
  await upload(`${own.link}/sbom`, 'bom.json', anSbom([{ name: 'zlib', version: '1.2.11' }]))
  const { body } = await get(own.page, 'lead')
  const file = /\/files\/\d+/.exec(body)?.[0]
  const link = /\/links\/\d+/.exec(body)?.[0]
  assert.ok(file && link)
  for (const page of [beside.page, elsewhere]) {
    assert.equal((await get(`${page}${file}`, 'lead')).body, 'guidance/unknown')
    assert.equal((await post(`${page}${file}/import`, {}, 'lead')).body, 'guidance/unknown')
  }
  assert.equal((await post(`${beside.page}${link}/take-back`, {}, 'lead')).statusCode, 409)
  for (const step of [`${link}/take-back`, '/links', '/reopen', '/facts/suppliers.sbom'])
    assert.equal((await post(`${elsewhere}${step}`, {}, 'lead')).body, 'guidance/unknown')
  const foreign = own.page.replace(`/o/${tannau}/`, `/o/${seeblick}/`)
  for (const step of ['', file]) assert.equal((await get(`${foreign}${step}`, 'other')).statusCode, 404)
  assert.equal((await post(`${foreign}/links`, {}, 'other')).statusCode, 404)
  assert.equal((await get(own.link)).statusCode, 200, 'the link is still good')
})

test('files sent at once count before they are read, so that reading them cannot hold up everybody', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link } = await givenSheet(guidance, path)
  const readings = createReadings(1)
  const content = Buffer.from(anSbom([{ name: 'zlib', version: '1.2.11' }]))
  const token = link.replace('/supplier/', '')
  const tries = [1, 2, 3].map(() =>
    addFileByLink(context, readings, token, { fileName: 'bom.json', content }, aMoment),
  )
  const outcomes = (await Promise.allSettled(tries)).map((one) =>
    one.status === 'rejected' && one.reason instanceof Refusal ? one.reason.code : one.status,
  )
  assert.deepEqual(outcomes.toSorted(), ['fulfilled', 'guidance/too-often', 'guidance/too-often'])
})

test('too many savings or files within an hour are refused, and an hour later taken again', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link } = await givenSheet(guidance, path)
  let last = 0
  for (let count = 0; count <= most.savingsAnHour; count++)
    last = (await post(link, { 'w-question-patch-record': `draft ${count}`, step: 'save' })).statusCode
  assert.equal(last, 429)
  for (let count = 0; count <= most.filesAnHour; count++)
    last = (await upload(`${link}/sbom`, 'list.csv', `Name;${count}`)).statusCode
  assert.equal(last, 429)
  guidance.at(new Date(aMoment.getTime() + 61 * 60_000))
  assert.equal((await post(link, { 'w-question-patch-record': 'later', step: 'save' })).statusCode, 303)
  guidance.at(aMoment)
})

test('a handed-in sheet proposes a fact, the house takes it, and it is not proposed again', async () => {
  const path = await givenPurchase(guidance, tannau)
  const { link, page } = await givenSheet(guidance, path)
  await post(link, {
    'a-question-night-number': 'yes',
    contactName: 'Ole Berg',
    contactReach: '+47 555 0100',
    step: 'hand-in',
  })
  const { body } = await get(page, 'lead')
  assert.match(body, /Take this over\?/)
  assert.match(body, /facts\/suppliers\.incident-contact/)
  const at = `${page}/facts/suppliers.incident-contact`
  assert.equal((await post(at, { value: 'all-important', take: 'yes' }, 'lead')).statusCode, 409)
  assert.equal((await post(at, { value: 'some', take: 'yes' }, 'reader')).statusCode, 403)
  assert.equal((await post(at, { value: 'some', take: 'yes' }, 'lead')).statusCode, 303)
  const about = await context.database.asMember(tannau, (scope) =>
    guidance.facts.about(scope, tannau, aMoment),
  )
  assert.equal(about('suppliers.incident-contact')?.value, 'some')
  assert.doesNotMatch((await get(page, 'lead')).body, /Take this over\?/)
})

test('two suppliers stand side by side, and what is not answered is not a no', async () => {
  const path = await givenPurchase(guidance, tannau)
  assert.match((await get(`${path}/compare`, 'reader')).body, /Two sheets are needed/)
  const first = await givenSheet(guidance, path)
  await givenSheet(guidance, path, 'Birkensee <i>Devices</i>')
  await post(first.link, { 'a-question-patch-record': 'no', step: 'save' })
  const { body } = await get(`${path}/compare`, 'reader')
  assert.match(body, /Northwind Medical and Birkensee &lt;i>Devices/)
  assert.match(body, /Not answered/)
})
