// Tests of upper bounds that end one branch each.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatedVersion } from '@salus/standards/advisory'
import { buildAdvisory, buildProduct, buildStatement } from './builders.ts'
import { judge } from './judge.ts'
import type { Answer } from './verdict.ts'

const product = buildProduct({ vendor: 'Norvik', name: 'Ventalo' })

function below(high: string, highInclusive = false, low: string | null = null): StatedVersion {
  return { kind: 'bounds', type: 'custom', low, lowInclusive: true, high, highInclusive }
}

function answerOf(version: string, ...stated: readonly StatedVersion[]): Answer {
  const statements = stated.map((one, index) =>
    buildStatement(product, one, { pointer: `/containers/cna/affected/0/versions/${index}` }),
  )
  const advisory = buildAdvisory(statements, { format: 'cve-5' })
  return judge({ vendor: 'Norvik', product: 'Ventalo', version }, advisory).answer
}

test('a version that its own branch calls fixed is not taken in by the bound of a newer branch', () => {
  const table: readonly (readonly [string, Answer])[] = [
    ['5.0.9', 'affected'],
    ['5.1.35', 'affected'],
    ['5.1.36', 'not_affected'],
    ['5.1.40', 'not_affected'],
    ['5.2.9', 'affected'],
    ['5.2.10', 'not_affected'],
    ['6.0', 'not_affected'],
  ]
  for (const [version, answer] of table)
    assert.equal(answerOf(version, below('5.1.36'), below('5.2.10')), answer, version)
})

test('an end that belongs to the range is affected, what follows it in its branch is not', () => {
  assert.equal(answerOf('8.0.35', below('8.0.35', true), below('8.2.0', true)), 'affected')
  assert.equal(answerOf('8.0.36', below('8.0.35', true), below('8.2.0', true)), 'not_affected')
})

test('of two ends in one branch the later one counts', () => {
  assert.equal(answerOf('5.2.9', below('5.2.8'), below('5.2.10')), 'affected')
})

test('a range that says its own start is left as it is', () => {
  assert.equal(answerOf('5.1.40', below('5.1.36'), below('5.2.10', false, '5.1.38')), 'affected')
})

test('several ends in one field: the first counts, and the start holds for all', () => {
  const stated = below('23.2R1-S2, 23.2R2', false, '23.2')
  assert.equal(answerOf('22.4R3', stated), 'not_affected')
  assert.equal(answerOf('23.2R1', stated), 'affected')
  assert.equal(answerOf('23.2R1-S2', stated), 'not_affected')
})
