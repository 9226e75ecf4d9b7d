// Tests of advisories that mean single pieces or files: serial numbers and hashes, from document and list to alert.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { createLog } from '../../platform/log/log.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { editAsset } from '../assets/actions/assets.ts'
import { importInventory } from '../assets/actions/import-inventory.ts'
import { noFacts } from '../assets/asset.ts'
import { csv, cyclonedx, insertHospital } from '../assets/builders.ts'
import { serialKeyOf } from '../assets/store/installed.ts'
import { explainPairs, identifyProductVersions } from '../matching/index.ts'
import { serialKey } from '../matching/serial-number.ts'
import { buildLoop, type TestLoop } from './builders.ts'
import { advisoriesOf, assetsOf, countRemediation } from './store.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)
const heading = 'Inventory number;Name;Manufacturer;Model;Software version;Serial number'
const sha256 = 'ab'.repeat(32)

let db: TestDatabase
let loop: TestLoop
let hospital: number
let clinic: number

const inventory = () => ({
  context: { database: db.database, events: loop.events, log: createLog('silent') },
  identify: identifyProductVersions,
})
const importPieces = async (organisationId: number, serials: readonly string[], at: Date) => {
  const lines = serials.map(
    (serial, index) => `${index + 1};Gateway ${index + 1};Northwind Medical;PumpGate;2.3.1;${serial}`,
  )
  await importInventory(inventory(), organisationId, csv(lines, heading), 'person:1', at)
}
const alertsOn = (trackingId: string) =>
  db.query<{ organisation: number; state: string; affected: number }>(
    `select al.organisation_id::int as organisation, al.state, al.affected_assets as affected
     from alerts al join advisories a on a.id = al.advisory_id where a.tracking_id = $1 order by 1`,
    [trackingId],
  )
const one = async (query: string, values: readonly unknown[]) =>
  Number((await db.query<{ id: string }>(query, [...values]))[0]?.id)
const advisoryOf = (trackingId: string) =>
  one('select id from advisories where tracking_id = $1', [trackingId])
const assetOf = (organisationId: number, name: string) =>
  one('select id from assets where organisation_id = $1 and name = $2', [organisationId, name])
const page = { show: 'possible', after: 0, limit: 100 } as const

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  hospital = await insertHospital(db, 'Tannau Hospital')
  clinic = await insertHospital(db, 'Birkensee Clinic')
  await importPieces(hospital, ['VT-20417', 's/n vt-30417', '', 'VT-20418'], day('2026-03-02'))
  await importPieces(clinic, ['VT-30999'], day('2026-03-02'))
})
after(() => db.close())

test('an advisory on certain serial numbers concerns those pieces, and those whose number is not known', async () => {
  await loop.publish({ id: 'NWM-1', range: '< 2.4.0', serialNumbers: ['VT-2*'] }, day('2026-03-04'))
  assert.deepEqual(await alertsOn('NWM-1'), [{ organisation: hospital, state: 'new', affected: 3 }])
})

test('lists in both directions and the status of assets leave the other pieces out', async () => {
  const advisoryId = await advisoryOf('NWM-1')
  await db.database.asMember(hospital, async (scope) => {
    const { rows, counts } = await assetsOf(scope, advisoryId, { ...page, sbomOnly: false })
    assert.deepEqual(
      rows.map(({ title }) => title),
      ['Gateway 1', 'Gateway 3', 'Gateway 4'],
    )
    assert.equal(counts.ignored, 1, 'the other piece is listed where everything is asked for')
    const other = { assetId: await assetOf(hospital, 'Gateway 2') }
    assert.deepEqual((await advisoriesOf(scope, other, page)).rows, [])
    const [whole] = await countRemediation(scope, advisoryId)
    assert.equal(whole?.matching, 3)
  })
})

test('the verdict is replayed to the same answer, with the numbers that it is restricted to', async () => {
  const advisoryId = await advisoryOf('NWM-1')
  const productVersionId = await one('select product_version_id as id from verdicts where advisory_id = $1', [
    advisoryId,
  ])
  const [explained] = await db.database.asEngine((scope) =>
    explainPairs(scope, [{ advisoryId, productVersionId }]),
  )
  assert.deepEqual(explained?.stored?.serials, ['VT-2%%'], 'in CSAF 2.0 a number may end early')
  assert.equal(explained?.isReplayed, true)
})

