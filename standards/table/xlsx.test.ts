// Tests of reading workbooks: values, formats, sheets, hostile containers.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { buildWorkbook, buildZip, inlineRow, type SheetContent, workbookParts } from './builders.ts'
import { maxTableRows, readTable, type Table, type TableOptions } from './index.ts'
import { maxUnpackedBytes, maxZipEntries } from './zip.ts'

async function read(
  bytes: Uint8Array,
  options: TableOptions = {},
): Promise<{ table: Table; codes: string[] }> {
  const reading = await readTable(bytes, 'list.xlsx', options)
  assert.equal(reading.outcome, 'read', JSON.stringify(reading).slice(0, 300))
  if (reading.outcome !== 'read') throw new Error('unreachable after the assertion')
  return { table: reading.value, codes: reading.warnings.map((warning) => warning.code) }
}

async function refusalOf(bytes: Uint8Array, options: TableOptions = {}): Promise<string | null> {
  const reading = await readTable(bytes, 'list.xlsx', options)
  return reading.outcome === 'refused' ? reading.faults[0].code : null
}

const sheet = (rows: string, name = 'Devices'): SheetContent => ({ name, rows })
const heads = inlineRow(1, ['Name', 'Version'])

test('shared texts, rich texts, inline texts, numbers and truth values are read', async () => {
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
    <row r="3"><c r="A3"><v>4.2</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="str"><f>A3</f><v>x</v></c></row>`
  const strings =
    '<si><t>Na</t><rPh><t>no</t></rPh></si><si><r><t>Ver</t></r><r><t xml:space="preserve">sion </t></r></si>'
  const { table, codes } = await read(buildWorkbook([sheet(rows)], { strings }))
  assert.deepEqual(table.header, ['Na', '', 'Version'])
  assert.deepEqual(table.rows, [{ place: 'sheet "Devices", row 3', cells: ['4.2', 'TRUE', 'x'] }])
  assert.deepEqual(codes, ['xlsx/formula-values'])
})

test('numbers look as the user saw them: dates, leading zeros and 1.10', async () => {
  const styles = `<numFmts><numFmt numFmtId="170" formatCode="0000"/><numFmt numFmtId="171" formatCode="dd/mm/yyyy;@"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>`
  const cells = [
    '<c><v>0.30000000000000004</v></c>',
    '<c s="1"><v>45292</v></c>',
    '<c s="2"><v>1.1</v></c>',
    '<c s="3"><v>42</v></c>',
    '<c s="4"><v>45292.5</v></c>',
    '<c s="1"><v>-5</v></c>',
    '<c s="99"><v>7</v></c>',
  ]
  const rows = `${inlineRow(1, ['a', 'b', 'c', 'd', 'e', 'f', 'g'])}<row r="2">${cells.join('')}</row>`
  const { table } = await read(buildWorkbook([sheet(rows)], { styles }))
  assert.deepEqual(table.rows[0]?.cells, [
    '0.3',
    '2024-01-01',
    '1.10',
    '0042',
    '2024-01-01 12:00:00',
    '-5',
    '7',
  ])
  const other = await read(buildWorkbook([sheet(rows)], { styles, from1904: true }))
  assert.equal(other.table.rows[0]?.cells[1], '2028-01-02')
})

test('the first visible sheet with rows is read, the others are named, and one can be chosen', async () => {
  const sheets: SheetContent[] = [
    { name: 'Lists', state: 'hidden', rows: heads + inlineRow(2, ['hidden', '1']) },
    sheet(inlineRow(1, ['Read me']), 'Cover'),
    sheet(heads + inlineRow(2, ['Pump', '1.0']), 'North'),
    sheet(heads + inlineRow(2, ['Scanner', '2.0']), 'South'),
  ]
  const { table, codes } = await read(buildWorkbook(sheets))
  assert.equal(table.sheet, 'North')
  assert.deepEqual(table.sheets, ['Cover', 'North', 'South'])
  assert.deepEqual(codes, ['xlsx/other-sheets'])
  const chosen = await read(buildWorkbook(sheets), { sheet: 'South' })
  assert.equal(chosen.table.rows[0]?.cells[0], 'Scanner')
  assert.equal(await refusalOf(buildWorkbook(sheets), { sheet: 'Lists' }), 'xlsx/no-such-sheet')
  assert.equal(await refusalOf(buildWorkbook([sheet('')])), 'table/empty')
})

test('formulas without a stored result and merged cells are said', async () => {
  const part = `<?xml version="1.0"?><worksheet><sheetData>${heads}<row r="2"><c t="inlineStr"><is><t>P</t></is></c><c><f>A1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>`
  const { codes } = await read(buildWorkbook([sheet(part)]))
  assert.deepEqual(codes, ['xlsx/formula-values', 'xlsx/formula-without-value', 'xlsx/merged-cells'])
})

test('the limit of rows holds', async () => {
  const rows = (count: number): string => heads + '<row><c><v>1</v></c></row>'.repeat(count)
  assert.equal((await read(buildWorkbook([sheet(rows(maxTableRows))]))).table.rows.length, maxTableRows)
  assert.equal(await refusalOf(buildWorkbook([sheet(rows(maxTableRows + 1))])), 'table/too-many-rows')
  const wide = `<row r="1"><c r="XFD1"><v>1</v></c></row>`
  assert.equal(await refusalOf(buildWorkbook([sheet(wide)])), 'table/too-many-columns')
})

test('a zip bomb is refused before it is unpacked', async () => {
  const bomb = workbookParts([sheet(heads)])
  const zeros = new Uint8Array(20 * 1024 * 1024)
  assert.equal(
    await refusalOf(buildZip([...bomb, { name: 'xl/x.bin', content: zeros }])),
    'xlsx/suspicious-container',
  )
  const claims = { name: 'xl/y.bin', content: 'x', claimedBytes: maxUnpackedBytes + 1 }
  assert.equal(await refusalOf(buildZip([...bomb, claims])), 'xlsx/suspicious-container')
  const many = Array.from({ length: maxZipEntries + 1 }, (_, n) => ({ name: `p${n}`, content: '' }))
  assert.equal(await refusalOf(buildZip(many)), 'xlsx/suspicious-container')
})

test('a part that is longer than it claims is refused', async () => {
  const parts = workbookParts([sheet(heads + inlineRow(2, ['a', 'b']))]).map((part) =>
    part.name.includes('sheet1') ? { ...part, claimedBytes: 10 } : part,
  )
  assert.equal(await refusalOf(buildZip(parts)), 'xlsx/damaged')
})

test('paths out of the container, doubled names and encrypted parts are refused', async () => {
  const parts = workbookParts([sheet(heads)])
  for (const name of ['../evil.xml', '/etc/evil', 'C:/evil', 'a\\..\\evil']) {
    assert.equal(await refusalOf(buildZip([...parts, { name, content: '' }])), 'xlsx/damaged', name)
  }
  assert.equal(await refusalOf(buildZip([...parts, ...parts])), 'xlsx/suspicious-container')
  assert.equal(await refusalOf(buildZip([{ name: 'a', content: 'x', flags: 1 }])), 'xlsx/encrypted')
})

test('a DOCTYPE in a sheet is refused', async () => {
  const part = '<!DOCTYPE worksheet [<!ENTITY a "x">]><worksheet><sheetData/></worksheet>'
  assert.equal(await refusalOf(buildWorkbook([sheet(part)])), 'xml/doctype')
})

test('other containers and damaged workbooks are refused with a remedy', async () => {
  assert.equal(await refusalOf(buildZip([{ name: 'content.xml', content: '<a/>' }])), 'table/other-format')
  assert.equal(await refusalOf(buildZip([{ name: 'xl/workbook.bin', content: '' }])), 'table/other-format')
  assert.equal(await refusalOf(buildZip([{ name: 'a.txt', content: '' }])), 'xlsx/no-workbook')
  const whole = buildWorkbook([sheet(heads)])
  assert.equal(await refusalOf(whole.slice(0, whole.length / 2)), 'xlsx/damaged')
  const withoutSheet = workbookParts([sheet(heads)]).filter((part) => !part.name.includes('sheet1'))
  assert.equal(await refusalOf(buildZip(withoutSheet)), 'xlsx/damaged')
})

test('a workbook with any byte changed never throws', async () => {
  const whole = buildWorkbook([sheet(heads + inlineRow(2, ['Pump', '1.0']))])
  const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(change, async (changes) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      await readTable(bytes, 'x.xlsx')
    }),
    { numRuns: 300 },
  )
})
