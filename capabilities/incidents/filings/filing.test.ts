// Tests of the states of a filing: what was sent stays sent, and nothing is sent past an open contradiction.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type FilingEvent,
  type FilingState,
  filingEvents,
  filingStates,
  isFrozen,
  nextState,
  transitions,
  wasTold,
} from './filing.ts'

const walk = (events: readonly FilingEvent[], from: FilingState = 'draft'): FilingState =>
  events.reduce((state, event) => {
    const next = nextState(state, event)
    return next.allowed ? next.state : state
  }, from)

test('a filing goes from draft by a check to sent and receipted', () => {
  assert.equal(walk(['checked', 'sending-started', 'sent', 'receipt-entered']), 'receipted')
})

test('a contradiction stops the way until it is settled and checked again', () => {
  assert.equal(walk(['contradiction-found']), 'contradiction-open')
  assert.deepEqual(nextState('contradiction-open', 'sending-started'), {
    allowed: false,
    because: 'contradiction-open',
  })
  assert.deepEqual(nextState('draft', 'sending-started'), { allowed: false, because: 'not-checked' })
  assert.equal(
    walk(['contradiction-found', 'contradiction-settled', 'checked', 'sending-started']),
    'sending',
  )
})

test('facts that change take a checked draft back to the check', () => {
  assert.equal(walk(['checked', 'facts-changed']), 'draft')
  assert.equal(walk(['checked', 'contradiction-found']), 'contradiction-open')
})

test('a call that was made is recorded even with a contradiction open', () => {
  for (const state of ['draft', 'contradiction-open', 'ready'] as const) {
    assert.deepEqual(nextState(state, 'told-by-telephone'), { allowed: true, state: 'sent-by-telephone' })
    assert.deepEqual(nextState(state, 'handed-over-on-paper'), { allowed: true, state: 'sent-on-paper' })
  }
  assert.equal(walk(['told-by-telephone', 'receipt-entered']), 'receipted')
})

test('what was sent cannot be changed, only receipted, refused or corrected by a newer one', () => {
  for (const state of filingStates.filter(wasTold))
    for (const event of ['facts-changed', 'checked', 'sending-started', 'contradiction-settled'] as const)
      assert.deepEqual(nextState(state, event), { allowed: false, because: 'frozen' })
  assert.deepEqual(nextState('sent', 'refused'), { allowed: true, state: 'refused' })
  assert.deepEqual(nextState('corrected', 'receipt-entered'), { allowed: true, state: 'corrected' })
})

test('while it is on its way nobody may touch it; only a certain failure gives it back', () => {
  assert.deepEqual(nextState('sending', 'facts-changed'), { allowed: false, because: 'frozen' })
  assert.deepEqual(nextState('sending', 'sending-failed'), { allowed: true, state: 'ready' })
})

test('in any order of events, what was told never becomes editable again, and no state is beyond reach', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000 }), { maxLength: 30 }), (choices) => {
      let state: FilingState = 'draft'
      let told = false
      for (const choice of choices) {
        // Only events that the table allows here, so that short runs get far.
        const possible = filingEvents.filter((event) => nextState(state, event).allowed)
        const event = possible[choice % possible.length]
        state = event ? walk([event], state) : state
        told ||= wasTold(state)
        assert.ok(!told || (isFrozen(state) && wasTold(state)), `${event} led to ${state}`)
      }
    }),
    { numRuns: 1_000 },
  )
  const reached = new Set<FilingState>(['draft'])
  for (let size = 0; size < reached.size; ) {
    size = reached.size
    for (const state of [...reached]) for (const next of Object.values(transitions[state])) reached.add(next)
  }
  assert.deepEqual([...reached].sort(), [...filingStates].sort())
})
