// Tests of the screens and the JSON addresses over HTTP: the whole way of an import, forms, and who is refused.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import type { Subscription } from '../../../platform/events/event.ts'
import { createRelay } from '../../../platform/events/relay.ts'
import type { Caller, MemberRole } from '../../../platform/http/caller.ts'
import { createServer } from '../../../platform/http/server.ts'
import { locales } from '../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { contextFor } from '../../organisations/builders.ts'
import { csv, insertHospital, threeDevices } from '../builders.ts'
import { createAssets, importInventory } from '../index.ts'

let db: TestDatabase
let context: Context
let server: FastifyInstance
let drain: () => Promise<number>
let own: number
let other: number
let language = 'en'

before(async () => {
  db = await testDatabase()
  own = await insertHospital(db)
  other = await insertHospital(db, 'Another hospital')
  const subscriptions: Subscription[] = []
  context = contextFor(db.database, subscriptions)
  const assets = createAssets(context)
  subscriptions.push(...assets.subscriptions)
  const { log, now } = context
  const relay = createRelay({ database: db.database, subscriptions: context.events.deferred, log, now })
  drain = () => relay.drain()
  server = await createServer({
    log,
    now,
    publicUrl: 'https://salus.example',
    permissions: assets.permissions,
    endpoints: [...assets.routes, ...assets.pages],
    identify: async (cookie) => callerOf(cookie),
    sessionCookie: 'session',
    localeOf: () => language,
    renderProblem: async (_request, problem) => `${problem.code}: ${problem.detail}`,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
})

/** The session says who it is: `lead-1` leads the organisation 1. */
function callerOf(cookie: string | undefined): Caller {
  const [role, organisationId] = cookie?.split('-') ?? []
  if (!role || !organisationId) return null
  return {
    person: { id: 7, name: 'J. Brandt', email: 'j.brandt@tannau.example', language: 'en', theme: 'device' },
    csrfToken: 'token',
    memberships: [
      {
        organisationId: Number(organisationId),
        organisationName: 'Tannau Hospital',
        organisationKind: 'provider',
        timeZone: 'Europe/Berlin',
        // The tests name only roles that there are.
        role: role as MemberRole,
      },
    ],
  }
}

const as = (role: MemberRole, organisationId = own) => ({ session: `${role}-${organisationId}` })

const get = (url: string, cookies: Record<string, string> = as('lead')) =>
  server.inject({ method: 'GET', url, cookies })

const post = (url: string, fields: Record<string, string>, cookies: Record<string, string> = as('lead')) =>
  server.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: 'token', ...fields }).toString(),
  })

function upload(url: string, file: { fileName: string; content: Buffer } | null, cookies = as('lead')) {
  const boundary = 'boundary'
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const parts: (string | Buffer)[] = [field('_csrf', 'token'), field('covers', 'whole')]
  if (file)
    parts.push(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      file.content,
      '\r\n',
    )
  parts.push(`--${boundary}--\r\n`)
  return server.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
  })
}

test('an empty inventory says that no alert does not mean safe', async () => {
  const hospital = await insertHospital(db)
  const page = await get(`/o/${hospital}/assets`, as('reader', hospital))
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /does not mean that you are safe/)
  assert.doesNotMatch(page.body, /Import a list/)
})

test('a list goes from upload over columns and difference to the result', async () => {
  const rows = [...threeDevices, '10028;=cmd|calc;Corvia;CV-200;1.0;Main site']
  const answer = await upload(`/o/${own}/assets/import`, csv(rows))
  assert.equal(answer.statusCode, 303)
  const path = String(answer.headers.location)
  const running = await get(path)
  assert.match(running.body, /<progress/)
  assert.match(running.body, /You can leave this page/)
  assert.equal(running.headers.refresh, '3')

  await drain()
  const columns = await get(path)
  assert.equal(columns.headers.refresh, undefined)
  assert.match(columns.body, /Have we read your columns correctly\?/)
  assert.match(columns.body, /Infusion gateway 1/)

  const twice = await post(`${path}/columns`, { 'column-2': 'model' })
  assert.equal(twice.statusCode, 422)
  assert.match(twice.body, /Model is chosen for several columns/)
  assert.equal((await post(`${path}/columns`, {})).statusCode, 303)
  await drain()

  const difference = await get(path)
  assert.match(difference.body, /3 new, 0 changed, 0 gone\. Nothing is stored yet\./)
  assert.match(difference.body, /Store 3 changes/)
  await post(`${path}/confirm`, {})
  await drain()

  const result = await get(path)
  assert.match(result.body, /3 of 4 rows are in\. 1 needs you\./)
  const file = await get(`${path}/rejected.csv`)
  assert.match(file.body, /"'=cmd\|calc"/)
  const list = await get(`/o/${own}/assets`)
  assert.match(list.body, /2 of 3 assets can be matched automatically/)
})

test('what is gone from a second list is kept until it is confirmed', async () => {
  const hospital = await insertHospital(db)
  await importInventory(context, hospital, csv(threeDevices), 'operator', context.now())
  const second = await importInventory(
    context,
    hospital,
    csv(threeDevices.slice(1)),
    'operator',
    context.now(),
  )
  const path = `/o/${hospital}/assets/imports/${second.id}`
  const page = await get(path, as('lead', hospital))
  assert.match(page.body, /1 asset is no longer in your list/)
  const confirmed = await post(`${path}/gone`, {}, as('lead', hospital))
  const after = await get(String(confirmed.headers.location), as('lead', hospital))
  assert.match(after.body, /no longer compared with advisories/)
  assert.match((await get(`/o/${hospital}/assets`, as('lead', hospital))).body, /1 of 2 assets/)
})

