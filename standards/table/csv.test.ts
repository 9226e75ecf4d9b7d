// Tests of reading CSV: delimiters, encodings, headings, limits.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  maxTableBytes,
  maxTableColumns,
  maxTableRows,
  readTable,
  type Table,
  type TableOptions,
} from './index.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(
  content: string | Uint8Array,
  options: TableOptions = {},
): Promise<{ table: Table; codes: string[] }> {
  const reading = await readTable(
    typeof content === 'string' ? bytesOf(content) : content,
    'list.csv',
    options,
  )
  assert.equal(reading.outcome, 'read', JSON.stringify(reading).slice(0, 300))
  if (reading.outcome !== 'read') throw new Error('unreachable after the assertion')
  return { table: reading.value, codes: reading.warnings.map((warning) => warning.code) }
}

async function refusalOf(content: string | Uint8Array, options: TableOptions = {}): Promise<string | null> {
  const reading = await readTable(
    typeof content === 'string' ? bytesOf(content) : content,
    'list.csv',
    options,
  )
  return reading.outcome === 'refused' ? reading.faults[0].code : null
}

test('the delimiter is guessed, also when the other signs occur in the texts', async () => {
  for (const delimiter of [';', ',', '\t', '|']) {
    const { table } = await read(
      `${['Name', 'Vendor', 'Place'].join(delimiter)}\nPump${delimiter}Nordmed${delimiter}OP\n`,
    )
    assert.equal(table.delimiter, delimiter)
    assert.deepEqual(table.header, ['Name', 'Vendor', 'Place'])
    assert.deepEqual(table.rows, [{ place: 'line 2', cells: ['Pump', 'Nordmed', 'OP'] }])
  }
  const mixed = 'Name;Ort;Notiz\nPumpe, gross;OP 1;a, b, c\nMonitor, klein;OP 2;"x;y, z"\n'
  assert.equal((await read(mixed)).table.delimiter, ';')
})

test('the sep= line of Excel is obeyed and not read as data', async () => {
  const { table } = await read('sep=|\r\na|b\r\n1,2|3,4\r\n')
  assert.deepEqual(table.header, ['a', 'b'])
  assert.deepEqual(table.rows, [{ place: 'line 3', cells: ['1,2', '3,4'] }])
})

test('quoted line breaks stay in their cell and lines are still counted right', async () => {
  const { table } = await read('a;b\n"one\ntwo";x\n\ny;z\r\n')
  assert.deepEqual(table.rows, [
    { place: 'line 2', cells: ['one\ntwo', 'x'] },
    { place: 'line 5', cells: ['y', 'z'] },
  ])
})

test('encodings: UTF-8 with mark, UTF-16 with mark, and Windows-1252 guessed with a warning', async () => {
  const text = 'Gerät;Hersteller\nBlutdruckmeßgerät;Müller\n'
  assert.deepEqual((await read(`\uFEFF${text}`)).table.header, ['Gerät', 'Hersteller'])
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  assert.equal((await read(utf16)).table.encoding, 'utf-16le')
  const bare = await read(Buffer.from(text, 'utf16le'))
  assert.deepEqual(bare.table.header, ['Gerät', 'Hersteller'])
  assert.deepEqual(bare.codes, ['csv/encoding-guessed'])
  const western = await read(Buffer.from(text, 'latin1'))
  assert.deepEqual(western.table.rows[0]?.cells, ['Blutdruckmeßgerät', 'Müller'])
  assert.deepEqual(western.codes, ['csv/encoding-guessed'])
})

test('UTF-8 with a damaged letter stays UTF-8 and says so', async () => {
  const damaged = Buffer.concat([Buffer.from('Gerät;Ort\nä;ö\nü'), Buffer.from([0xc3]), Buffer.from(';x\n')])
  const { table, codes } = await read(damaged)
  assert.equal(table.encoding, 'utf-8')
  assert.deepEqual(codes, ['csv/broken-letters'])
  assert.equal(table.rows[1]?.cells[0], 'ü\uFFFD')
})

test('title lines above the headings are skipped and said', async () => {
  const { table, codes } = await read(
    'Inventory of site North;;;\nAs of;1 May;;\n\nNo;Name;Vendor;Place\n1;a;b;c\n',
  )
  assert.equal(table.headerPlace, 'line 4')
  assert.deepEqual(codes, ['table/lines-above-headings'])
})

