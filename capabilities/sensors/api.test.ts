// Tests of what sensors ask over HTTP: codes, tokens, the one signature of an epoch, and sightings that say of nobody.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hourOf } from '@salus/standards/sightings'
import { sql } from 'kysely'
import { aFriday, later, openSite, type Site } from './builders/site.ts'
import { aSighting, backupsDeleted, keptInHouse, strangeLogin, TestSensor } from './builders.ts'
import { epochAt } from './epoch.ts'

let site: Site

before(async () => {
  site = await openSite()
  await site.publish()
})
after(() => site.close())

const house = (index: number) => site.houses[index] ?? 0
const health = (changes: object = {}) => ({
  sensorVersion: '0.1.0',
  platform: 'linux-x64',
  pack: { id: 'lakeland', sequence: 1 },
  rules: { loaded: 2, unsupported: 1, quarantined: 0 },
  blind: ['windows/process_creation/*'],
  techniques: ['T1490'],
  lastEvent: { syslog: hourOf(aFriday.getTime() - 40 * 3_600_000), dns: hourOf(aFriday.getTime()) },
  ...changes,
})

test('a code enrols one sensor within its minutes, however it is typed, and is stored as a hash only', async () => {
  const code = await site.codeFor(house(0))
  assert.match(code, /^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/)
  const sensor = new TestSensor(site.server)
  const { status, json } = await sensor.enrol(code.toLowerCase())
  assert.equal(status, 200)
  assert.deepEqual(Object.keys(json).toSorted(), ['sensorId', 'token'])
  assert.equal((await new TestSensor(site.server).enrol(code)).json.code, 'sensors/code-not-valid')
  const late = await site.codeFor(house(0))
  site.setNow(later(0.26))
  assert.equal((await sensor.enrol(late)).status, 403)
  site.setNow(aFriday)
  const stored = JSON.stringify(
    await site.db.query('select * from sensors, sensor_codes, journal, journal_chain'),
  )
  for (const secret of [code, code.replaceAll('-', ''), String(json.token)])
    assert.ok(!stored.includes(secret) && !site.logged.join('').includes(secret))
})

test('of two machines that type the same code at once one is enrolled', async () => {
  const code = await site.codeFor(house(1))
  const both = await Promise.all([1, 2].map(() => new TestSensor(site.server).enrol(code)))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 403])
})

test('a report of health is stored for the house; another shape, no token and a withdrawn sensor are refused', async () => {
  const sensor = await site.enrolled(house(2))
  const say = (body: object) => sensor.ask('POST', '/api/v1/sensors/health', body, sensor.bearer())
  assert.deepEqual((await say(health())).json, { taken: true })
  assert.equal((await say(health({ hostname: 'srv-01' }))).status, 422)
  assert.equal((await say(health({ techniques: ['the cellar'] }))).status, 422)
  const nobody = new TestSensor(site.server)
  assert.equal(
    (await nobody.ask('POST', '/api/v1/sensors/health', health())).json.code,
    'sensors/unknown-token',
  )
  const { body } = await site.get(`/o/${house(2)}/sensors`, `reader@${house(2)}`)
  assert.match(body, /Syslog silent since/)
  assert.match(body, /2 loaded, 1 unsupported, 1 log source missing/)
  assert.match(body, /1 of 3 attack techniques/)
  const id = /sensors\/([0-9a-f-]{36})"/.exec(body)?.[1]
  const away = await site.post(`/o/${house(2)}/sensors/${id}/withdraw`, {}, `lead@${house(2)}`)
  assert.equal(away.statusCode, 303)
  assert.equal((await say(health())).json.code, 'sensors/unknown-token')
})

