// Tests that bars are as long as their figures say and never lie about a part that is there.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shareOut, widthClass } from './width.ts'

test('a width is cut to the edge, and what is no number has no length', () => {
  assert.equal(widthClass(82.4), 's-w-82')
  assert.equal(widthClass(-3), 's-w-0')
  assert.equal(widthClass(250), 's-w-100')
  assert.equal(widthClass(Number.NaN), 's-w-0')
})

test('shares add up to the whole, and a single silent member among hundreds is still seen', () => {
  assert.deepEqual(shareOut([298, 1, 1]), [98, 1, 1])
  assert.deepEqual(shareOut([1, 1, 1]), [34, 33, 33])
  assert.deepEqual(shareOut([0, 0]), [0, 0])
  assert.deepEqual(shareOut([]), [])
})

test('whatever the counts, the shares add up to 100 and only an empty part has none', () => {
  const counts = fc
    .array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 6 })
    .filter((list) => list.some((count) => count > 0))
  fc.assert(
    fc.property(counts, (list) => {
      const shares = shareOut(list)
      assert.equal(
        shares.reduce((sum, share) => sum + share, 0),
        100,
      )
      assert.deepEqual(
        shares.map((share) => share > 0),
        list.map((count) => count > 0),
      )
    }),
    { numRuns: 500 },
  )
})
