// Tests of a sighting's way: when it is due, in which order, under which pseudonym it is repeated, when it is given up.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endOfHour, epochGraceMs, hourOf, maxHourAgeMs, maxSightings } from '@salus/standards/sightings'
import fc from 'fast-check'
import { hourMs, noChance, now, pack, ruleId } from './builders.ts'
import { chance, shuffled } from './chance.ts'
import {
  answered,
  approved,
  attempted,
  delayedAfterPseudonym,
  dueBatch,
  givenUp,
  withDrafts,
  withdrawn,
} from './items.ts'
import { keepMs, maxAttempts, maxDelayMs, maxDraftAgeMs, maxRetryMs, minDelayMs } from './limits.ts'
import { type Consent, emptyState, type Item, type Pseudonym } from './shapes.ts'

const given = { by: 'Dr Invented', at: now, how: 'item' as const }
const item = (over: Partial<Item> = {}): Item => ({
  id: '0123456789',
  scope: 'rules',
  sighting: {
    kind: 'rule',
    id: ruleId,
    pack,
    hour: '2026-11-27T10:00:00Z',
    count: '1',
    assetClass: 'server',
    outcome: 'unknown',
  },
  state: 'draft',
  consent: null,
  sendAt: null,
  epoch: null,
  attempts: 0,
  changedAt: now,
  reason: null,
  ...over,
})
const pseudonym = (
  epoch: number,
  from: number,
  until: number,
  signature: string | null = 'sig',
): Pseudonym => ({
  epoch,
  from,
  until,
  publicKey: 'key',
  pseudonym: 'p',
  prefix: 'x',
  pending: null,
  signature,
})
const current = pseudonym(12, now - hourMs, now + hourMs)
const on: Consent = { ...emptyState().consent, on: { rules: given, indicators: null, privacy: null } }

describe('the way of a sighting', () => {
  test('an approved one waits a random time within its bounds, and never ends its hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 5 }), (hours) => {
        const hour = hourOf(now + hours * hourMs)
        const one = approved(item({ sighting: { ...item().sighting, hour } }), given, now, chance)
        const from = Math.max(now, endOfHour(hour))
        assert.ok(one.sendAt !== null && one.sendAt >= from + minDelayMs && one.sendAt <= from + maxDelayMs)
      }),
    )
  })

  test('delays differ: the same approval does not show in the same moment', () => {
    const delays = new Set(Array.from({ length: 20 }, () => approved(item(), given, now, chance).sendAt))
    assert.ok(delays.size > 15)
  })

  test('the order is mixed, and nothing is lost by it', () => {
    const list = Array.from({ length: 50 }, (_, index) => index)
    const mixed = shuffled(list, chance)
    assert.notDeepEqual(mixed, list)
    assert.deepEqual(
      [...mixed].sort((a, b) => a - b),
      list,
    )
  })

  test('what is not due, not approved, or without a pseudonym is not sent', () => {
    const queued = item({ state: 'queued', sendAt: now })
    assert.equal(dueBatch([item()], [current], now, noChance), null)
    assert.equal(dueBatch([queued], [current], now - 1, noChance), null)
    assert.equal(dueBatch([queued], [pseudonym(12, now - 1, now + 1, null)], now, noChance), null)
    assert.equal(dueBatch([queued], [pseudonym(11, now - hourMs, now)], now, noChance), null)
    assert.equal(dueBatch([queued], [current], now, noChance)?.items.length, 1)
  })

  test('a message holds at most a hundred', () => {
    const many = Array.from({ length: 130 }, () => item({ state: 'queued', sendAt: now }))
    assert.equal(dueBatch(many, [current], now, chance)?.items.length, maxSightings)
  })

  test('what may have arrived is repeated under the pseudonym it had, also in the next epoch', () => {
    const before = pseudonym(11, now - 2 * hourMs, now - hourMs)
    const old = attempted(item({ state: 'queued', sendAt: now }), 11, now - 2 * hourMs, noChance)
    const due = dueBatch([{ ...old, sendAt: now }], [current, before], now, noChance)
    assert.equal(due?.pseudonym.epoch, 11)
  })

  test('after the grace it is given up and not told under another name', () => {
    const before = pseudonym(11, now - 2 * hourMs, now - epochGraceMs)
    const old = item({ state: 'attempted', epoch: 11, attempts: 1, sendAt: now })
    assert.equal(dueBatch([old], [before, current], now, noChance), null)
    assert.equal(givenUp(old, [before, current], now).state, 'given-up')
    assert.equal(givenUp(old, [current], now).state, 'given-up')
    assert.equal(givenUp(old, [{ ...before, until: before.until + 1 }], now).state, 'attempted')
  })

  test('pauses grow and have an end, and so have attempts', () => {
    let one = item({ state: 'queued', sendAt: now })
    let last = 0
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      one = attempted(one, 12, now, noChance)
      assert.ok((one.sendAt ?? 0) - now >= last && (one.sendAt ?? 0) - now <= 2 * maxRetryMs)
      last = Math.min((one.sendAt ?? 0) - now, maxRetryMs)
    }
    assert.equal(givenUp(one, [current], now).state, 'attempted')
    assert.equal(givenUp(one, [pseudonym(12, 0, now * 2)], one.sendAt ?? 0).state, 'given-up')
  })

  test('a new pseudonym pushes back what is due, but not what bears an older one', () => {
    const [queued, old] = [
      item({ state: 'queued', sendAt: now }),
      item({ state: 'attempted', sendAt: now, epoch: 11 }),
    ]
    const [later, same] = delayedAfterPseudonym([queued, old], now, noChance)
    assert.ok((later?.sendAt ?? 0) >= now + minDelayMs)
    assert.equal(same, old)
  })

  test('only an answer to what was sent is taken', () => {
    const sent = attempted(item({ state: 'queued' }), 12, now, noChance)
    assert.equal(answered(sent, { result: 'known' }, now).state, 'told')
    assert.deepEqual(answered(sent, { result: 'refused', reason: 'unknown-id' }, now).reason, 'unknown-id')
    const taken = withdrawn(sent, now)
    assert.equal(answered(taken, { result: 'taken' }, now), taken)
  })

  test('what was shown stays as it was shown, and what is done with is not offered again', () => {
    const more = { ...item().sighting, count: '>20' as const }
    const draft = { id: '0123456789', scope: 'rules' as const, sighting: more, title: '' }
    for (const state of ['draft', 'told', 'withdrawn', 'carried'] as const) {
      const kept = withDrafts([item({ state })], [draft], on, now, noChance)
      assert.deepEqual([kept.length, kept[0]?.state, kept[0]?.sighting.count], [1, state, '1'])
    }
    assert.ok(keepMs > maxDraftAgeMs + hourMs, 'remembered for longer than it is offered')
    assert.ok(maxHourAgeMs > maxDraftAgeMs, 'offered only while the centre takes it')
  })

  test('drafts of what was turned off go', () => {
    assert.deepEqual(withDrafts([item()], [], emptyState().consent, now, noChance), [])
  })
})