test('one asset is added, corrected with what was typed kept, and confirmed as gone', async () => {
  const unnamed = await post(`/o/${own}/assets/new`, { serial: 'A1' })
  assert.equal(unnamed.statusCode, 422)
  assert.match(unnamed.body, /value="A1"/)
  const added = await post(`/o/${own}/assets/new`, { name: 'Scales 1', vendor: 'Gravia', clinicalRole: '' })
  const path = String(added.headers.location).replace(/\?.*/, '')
  assert.match((await get(path)).body, /Scales 1/)
  const tooLong = await post(path, { name: 'x'.repeat(501) })
  assert.equal(tooLong.statusCode, 422)
  assert.match(tooLong.body, /Use at most 500 characters/)
  await post(path, { name: 'Scales 1', vendor: 'Gravia', model: 'G2', version: '3.1' })
  assert.match((await get(path)).body, /Can be matched/)
  assert.equal((await post(`${path}/gone`, {})).statusCode, 303)
  assert.equal((await post(path, { name: 'Scales 2' })).statusCode, 409)
})

test('a form without a file comes back with the fault beside the field', async () => {
  const page = await upload(`/o/${own}/assets/import`, null)
  assert.equal(page.statusCode, 422)
  assert.match(page.body, /Choose a file that is not empty/)
})

test('search, filters and pages of the list carry on', async () => {
  const hospital = await insertHospital(db)
  const lines = Array.from(
    { length: 120 },
    (_, index) => `N${index};Pump ${index};Velora;P7;1.${index};Ward ${index % 3}`,
  )
  await importInventory(context, hospital, csv(lines), 'operator', context.now())
  const who = as('lead', hospital)
  const first = await get(`/o/${hospital}/assets`, who)
  assert.match(first.body, /50 of 120 shown/)
  const next = /href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&')
  assert.match((await get(String(next), who)).body, /First page/)
  assert.match((await get(`/o/${hospital}/assets?site=Ward+1`, who)).body, /40 of 40 shown/)
  assert.match((await get(`/o/${hospital}/assets?search=pump+11`, who)).body, /11 of 11 shown/)
  assert.match((await get(`/o/${hospital}/assets?search=%25`, who)).body, /No asset fits this filter/)
})

test('strangers, other members and readers are refused', async () => {
  const stored = await importInventory(context, own, csv(threeDevices), 'operator', context.now())
  const path = `/o/${own}/assets`
  assert.equal((await get(path, {})).statusCode, 303)
  assert.equal((await get(path, as('lead', other))).statusCode, 403)
  assert.equal((await get(`${path}/new`, as('reader'))).statusCode, 403)
  assert.equal((await upload(`${path}/import`, csv(threeDevices), as('reader'))).statusCode, 403)
  assert.equal((await post(`${path}/imports/${stored.id}/gone`, {}, as('reader'))).statusCode, 403)
  const foreign = `/o/${other}/assets/imports/${stored.id}`
  assert.equal((await get(foreign, as('lead', other))).statusCode, 404)
  assert.equal((await get(`${foreign}/rejected.csv`, as('lead', other))).statusCode, 404)
  assert.equal((await post(`${foreign}/confirm`, {}, as('lead', other))).statusCode, 404)
})

test('an import that has moved on is not confirmed twice', async () => {
  const stored = await importInventory(context, own, csv(threeDevices), 'operator', context.now())
  assert.equal((await post(`/o/${own}/assets/imports/${stored.id}/confirm`, {})).statusCode, 409)
})

test('the JSON addresses list, add and import', async () => {
  const hospital = await insertHospital(db)
  const who = as('lead', hospital)
  const api = `/api/organisations/${hospital}/assets`
  const added = await server.inject({
    method: 'POST',
    url: api,
    cookies: who,
    headers: { 'x-csrf-token': 'token' },
    payload: { name: 'Scales 1', vendor: 'Gravia', model: 'G2', version: '3.1' },
  })
  assert.equal(added.json().matchable, 'yes')
  assert.equal((await get(`${api}/${added.json().id}`, who)).json().model, 'G2')
  const list = (await get(api, who)).json()
  assert.deepEqual([list.coverage.total, list.assets.length, list.next], [1, 1, null])
  const requested = await upload(`${api}/imports`, csv(threeDevices), who)
  assert.equal(requested.json().state, 'reading')
  await drain()
  assert.equal((await get(`${api}/imports/${requested.json().id}`, who)).json().state, 'mapping')
  assert.equal((await get(`${api}/99999`, who)).statusCode, 404)
})

test('every language draws the pages of an import', async () => {
  const stored = await importInventory(
    context,
    own,
    csv([...threeDevices, '1;;;;;']),
    'operator',
    context.now(),
  )
  for (const locale of locales) {
    language = locale
    for (const path of ['', '/import', '/new', `/imports/${stored.id}`])
      assert.equal((await get(`/o/${own}/assets${path}`)).statusCode, 200, `${locale} ${path}`)
  }
  language = 'en'
})
