// Tests of the ladder from certain to ignored.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelOf, levelsUpTo, type MatchLevel } from './match-level.ts'

test('a match is as sure as the weaker of its two grades', () => {
  const cases: readonly [answer: string, identity: string, range: string, level: MatchLevel][] = [
    ['affected', 'exact-identifier', 'exact', 'certain'],
    ['affected', 'confirmed-alias', 'exact', 'certain'],
    ['affected', 'name-similarity', 'exact', 'likely'],
    ['affected', 'exact-identifier', 'parsed', 'likely'],
    ['cannot_tell', 'exact-identifier', 'exact', 'possible'],
    ['not_affected', 'exact-identifier', 'exact', 'ignored'],
  ]
  for (const [answer, identityGrade, rangeGrade, level] of cases)
    assert.equal(levelOf({ answer, identityGrade, rangeGrade }), level)
})

test('a broader view holds everything that a narrower one does', () => {
  assert.deepEqual(levelsUpTo('certain'), ['certain'])
  assert.deepEqual(levelsUpTo('possible'), ['certain', 'likely', 'possible'])
  assert.deepEqual(levelsUpTo('ignored'), ['certain', 'likely', 'possible', 'ignored'])
})
