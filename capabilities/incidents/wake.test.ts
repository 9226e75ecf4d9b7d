// Tests of whom the centre wakes and when.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStepAt, officersOfStep, stepDue } from './wake.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 29, 0, minute))
const officer = (personId: number, isOnShift = false) => ({ personId, isOnShift })
const waiting = { openedAt: at(0), answeredAt: null, state: 'open', toldSteps: 0, toldAt: null } as const

test('first who is on shift, then one further officer at a time, then everybody again and again', () => {
  const officers = [officer(1), officer(2, true), officer(3)]
  const ids = (step: number) => officersOfStep(officers, step).map(({ personId }) => personId)
  assert.deepEqual([ids(0), ids(1), ids(2), ids(3), ids(9)], [[2], [1], [3], [1, 2, 3], [1, 2, 3]])
})

test('with nobody on shift all are woken at once', () => {
  assert.equal(officersOfStep([officer(1), officer(2)], 0).length, 2)
  assert.deepEqual(officersOfStep([], 0), [])
})

test('the next step is due five minutes after the last, until a person answers or the case is closed', () => {
  assert.equal(stepDue(waiting, at(0)), 0)
  const told = { ...waiting, toldSteps: 1, toldAt: at(0) }
  assert.equal(stepDue(told, at(4)), null)
  assert.equal(stepDue(told, at(5)), 1)
  assert.equal(stepDue({ ...told, answeredAt: at(3) }, at(9)), null)
  assert.equal(stepDue({ ...told, state: 'closed' }, at(9)), null)
  assert.deepEqual(nextStepAt(told), at(5))
})
