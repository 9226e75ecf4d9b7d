// Readiness over HTTP with a real database: tests, orders, the pack and its phones, the board, and who sees what.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createDecipheriv, createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { createServer } from '../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { aContact, aProvider, contextFor, givenOrganisation } from '../organisations/builders.ts'
import { putContact } from '../organisations/index.ts'
import { rebuildAll } from './actions/rebuild.ts'
import { formatCode, readCode } from './envelope/code.ts'
import { unseal } from './envelope/seal.ts'
import { createReadiness, forecastsOf, readinessOf } from './index.ts'
import { selectNewestPack, selectPhones } from './store/phones.ts'

let db: TestDatabase
let server: FastifyInstance
let context: Context
let own: number
let other: number
let now = new Date('2026-11-17T08:40:00Z')

before(async () => {
  db = await testDatabase()
  own = await givenOrganisation(db.database, aProvider({ name: 'Seehospital', country: 'DE' }))
  other = await givenOrganisation(db.database, aProvider({ name: 'Bergklinik', country: 'AT' }))
  await db.database.asCentre((scope) => putContact(scope, own, aContact({ outOfHoursPhone: '+43 555 0177' })))
  context = contextFor(db.database)
  const readiness = createReadiness(context)
  server = await createServer({
    log: context.log,
    now: () => now,
    publicUrl: null,
    permissions: readiness.permissions,
    endpoints: readiness.pages,
    identify: async (who) => ({
      person: { id: 7, name: 'Pia Lorenz', email: 'pia@lakeland.example', language: 'en', theme: 'device' },
      csrfToken: 'token',
      memberships: [
        {
          organisationId: own,
          organisationName: 'Seehospital',
          organisationKind: 'provider',
          timeZone: 'Europe/Vienna',
          role: who === 'responder' || who === 'reader' ? who : 'lead',
        },
      ],
    }),
    sessionCookie: 'session',
    localeOf: () => 'en',
    renderProblem: async (_request, problem) => `${problem.code}: ${problem.detail}`,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
})

const get = (path: string, who = 'lead') =>
  server.inject({ url: `/o/${own}/readiness${path}`, cookies: { session: who } })

const post = (path: string, fields: Record<string, string> = {}, who = 'lead') =>
  server.inject({
    method: 'POST',
    url: `/o/${own}/readiness${path}`,
    cookies: { session: who },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: 'token', ...fields }).toString(),
  })

const aTest = {
  system: 'Laboratory database',
  systemClass: 'database',
  startedAt: '2026-11-16 08:00',
  endedAt: '2026-11-16 12:30',
  sizeGb: '240',
  watchedBy: 'Pia Lorenz',
  outcome: 'restored',
  note: 'three records compared with paper',
}

const pageOf = async (path = '') => (await get(path)).body

test('a test and an order become a forecast on the page, and what is not known is said', async () => {
  assert.match(await pageOf(), /No restore test has been recorded/)
  assert.equal((await post('/tests/new', aTest)).statusCode, 303)
  assert.equal((await post('/order/laboratory', { systems: 'Laboratory database' })).statusCode, 303)
  await post('/order/dialysis', { systems: 'Laboratory database\nDialysis server' })
  const page = await pageOf()
  assert.match(page, /For 1 of 11 services we know/)
  assert.match(page, /4\.5 h, one system after the other/)
  assert.match(page, /At least 4\.5 h: for 1 system/)
  assert.match(page, /nobody has written down which systems/)
})

test('faults stand at their fields and keep what was typed; a wrong service does not exist', async () => {
  const { statusCode, body } = await post('/tests/new', {
    ...aTest,
    endedAt: '2026-11-16 07:00',
    system: 'Typed <b>',
  })
  assert.equal(statusCode, 422)
  assert.match(body, /Give day and time after the beginning/)
  assert.match(body, /Typed &lt;b>/)
  assert.equal((await get('/order/garden')).statusCode, 404)
})

