// Tests of typed access to foreign JSON.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  booleanAt,
  collectFaults,
  isHttpAddress,
  maxFaultsOfDocument,
  numberAt,
  objectAt,
  objectsAt,
  quoteForeign,
  readInstant,
  rootOf,
  textAt,
  textsAt,
} from './index.ts'

function nodeOf(value: unknown) {
  const faults = collectFaults('test')
  const node = rootOf(value, faults) ?? assert.fail('no object')
  return { node, places: () => faults.list().map(({ code, place }) => `${code} ${place}`) }
}

test('values of the right type come back, absent ones and null are null without a fault', () => {
  const { node, places } = nodeOf({
    text: ' a ',
    empty: ' ',
    none: null,
    yes: true,
    count: 2,
    list: ['b', ''],
    in: {},
  })
  assert.equal(textAt(node, 'text'), 'a')
  assert.equal(textAt(node, 'empty'), null)
  assert.equal(textAt(node, 'none'), null)
  assert.equal(textAt(node, 'absent'), null)
  assert.equal(booleanAt(node, 'yes'), true)
  assert.equal(numberAt(node, 'count'), 2)
  assert.deepEqual(textsAt(node, 'list'), ['b'])
  assert.equal(objectAt(node, 'in')?.pointer, '/in')
  assert.deepEqual(objectsAt(node, 'absent'), [])
  assert.deepEqual(places(), [])
})

test('a wrong type is one fault with its pointer, even when asked for twice', () => {
  const { node, places } = nodeOf({ 'a/b~c': 1, list: 'x', objects: [{}, 7], texts: ['a', []], flag: 'true' })
  for (let round = 0; round < 2; round += 1) {
    assert.equal(textAt(node, 'a/b~c'), null)
    assert.deepEqual(textsAt(node, 'list'), [])
    assert.equal(objectsAt(node, 'objects').length, 1)
    assert.deepEqual(textsAt(node, 'texts'), ['a'])
    assert.equal(booleanAt(node, 'flag'), null)
  }
  assert.deepEqual(places(), [
    'test/type /a~1b~0c',
    'test/type /list',
    'test/type /objects/1',
    'test/type /texts/1',
    'test/type /flag',
  ])
})

test('nothing inherited is found, whatever the key', () => {
  const { node } = nodeOf({})
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    assert.equal(textAt(node, key), null)
    assert.equal(objectAt(node, key), null)
  }
})

test('characters that no database column takes are removed, too long texts are cut with a fault', () => {
  const { node, places } = nodeOf({ a: 'x\u0000y\ud800z\tw', long: 'a'.repeat(200_001) })
  assert.equal(textAt(node, 'a'), 'xy\ufffdz\tw')
  assert.equal(textAt(node, 'long')?.length, 200_000)
  assert.deepEqual(places(), ['test/text-too-long /long'])
})

test('faults are limited, and the last one says how many are not listed', () => {
  const { node, places } = nodeOf({ list: Array.from({ length: maxFaultsOfDocument + 7 }, () => 0) })
  objectsAt(node, 'list')
  assert.equal(places().length, maxFaultsOfDocument + 1)
  assert.equal(places().at(-1), 'test/too-many-faults ')
})

test('foreign text in messages is short and without control characters', () => {
  assert.equal(quoteForeign('a\u0007b\nc'), '"ab c"')
  assert.ok(quoteForeign('x'.repeat(1e6)).length < 90)
  assert.equal(quoteForeign([1, 2]), '"a list of 2"')
})

test('instants are read as RFC 3339 and turned to UTC', () => {
  const cases: [text: string, instant: string | null][] = [
    ['2024-10-24T00:00:00.000000Z', '2024-10-24T00:00:00.000Z'],
    ['2024-10-24T01:30:00+02:00', '2024-10-23T23:30:00.000Z'],
    ['2024-10-24T01:30:00-0530', '2024-10-24T07:00:00.000Z'],
    ['2024-10-24T01:30:00', '2024-10-24T01:30:00.000Z'],
    ['2024-10-24', '2024-10-24T00:00:00.000Z'],
    ['2025-08-25T17:04:19.9796Z', '2025-08-25T17:04:19.979Z'],
    ['2024-13-01', null],
    ['24 October 2024', null],
    ['2024-10-24T25:00:00Z', null],
    ['9'.repeat(1000), null],
  ]
  for (const [text, instant] of cases) assert.equal(readInstant(text), instant, text)
})

test('only http and https addresses may be linked', () => {
  assert.ok(isHttpAddress('https://inventra.example/a?b=c'))
  assert.ok(isHttpAddress('HTTP://inventra.example'))
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    '//x.example',
    'x',
    ' java\nscript:x',
  ]) {
    assert.ok(!isHttpAddress(text), text)
  }
})
