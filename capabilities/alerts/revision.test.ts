// Tests of what becomes of an alert when the engine looks again.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Before, type Found, reviseAlert } from './revision.ts'

const found: Found = {
  affectedAssets: 5,
  unsureAssets: 1,
  urgency: 'this-week',
  remediationFingerprint: 'aa',
  exploited: false,
}
const before: Before = { state: 'acknowledged', ...found }

test('what concerns a hospital for the first time is raised', () => {
  assert.deepEqual(reviseAlert(null, found, 'advisory'), { kind: 'raise' })
  assert.deepEqual(reviseAlert(null, null, 'advisory'), { kind: 'none' })
})

test('a new revision with the same remediation changes nothing that a person would be told', () => {
  assert.deepEqual(reviseAlert(before, found, 'advisory'), { kind: 'none' })
  assert.deepEqual(reviseAlert(before, { ...found, unsureAssets: 0 }, 'advisory'), { kind: 'update' })
  assert.deepEqual(reviseAlert(before, { ...found, urgency: 'watch' }, 'advisory'), { kind: 'update' })
})

test('a changed fix, an exploitation or a higher urgency opens it again, closed or not', () => {
  for (const state of ['acknowledged', 'remediated'] as const) {
    assert.deepEqual(
      reviseAlert({ ...before, state }, { ...found, remediationFingerprint: 'bb' }, 'advisory'),
      { kind: 'reopen', because: 'fix-changed' },
    )
    assert.deepEqual(
      reviseAlert({ ...before, state }, { ...found, exploited: true, urgency: 'act-now' }, 'advisory'),
      { kind: 'reopen', because: 'exploited' },
    )
    assert.deepEqual(reviseAlert({ ...before, state }, { ...found, urgency: 'act-now' }, 'inventory'), {
      kind: 'reopen',
      because: 'more-urgent',
    })
  }
})

test('more affected assets open a closed alert again but not one that is being worked on', () => {
  assert.deepEqual(
    reviseAlert({ ...before, state: 'remediated' }, { ...found, affectedAssets: 6 }, 'inventory'),
    { kind: 'reopen', because: 'more-assets' },
  )
  assert.deepEqual(reviseAlert(before, { ...found, affectedAssets: 6 }, 'inventory'), { kind: 'update' })
})

test('what no longer concerns the hospital ends by what ended it, and only once', () => {
  assert.deepEqual(reviseAlert(before, null, 'advisory'), { kind: 'withdraw' })
  assert.deepEqual(reviseAlert(before, null, 'inventory'), { kind: 'resolve' })
  assert.deepEqual(reviseAlert({ ...before, state: 'remediated' }, null, 'advisory'), { kind: 'none' })
})

test('a withdrawn alert that concerns the hospital again is opened again', () => {
  assert.deepEqual(reviseAlert({ ...before, state: 'withdrawn' }, found, 'advisory'), {
    kind: 'reopen',
    because: 'more-assets',
  })
})
