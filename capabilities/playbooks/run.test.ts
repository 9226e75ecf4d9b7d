// Tests of the runner: what is open when, first come first served, any order gives the same, replay is live.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { playbooks } from './builders/playbooks.ts'
import { brandt, keller, lorenz, playThrough, resultsOf, startedAt, Trial } from './builders/trial.ts'
import { type Actor, type Command, stateOf } from './run.ts'

test('the first step is open at the start, and everything else comes later', () => {
  const trial = new Trial()
  assert.deepEqual(trial.are('open'), ['look'])
  assert.deepEqual(trial.are('later'), ['ask', 'cut', 'leave', 'paper', 'check'])
  assert.equal(trial.standing.openSince.get('look'), startedAt)
})

test('branches are open side by side, and what joins them waits for all', () => {
  const trial = new Trial()
  trial.do('look')
  assert.deepEqual(trial.are('open'), ['ask', 'paper'])
  trial.do('paper')
  assert.deepEqual(trial.are('open'), ['ask'])
  trial.do('ask', 'no')
  assert.deepEqual([trial.are('open'), trial.are('skipped')], [['leave'], ['cut']])
  trial.do('leave')
  assert.deepEqual(trial.are('open'), ['check'])
  assert.deepEqual(trial.standing.openSince.get('check'), new Date('2026-11-28T02:04:00Z'))
})

test('what cannot be done leads to the other way, where there is one', () => {
  const trial = new Trial()
  trial.do('look')
  trial.do('ask', 'yes')
  trial.do('cut', 'cannot')
  assert.deepEqual(trial.are('open'), ['leave', 'paper'])
})

test('the run is finished when every way has come to its end', () => {
  const trial = new Trial()
  for (const [id, result] of [
    ['look', 'done'],
    ['paper', 'done'],
    ['ask', 'no'],
    ['leave', 'done'],
  ] as const)
    trial.do(id, result)
  assert.equal(trial.standing.isFinished, false)
  trial.do('check', 'no')
  assert.deepEqual([trial.standing.isFinished, trial.are('open')], [true, []])
})

test('of two outcomes the first counts; the second is told who was first and when', () => {
  const trial = new Trial()
  trial.do('look', 'done', lorenz)
  const second = trial.try({ kind: 'complete', stepId: 'look', outcome: 'cannot', note: null }, brandt)
  assert.deepEqual(second, {
    allowed: false,
    because: 'already-done',
    before: trial.state.results.get('look'),
  })
  assert.equal(trial.state.results.get('look')?.by.name, 'P. Lorenz')
})

test('a step that somebody has taken is taken over only on purpose', () => {
  const trial = new Trial()
  const take = (by: Actor, takeOver = false) => trial.try({ kind: 'take', stepId: 'look', takeOver }, by)
  assert.ok(take(lorenz).allowed && take(lorenz).allowed)
  const refused = take(keller)
  assert.deepEqual([refused.allowed, !refused.allowed && refused.because], [false, 'already-taken'])
  assert.ok(take(keller, true).allowed)
  assert.equal(trial.state.taken.get('look')?.by.name, 'R. Keller')
})

test('what is not open, does not exist or is no answer is refused', () => {
  const trial = new Trial()
  const because = (command: Command) => {
    const decision = trial.try(command)
    return decision.allowed ? 'allowed' : decision.because
  }
  const complete = (stepId: string, outcome: 'done' | 'cannot' = 'done') => ({
    ...({ kind: 'complete', stepId, outcome, note: null } as const),
  })
  assert.equal(because(complete('check')), 'not-open')
  assert.equal(because(complete('sides')), 'no-such-step')
  assert.equal(because(complete('constructor')), 'no-such-step')
  assert.equal(because({ kind: 'answer', stepId: 'look', answer: 'yes', note: null }), 'no-such-answer')
  assert.equal(because({ kind: 'reopen', stepId: 'look', note: 'x' }), 'not-done')
  assert.equal(because({ kind: 'note', stepId: 'nowhere', note: 'x' }), 'no-such-step')
  trial.do('look')
  assert.equal(because({ kind: 'answer', stepId: 'ask', answer: 'perhaps', note: null }), 'no-such-answer')
  assert.equal(because({ kind: 'end', note: 'All well again.' }), 'allowed')
  assert.equal(because(complete('paper')), 'ended')
  assert.equal(because({ kind: 'note', stepId: null, note: 'Afterwards.' }), 'allowed')
})