test('files of the pack go to enrolled sensors as they were signed, and to nobody else', async () => {
  const sensor = await site.enrolled(house(0))
  const [name, bytes] = [...site.packs.files].at(-1) ?? ['', new Uint8Array()]
  const url = `/api/v1/sensors/packs/${name}`
  const reply = await site.server.inject({ url, headers: sensor.bearer() })
  assert.equal(reply.statusCode, 200)
  assert.deepEqual(reply.rawPayload, Buffer.from(bytes))
  assert.equal((await site.server.inject({ url })).statusCode, 401)
  const missing = await sensor.ask('GET', '/api/v1/sensors/packs/99.root.json', undefined, sensor.bearer())
  assert.equal(missing.json.code, 'sensors/no-such-file')
  for (const path of ['..%2f..%2fetc%2fpasswd', 'x'.repeat(300)])
    assert.equal(
      (await site.server.inject({ url: `/api/v1/sensors/packs/${path}`, headers: sensor.bearer() }))
        .statusCode,
      404,
    )
})

test('the key of an epoch is the same for everybody, and a house gets one signature in it', async () => {
  const [sensor, other] = [await site.sensorOf(house(1)), await site.sensorOf(house(3))]
  const asked = await sensor.ask('GET', '/api/v1/sensors/epoch', undefined, sensor.bearer())
  const asNobody = await other.ask('GET', '/api/v1/sensors/epoch')
  assert.deepEqual(asked.json, asNobody.json)
  site.setNow(later(24 * 40))
  const atOnce = await Promise.all([1, 2, 3, 4].map(() => other.ask('GET', '/api/v1/sensors/epoch')))
  assert.equal(new Set(atOnce.map(({ json }) => String(json.publicKey))).size, 1, 'of the next one as well')
  site.setNow(aFriday)
  assert.equal(asked.json.epoch, epochAt(aFriday).epoch)
  assert.ok(sensor.signature.length === 384 && other.signature.length === 384)
  const second = await site.enrolled(house(1))
  assert.equal((await second.takeOnPseudonym()).json.code, 'sensors/epoch-token-given')
  const small = { epoch: sensor.epoch, blinded: Buffer.alloc(256, 1).toString('base64url') }
  const third = await site.enrolled(house(2))
  const refused = await third.ask('POST', '/api/v1/sensors/epoch/token', small, third.bearer())
  assert.equal(refused.json.code, 'sensors/not-blinded')
  assert.equal((await third.takeOnPseudonym()).status, 200, 'what cannot be signed uses up nothing')
})

test('each sighting is taken, known, or refused with its reason', async () => {
  const sensor = await site.sensorOf(house(0))
  const at = site.now()
  const results = async (...sightings: Parameters<TestSensor['tell']>[0]) =>
    (await sensor.tell(sightings)).json.results
  const one = aSighting(at)
  assert.deepEqual(await results(one, { ...one, count: '>20' }), [{ result: 'taken' }, { result: 'known' }])
  assert.deepEqual(await results(one), [{ result: 'known' }])
  assert.deepEqual(
    await results(
      aSighting(at, { pack: { id: 'lakeland', sequence: 9 } }),
      aSighting(at, { pack: { id: 'other', sequence: 1 } }),
      aSighting(at, { id: 'a-rule-of-nobody' }),
      aSighting(at, { id: keptInHouse }),
      aSighting(at, { hour: hourOf(at.getTime()) }),
      aSighting(at, { hour: hourOf(at.getTime() - 31 * 86_400_000) }),
    ),
    ['unknown-pack', 'unknown-pack', 'unknown-id', 'not-to-be-shared', 'hour-not-over', 'hour-too-old'].map(
      (reason) => ({ result: 'refused', reason }),
    ),
  )
})

