// Set operations on intervals, held against membership key by key.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Interval } from './index.ts'
import { contains, everything, intersect, subtract, union } from './intervals.ts'

const key = fc.uint8Array({ minLength: 1, maxLength: 2, max: 3 })
const interval: fc.Arbitrary<Interval> = fc.record({ low: fc.option(key), high: fc.option(key) })
const set = fc.array(interval, { maxLength: 4 })

test('union, difference and intersection hold exactly the keys they should', () => {
  fc.assert(
    fc.property(set, set, key, (a, b, one) => {
      const [inA, inB] = [contains(a, one), contains(b, one)]
      assert.equal(contains(union(a, b), one), inA || inB)
      assert.equal(contains(subtract(a, b), one), inA && !inB)
      assert.equal(contains(intersect(a, b), one), inA && inB)
    }),
    { numRuns: 3_000 },
  )
})

test('a union is sorted and its intervals do not touch', () => {
  assert.deepEqual(
    union([{ low: Uint8Array.of(1), high: Uint8Array.of(2) }], [{ low: Uint8Array.of(2), high: null }]),
    [{ low: Uint8Array.of(1), high: null }],
  )
  assert.deepEqual(union([everything], [{ low: Uint8Array.of(1), high: Uint8Array.of(2) }]), [everything])
})
