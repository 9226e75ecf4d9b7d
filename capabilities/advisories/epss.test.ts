// Tests of the thresholds from which an EPSS value counts as high.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epssThresholds, isHighEpss, thresholdsSchema } from './epss.ts'

const { high, stillHigh } = epssThresholds
const little = 0.0001

test('each of the two shares makes a value high at its threshold and not below', () => {
  assert.equal(isHighEpss({ probability: high.probability, percentile: 0.5 }, false), true)
  assert.equal(isHighEpss({ probability: 0.001, percentile: high.percentile }, false), true)
  const below = { probability: high.probability - little, percentile: high.percentile - little }
  assert.equal(isHighEpss(below, false), false)
})

test('a high value stays high until both shares fall below the lower thresholds', () => {
  const between = { probability: high.probability - little, percentile: high.percentile - little }
  assert.equal(isHighEpss(between, true), true)
  assert.equal(isHighEpss({ probability: stillHigh.probability, percentile: 0.1 }, true), true)
  const below = { probability: stillHigh.probability - little, percentile: stillHigh.percentile - little }
  assert.equal(isHighEpss(below, true), false)
})

test('thresholds by which a value could never come to rest are refused', () => {
  assert.throws(() => thresholdsSchema.parse({ ...epssThresholds, stillHigh: high, high: stillHigh }))
  assert.throws(() => thresholdsSchema.parse({ ...epssThresholds, high: { ...high, probability: 10 } }))
})
