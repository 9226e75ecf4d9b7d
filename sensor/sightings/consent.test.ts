// Tests of consents: off by default, with name and day, withdrawn as easily as given.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { noChance, now, pack, ruleId } from './builders.ts'
import {
  itemsApproved,
  itemsWithdrawn,
  standingGiven,
  standingRevoked,
  turnedOff,
  turnedOn,
} from './consent.ts'
import { isOn } from './draft.ts'
import { SightingFault } from './fault.ts'
import { withDrafts } from './items.ts'
import { type ConsentScope, emptyState, type SightingState } from './shapes.ts'

const it = { by: 'IT lead', at: now }
const officer = { by: 'Privacy officer', at: now + 1 }
const draft = (id: string, scope: ConsentScope, about = ruleId) => ({
  id,
  scope,
  title: '',
  sighting: {
    kind: 'rule' as const,
    id: about,
    pack,
    hour: '2026-11-27T10:00:00Z',
    count: '1' as const,
    assetClass: 'server' as const,
    outcome: 'unknown' as const,
  },
})
const withAll = (state: SightingState, ...drafts: ReturnType<typeof draft>[]): SightingState => ({
  ...state,
  items: withDrafts(state.items, drafts, state.consent, now, noChance),
})
const stateOf = (state: SightingState, id: string) => state.items.find((item) => item.id === id)?.state
const refused = (error: unknown) => error instanceof SightingFault && error.code === 'sightings/consent'
const one = 'aaaaaaaaaa'
const two = 'bbbbbbbbbb'

describe('consents', () => {
  test('everything is off until somebody turns it on, and the history says who and when', () => {
    const { consent } = emptyState()
    for (const scope of ['rules', 'indicators', 'privacy'] as const) assert.equal(isOn(consent, scope), false)
    assert.equal(consent.health, null)
    const state = turnedOn(emptyState(), 'rules', it)
    assert.deepEqual(state.consent.history, [{ ...it, what: 'on', of: 'rules', count: 0 }])
  })

  test('privacy cannot be turned on alone, and falls with the switch of IT', () => {
    assert.throws(() => turnedOn(emptyState(), 'privacy', officer), refused)
    const both = turnedOn(turnedOn(emptyState(), 'rules', it), 'privacy', officer)
    assert.equal(isOn(both.consent, 'privacy'), true)
    const approved = itemsApproved(
      withAll(both, draft(one, 'privacy')),
      { ids: [one], about: null },
      officer,
      noChance,
    )
    assert.equal(stateOf(approved, one), 'queued')
    const off = turnedOff(approved, 'rules', it)
    assert.equal(isOn(off.consent, 'privacy'), false)
    assert.equal(stateOf(off, one), 'withdrawn')
  })

  test('there is no standing consent for privacy findings', () => {
    const both = turnedOn(turnedOn(emptyState(), 'rules', it), 'privacy', officer)
    assert.throws(() => standingGiven(both, 'privacy', officer, noChance), refused)
  })

  test('single sightings are approved by their ids, and only those', () => {
    const state = withAll(
      turnedOn(emptyState(), 'rules', it),
      draft(one, 'rules'),
      draft(two, 'rules', 'other'),
    )
    const after = itemsApproved(state, { ids: [one], about: null }, it, noChance, 'blocked')
    assert.deepEqual([stateOf(after, one), stateOf(after, two)], ['queued', 'draft'])
    assert.deepEqual(after.items[0]?.consent, { ...it, how: 'item' })
    assert.equal(after.items[0]?.sighting.outcome, 'blocked')
  })

  test('all drafts of a rule are approved by its id', () => {
    const state = withAll(
      turnedOn(emptyState(), 'rules', it),
      draft(one, 'rules'),
      draft(two, 'rules', 'other'),
    )
    const after = itemsApproved(state, { ids: [], about: 'other' }, it, noChance)
    assert.deepEqual([stateOf(after, one), stateOf(after, two)], ['draft', 'queued'])
  })

  test('an id that is not there approves nothing at all', () => {
    const state = withAll(turnedOn(emptyState(), 'rules', it), draft(one, 'rules'))
    assert.throws(
      () => itemsApproved(state, { ids: [one, 'ffffffffff'], about: null }, it, noChance),
      (error) => refused(error) && /ffffffffff/.test(String(error)),
    )
    assert.throws(() => itemsApproved(state, { ids: [], about: 'no-rule' }, it, noChance), refused)
  })

  test('a standing consent holds for what is there and what comes, until it is taken back', () => {
    const state = withAll(turnedOn(emptyState(), 'rules', it), draft(one, 'rules'))
    const standing = withAll(standingGiven(state, 'rules', it, noChance), draft(two, 'rules', 'other'))
    assert.deepEqual([stateOf(standing, one), stateOf(standing, two)], ['queued', 'queued'])
    assert.deepEqual(standing.items[1]?.consent, { ...it, how: 'standing' })
    const back = withAll(standingRevoked(standing, 'rules', it), draft('cccccccccc', 'rules', 'third'))
    assert.deepEqual(
      [stateOf(back, one), stateOf(back, two), stateOf(back, 'cccccccccc')],
      ['withdrawn', 'withdrawn', 'draft'],
    )
  })

  test('a standing consent for what is off is refused', () => {
    assert.throws(() => standingGiven(emptyState(), 'indicators', it, noChance), refused)
  })

  test('what was told cannot be withdrawn, what waits can', () => {
    const state = withAll(turnedOn(emptyState(), 'rules', it), draft(one, 'rules'), draft(two, 'rules'))
    const told = {
      ...state,
      items: state.items.map((item) => (item.id === one ? { ...item, state: 'told' as const } : item)),
    }
    const after = itemsWithdrawn(told, { ids: [one, two], about: null }, it)
    assert.deepEqual([stateOf(after, one), stateOf(after, two)], ['told', 'withdrawn'])
    assert.equal(after.consent.history.at(-1)?.count, 1)
  })
})
