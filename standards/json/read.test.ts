// Tests of reading JSON from outside: limits, encodings, broken documents, odd keys.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readJson } from './index.ts'

function faultOf(input: Uint8Array | string, limits?: Parameters<typeof readJson>[1]) {
  const reading = readJson(input, limits)
  assert.equal(reading.outcome, 'refused')
  return reading.outcome === 'refused' ? reading.faults[0] : assert.fail()
}

function jsonOf(input: Uint8Array | string) {
  const reading = readJson(input)
  return reading.outcome === 'read' ? reading.value : assert.fail(JSON.stringify(reading.faults))
}

test('a document is read from text, from UTF-8 bytes and behind a byte order mark', () => {
  const text = '{"name":"Infusor Ä", "list":[1,2.5,-3e2,true,null]}'
  const expected = { name: 'Infusor Ä', list: [1, 2.5, -300, true, null] }
  assert.deepEqual(jsonOf(text), expected)
  assert.deepEqual(jsonOf(Buffer.from(text)), expected)
  assert.deepEqual(jsonOf(Buffer.from(`\uFEFF${text}`)), expected)
  assert.deepEqual(jsonOf(`\uFEFF${text}`), expected)
})

test('other encodings are named, with the byte where UTF-8 stops', () => {
  assert.match(faultOf(Buffer.from('\uFEFF{}', 'utf16le')).detail, /UTF-16/)
  assert.match(faultOf(Buffer.from('{"a":1}', 'utf16le')).detail, /UTF-16 or UTF-32/)
  assert.match(faultOf(Uint8Array.of(0xfe, 0xff, 0, 0x7b)).detail, /UTF-16/)
  assert.match(faultOf(Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0)).detail, /UTF-32/)
  assert.match(faultOf(Uint8Array.of(0x1f, 0x8b, 8)).detail, /gzip/)
  const latin1 = faultOf(Buffer.from('{"a":"Gerät"}', 'latin1'))
  assert.equal(latin1.code, 'json/encoding')
  assert.equal(latin1.place, 'byte 10')
})

test('a truncated document is told from a wrong one, with line and column', () => {
  const cases: [text: string, code: string, place: string][] = [
    ['{"a":1', 'json/truncated', 'line 1, column 7'],
    ['{"a":\n[1,\n2', 'json/truncated', 'line 3, column 2'],
    ['{"a":"b', 'json/truncated', 'line 1, column 8'],
    ['{"a":"b\\"', 'json/truncated', 'line 1, column 10'],
    ['{"a":tr', 'json/truncated', 'line 1, column 8'],
    ['[-', 'json/truncated', 'line 1, column 3'],
    ['', 'json/empty', 'line 1, column 1'],
    [' \n ', 'json/empty', 'line 2, column 2'],
    ['{"a":1,}', 'json/syntax', 'line 1, column 8'],
    ['{"a" 1}', 'json/syntax', 'line 1, column 6'],
    ['[1 2]', 'json/syntax', 'line 1, column 4'],
    ['{"a":1}}', 'json/syntax', 'line 1, column 8'],
    ['[01]', 'json/syntax', 'line 1, column 2'],
    ['["a\nb"]', 'json/syntax', 'line 1, column 2'],
    ['["\\q"]', 'json/syntax', 'line 1, column 2'],
    ['["\\\\q", x]', 'json/syntax', 'line 1, column 9'],
    ["{'a':1}", 'json/syntax', 'line 1, column 2'],
    ['<html>', 'json/syntax', 'line 1, column 1'],
  ]
  for (const [text, code, place] of cases) {
    const fault = faultOf(text)
    assert.deepEqual([fault.code, fault.place], [code, place], JSON.stringify(text))
  }
})

test('depth is allowed up to the limit and refused beyond it, also where the document is endless', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  assert.equal(readJson(nested(200)).outcome, 'read')
  assert.equal(faultOf(nested(201)).code, 'json/too-deep')
  assert.equal(faultOf(nested(10_000)).code, 'json/too-deep')
  assert.equal(faultOf('{"a":'.repeat(1_000_000)).code, 'json/too-deep')
  // Brackets inside texts are no nesting.
  assert.equal(readJson(JSON.stringify({ a: '[{'.repeat(500), b: '\\"[' })).outcome, 'read')
})

test('size is allowed up to the limit and refused beyond it', () => {
  const limits = { maxBytes: 10, maxDepth: 5 }
  assert.equal(readJson(Buffer.from('"12345678"'), limits).outcome, 'read')
  assert.equal(faultOf(Buffer.from('"123456789"'), limits).code, 'json/too-large')
  assert.equal(faultOf('"123456789"', limits).code, 'json/too-large')
})

test('__proto__ keys are removed with a warning and change no prototype', () => {
  const reading = readJson('{"a":1,"b":[{"__proto__":{"isAdmin":true}}],"constructor":{"prototype":{"x":1}}}')
  assert.ok(reading.outcome === 'read')
  assert.deepEqual(
    reading.warnings.map(({ code, place }) => [code, place]),
    [['json/forbidden-key', '/b/0']],
  )
  assert.equal(Reflect.get({}, 'isAdmin'), undefined)
  assert.equal(Reflect.get(Object(Reflect.get(Object(reading.value), 'b'))[0], 'isAdmin'), undefined)
  assert.equal(Reflect.get({}, 'x'), undefined)
})

test('duplicate keys are counted in a warning', () => {
  const reading = readJson('{"a":1,"a":2,"b":{"c":":","c":0,"c":1}}')
  assert.ok(reading.outcome === 'read')
  assert.match(reading.warnings[0]?.detail ?? '', /^3 keys/)
  assert.deepEqual(jsonOf('{"a":"x:y","b":["::"]}'), { a: 'x:y', b: ['::'] })
})

test('whatever JSON can hold is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2), (value, space) => {
      const text = JSON.stringify(value, null, space)
      fc.pre(!text.includes('"__proto__"'))
      assert.deepEqual(readJson(Buffer.from(text)), {
        outcome: 'read',
        value: JSON.parse(text),
        warnings: [],
      })
    }),
    { numRuns: 300 },
  )
})

test('no text and no bytes make the reader throw, and every refusal has a place', () => {
  const fragments = fc.array(
    fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'a', '1', '-', '.', 'e', 'null', '\n', '"a":'),
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fragments.map((parts) => parts.join('')),
    fc.jsonValue().map((value) => JSON.stringify(value).slice(0, -1)),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const reading = readJson(text)
      if (reading.outcome === 'refused') assert.match(reading.faults[0].place, /^line \d+, column \d+$/)
      else assert.doesNotThrow(() => JSON.parse(text.replace(/^\uFEFF/, '')))
    }),
    { numRuns: 1000 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      readJson(bytes)
    }),
    { numRuns: 500 },
  )
})