test('evidence as a file leaves its name and hash, never its content', async () => {
  const content = `log ${'x'.repeat(50)}`
  const boundary = 'b'.repeat(20)
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const fields = Object.entries({ ...aTest, _csrf: 'token', system: 'Storage', note: '' })
  const payload = `${fields.map(([name, value]) => field(name, value)).join('')}--${boundary}\r\nContent-Disposition: form-data; name="evidence"; filename="restore.log"\r\n\r\n${content}\r\n--${boundary}--\r\n`
  const { statusCode } = await server.inject({
    method: 'POST',
    url: `/o/${own}/readiness/tests/new`,
    cookies: { session: 'responder' },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  assert.equal(statusCode, 303)
  const [row] = await db.query<{ evidence_sha256: string }>(
    "select evidence_sha256 from restore_tests where evidence_name = 'restore.log'",
  )
  assert.equal(row?.evidence_sha256, createHash('sha256').update(content).digest('hex'))
})

test('a test can be withdrawn once, and neither changed nor removed', async () => {
  const [row] = await db.query<{ id: string }>("select id from restore_tests where system = 'Storage'")
  assert.equal((await post(`/tests/${row?.id}/withdraw`)).statusCode, 303)
  assert.equal((await post(`/tests/${row?.id}/withdraw`)).statusCode, 404)
  for (const statement of [
    sql`update restore_tests set outcome = 'restored'`,
    sql`delete from restore_tests`,
  ])
    await assert.rejects(
      db.database.asMember(own, (scope) => statement.execute(scope.db)),
      /permission denied/,
    )
})

test('the code is shown once, opens what is sealed, and is stored nowhere', async () => {
  await post('/envelope/facts/people', {
    name: 'Jana Brandt',
    task: 'decides',
    phone: '+43 555 0142',
    agreed: 'yes',
  })
  const card = await post('/envelope/phones/1/code', { holder: 'Jana Brandt', language: 'en' })
  const [printed = ''] = /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(card.body) ?? []
  const code = readCode(printed)
  assert.ok(code)
  const pack = await openedWith(code)
  assert.match(JSON.stringify(pack), /\+43 555 0142.*\+43 555 0177.*Laboratory database: 4\.5 h/)
  const dump = await everything()
  for (const secret of [code, printed, printed.toLowerCase()]) assert.ok(!dump.includes(secret))
})

test('a change makes a new pack in the same transaction, readable with the code of before', async () => {
  const before = await phoneOf()
  await post('/envelope/facts/suppliers', {
    name: 'Lakeland Systems',
    supplies: 'laboratory system',
    phone: '+43 555 0166',
    contract: 'C-77',
  })
  await post('/envelope/facts/pages/downtime-laboratory', { body: 'Paper forms lie in cupboard 3.' })
  const card = await post('/envelope/phones/2/code', { holder: 'Pia Lorenz', language: 'de' })
  const code = readCode(/(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(card.body)?.[0] ?? '')
  assert.ok(code)
  const text = JSON.stringify(await openedWith(code, 2))
  assert.match(text, /Krisenmappe: Seehospital/)
  assert.match(text, /Lakeland Systems.*C-77/)
  assert.match(text, /cupboard 3/)
  assert.ok((await phoneOf()).id > before.id)
})

test('only a word out of a pack that was fetched counts as a drill', async () => {
  const { openingWord } = await phoneOf()
  assert.equal(
    (await post('/envelope/phones/1/opened', { word: openingWord })).statusCode,
    422,
    'not fetched yet',
  )
  const file = await post('/envelope/phones/1/file')
  assert.match(String(file.headers['content-disposition']), /red-envelope-2026-11-17\.html/)
  assert.ok(!file.body.includes('+43 555 0142'))
  assert.equal((await post('/envelope/phones/1/opened', { word: 'WRONG1' })).statusCode, 422)
  assert.equal((await post('/envelope/phones/1/opened', { word: openingWord.toLowerCase() })).statusCode, 303)
  assert.match(await pageOf('/envelope'), /Ready/)
})

test('the PDF is made with the code only, and is sealed with it', async () => {
  const card = await post('/envelope/phones/2/code', { holder: 'Pia Lorenz', language: 'de' })
  const code = readCode(/(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(card.body)?.[0] ?? '') ?? ''
  assert.equal((await post('/envelope/phones/2/pdf', { code: 'nonsense' })).statusCode, 422)
  const pdf = await post('/envelope/phones/2/pdf', { code: code.toLowerCase() })
  assert.equal(pdf.headers['content-type'], 'application/pdf')
  const bytes = pdf.rawPayload
  assert.ok(!bytes.includes('Seehospital'))
  assert.equal(isUserPassword(bytes, formatCode(code)), true)
  assert.equal(isUserPassword(bytes, formatCode(code).replace(/^./, 'Z')), false)
  assert.ok(!(await everything()).includes(code))
})

test('the nightly job seals anew what a contact changed, and after a week everything', async () => {
  const { newest } = await phoneOf()
  now = new Date('2026-11-18T03:20:00Z')
  await rebuildAll(context, now)
  assert.equal((await phoneOf()).newest, newest, 'nothing changed')
  await db.database.asCentre((scope) => putContact(scope, own, aContact({ outOfHoursPhone: '+43 555 0199' })))
  await rebuildAll(context, now)
  assert.equal((await phoneOf()).newest, now.getTime())
  assert.match(await pageOf('/envelope'), /Facts changed since it fetched the file/)
  now = new Date('2026-11-25T03:20:00Z')
  await rebuildAll(context, now)
  assert.equal((await phoneOf()).newest, now.getTime())
})

test('the centre sees ages and states, and no word of any pack', async () => {
  const [member] = await db.database.asCentre((scope) => readinessOf(scope, now))
  assert.equal(member?.organisationId, own)
  assert.equal(member?.phones, 2)
  assert.equal(member?.carriedAt?.toISOString(), '2026-11-17T08:40:00.000Z')
  assert.equal(member?.lastRestoredAt?.toISOString(), '2026-11-16T11:30:00.000Z')
  for (const statement of [
    sql`select * from envelope_people`,
    sql`select phone from envelope_suppliers`,
    sql`select body from envelope_pages`,
    sql`select ciphertext from envelope_packs`,
    sql`select holder from envelope_phones`,
    sql`select system from restore_tests`,
  ])
    await assert.rejects(
      db.database.asCentre((scope) => statement.execute(scope.db)),
      /permission denied/,
    )
})

test('another member sees and changes nothing of it', async () => {
  const seen = await db.database.asMember(other, async (scope) => ({
    phones: await selectPhones(scope, own),
    forecasts: await forecastsOf(scope, own, now),
    people: (await sql`select 1 from envelope_people`.execute(scope.db)).rows,
  }))
  assert.deepEqual([seen.phones, seen.people], [[], []])
  assert.ok(seen.forecasts.every(({ steps }) => steps.length === 0))
})

test('readers see neither numbers nor forms, responders may fetch but not manage', async () => {
  assert.equal((await get('/envelope', 'reader')).statusCode, 403)
  assert.equal((await get('/envelope/facts', 'responder')).statusCode, 403)
  assert.equal((await post('/envelope/phones/1/code', {}, 'responder')).statusCode, 403)
  assert.equal((await get('/envelope', 'responder')).statusCode, 200)
  assert.doesNotMatch((await get('', 'reader')).body, /Record a restore test|Change the order/)
})

test('the protocols can be read by everybody of the hospital', async () => {
  assert.match((await get('/protocols', 'reader')).body, /Domain controller/)
})

test('the journal tells what was done, without a number or a code', async () => {
  const rows = await db.query<{ action: string; details: object }>(
    "select action, details from journal where action like 'readiness.%'",
  )
  const actions = new Set(rows.map(({ action }) => action))
  for (const action of [
    'test-recorded',
    'test-withdrawn',
    'order-written',
    'envelope-changed',
    'phone-enrolled',
    'envelope-fetched',
    'envelope-opened',
    'pdf-made',
  ])
    assert.ok(actions.has(`readiness.${action}`), action)
  assert.doesNotMatch(JSON.stringify(rows), /555 01/)
})

async function phoneOf(slot = 1) {
  const { phone, pack } = await packOf(slot)
  return { id: pack.id, openingWord: pack.openingWord, newest: pack.builtAt.getTime(), phone }
}

async function packOf(slot: number) {
  return db.database.asMember(own, async (scope) => {
    const phone = (await selectPhones(scope, own)).find((one) => one.slot === slot)
    assert.ok(phone)
    const pack = await selectNewestPack(scope, own, phone)
    assert.ok(pack)
    return { phone, pack }
  })
}

async function openedWith(code: string, slot = 1): Promise<unknown> {
  const { phone, pack } = await packOf(slot)
  const content = await unseal(code, phone, pack, pack.header)
  assert.ok(content)
  return JSON.parse(new TextDecoder().decode(content))
}

async function everything(): Promise<string> {
  const tables = await db.query<{ table_name: string }>(
    "select table_name from information_schema.tables where table_schema = 'public'",
  )
  const dumps = await Promise.all(
    tables.map(({ table_name }) => db.query<{ t: string }>(`select t::text from "${table_name}" t`)),
  )
  return dumps
    .flat()
    .map(({ t }) => t)
    .join('\n')
}

/**
 * As a reader of PDF does it (ISO 32000-1 with Adobe's extension level 3, revision 5): the password frees the file's key
 * from /UE, and that key opens /Perms, in which the letters "adb" must stand.
 */
function isUserPassword(pdf: Buffer, password: string): boolean {
  const entry = (name: string) =>
    Buffer.from(new RegExp(`/${name} <([0-9a-f]+)>`).exec(pdf.toString('latin1'))?.[1] ?? '', 'hex')
  const user = entry('U')
  assert.equal(user.length, 48, 'the PDF is not encrypted with AES-256')
  const hash = (salt: Buffer) => createHash('sha256').update(password).update(salt).digest()
  if (!hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) return false
  const freeing = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), Buffer.alloc(16))
  const fileKey = freeing.setAutoPadding(false).update(entry('UE'))
  const permissions = createDecipheriv('aes-256-ecb', fileKey, null).setAutoPadding(false)
  return permissions.update(entry('Perms')).subarray(9, 12).toString() === 'adb'
}
