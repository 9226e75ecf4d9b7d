// Tests of the dossier's rules: the order of the chain, how ready it is, what is frozen and what has changed.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  chain,
  chainSteps,
  type DossierState,
  decisions,
  dossierStates,
  roundOfDecision,
  stateAfterDecision,
} from './chain.ts'
import { linkIsGood } from './dossier.ts'
import { itemKeys, rules } from './items.ts'
import { changesBetween, freeze, isIntact, readSnapshot } from './snapshot.ts'
import { type ItemEntry, lackingOf, readinessOf, standingsOf } from './standing.ts'

const now = new Date('2026-11-16T08:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000)
const entry = (item: ItemEntry['item'], given: Partial<ItemEntry> = {}): ItemEntry => ({
  item,
  dossierId: null,
  text: `about ${item}`,
  recordedAt: now,
  recordedByName: 'Jana Brandt',
  ...given,
})

test('whatever is decided in whatever order, nothing is accepted without a yes of each step before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...chainSteps), fc.constantFrom(...decisions)), { maxLength: 30 }),
      (acts) => {
        let dossier: { state: DossierState; round: number } = { state: 'draft', round: 1 }
        let yes: string[] = []
        for (const [step, decision] of acts) {
          const state = stateAfterDecision(dossier.state, step, decision)
          if (state === null) continue
          const round = roundOfDecision(dossier)
          if (round !== dossier.round) yes = []
          if (decision === 'endorsed') yes.push(step)
          assert.deepEqual(yes, chainSteps.slice(0, yes.length))
          dossier = { state, round }
          if (state === 'accepted') assert.deepEqual(yes, [...chainSteps])
        }
      },
    ),
    { numRuns: 500 },
  )
})

test('a refusal goes back to the hospital, which hands over anew in the next round; the hospital itself cannot refuse', () => {
  assert.equal(stateAfterDecision('with-csirt', 'csirt', 'refused'), 'refused')
  assert.equal(stateAfterDecision('refused', 'hospital', 'endorsed'), 'with-csirt')
  assert.equal(roundOfDecision({ state: 'refused', round: 1 }), 2)
  assert.equal(stateAfterDecision('draft', 'hospital', 'refused'), null)
  for (const state of dossierStates)
    if (state === 'accepted' || state === 'withdrawn' || state === 'ended')
      for (const step of chainSteps) assert.equal(stateAfterDecision(state, step, 'endorsed'), null)
})

test('the list has nine items with their articles, the chain its four steps, and nobody has verified either', () => {
  assert.equal(rules.items.length, 9)
  assert.deepEqual(new Set(rules.items.map(({ key }) => key)), new Set(itemKeys))
  assert.equal(rules.verifiedBy, null)
  assert.equal(chain.verifiedBy, null)
})

test('what stands ready is counted, grows old after its last day, and is a draft where it has to be written for the case', () => {
  const contacts = (days: number) =>
    standingsOf([entry('contacts', { recordedAt: daysAgo(days) })], null, now).find(
      ({ item }) => item.key === 'contacts',
    )
  assert.equal(contacts(180)?.state, 'ready')
  assert.equal(contacts(181)?.state, 'old')
  const all = itemKeys.map((key) => entry(key))
  assert.deepEqual(readinessOf(standingsOf(all, null, now)), { ready: 9, all: 9 })
  assert.deepEqual(readinessOf(standingsOf(all, 5, now)), { ready: 5, all: 9 })
  assert.deepEqual(lackingOf(standingsOf(all, 5, now)), ['impact', 'request', 'measures'])
  assert.deepEqual(lackingOf(standingsOf([], 5, now)), [
    'entity',
    'impact',
    'request',
    'contacts',
    'measures',
  ])
})

test('an item of another dossier is not counted, and the last entry wins', () => {
  const entries = [
    entry('impact', { dossierId: 4 }),
    entry('impact', { dossierId: 5, text: 'first' }),
    entry('impact', { dossierId: 5, text: 'second' }),
  ]
  const [impact] = standingsOf(entries, 5, now).filter(({ item }) => item.key === 'impact')
  assert.equal(impact?.entry?.text, 'second')
  assert.equal(standingsOf(entries, 6, now).find(({ item }) => item.key === 'impact')?.state, 'missing')
})

const parts = (entries: readonly ItemEntry[]) => ({
  dossier: { id: 5, round: 1, realm: 'real' as const },
  organisation: { name: 'Tannau Hospital', country: 'AT' },
  matter: null,
  standings: standingsOf(entries, 5, now),
})

test('the same dossier always has the same hash, any other text another one, and what was frozen is read back', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 200 }),
      fc.string({ minLength: 1, maxLength: 200 }),
      (a, b) => {
        const frozen = (text: string) => freeze(parts([entry('measures', { dossierId: 5, text })]))
        assert.equal(frozen(a).sha256, frozen(a).sha256)
        assert.ok(isIntact(frozen(a)))
        assert.equal(frozen(a).sha256 === frozen(b).sha256, a === b)
        const changes = changesBetween(readSnapshot(frozen(a).text), readSnapshot(frozen(b).text))
        assert.deepEqual(changes, a === b ? [] : [{ key: 'measures', before: a, after: b }])
      },
    ),
    { numRuns: 200 },
  )
})

test('a text that was touched afterwards is found out', () => {
  const frozen = freeze(parts([entry('entity')]))
  assert.equal(isIntact({ ...frozen, text: frozen.text.replace('Tannau', 'Seeblick') }), false)
})

test('a link opens once, for its step and round, and not after its last instant', () => {
  const link = { until: now, usedAt: null, revokedAt: null, round: 1, step: 'csirt' as const }
  const dossier = { round: 1, turn: 'csirt' as const }
  assert.ok(linkIsGood(link, dossier, now))
  assert.equal(linkIsGood(link, dossier, new Date(now.getTime() + 1)), false)
  assert.equal(linkIsGood({ ...link, usedAt: now }, dossier, now), false)
  assert.equal(linkIsGood({ ...link, revokedAt: now }, dossier, now), false)
  assert.equal(linkIsGood(link, { ...dossier, round: 2 }, now), false)
  assert.equal(linkIsGood(link, { ...dossier, turn: 'reserve' }, now), false)
  assert.equal(linkIsGood(null, dossier, now), false)
})
