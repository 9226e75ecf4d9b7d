// Tests of the yearly extract: what is in it, how it is rounded, and beside which group a house stands.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ClosedCheck, extractYear, quantile, rounded, roundedDown } from './extract.ts'
import { comparedWith } from './peers.ts'

const day = (text: string) => new Date(`${text}T12:00:00Z`)
const check = (id: number, points: number, changes: Partial<ClosedCheck> = {}): ClosedCheck => ({
  id,
  country: 'AT',
  size: 'clinic',
  kind: 'clinic',
  year: 2026,
  closedAt: day('2026-10-01'),
  scores: { overall: points },
  ...changes,
})

test('five houses give a median and quartiles in steps of five, and no least and no greatest', () => {
  const [all] = extractYear(
    2026,
    [12, 31, 48, 77, 93].map((points, index) => check(index + 1, points)),
    [],
    ['overall'],
    day('2026-12-01'),
  )
  assert.deepEqual(all, {
    figure: 'overall',
    cell: { country: null, size: null, kind: null },
    houses: 5,
    lowerQuartile: 30,
    median: 50,
    upperQuartile: 75,
  })
})

test('only the last check of the year counts, and what was closed after the extract was made does not', () => {
  const checks = [
    ...[10, 10, 10, 10, 10].map((points, index) => check(index + 1, points)),
    ...[90, 90, 90, 90, 90].map((points, index) => check(index + 1, points, { closedAt: day('2026-11-01') })),
    ...[20, 20, 20, 20, 20].map((points, index) => check(index + 1, points, { closedAt: day('2026-12-24') })),
  ]
  assert.equal(extractYear(2026, checks, [], ['overall'], day('2026-12-01'))[0]?.median, 90)
})

test('a figure that too few houses know stands nowhere, though their other figures do', () => {
  const checks = [1, 2, 3, 4, 5, 6].map((id) =>
    check(id, 50, { scores: id < 5 ? { overall: 50, c: 40 } : { overall: 50 } }),
  )
  const figures = extractYear(2026, checks, [], ['overall', 'c'], day('2026-12-01')).map(
    ({ figure }) => figure,
  )
  assert.deepEqual([...new Set(figures)], ['overall'])
})

test('a house stands beside the closest group, and is told when that is a coarser one', () => {
  const checks = [
    ...[1, 2, 3, 4, 5, 6, 7].map((id) => check(id, 40)),
    ...[11, 12, 13, 14, 15, 16, 17].map((id) => check(id, 80, { kind: 'hospital', size: 'hospital' })),
    check(21, 10, { country: 'FR', kind: 'practice', size: 'practice' }),
  ]
  const cells = extractYear(2026, checks, [], ['overall'], day('2026-12-01'))
  const clinic = comparedWith('overall', { country: 'AT', size: 'clinic', kind: 'clinic' }, cells)
  assert.equal(clinic?.isCoarser, false)
  assert.equal(clinic?.peers.median, 40)
  const practice = comparedWith('overall', { country: 'FR', size: 'practice', kind: 'practice' }, cells)
  assert.equal(practice?.isCoarser, true)
  assert.deepEqual(practice?.peers.cell, { country: null, size: null, kind: null })
  assert.equal(comparedWith('g', { country: 'FR', size: null, kind: 'practice' }, cells), null)
})

test('everything that is shown is a whole step, within what the values were', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 60 }), (values) => {
      const cells = extractYear(
        2026,
        values.map((points, index) => check(index + 1, points)),
        [],
        ['overall'],
        day('2026-12-01'),
      )
      for (const { houses, lowerQuartile, median, upperQuartile } of cells) {
        for (const shown of [houses, lowerQuartile, median, upperQuartile]) assert.equal(shown % 5, 0)
        assert.ok(lowerQuartile <= median && median <= upperQuartile)
      }
    }),
    { numRuns: 100 },
  )
  assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5)
  assert.equal(rounded(47.5), 50)
  assert.equal(roundedDown(14), 10)
})