test('a step that is opened again takes nothing from those after it', () => {
  const trial = new Trial()
  for (const id of ['look', 'paper']) trial.do(id)
  trial.try({ kind: 'reopen', stepId: 'look', note: 'Ticked by mistake.' })
  assert.deepEqual(trial.are('open'), ['look'])
  assert.deepEqual(trial.are('done'), ['paper'])
  trial.do('look')
  assert.deepEqual(trial.are('open'), ['ask'])
})

test('a way back opens every step of that round again, and keeps what was done before', () => {
  const trial = new Trial()
  for (const [id, result] of [
    ['look', 'done'],
    ['ask', 'no'],
    ['leave', 'done'],
    ['paper', 'done'],
    ['check', 'again'],
  ] as const)
    trial.do(id, result)
  assert.deepEqual(trial.are('open'), ['look'])
  assert.equal(trial.state.rounds.get('look'), 1)
  assert.equal(trial.events.filter(({ stepId }) => stepId === 'look').length, 1)
  trial.do('look')
  assert.deepEqual(trial.are('open'), ['ask', 'paper'])
})

test('whatever the order in which people take the open steps, the same comes out, and every play ends', () => {
  fc.assert(
    fc.property(
      playbooks,
      fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }),
      fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }),
      fc.nat(7),
      (playbook, one, other, seed) => {
        const [first, second] = [new Trial(playbook), new Trial(playbook)]
        playThrough(first, one, seed)
        playThrough(second, other, seed)
        assert.ok(first.standing.isFinished && second.standing.isFinished)
        assert.deepEqual(resultsOf(first), resultsOf(second))
        assert.deepEqual([...first.standing.states], [...second.standing.states])
        assert.deepEqual([...first.state.rounds].sort(), [...second.state.rounds].sort())
      },
    ),
    { numRuns: 150 },
  )
})

test('replay gives the same as live after every event, and a run that is not finished always has an open step', () => {
  const command = (playbook: { steps: readonly { id: string }[] }): fc.Arbitrary<Command> => {
    const stepId = fc.constantFrom(...playbook.steps.map(({ id }) => id))
    return fc.oneof(
      fc.record({ kind: fc.constant('take' as const), stepId, takeOver: fc.boolean() }),
      fc.record({
        ...{ kind: fc.constant('complete' as const), stepId, note: fc.constant(null) },
        outcome: fc.constantFrom('done' as const, 'cannot' as const),
      }),
      fc.record({
        ...{ kind: fc.constant('answer' as const), stepId, note: fc.constant(null) },
        answer: fc.constantFrom('way-0', 'way-1', 'again', 'no'),
      }),
      fc.record({ kind: fc.constant('note' as const), stepId, note: fc.constant('Seen.') }),
      fc.record({ kind: fc.constant('reopen' as const), stepId, note: fc.constant('By mistake.') }),
    )
  }
  const trials = playbooks.chain((playbook) =>
    fc.record({ playbook: fc.constant(playbook), commands: fc.array(command(playbook), { maxLength: 120 }) }),
  )
  fc.assert(
    fc.property(trials, ({ playbook, commands }) => {
      const trial = new Trial(playbook)
      for (const one of commands) {
        trial.try(one, brandt)
        assert.ok(trial.standing.isFinished || trial.are('open').length > 0)
      }
      assert.deepEqual(stateOf(trial.flow, startedAt, trial.events), trial.state)
      const notes = trial.events.filter(({ kind }) => kind === 'noted' || kind === 'reopened')
      assert.equal(trial.state.notes.length, notes.length)
    }),
    { numRuns: 150 },
  )
})
