// Tests of the places in a list: written and read back, and refused when they come from elsewhere.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { directionOf, type Place, readPlace, writePlace } from './listing-order.ts'

const at = new Date('2026-03-04T10:00:00.123Z')

test('a place is read back as it was written, in every kind of order', () => {
  const places: readonly Place[] = [
    { order: 'recorded', direction: 'down', key: at, id: 17 },
    { order: 'score', direction: 'down', key: -1, id: 1 },
    { order: 'title', direction: 'up', key: 'ärger "in" der pumpe', id: 3 },
  ]
  for (const place of places) assert.deepEqual(readPlace(writePlace(place)), place)
  const undated = { order: 'released', direction: 'up', key: Number.NEGATIVE_INFINITY, id: 5 } as const
  assert.equal(readPlace(writePlace(undated))?.key, '-infinity')
})

test('instants and scores begin with the newest and the highest, texts with A', () => {
  assert.equal(directionOf('recorded', null), 'down')
  assert.equal(directionOf('score', null), 'down')
  assert.equal(directionOf('severity', null), 'down')
  assert.equal(directionOf('title', null), 'up')
  assert.equal(directionOf('title', 'down'), 'down')
})

test('what was not written here is refused', () => {
  const write = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const wrong = [
    '',
    '1',
    write(['recorded', 'down', '9999-99-99T99:99:99.000Z', 1]),
    write(['recorded', 'down', 'yesterday', 1]),
    write(['score', 'down', 'x', 1]),
    write(['score', 'sideways', 1, 1]),
    write(['constructor', 'down', 'x', 1]),
    write(['title', 'up', '\ud800', 1]),
    write(['title', 'up', 'a\u0000', 1]),
    write(['title', 'up', 'x', -1]),
    write(['title', 'up', 'x'.repeat(5_000), 1]),
  ]
  for (const text of wrong) assert.equal(readPlace(text), null, text)
  fc.assert(
    fc.property(fc.string(), (text) => {
      readPlace(text)
    }),
  )
})
