// Tests of what comes first and what comes next at the scene.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dangers, firstActionOf, sights, spreadings } from './first-contact.ts'
import { type FirstStep, nextStep, type StepAnswers, stepsOf } from './first-steps.ts'

const calm: StepAnswers = { danger: 'no', spreading: 'no', sights: [] }
const everyAnswer = dangers.flatMap((danger) =>
  spreadings.flatMap((spreading) =>
    [[], ...sights.map((sight) => [sight])].map((seen) => ({ danger, spreading, sights: seen })),
  ),
)

test('a patient in danger comes before everything else, then what stops the spreading', () => {
  for (const answers of everyAnswer) {
    const steps = stepsOf(answers)
    assert.equal(steps[0] === 'stay-with-patient', answers.danger === 'yes', JSON.stringify(answers))
    if (answers.spreading === 'yes')
      assert.equal(steps[answers.danger === 'yes' ? 1 : 0], 'pull-network', JSON.stringify(answers))
  }
})

test('nobody is asked to pull a cable where it does not spread, and no step stands twice', () => {
  for (const answers of everyAnswer) {
    const steps = stepsOf(answers)
    assert.equal(new Set(steps).size, steps.length)
    if (answers.spreading === 'no') assert.ok(!steps.includes('pull-network'), JSON.stringify(answers))
    assert.ok(steps.includes('write-down') && steps.includes('ring-decider'), JSON.stringify(answers))
  }
})

test('the first step is the first action of the case, or says it more exactly for its kind', () => {
  for (const answers of everyAnswer) {
    const action = firstActionOf({ ...answers, works: [], decider: null, deciderPhone: null, words: null })
    if (action !== 'paper' && action !== 'do-not-touch') assert.equal(stepsOf(answers)[0], action)
  }
  const firstFor = (sight: (typeof sights)[number]): FirstStep | undefined =>
    stepsOf({ ...calm, sights: [sight] })[0]
  assert.equal(firstFor('ransom-note'), 'do-not-touch')
  assert.equal(firstFor('medical-device'), 'leave-device')
  assert.equal(firstFor('patient-records'), 'paper')
  assert.equal(firstFor('telephone'), 'find-phones')
  assert.equal(firstFor('data-on-internet'), 'note-address')
  assert.equal(firstFor('supplier'), 'shut-remote')
  assert.equal(firstFor('other'), 'write-down')
})

test('where nobody knows whether ransomware still spreads, the cable comes out as well', () => {
  assert.deepEqual(
    stepsOf({ danger: 'unknown', spreading: 'unknown', sights: ['ransom-note'] }).slice(0, 2),
    ['do-not-touch', 'pull-network'],
  )
})

test('a step that was done or could not be done makes room for the next, until none is left', () => {
  const at = new Date('2026-11-21T02:12:00Z')
  const answers: StepAnswers = { ...calm, sights: ['patient-records'] }
  assert.equal(nextStep(answers, []), 'paper')
  assert.equal(nextStep(answers, [{ step: 'paper', outcome: 'cannot', at }]), 'ring-decider')
  const all = stepsOf(answers).map((step) => ({ step, outcome: 'done', at }) as const)
  assert.equal(nextStep(answers, all), null)
})
