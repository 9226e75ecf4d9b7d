// Tests of what a duty officer is told to do next.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AdvisoryStanding, callsOf, nextStepOf } from './next-step.ts'

const row = (advisoryId: number, changes: Partial<AdvisoryStanding>): AdvisoryStanding => ({
  advisoryId,
  urgency: 'this-week',
  overdue: 0,
  silent: 0,
  ...changes,
})

test('who is late on "act now" is called first, even where another advisory has more who are late', () => {
  const step = nextStepOf([row(1, { overdue: 9 }), row(2, { urgency: 'act-now', overdue: 1, silent: 3 })])
  assert.deepEqual(
    [step?.advisory.advisoryId, step?.call, step?.overdueAfter, step?.silentAfter],
    [2, 'overdue', 9, 3],
  )
})

test('who is silent on "act now" comes before who is late on something less urgent', () => {
  const step = nextStepOf([row(1, { overdue: 9 }), row(2, { urgency: 'act-now', silent: 1 })])
  assert.deepEqual([step?.advisory.advisoryId, step?.call, step?.silentAfter], [2, 'silent', 0])
})

test('nobody late and nobody silent means that nobody is to be called', () => {
  assert.equal(nextStepOf([]), null)
  assert.equal(nextStepOf([row(1, { urgency: 'act-now' })]), null)
})

test('a row of the board names the late before the silent', () => {
  assert.deepEqual(callsOf(row(1, { overdue: 2, silent: 4 })), { call: 'overdue', count: 2 })
  assert.deepEqual(callsOf(row(1, { silent: 4 })), { call: 'silent', count: 4 })
  assert.equal(callsOf(row(1, {})), null)
})
