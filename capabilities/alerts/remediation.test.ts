// Tests of what the states of single vulnerabilities make of an asset.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countStatuses, statusOfAsset } from './remediation.ts'

test('an asset is done when every vulnerability is, and in progress from the first step on', () => {
  assert.equal(statusOfAsset(['done', 'done']), 'done')
  assert.equal(statusOfAsset(['done', 'not-remediated']), 'in-progress')
  assert.equal(statusOfAsset(['in-progress', 'not-remediated']), 'in-progress')
  assert.equal(statusOfAsset(['not-remediated', 'not-remediated']), 'not-remediated')
  assert.equal(statusOfAsset([]), 'not-remediated', 'nothing known is not done')
})

test('the statistics count every status, also those that nobody has', () => {
  assert.deepEqual(countStatuses(['done', 'in-progress', 'done']), {
    'not-remediated': 0,
    'in-progress': 1,
    done: 2,
  })
})
