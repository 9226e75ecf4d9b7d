// Tests that what indicators leave out is said in sentences, and nothing where nothing was left out.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addUntold, noneUntold, untoldLines, untoldSince } from './untold.ts'

test('counts are added, taken from one another, and said', () => {
  const all = noneUntold()
  assert.deepEqual(untoldLines(all), [])
  addUntold(all, { cut: 2, expired: 0, ofTheHouse: 3, onWarningList: 0 })
  addUntold(all, { cut: 1, expired: 1, ofTheHouse: 0, onWarningList: 4 })
  assert.deepEqual(untoldSince({ cut: 2, expired: 0, ofTheHouse: 3, onWarningList: 0 }, all), {
    cut: 1,
    expired: 1,
    ofTheHouse: 0,
    onWarningList: 4,
  })
  const [cut, left] = untoldLines(all)
  assert.match(cut ?? '', /^3 events were too long/)
  assert.match(
    left ?? '',
    /1 times expired ones, 3 times names or addresses of the house, 4 times what everybody/,
  )
  assert.equal(untoldLines({ ...noneUntold(), cut: 1 }).length, 1)
})
