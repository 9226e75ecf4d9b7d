// Tests of the situations of an alert, and that each leads somewhere.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noFacts } from '../assets/asset.ts'
import { alertLinks, alertSituations, helpFor, ownItems } from '../catalogue/index.ts'
import { type Situated, situationsOf } from './situations.ts'
import type { PathStep } from './urgency.ts'

const step = (question: PathStep['question'], answer: string, assumed = false): PathStep => ({
  question,
  answer,
  because: 'kev',
  assumed,
})
const asset = (changes: object = {}) => ({ facts: { ...noFacts, ...changes } })
const of = (given: Partial<Situated>) =>
  situationsOf({ path: [], remediations: [], assets: [asset()], ...given })

test('what is exploited, open to the internet, unmended or medical is said so', () => {
  assert.deepEqual(of({ path: [step('exploitation', 'active'), step('exposure', 'open')] }), [
    'exploited',
    'reachable-from-internet',
  ])
  assert.deepEqual(of({ remediations: [{ category: 'no_fix_planned' }] }), ['old-system'])
  assert.deepEqual(of({ remediations: [{ category: 'none_available' }] }), ['no-fix'])
  assert.deepEqual(of({ assets: [asset({ clinicalRole: 'life-supporting' })] }), ['medical-device'])
  assert.deepEqual(of({ path: [{ ...step('impact', 'high'), because: 'diagnostic' }] }), ['medical-device'])
  assert.deepEqual(of({ assets: [asset({ clinicalRole: 'records' })] }), [])
})

test('an ordinary update leads nowhere else, and what was only assumed is no reason', () => {
  assert.deepEqual(
    of({ path: [step('exploitation', 'poc')], remediations: [{ category: 'vendor_fix' }] }),
    [],
  )
  assert.deepEqual(of({ path: [step('exposure', 'open', true)] }), [])
  assert.deepEqual(of({ remediations: [{ category: 'none_available' }, { category: 'vendor_fix' }] }), [])
})

test('every situation leads to measures that exist, and to what helps with them', () => {
  const items = ownItems()
  for (const situation of alertSituations) {
    const helping = helpFor({ kind: 'alert', situations: [situation] }, items)
    for (const key of alertLinks[situation])
      assert.ok(
        items.some((item) => item.key === key),
        key,
      )
    assert.equal(helping[0]?.key, alertLinks[situation][0])
    assert.ok(helping.length <= 5)
  }
})
