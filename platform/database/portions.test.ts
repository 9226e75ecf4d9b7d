// Tests of cutting rows into portions.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrayPortions, jsonPortions } from './portions.ts'

test('rows keep their order, each portion within the length', () => {
  const rows = Array.from({ length: 50 }, (_, id) => ({ id, text: 'x'.repeat(id) }))
  const portions = [...jsonPortions(rows, 100)]
  assert.ok(portions.length > 10)
  assert.deepEqual(
    portions.flatMap((portion) => JSON.parse(portion) as unknown[]),
    rows,
  )
  assert.ok(portions.every((portion) => portion.length <= 100 + 30))
})

test('a row longer than a portion stands alone', () => {
  const portions = [...jsonPortions([{ a: 1 }, { b: 'x'.repeat(99) }, { c: 3 }], 20)]
  assert.deepEqual(
    portions.map((portion) => (JSON.parse(portion) as unknown[]).length),
    [1, 1, 1],
  )
})

test('no rows, no portion', () => {
  assert.deepEqual([...jsonPortions([])], [])
  assert.deepEqual([...arrayPortions([], 3)], [])
})

test('arrays are cut at their size', () => {
  assert.deepEqual([...arrayPortions([1, 2, 3, 4, 5], 2)], [[1, 2], [3, 4], [5]])
})
