// Tests of recognising the format of a file and reading it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { buildWorkbook, inlineRow } from '../table/builders.ts'
import {
  applyMapping,
  detectInventoryFormat,
  guessMapping,
  type InventoryFormat,
  maxInventoryBytes,
  readInventory,
} from './index.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const workbook = buildWorkbook([
  { name: 'S', rows: inlineRow(1, ['Name', 'Hersteller']) + inlineRow(2, ['Pumpe', 'Nordmed']) },
])

const files: readonly (readonly [
  name: string,
  content: string | Uint8Array,
  format: InventoryFormat | null,
])[] = [
  ['a.json', '{"bomFormat":"CycloneDX","specVersion":"1.6"}', 'cyclonedx-json'],
  ['a.txt', '{"components":[],"bomFormat":"CycloneDX"}', 'cyclonedx-json'],
  [
    'a.xml',
    '<?xml version="1.0"?><!-- x --><bom xmlns="http://cyclonedx.org/schema/bom/1.4"/>',
    'cyclonedx-xml',
  ],
  ['a.xml', '<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.4"/>', 'cyclonedx-xml'],
  ['a.json', '{"spdxVersion":"SPDX-2.3"}', 'spdx-json'],
  ['a.spdx', 'SPDXVersion: SPDX-2.2\n', 'spdx-json'],
  ['a.json', '{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld"}', 'spdx-json'],
  ['a.json', '{"resourceType":"Bundle"}', 'fhir'],
  ['a.ndjson', '{"resourceType":"Device"}\n{"resourceType":"Device"}', 'fhir'],
  ['a.csv', 'Name;Vendor\n', 'csv'],
  ['list', '\uFEFFName;Vendor\n', 'csv'],
  ['a.csv', workbook, 'xlsx'],
  ['a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xlsx'],
  ['a.json', '{"name":"x"}', null],
  ['a.json', 'nothing', null],
  ['a.xml', '<inventory/>', null],
  ['a.pdf', '%PDF-1.7', null],
  ['a.csv', '', null],
]

test('the format shows in the content, whatever the name', () => {
  for (const [name, content, format] of files) {
    const bytes = typeof content === 'string' ? bytesOf(content) : content
    assert.equal(detectInventoryFormat(bytes, name), format, `${name}: ${String(content).slice(0, 40)}`)
  }
})

test('a spreadsheet is read as a table and mapped in a second step', async () => {
  const reading = await readInventory(workbook, 'list.xlsx')
  assert.ok(reading.outcome === 'read' && reading.value.kind === 'table')
  if (reading.outcome !== 'read' || reading.value.kind !== 'table') return
  const { items } = applyMapping(reading.value.table, guessMapping(reading.value.table))
  assert.deepEqual(
    items.map((item) => [item.place, item.name, item.vendor]),
    [['sheet "S", row 2', 'Pumpe', 'Nordmed']],
  )
})

test('a document is read as items at once', async () => {
  const device = { resourceType: 'Device', modelNumber: 'P200' }
  const reading = await readInventory(bytesOf(JSON.stringify(device)), 'd.json')
  assert.ok(reading.outcome === 'read' && reading.value.kind === 'items')
  if (reading.outcome === 'read' && reading.value.kind === 'items') {
    assert.equal(reading.value.inventory.format, 'fhir')
  }
})

test('what is too large or in no known format is refused with a remedy', async () => {
  const large = await readInventory(new Uint8Array(maxInventoryBytes + 1), 'a.csv')
  assert.equal(large.outcome === 'refused' && large.faults[0].code, 'inventory/too-large')
  const unknown = await readInventory(bytesOf('{"a":1}'), 'a.json')
  assert.equal(unknown.outcome === 'refused' && unknown.faults[0].code, 'inventory/unknown-format')
})

test('arbitrary bytes of any name never throw', async () => {
  const start = fc.constantFrom(
    '',
    'PK\x03\x04',
    '{"bomFormat"',
    '{"resourceType":',
    '<bom ',
    'SPDXVersion:',
    '\xff\xfe',
  )
  await fc.assert(
    fc.asyncProperty(
      start,
      fc.uint8Array(),
      fc.constantFrom('a.csv', 'a.json', ''),
      async (head, tail, name) => {
        await readInventory(Buffer.concat([Buffer.from(head, 'latin1'), tail]), name)
      },
    ),
    { numRuns: 300 },
  )
})