test('a pseudonym that nobody signed, a changed one, a token and a session are refused; a free text has no place', async () => {
  const sensor = await site.sensorOf(house(3))
  const sightings = [aSighting(site.now(), { id: strangeLogin })]
  const tell = (changes: object, headers = {}) =>
    sensor.ask('POST', '/api/v1/sightings', { ...sensor.message(sightings), ...changes }, headers)
  const other = Buffer.alloc(32, 7).toString('base64url')
  assert.equal((await tell({ pseudonym: other })).json.code, 'sensors/unknown-signature')
  assert.equal((await tell({ prefix: other })).json.code, 'sensors/unknown-signature')
  // The last sign of 43 carries four bits of the pseudonym and two of nothing: four spellings would be four hospitals.
  const spelt = sensor.pseudonym.toString('base64url')
  const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    .map((last) => `${spelt.slice(0, -1)}${last}`)
    .filter((text) => text !== spelt && Buffer.from(text, 'base64url').equals(sensor.pseudonym))
  assert.equal(spellings.length, 3)
  for (const pseudonym of spellings) assert.equal((await tell({ pseudonym })).status, 422)
  assert.equal((await tell({ epoch: sensor.epoch + 1 })).json.code, 'sensors/unknown-epoch')
  assert.equal((await tell({}, sensor.bearer())).json.code, 'sensors/not-anonymous')
  assert.equal((await tell({ hospital: 'Tannau' })).status, 422)
  const noted = [{ ...sightings[0], comment: 'srv-01' }]
  assert.equal((await tell({ sightings: noted })).status, 422)
  assert.equal((await tell({ sightings: [{ ...sightings[0], id: 'srv01.tannau.example' }] })).status, 422)
  assert.equal((await tell({ sightings: Array(101).fill(sightings[0]) })).status, 422)
  const session = await site.server.inject({
    method: 'POST',
    url: '/api/v1/sightings',
    payload: sensor.message(sightings),
    headers: { 'x-csrf-token': 'token' },
    cookies: { who: `lead@${house(3)}` },
  })
  assert.equal(session.json().code, 'sensors/not-anonymous')
})

test('after a submission no table and no log holds anything that tells who sent it', async () => {
  const sensor = await site.sensorOf(house(3))
  const before = await everyTable()
  const logBefore = site.logged.length
  const agent = 'canary-agent/7.7 (hospital-3)'
  const response = await site.server.inject({
    method: 'POST',
    url: '/api/v1/sightings',
    payload: sensor.message([aSighting(site.now(), { assetClass: 'pacs' })]),
    headers: { 'user-agent': agent, 'x-forwarded-for': '203.0.113.77', referer: 'https://canary.example/' },
    remoteAddress: '203.0.113.99',
  })
  assert.deepEqual(response.json(), { results: [{ result: 'taken' }] })
  const after = await everyTable()
  const changed = [...after].filter(([name, rows]) => rows !== before.get(name)).map(([name]) => name)
  assert.deepEqual(changed, ['sightings'], 'nothing else is written')
  const [columns] = await site.db.query<{ names: string[] }>(
    "select array_agg(column_name::text order by ordinal_position) as names from information_schema.columns where table_name = 'sightings'",
  )
  assert.deepEqual(columns?.names, [
    ...['key', 'epoch', 'pseudonym_hash', 'kind', 'item_id', 'pack_id', 'pack_sequence', 'hour', 'count'],
    ...['asset_class', 'outcome', 'is_released'],
  ])
  const all = [...after.values()].join('\n') + site.logged.join('\n')
  for (const canary of [
    agent,
    '203.0.113',
    'canary.example',
    sensor.pseudonym.toString('base64url'),
    sensor.pseudonym.toString('hex'),
    sensor.signature.toString('hex'),
    sensor.signature.toString('base64url'),
    String(sensor.token),
  ])
    assert.ok(!all.includes(canary), canary)
  assert.deepEqual(site.logged.slice(logBefore), [])
})

/** Every table of the schema as text. */
async function everyTable(): Promise<ReadonlyMap<string, string>> {
  const tables = await site.db.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
  )
  const contents = new Map<string, string>()
  for (const { name } of tables) {
    const [row] = await site.db.query<{ text: string | null }>(
      `select string_agg(t::text, chr(10) order by t::text) as text from ${name} t`,
    )
    contents.set(name, row?.text ?? '')
  }
  return contents
}

