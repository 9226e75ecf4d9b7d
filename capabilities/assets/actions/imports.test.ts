// Tests of imports on a real database: the whole way, the difference of a second list, and hostile files.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Refusal } from '../../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import {
  buildInventory,
  csv,
  cyclonedx,
  facts,
  insertHospital,
  later,
  now,
  threeDevices,
} from '../builders.ts'
import { listAssets } from '../store/assets.ts'
import { coverageOf } from '../store/coverage.ts'
import { listRows } from '../store/import-rows.ts'
import { findImport } from '../store/imports.ts'
import { addAsset, confirmAssetGone, editAsset } from './assets.ts'
import { continueImport } from './continue-import.ts'
import { importInventory } from './import-inventory.ts'
import {
  chooseMapping,
  confirmImport,
  confirmMissingGone,
  discardImport,
  reopenMapping,
  requestImport,
} from './imports.ts'

const actor = 'person:1'
let db: TestDatabase
let hospital: number
let built: ReturnType<typeof buildInventory>

describe('imports', () => {
  before(async () => {
    db = await testDatabase()
  })
  after(() => db.close())
  beforeEach(async () => {
    hospital = await insertHospital(db)
    built = buildInventory(db)
  })

  const bring = (lines: readonly string[], at = now) =>
    importInventory(built.inventory, hospital, csv(lines), actor, at)

  const assetsNow = async () =>
    (await db.database.asMember(hospital, (scope) => listAssets(scope, {}, null, 1_000))).assets

  const stateOf = async (importId: number) =>
    (await db.database.asMember(hospital, (scope) => findImport(scope, hospital, importId)))?.state

  test('a spreadsheet is stored whole, announced once, and counted as coverage', async () => {
    const stored = await bring(threeDevices)
    assert.equal(stored.state, 'stored')
    assert.deepEqual(
      [stored.summary?.added, stored.summary?.changed, stored.summary?.gone, stored.summary?.rejected],
      [3, 0, 0, 0],
    )
    assert.deepEqual(built.changes, [{ organisationId: hospital, importId: stored.id }])
    const assets = await assetsNow()
    assert.deepEqual(
      assets.map((asset) => [asset.facts.externalId, asset.facts.version, asset.matchable]),
      [
        ['10027', '7.2', 'yes'],
        ['10023', '4.1.2', 'yes'],
        ['10024', null, 'needs-version'],
      ],
    )
    const coverage = await db.database.asMember(hospital, (scope) => coverageOf(scope, hospital))
    assert.deepEqual(coverage, {
      total: 3,
      matchable: 2,
      needsVersion: 1,
      needsProduct: 0,
      lifeSupportingUnmatched: 0,
    })
  })

  test('the file is not kept once it is stored', async () => {
    const stored = await bring(threeDevices)
    assert.deepEqual(await db.query('select 1 from import_files where import_id = $1', [stored.id]), [])
  })

  test('the same list again changes nothing', async () => {
    await bring(threeDevices)
    const before = await assetsNow()
    const again = await bring(threeDevices, later)
    assert.equal(again.summary?.unchanged, 3)
    assert.deepEqual(await assetsNow(), before)
  })

  test('a second list is a difference: added, changed, gone and kept until confirmed', async () => {
    await bring(threeDevices)
    const second = await bring(
      [
        '10023;Infusion gateway 1;Velora Medical;InfuLine Gateway G4;4.2.0;Main site',
        '10024;Monitor 3.12;Corvia;CV-200;;Main site',
        '10030;Pump 1;Velora Medical;InfuLine P7;1.0;Main site',
      ],
      later,
    )
    assert.deepEqual(
      [second.summary?.added, second.summary?.changed, second.summary?.unchanged, second.summary?.gone],
      [1, 1, 1, 1],
    )
    assert.deepEqual(second.summary?.changedFacts, { version: 1 })
    const missing = (await assetsNow()).find((asset) => asset.facts.externalId === '10027')
    assert.equal(missing?.missingSince?.toISOString(), later.toISOString())
    const changed = await db.database.asMember(hospital, (scope) =>
      listRows(scope, second.id, 'changed', 0, 10),
    )
    assert.deepEqual(changed[0]?.before, { version: '4.1.2' })
    const confirmed = await confirmMissingGone(
      built.inventory,
      { organisationId: hospital, importId: second.id },
      actor,
      later,
    )
    assert.equal(confirmed, 1)
    assert.equal((await assetsNow()).length, 3)
  })

  test('what is missing and comes back is no longer missing, and what was confirmed as gone is added again', async () => {
    await bring(threeDevices)
    const second = await bring(threeDevices.slice(1))
    const back = await bring(threeDevices, later)
    assert.equal(back.summary?.changed, 1)
    assert.ok((await assetsNow()).every((asset) => asset.missingSince === null))
    const third = await bring(threeDevices.slice(1))
    await confirmMissingGone(built.inventory, { organisationId: hospital, importId: third.id }, actor, later)
    assert.equal((await assetsNow()).length, 2)
    const fourth = await bring(threeDevices)
    assert.equal(fourth.summary?.added, 1)
    assert.equal((await assetsNow()).length, 3)
    assert.notEqual(second.id, fourth.id)
  })

  test('a part of a list says nothing about the rest', async () => {
    await bring(threeDevices)
    const file = {
      ...csv(['10030;Pump 1;Velora Medical;InfuLine P7;1.0;Main site']),
      covers: 'part' as const,
    }
    const part = await importInventory(built.inventory, hospital, file, actor, now)
    assert.deepEqual([part.summary?.added, part.summary?.gone], [1, 0])
  })

  test('a fact that somebody entered by hand is not erased by an empty cell', async () => {
    await bring(threeDevices)
    const monitor = (await assetsNow()).find((asset) => asset.facts.externalId === '10024')
    assert.ok(monitor)
    const given = { ...monitor.facts, clinicalRole: 'life-supporting', version: '2.0' } as const
    await editAsset(built.inventory, hospital, monitor.id, given, actor, now)
    await bring(threeDevices, later)
    const after = (await assetsNow()).find((asset) => asset.id === monitor.id)
    assert.equal(after?.facts.clinicalRole, 'life-supporting')
    assert.equal(after?.facts.version, '2.0')
  })

  test('two SBOMs are two lists: neither makes the components of the other go or change', async () => {
    const library = (version: string) => ({
      type: 'library',
      name: 'parcelbox',
      version,
      purl: `pkg:npm/parcelbox@${version}`,
      'bom-ref': '1',
    })
    await importInventory(built.inventory, hospital, cyclonedx('Archive', [library('1.0.0')]), actor, now)
    const other = await importInventory(
      built.inventory,
      hospital,
      cyclonedx('Portal', [library('2.0.0')]),
      actor,
      now,
    )
    assert.deepEqual([other.summary?.changed, other.summary?.gone], [0, 0])
    const newer = await importInventory(
      built.inventory,
      hospital,
      cyclonedx('Archive', [library('1.0.1')]),
      actor,
      later,
    )
    assert.deepEqual([newer.summary?.added, newer.summary?.changed, newer.summary?.gone], [0, 1, 0])
    const versions = (await assetsNow())
      .filter((asset) => asset.facts.purl)
      .map((asset) => asset.facts.version)
    assert.deepEqual(versions.toSorted(), ['1.0.1', '2.0.0'])
  })

  test('an import waits for a person at the columns and at the difference, and can be given up at both', async () => {
    const id = await requestImport(built.inventory, hospital, csv(threeDevices), actor, now)
    const of = { organisationId: hospital, importId: id }
    await continueImport(built.inventory, { ...of, actor }, now)
    assert.equal(await stateOf(id), 'mapping')
    const mapping = ['externalId', 'name', 'vendor', 'model', 'version', 'site']
    await chooseMapping(built.inventory, { ...of, mapping, remember: true }, actor, now)
    await continueImport(built.inventory, { ...of, actor }, now)
    assert.equal(await stateOf(id), 'compared')
    assert.equal((await assetsNow()).length, 0)
    await discardImport(built.inventory, of, actor, now)
    assert.equal(await stateOf(id), 'discarded')
    assert.deepEqual(await db.query('select 1 from import_rows where import_id = $1', [id]), [])
    await assert.rejects(confirmImport(built.inventory, of, actor, now), /state "discarded"/)
  })

  test('columns are read as last time when the headings are the same, but only if a person had seen them', async () => {
    const again = async () => {
      const id = await requestImport(built.inventory, hospital, csv(threeDevices), actor, later)
      const of = { organisationId: hospital, importId: id }
      await continueImport(built.inventory, { ...of, actor }, later)
      return of
    }
    await bring(threeDevices)
    const first = await again()
    assert.equal(await stateOf(first.importId), 'mapping')
    const mapping = ['externalId', 'name', 'vendor', 'model', 'version', 'site']
    await chooseMapping(built.inventory, { ...first, mapping, remember: true }, actor, now)
    const second = await again()
    assert.equal(await stateOf(second.importId), 'compared')
    await reopenMapping(built.inventory, second, later)
    assert.equal(await stateOf(second.importId), 'mapping')
  })

  test('a table that names nothing is refused instead of making everything look gone', async () => {
    await bring(threeDevices)
    const content = Buffer.from('Room;Telephone\n12;34\n13;35')
    await assert.rejects(
      importInventory(built.inventory, hospital, { fileName: 'rooms.csv', content }, actor, later),
      (error: Refusal) => error.code === 'assets/columns-unclear',
    )
    assert.ok((await assetsNow()).every((asset) => asset.missingSince === null))
  })

  test('a change between comparing and storing makes the comparison again', async () => {
    const id = await requestImport(built.inventory, hospital, csv(threeDevices), actor, now)
    const of = { organisationId: hospital, importId: id }
    await continueImport(built.inventory, { ...of, actor }, now)
    await chooseMapping(
      built.inventory,
      { ...of, mapping: ['externalId', 'name', 'vendor', 'model', 'version', 'site'], remember: true },
      actor,
      now,
    )
    await continueImport(built.inventory, { ...of, actor }, now)
    await addAsset(built.inventory, hospital, facts({ name: 'Scales 1', vendor: 'Gravia' }), actor, now)
    await confirmImport(built.inventory, of, actor, now)
    await continueImport(built.inventory, { ...of, actor }, now)
    const found = await db.database.asMember(hospital, (scope) => findImport(scope, hospital, id))
    assert.equal(found?.state, 'compared')
    assert.equal(found?.faults[0]?.code, 'assets/changed-meanwhile')
    assert.equal((await assetsNow()).length, 1)
  })

  test('work that was cut off at any step begins that step again and stores everything once', async () => {
    const broken = { ...built.inventory, identify: () => Promise.reject(new Error('killed')) }
    const id = await requestImport(built.inventory, hospital, csv(threeDevices), actor, now)
    const work = { organisationId: hospital, importId: id, actor }
    await continueImport(built.inventory, work, now)
    await chooseMapping(
      built.inventory,
      { ...work, mapping: ['externalId', 'name', 'vendor', 'model', 'version', 'site'], remember: true },
      actor,
      now,
    )
    await continueImport(built.inventory, work, now)
    await confirmImport(built.inventory, work, actor, now)
    await assert.rejects(continueImport(broken, work, now), /killed/)
    assert.equal(await stateOf(id), 'storing')
    assert.equal((await assetsNow()).length, 0)
    await Promise.all([
      continueImport(built.inventory, work, now),
      continueImport(built.inventory, work, now),
    ])
    assert.equal(await stateOf(id), 'stored')
    assert.equal((await assetsNow()).length, 3)
    assert.equal(built.changes.length, 1)
  })

  test('work that is cut off again and again is given up with a reason', async () => {
    const broken = { ...built.inventory, identify: () => Promise.reject(new Error('killed')) }
    const id = await requestImport(built.inventory, hospital, csv(threeDevices), actor, now)
    const work = { organisationId: hospital, importId: id, actor }
    await continueImport(built.inventory, work, now)
    const mapping = ['externalId', 'name', 'vendor', 'model', 'version', 'site']
    await chooseMapping(built.inventory, { ...work, mapping, remember: true }, actor, now)
    await continueImport(built.inventory, work, now)
    await confirmImport(built.inventory, work, actor, now)
    for (let attempt = 1; attempt <= 5; attempt++)
      await assert.rejects(continueImport(broken, work, now), /killed/)
    await continueImport(broken, work, now)
    const found = await db.database.asMember(hospital, (scope) => findImport(scope, hospital, id))
    assert.equal(found?.state, 'failed')
    assert.equal(found?.faults[0]?.code, 'assets/gave-up')
  })

  test('a file that cannot be read fails with the place and a remedy, and is not kept', async () => {
    const content = Buffer.from(
      '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","na',
    )
    const id = await requestImport(built.inventory, hospital, { fileName: 'cut.json', content }, actor, now)
    await continueImport(built.inventory, { organisationId: hospital, importId: id, actor }, now)
    const found = await db.database.asMember(hospital, (scope) => findImport(scope, hospital, id))
    assert.equal(found?.state, 'failed')
    assert.ok(found.faults[0]?.remedy)
    assert.deepEqual(await db.query('select 1 from import_files where import_id = $1', [id]), [])
    await assert.rejects(
      importInventory(built.inventory, hospital, { fileName: 'cut.json', content }, actor, now),
      (error: Refusal) => error.code === 'assets/import-not-stored' && error.remedy !== '',
    )
  })

  test('rows that are formulas or repeat a number are rejected one by one, the others are stored', async () => {
    const stored = await bring([
      ...threeDevices,
      '10028;=HYPERLINK("http://example.invalid");Corvia;CV-200;1.0;Main site',
      '10027;Ventilator 4;Corvia;CV-300;1.0;Main site',
      '10029;__proto__;constructor;toString;1.0;Main site',
    ])
    assert.deepEqual([stored.summary?.added, stored.summary?.rejected], [4, 2])
    const rejected = await db.database.asMember(hospital, (scope) =>
      listRows(scope, stored.id, 'rejected', 0, 10),
    )
    assert.deepEqual(rejected.map((row) => row.fault?.code).toSorted(), [
      'csv/formula',
      'inventory/identifier-twice',
    ])
  })

  test('keys of JSON that would reach a prototype do no harm', async () => {
    const content = Buffer.from(
      '{"bomFormat":"CycloneDX","specVersion":"1.5","__proto__":{"polluted":true},"components":[{"type":"library","name":"box","version":"1","__proto__":{"polluted":true}}]}',
    )
    await importInventory(built.inventory, hospital, { fileName: 'box.json', content }, actor, now).catch(
      () => null,
    )
    assert.equal(({} as { polluted?: boolean }).polluted, undefined)
  })

  test('more rows than the limit are refused, and nothing is stored', async () => {
    const lines = Array.from({ length: 100_001 }, (_, index) => `${index};Pump;Velora;P7;1;Main`)
    await assert.rejects(bring(lines), (error: Refusal) => error.code === 'assets/import-not-stored')
    assert.equal((await assetsNow()).length, 0)
  })

  test('empty and too large files are refused before anything is kept', async () => {
    const refused = (content: Buffer, code: string) =>
      assert.rejects(
        requestImport(built.inventory, hospital, { fileName: 'list.csv', content }, actor, now),
        (error: Refusal) => error.code === code,
      )
    await refused(Buffer.alloc(0), 'assets/file-empty')
    await refused(Buffer.alloc(50 * 1024 * 1024 + 1), 'assets/file-too-large')
  })

  test('nobody reaches the imports and assets of another organisation', async () => {
    const stored = await bring(threeDevices)
    const [asset] = await assetsNow()
    const other = await insertHospital(db, 'Another hospital')
    const { inventory } = built
    const of = { organisationId: other, importId: stored.id }
    await assert.rejects(confirmMissingGone(inventory, of, actor, now), /no import with the number/)
    await assert.rejects(discardImport(inventory, of, actor, now), /no import with the number/)
    await assert.rejects(
      confirmAssetGone(inventory, other, asset?.id ?? 0, actor, now),
      /no asset with the number/,
    )
    await continueImport(inventory, { ...of, actor }, now)
    const seen = await db.database.asMember(other, (scope) => listAssets(scope, {}, null, 10))
    assert.deepEqual(seen.assets, [])
  })

  test('an asset without any name is refused, and one that is gone is not changed', async () => {
    await assert.rejects(
      addAsset(built.inventory, hospital, facts({ serial: 'A1' }), actor, now),
      (error: Refusal) => error.code === 'assets/unnamed',
    )
    const id = await addAsset(built.inventory, hospital, facts({ name: 'Scales 1' }), actor, now)
    await confirmAssetGone(built.inventory, hospital, id, actor, now)
    await assert.rejects(
      editAsset(built.inventory, hospital, id, facts({ name: 'Scales 2' }), actor, now),
      (error: Refusal) => error.code === 'assets/already-gone',
    )
    assert.equal(built.changes.length, 2)
  })

  test('a list of headings alone asks about everything that is stored, and nothing is gone by itself', async () => {
    await bring(threeDevices)
    const id = await requestImport(built.inventory, hospital, csv([]), actor, later)
    const of = { organisationId: hospital, importId: id, actor }
    await continueImport(built.inventory, of, later)
    const mapping = ['externalId', 'name', 'vendor', 'model', 'version', 'site']
    await chooseMapping(built.inventory, { ...of, mapping, remember: true }, actor, later)
    await continueImport(built.inventory, of, later)
    await confirmImport(built.inventory, of, actor, later)
    await continueImport(built.inventory, of, later)
    const found = await db.database.asMember(hospital, (scope) => findImport(scope, hospital, id))
    assert.equal(found?.summary?.gone, 3)
    assert.equal((await assetsNow()).length, 3)
  })
})
