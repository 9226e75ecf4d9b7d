// Tests of the rules of a call: its transitions, its clock, and whom it reaches; an exercise never reaches the centre.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerDueAt, answerRuleFor, answerRules, isVerified } from './answer-rules.ts'
import { callStates, callSteps, isLate, stateAfter, stepsFor } from './call.ts'
import { isPromiseBroken, minutesBefore, recipientsOf, reminderDue } from './reminders.ts'

const now = new Date('2026-11-16T08:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test('a call goes from asked to closed in order, and no step can be left out', () => {
  const way = ['take', 'promise', 'start', 'deliver', 'helped'] as const
  let state: (typeof callStates)[number] = 'asked'
  for (const [index, step] of way.entries()) {
    for (const later of way.slice(index + 1))
      assert.equal(stateAfter(state, later), null, `${state} ${later}`)
    state = stateAfter(state, step) ?? assert.fail(`${state} has no ${step}`)
  }
  assert.equal(state, 'closed')
})

test('help that did not help is asked for again, and what is over has no step', () => {
  assert.equal(stateAfter('delivered', 'not-helped'), 'asked')
  for (const step of callSteps) {
    assert.equal(stateAfter('closed', step), null)
    assert.equal(stateAfter('withdrawn', step), null)
  }
})

test('each step belongs to one side', () => {
  for (const state of callStates) {
    const both = stepsFor(state, 'member').filter((step) => stepsFor(state, 'centre').includes(step))
    assert.deepEqual(both, [])
  }
  assert.deepEqual(stepsFor('asked', 'centre'), ['take'])
  assert.deepEqual(stepsFor('delivered', 'member'), ['helped', 'partly-helped', 'not-helped'])
})

test('somebody has to take a call within an hour, within four where it is about talking; nobody verified the rules', () => {
  assert.equal(answerDueAt(answerRuleFor('forensics', now), now).toISOString(), '2026-11-16T09:00:00.000Z')
  assert.equal(answerDueAt(answerRuleFor('talk', now), now).toISOString(), '2026-11-16T12:00:00.000Z')
  assert.ok(answerRules.every(({ id }) => !isVerified(id)))
})

test('the newest rule in force counts, a rule for the kind before the general one, and before all rules the first', () => {
  const [general] = answerRules
  assert.ok(general)
  const rules = [general, { ...general, id: 'support-answer/2', minutes: 30, validFrom: '2026-11-16' }]
  assert.equal(answerRuleFor('hands', new Date('2026-11-15T23:59:59Z'), rules).minutes, 60)
  assert.equal(answerRuleFor('hands', new Date('2026-11-16T00:00:00Z'), rules).minutes, 30)
  assert.equal(answerRuleFor('hands', new Date('2020-01-01T00:00:00Z'), rules).minutes, 60)
})

test('the due instant is still in time, the next one is late; a taken call is late by its promise only', () => {
  const call = { state: 'asked' as const, dueAt: now, promisedFor: null }
  assert.equal(isLate(call, now), false)
  assert.equal(isLate(call, new Date(now.getTime() + 1)), true)
  assert.equal(isLate({ ...call, state: 'taken', dueAt: minutesAgo(1) }, now), false)
  assert.equal(isLate({ ...call, state: 'promised', promisedFor: minutesAgo(1) }, now), true)
})

test('reminders come every ten minutes, later every hour, and end when somebody takes it', () => {
  assert.equal(reminderDue({ state: 'asked', toldSteps: 0, toldAt: null }, now), 0)
  assert.equal(reminderDue({ state: 'asked', toldSteps: 1, toldAt: minutesAgo(9) }, now), null)
  assert.equal(reminderDue({ state: 'asked', toldSteps: 1, toldAt: minutesAgo(10) }, now), 1)
  assert.equal(reminderDue({ state: 'asked', toldSteps: 6, toldAt: minutesAgo(59) }, now), null)
  assert.equal(reminderDue({ state: 'asked', toldSteps: 6, toldAt: minutesAgo(60) }, now), 6)
  assert.equal(reminderDue({ state: 'taken', toldSteps: 1, toldAt: minutesAgo(90) }, now), null)
  assert.equal(minutesBefore(100), 60)
})

test('a promise is broken after its instant, and said once', () => {
  const call = { state: 'promised' as const, promisedFor: now, promiseToldAt: null }
  assert.equal(isPromiseBroken(call, now), false)
  assert.equal(isPromiseBroken(call, new Date(now.getTime() + 1)), true)
  assert.equal(isPromiseBroken({ ...call, promiseToldAt: now }, new Date(now.getTime() + 1)), false)
  assert.equal(isPromiseBroken({ ...call, state: 'under-way' }, new Date(now.getTime() + 1)), false)
})

const people = fc.array(
  fc.record({
    personId: fc.integer({ min: 1, max: 500 }),
    email: fc.emailAddress(),
    language: fc.constant('en'),
    role: fc.constantFrom('lead', 'responder', 'duty-officer', 'administrator'),
  }),
  { maxLength: 6 },
)

test('whoever works where and whatever the step, an exercise reaches only the own people, a real call only the centre', () => {
  fc.assert(
    fc.property(people, people, fc.integer({ min: 0, max: 50 }), (own, centre, step) => {
      for (const one of recipientsOf('exercise', step, { own, centre })) assert.ok(own.includes(one))
      const told = recipientsOf('real', step, { own, centre })
      for (const one of told) assert.ok(centre.includes(one))
      assert.equal(told.length > 0, centre.length > 0, 'a real call reaches somebody where there is anybody')
    }),
    { numRuns: 300 },
  )
})