test('what the centre signed cannot be linked with what it was shown: the blinded message is another one each time', async () => {
  const [row] = await site.db.query<{ hash: string }>(
    "select string_agg(encode(blinded_hash, 'hex'), ' ') as hash from sensor_epoch_tokens",
  )
  const [told] = await site.db.query<{ hash: string }>(
    "select string_agg(encode(pseudonym_hash, 'hex'), ' ') as hash from sightings",
  )
  for (const hash of told?.hash.split(' ') ?? []) assert.ok(!row?.hash.includes(hash))
})

test('neither house nor centre can read sightings and keys, whatever they ask; a house sees its own sensors only', async () => {
  const { database } = site.context
  for (const table of ['sightings', 'sensor_epochs', 'sensor_epoch_tokens', 'sensor_pack_trust']) {
    const read = sql.raw(`select * from ${table}`)
    await assert.rejects(
      database.asMember(house(0), (scope) => read.execute(scope.db)),
      /permission denied/,
    )
    await assert.rejects(
      database.asCentre((scope) => read.execute(scope.db)),
      /permission denied/,
    )
  }
  const reports = sql.raw('select report from sensors')
  await assert.rejects(
    database.asCentre((scope) => reports.execute(scope.db)),
    /permission denied/,
  )
  const foreign = sql.raw(`select 1 from sensors where organisation_id = ${house(1)}`)
  for (const read of [
    database.asMember(house(0), (scope) => foreign.execute(scope.db)),
    database.asEngineFor(house(0), (scope) => foreign.execute(scope.db)),
  ])
    assert.deepEqual((await read).rows, [])
})

test('who tries codes or signatures is stopped, without being stored', async () => {
  const sensor = await site.sensorOf(house(0))
  const from = (url: string, payload: object) =>
    site.server.inject({ method: 'POST', url, payload, remoteAddress: '198.51.100.7' })
  const codes = { code: 'BBBB-BBBB-BBBB-BBBB' }
  let last = 0
  for (let attempt = 0; attempt < 21; attempt++)
    last = (await from('/api/v1/sensors/enrol', codes)).statusCode
  assert.equal(last, 429)
  const wrong = {
    ...sensor.message([aSighting(site.now())]),
    pseudonym: Buffer.alloc(32, 9).toString('base64url'),
  }
  for (let attempt = 0; attempt < 61; attempt++) last = (await from('/api/v1/sightings', wrong)).statusCode
  assert.equal(last, 429)
  const rows = await everyTable()
  assert.ok(![...rows.values()].some((text) => text.includes('198.51.100')))
})

test('at the end of an epoch its private key is gone, and its sightings after some days', async () => {
  const sensor = await site.sensorOf(house(1))
  const { endsAt, epoch } = epochAt(aFriday)
  await sensor.tell([aSighting(site.now(), { id: backupsDeleted, assetClass: 'ehr' })])
  site.setNow(later(1, endsAt))
  await site.runJob('sensors.epochs')
  const keys = () =>
    site.db.query<{ sealed: Buffer | null }>('select sealed from sensor_epochs where epoch = $1', [epoch])
  assert.equal((await keys())[0]?.sealed, null)
  const asked = { epoch, blinded: Buffer.alloc(384, 1).toString('base64url') }
  const late = await sensor.ask('POST', '/api/v1/sensors/epoch/token', asked, sensor.bearer())
  assert.equal(late.json.code, 'sensors/unknown-epoch')
  const finishing = await sensor.tell([aSighting(aFriday, { assetClass: 'network' })])
  assert.deepEqual(finishing.json.results, [{ result: 'taken' }])
  site.setNow(later(24 * 8, endsAt))
  await site.runJob('sensors.epochs')
  assert.deepEqual(await site.db.query('select from sightings where epoch = $1', [epoch]), [])
  assert.equal((await sensor.tell([aSighting(aFriday)])).json.code, 'sensors/unknown-epoch')
  site.setNow(aFriday)
})
