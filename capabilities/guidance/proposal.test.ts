// Tests of what one supplier's answers propose about all suppliers.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownItemsOf } from '../catalogue/index.ts'
import type { FactValue } from '../facts/index.ts'
import { proposalsOf } from './proposal.ts'
import type { Answer } from './sheet.ts'

const clauses = ownItemsOf('clause')
const sbom = 'question-sbom'

function proposed(answer: Answer | null, current: FactValue | null, hasSbom = true) {
  const answers = { [sbom]: { answer, words: null } }
  return proposalsOf(clauses, { answers, hasSbom, known: () => current }).map(({ value }) => value)
}

test('a first bill of materials makes "never", or nothing known, into "sometimes"', () => {
  assert.deepEqual(proposed('yes', 'never'), ['sometimes'])
  assert.deepEqual(proposed('yes', null), ['sometimes'])
  assert.deepEqual(proposed('yes', 'sometimes'), [])
  assert.deepEqual(proposed('yes', 'always'), [])
})

test('a no, or a yes without a file, contradicts "always" and says nothing else', () => {
  assert.deepEqual(proposed('no', 'always'), ['sometimes'])
  assert.deepEqual(proposed('yes', 'always', false), ['sometimes'])
  assert.deepEqual(proposed('no', null), [])
  assert.deepEqual(proposed('no', 'never'), [])
  assert.deepEqual(proposed('yes', 'never', false), [])
})

test('what is not answered, or does not apply, proposes nothing', () => {
  for (const current of [null, 'never', 'always']) {
    assert.deepEqual(proposed(null, current), [])
    assert.deepEqual(proposed('not-applicable', current), [])
  }
})
