// Tests of turning rows into items: what is taken, rejected and remarked.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { buildTable } from './builders.ts'
import { maxCellCharacters } from './cell.ts'
import { applyMapping, type ColumnMapping, type ColumnUse, type MappedTable } from './index.ts'

function map(fields: readonly ColumnUse[], rows: readonly (readonly string[])[]): MappedTable {
  const mapping: ColumnMapping[] = fields.map((field, column) => ({ column, field }))
  return applyMapping(buildTable([fields.map((field) => `heading ${field}`), ...rows]), mapping)
}

const rejections = (mapped: MappedTable): string[] =>
  mapped.rejected.map((item) => `${item.place}: ${item.code}`)

test('a row becomes an item with its texts as they stand', () => {
  const mapped = map(
    ['externalId', 'name', 'vendor', 'model', 'version', 'clinicalRole', 'networkExposure', 'leave-out'],
    [[' 4711 ', 'Pumpe', 'Nordmed', 'P 200', '4.2', 'Lebenserhaltend', 'hors ligne', '=1+1']],
  )
  assert.deepEqual(mapped.items, [
    {
      place: 'line 2',
      externalId: '4711',
      name: 'Pumpe',
      vendor: 'Nordmed',
      product: null,
      model: 'P 200',
      version: '4.2',
      serial: null,
      udiDi: null,
      purl: null,
      cpe: null,
      site: null,
      networkExposure: 'offline',
      clinicalRole: 'life-supporting',
      environment: null,
    },
  ])
  assert.deepEqual(mapped.rejected, [])
  assert.deepEqual(mapped.warnings, [])
})

test('rows that cannot be taken are rejected alone, each with its place and remedy', () => {
  const long = 'x'.repeat(maxCellCharacters + 1)
  const mapped = map(
    ['externalId', 'name', 'version'],
    [
      ['1', 'Pump', '1'],
      ['2', '=HYPERLINK("http://example.test")', '1'],
      ['3', 'Ger\uFFFDt', '1'],
      ['4', long, '1'],
      ['5', 'x'.repeat(maxCellCharacters), '1'],
      ['6', '', '1'],
      ['', '', ''],
      ['heading externalId', 'heading name', 'heading version'],
      ['7', 'Scanner', ''],
    ],
  )
  assert.deepEqual(
    mapped.items.map((item) => item.externalId),
    ['1', '5', '7'],
  )
  assert.deepEqual(rejections(mapped), [
    'line 3, column B (heading name): csv/formula',
    'line 4, column B (heading name): inventory/unreadable-letters',
    'line 5, column B (heading name): inventory/cell-too-long',
    'line 7: inventory/nothing-identifies',
    'line 8: inventory/empty-row',
    'line 9: inventory/heading-repeated',
  ])
  for (const item of mapped.rejected) {
    assert.ok(item.remedy !== '' && item.detail !== '' && item.says.length <= 200, item.code)
  }
})

test('a doubled identifier with other content names both lines; the same row twice is taken once', () => {
  const mapped = map(
    ['externalId', 'name'],
    [
      ['1', 'Pump'],
      ['1', 'Scanner'],
      ['1', 'Pump'],
    ],
  )
  assert.equal(mapped.items.length, 1)
  assert.deepEqual(rejections(mapped), [
    'line 3: inventory/identifier-twice',
    'line 4: inventory/same-row-twice',
  ])
  assert.match(mapped.rejected[0]?.detail ?? '', /line 2 and in line 3/)
})

test('words that are not known leave the field open, with one warning for all their rows', () => {
  const mapped = map(
    ['name', 'clinicalRole', 'networkExposure'],
    [
      ['a', 'wichtig', 'VLAN 12'],
      ['b', 'wichtig', 'LAN'],
      ['c', 'unbekannt', '-'],
    ],
  )
  assert.deepEqual(
    mapped.items.map((item) => [item.clinicalRole, item.networkExposure]),
    [
      [null, null],
      [null, 'hospital-network'],
      [null, null],
    ],
  )
  assert.deepEqual(
    mapped.warnings.map((warning) => [warning.code, warning.place]),
    [
      ['inventory/exposure-not-known', 'line 2'],
      ['inventory/role-not-known', 'line 2'],
    ],
  )
  assert.match(mapped.warnings[1]?.detail ?? '', /1 further rows/)
})

test('what spreadsheets break is left open and said', () => {
  const mapped = map(
    ['name', 'serial', 'vendor', 'version'],
    [
      ['a', '4,71E+11', '#N/A', '2024-03-02'],
      ['b', '47E1', '#BEZUG!', '2.3'],
    ],
  )
  assert.deepEqual(
    mapped.items.map((item) => [item.serial, item.vendor, item.version]),
    [
      [null, null, '2024-03-02'],
      ['47E1', null, '2.3'],
    ],
  )
  assert.deepEqual(mapped.warnings.map((warning) => warning.code).sort(), [
    'inventory/failed-formula',
    'inventory/number-shortened',
    'inventory/version-is-date',
  ])
})

test('a whole UDI gives device identifier and serial; a wrong one is kept and said', () => {
  const mapped = map(
    ['name', 'udiDi', 'purl', 'cpe'],
    [
      ['a', '(01)09506000134352(21)SN-77', 'pkg:npm/a', 'cpe:/a:b:c'],
      ['b', '09506000134353', 'a@1', 'c'],
    ],
  )
  assert.deepEqual(
    mapped.items.map((item) => [item.udiDi, item.serial]),
    [
      ['09506000134352', 'SN-77'],
      ['09506000134353', null],
    ],
  )
  assert.deepEqual(
    mapped.warnings.map((warning) => warning.code),
    ['inventory/udi-not-read', 'inventory/purl-not-read', 'inventory/cpe-not-read'],
  )
})

test('building and room join to one place; of other fields the first that is filled counts', () => {
  const mapped = map(
    ['name', 'site', 'site', 'vendor', 'vendor'],
    [['a', 'House 2', 'Room 7', '', 'Nordmed']],
  )
  assert.equal(mapped.items[0]?.site, 'House 2, Room 7')
  assert.equal(mapped.items[0]?.vendor, 'Nordmed')
})

test('what the table itself rejected stays in the result, and unknown columns are ignored', () => {
  const item = { code: 'csv/too-many-cells', place: 'line 9', detail: 'd', remedy: 'r', says: 's' }
  const table = buildTable([['Name'], ['a']], { rejected: [item] })
  const mapped = applyMapping(table, [
    { column: 0, field: 'name' },
    { column: 7, field: 'vendor' },
    { column: -1, field: 'vendor' },
  ])
  assert.deepEqual(mapped.rejected, [item])
  assert.equal(mapped.items.length, 1)
})

test('every row of any table is either taken or rejected', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom('=A1', '\uFFFD', '__proto__', '-', '#N/A', '1E+5', '\ud800', '\0'),
  )
  const fields: readonly ColumnUse[] = ['externalId', 'name', 'udiDi', 'clinicalRole']
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 })), (rows) => {
      const mapped = map(fields, rows)
      assert.equal(mapped.items.length + mapped.rejected.length, rows.length)
      for (const item of mapped.items) assert.ok(!JSON.stringify(item).includes('\\u0000'))
    }),
    { numRuns: 300 },
  )
})