test('known headings decide, even where the lines above are as wide', async () => {
  const isHeading = (cell: string): boolean => ['Name', 'Vendor'].includes(cell)
  const { table } = await read('a;b;c\nd;e;f\nName;Vendor;x\n1;2;3\n', { isHeading })
  assert.equal(table.headerPlace, 'line 3')
  const unknown = await read('a;b;c\nd;e;f\n', { isHeading })
  assert.deepEqual(unknown.codes, ['table/headings-not-recognised'])
})

test('the line of the headings can be said, or that there are none', async () => {
  assert.deepEqual((await read('a;b\nc;d\ne;f\n', { headerLine: 2 })).table.header, ['c', 'd'])
  const none = await read('a;b\nc;d\n', { headerLine: 0 })
  assert.equal(none.table.rows.length, 2)
  assert.equal(none.table.headerPlace, null)
  assert.equal(await refusalOf('a;b\n', { headerLine: 9 }), 'table/no-such-line')
})

test('a row with more cells than headings is rejected alone', async () => {
  const { table } = await read('a,b\n1,2\n3,4,5\n6,7\n8,9,,\n')
  assert.deepEqual(
    table.rows.map((row) => row.place),
    ['line 2', 'line 4', 'line 5'],
  )
  assert.deepEqual(
    table.rejected.map((item) => [item.code, item.place]),
    [['csv/too-many-cells', 'line 3']],
  )
})

test('a last column without a heading is kept when most rows use it', async () => {
  const { table } = await read('a;b\n1;2;3\n4;5;6\n')
  assert.deepEqual(table.header, ['a', 'b', ''])
  assert.equal(table.rejected.length, 0)
})

test('an unclosed quotation mark rejects the rest and names its line; marks inside cells are text', async () => {
  const { table } = await read('a;b\n1;2\n"3;4\n5;6\n')
  assert.deepEqual(
    table.rows.map((row) => row.place),
    ['line 2'],
  )
  assert.deepEqual(
    table.rejected.map((item) => [item.code, item.place]),
    [['csv/quotation-mark-not-closed', 'line 3']],
  )
  assert.deepEqual((await read('a;b\n19" monitor;x\n')).table.rows[0]?.cells, ['19" monitor', 'x'])
})

test('rows, columns and bytes are read to their limits and refused one further', async () => {
  const rows = (count: number): string => `a;b\n${'1;2\n'.repeat(count)}`
  assert.equal((await read(rows(maxTableRows))).table.rows.length, maxTableRows)
  assert.equal(await refusalOf(rows(maxTableRows + 1)), 'table/too-many-rows')
  assert.equal(await refusalOf(rows(maxTableRows * 2)), 'table/too-many-rows')
  const columns = (count: number): string => `${Array.from({ length: count }, () => 'x').join(';')}\n`
  assert.equal((await read(columns(maxTableColumns))).table.header.length, maxTableColumns)
  assert.equal(await refusalOf(columns(maxTableColumns + 1)), 'table/too-many-columns')
  assert.equal(await refusalOf(new Uint8Array(maxTableBytes + 1)), 'table/too-large')
})

test('files that are no CSV are refused with a remedy', async () => {
  assert.equal(await refusalOf(''), 'table/empty')
  assert.equal(await refusalOf(' ;;\n;;\n'), 'table/empty')
  assert.equal(await refusalOf('%PDF-1.7'), 'table/other-format')
  assert.equal(await refusalOf('<html><table></table></html>'), 'table/other-format')
  assert.equal(await refusalOf(Buffer.from([0, 1, 0, 0, 2, 3, 0, 0])), 'table/not-text')
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  assert.equal(await refusalOf(old), 'table/old-excel')
  const locked = Buffer.concat([old, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
  assert.equal(await refusalOf(locked), 'xlsx/encrypted')
})

test('arbitrary bytes and signs never throw', async () => {
  const some = { numRuns: 300 }
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await readTable(bytes, 'x'))),
    some,
  )
  const soup = fc.array(fc.constantFrom('a', ';', ',', '\t', '"', '\n', '\r', '=', '__proto__', 'ü', ' '), {
    maxLength: 80,
  })
  await fc.assert(
    fc.asyncProperty(soup, async (parts) => {
      const text = parts.join('')
      const reading = await readTable(bytesOf(text), 'x')
      if (reading.outcome === 'refused') assert.ok(reading.faults[0].remedy !== '')
      else for (const row of reading.value.rows) assert.equal(row.cells.length, reading.value.header.length)
    }),
    some,
  )
})