test('a corrected serial number raises the alert, or ends it, in the transaction that stores it', async () => {
  const asset = await assetOf(clinic, 'Gateway 1')
  const correct = (serial: string, at: Date) =>
    db
      .query<Record<string, string>>(
        `select external_id as "externalId", name, vendor, product, model, version from assets where id = $1`,
        [asset],
      )
      .then(([row]) => editAsset(inventory(), clinic, asset, { ...noFacts, ...row, serial }, 'person:1', at))
  await correct('VT-20999', day('2026-03-05'))
  assert.deepEqual((await alertsOn('NWM-1')).at(-1), { organisation: clinic, state: 'new', affected: 1 })
  await correct('VT-30999', day('2026-03-06'))
  assert.equal((await alertsOn('NWM-1')).at(-1)?.state, 'remediated')
})

test('a revision that names other numbers moves the alert to those pieces', async () => {
  const revised = { id: 'NWM-1', version: '2', revisedAt: '2026-03-07T08:00:00.000Z', range: '< 2.4.0' }
  await loop.publish({ ...revised, serialNumbers: ['VT-3????'] }, day('2026-03-07'))
  const [own, other] = await alertsOn('NWM-1')
  assert.equal(own?.affected, 2, 'the third piece has no number')
  assert.deepEqual([other?.state, other?.affected], ['new', 1])
})

test('a list that comes after the advisory is held against the numbers too', async () => {
  const third = await insertHospital(db, 'Weidenau Hospital')
  await importPieces(third, ['VT-1', 'VT-30417'], day('2026-03-08'))
  assert.deepEqual((await alertsOn('NWM-1')).at(-1), { organisation: third, state: 'new', affected: 1 })
})

test('a file is found by its hash where no name agrees, whichever comes first', async () => {
  const component = (hash: string) =>
    cyclonedx('Ward server', [
      {
        type: 'library',
        name: 'libgate-static',
        version: '2.3.1',
        'bom-ref': 'a',
        hashes: [
          { alg: 'SHA-256', content: hash },
          { alg: 'MD5', content: 'cd'.repeat(16) },
        ],
      },
    ])
  await importInventory(inventory(), hospital, component(sha256.toUpperCase()), 'person:1', day('2026-03-09'))
  const sketch = { product: 'Firmware image', range: 'vers:generic/<2.4.0', sha256 }
  await loop.publish({ ...sketch, id: 'NWM-2' }, day('2026-03-10'))
  assert.deepEqual(await alertsOn('NWM-2'), [{ organisation: hospital, state: 'new', affected: 1 }])
  await importInventory(inventory(), clinic, component(sha256), 'person:1', day('2026-03-11'))
  assert.deepEqual((await alertsOn('NWM-2')).at(-1), { organisation: clinic, state: 'new', affected: 1 })
  const other = await insertHospital(db, 'Lindenau Hospital')
  await importInventory(inventory(), other, component('ef'.repeat(32)), 'person:1', day('2026-03-11'))
  assert.equal((await alertsOn('NWM-2')).length, 2, 'another build of the same name is not that file')
})

test('SQL and the engine write a serial number alike', async () => {
  const texts = fc
    .sample(
      fc.string({
        unit: fc.constantFrom(
          's',
          'S',
          '/',
          'n',
          'N',
          ':',
          '.',
          '#',
          ' ',
          'é',
          'ß',
          '1',
          'serial ',
          'no',
          'number',
        ),
        maxLength: 12,
      }),
      2_000,
    )
    .map((text) => text.trim())
  await db.database.asEngine(async (scope) => {
    const { rows } = await sql<{ key: string }>`
      select ${serialKeyOf(sql`t`)} as key from unnest(${texts}::text[]) with ordinality as u(t, n) order by n`.execute(
      scope.db,
    )
    assert.deepEqual(
      rows.map((row) => row.key),
      texts.map(serialKey),
    )
  })
})
