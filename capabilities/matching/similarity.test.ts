// Tests of how alike two names look, and of the bounds on what is looked at.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { buildName } from './builders.ts'
import { minSimilarity, similarityOf } from './similarity.ts'

const of = (a: string, b: string) => similarityOf(buildName({ product: a }), buildName({ product: b }))

test('a slip of the pen looks alike, another name does not', () => {
  assert.ok(of('PumpGate', 'PumpGaterix') >= minSimilarity)
  assert.ok(of('Ventalo Monitor', 'Monitor Ventallo') >= minSimilarity)
  assert.ok(of('Ventalo', 'Pulsera') < minSimilarity)
})

test('the order of words, case and accents do not count, and nothing is like nothing', () => {
  assert.equal(of('Véntalo Gate', 'GATE ventalo'), 1)
  assert.equal(of('', ''), 0)
  assert.equal(of('???', '???'), 0)
})

test('any two names have a likeness between 0 and 1, the same in both directions', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const likeness = of(a, b)
      assert.ok(likeness >= 0 && likeness <= 1)
      assert.equal(likeness, of(b, a))
    }),
    { numRuns: 300 },
  )
})

test('a name of a million characters is compared at once', () => {
  const long = 'abc '.repeat(250_000)
  const begun = processorMs()
  of(long, long)
  assert.ok(processorMs() - begun < 10_000)
})
