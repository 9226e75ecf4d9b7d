// Tests of drafts: which findings may be told of, in which words, and why the others may not.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  assetClasses,
  countBuckets,
  endOfHour,
  type Sighting,
  sightingKinds,
  sightingSchema,
} from '@salus/standards/sightings'
import fc from 'fast-check'
import { assetClasses as classesOfFindings } from '../engine/asset-class.ts'
import type { Finding } from '../engine/finding.ts'
import { finding, hourMs, indicatorId, manifest, now, pack, privacyRuleId, ruleId } from './builders.ts'
import { drafter, type TellableFinding } from './draft.ts'
import { maxDraftAgeMs, settleMs } from './limits.ts'
import { sightingPack } from './packs.ts'
import { type Consent, type ConsentScope, emptyState } from './shapes.ts'

const marked = new Map([
  [indicatorId, 'amber' as const],
  ['red-one', 'red' as const],
  ['unmarked', null],
])
const packs = [sightingPack(manifest(), marked)]
const given = { by: 'Dr Invented', at: now }
const consenting = (...scopes: readonly ConsentScope[]): Consent => ({
  ...emptyState().consent,
  on: {
    rules: scopes.includes('rules') ? given : null,
    indicators: scopes.includes('indicators') ? given : null,
    privacy: scopes.includes('privacy') ? given : null,
  },
})

function draftsOf(
  findings: readonly TellableFinding[],
  consent = consenting('rules', 'indicators'),
  at = now,
) {
  const drafting = drafter({ consent, packs, now: at })
  for (const one of findings) drafting.see(one)
  const { drafts, leftOut } = drafting.end()
  return { drafts, leftOut: Object.fromEntries(leftOut) }
}

describe('drafts of sightings', () => {
  test('nothing is drafted while nothing is turned on', () => {
    const { drafts, leftOut } = draftsOf([finding()], consenting())
    assert.deepEqual([drafts, leftOut], [[], { 'turned-off': 1 }])
  })

  test('a finding becomes its rule, its hour, a bucket, a class', () => {
    const { drafts } = draftsOf([finding(), finding({ asset: 'pc-2', time: '2026-11-27T10:59:59.999Z' })])
    assert.deepEqual(
      drafts.map(({ sighting }) => sighting),
      [
        {
          kind: 'rule',
          id: ruleId,
          pack,
          hour: '2026-11-27T10:00:00Z',
          count: '2-5',
          assetClass: 'server',
          outcome: 'unknown',
        },
      ],
    )
  })

  for (const [name, over, reason] of [
    ['a rule of a folder never leaves, not even its id', { pack: null }, 'of-no-pack'],
    ['a pack that is not here cannot be asked', { pack: { ...pack, sequence: 6 } }, 'pack-not-here'],
    ['a rule that the pack does not have is not told', { ruleId: 'srv-ehr-01' }, 'unknown-id'],
    ['nor one with the name of what every object has', { ruleId: 'constructor' }, 'unknown-id'],
    ['a rule whose publisher wants none is not told', { ruleId: 'kept-at-home' }, 'not-to-be-shared'],
    ['a finding without a time has no hour', { time: null }, 'without-time'],
    ['nor one with a time that is none', { time: 'yesterday' }, 'without-time'],
    [
      'an indicator under TLP:RED is never a sighting',
      { origin: 'indicator', indicatorId: 'red-one' },
      'not-to-be-shared',
    ],
    [
      'an indicator that the pack does not have is not told',
      { origin: 'indicator', indicatorId: 'other' },
      'unknown-id',
    ],
    ['an indicator without an id is not told', { origin: 'indicator', indicatorId: null }, 'unknown-id'],
  ] as const satisfies readonly (readonly [string, Partial<Finding>, string])[])
    test(name, () => {
      const { drafts, leftOut } = draftsOf([finding(over)])
      assert.deepEqual([drafts, leftOut], [[], { [reason]: 1 }])
    })

  test('indicators are told where their own switch is on', () => {
    const met = finding({ origin: 'indicator', indicatorId, ruleId: 'indicator' })
    assert.equal(draftsOf([met], consenting('rules')).drafts.length, 0)
    assert.deepEqual(draftsOf([met], consenting('indicators')).drafts[0]?.sighting.id, indicatorId)
  })

  test('privacy findings need two switches, and neither alone is enough', () => {
    const seen = finding({ audience: 'privacy', ruleId: privacyRuleId, assetClass: 'ehr' })
    assert.equal(draftsOf([seen], consenting('rules', 'indicators')).drafts.length, 0)
    assert.equal(draftsOf([seen], consenting('privacy')).drafts.length, 0)
    assert.equal(draftsOf([seen], consenting('rules', 'privacy')).drafts[0]?.scope, 'privacy')
    const indicator = finding({ audience: 'privacy', origin: 'indicator', indicatorId })
    assert.equal(draftsOf([indicator], consenting('rules', 'indicators')).drafts.length, 0)
  })

  test('an hour is told of once it is over and settled, and not before', () => {
    const over = endOfHour('2026-11-27T10:00:00Z') + settleMs
    const one = finding()
    assert.deepEqual(draftsOf([one], undefined, over - 1).leftOut, { 'hour-not-over': 1 })
    assert.equal(draftsOf([one], undefined, over).drafts.length, 1)
    assert.deepEqual(draftsOf([finding({ time: '2099-01-01T00:00:00Z' })]).leftOut, { 'hour-not-over': 1 })
  })

  test('an hour that is too old is no longer offered', () => {
    const last = endOfHour('2026-11-27T10:00:00Z') + maxDraftAgeMs
    assert.equal(draftsOf([finding()], undefined, last).drafts.length, 1)
    assert.deepEqual(draftsOf([finding()], undefined, last + 1).leftOut, { 'too-old': 1 })
  })

  test('the count is a bucket at each of its borders', () => {
    const bucketOf = (count: number) =>
      draftsOf(Array.from({ length: count }, () => finding())).drafts[0]?.sighting.count
    assert.deepEqual([1, 2, 5, 6, 20, 21].map(bucketOf), ['1', '2-5', '2-5', '6-20', '6-20', '>20'])
  })

  test('other hours, classes and rules are sightings of their own, with ids of their own', () => {
    const { drafts } = draftsOf([
      finding(),
      finding({ assetClass: 'pacs' }),
      finding({ time: new Date(now - 5 * hourMs).toISOString() }),
    ])
    assert.equal(new Set(drafts.map(({ id }) => id)).size, 3)
  })

  test('the sensor and the centre mean the same classes', () => {
    assert.deepEqual(classesOfFindings, assetClasses)
  })
})

// Whatever a finding holds, in any field and of any type that a damaged file may have: only closed words come out.
const anything = fc.oneof(fc.string(), fc.constant(null), fc.integer(), fc.object({ maxDepth: 1 }))
const known = {
  origin: fc.constantFrom('rule', 'indicator'),
  audience: fc.constantFrom('it', 'privacy'),
  ruleId: fc.constantFrom(ruleId, privacyRuleId, 'kept-at-home'),
  indicatorId: fc.constantFrom(indicatorId, 'red-one', 'unmarked'),
  pack: fc.constant(pack),
  time: fc.date({ min: new Date(now - 9 * 86_400_000), max: new Date(now) }).map(String),
  assetClass: fc.constantFrom(...assetClasses),
  title: fc.string(),
}
const arbitrary = fc.record(
  Object.fromEntries(
    Object.entries(known).map(([name, good]) => [
      name,
      fc.oneof({ weight: 9, arbitrary: good as fc.Arbitrary<unknown> }, anything),
    ]),
  ),
)

test('whatever findings hold, only values of the closed sets come out', () => {
  let told = 0
  const words = new Set<unknown>([
    ...sightingKinds,
    ...countBuckets,
    ...assetClasses,
    'unknown',
    ruleId,
    privacyRuleId,
    indicatorId,
    'unmarked',
    pack.id,
    pack.sequence,
  ])
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 30 }), (findings) => {
      // A cast because that is the point: the file may hold anything.
      const { drafts } = draftsOf(
        findings as unknown as TellableFinding[],
        consenting('rules', 'indicators', 'privacy'),
      )
      for (const { sighting } of drafts) {
        told++
        assert.deepEqual(sightingSchema.parse(sighting), sighting)
        const { hour, ...rest } = sighting satisfies Sighting
        assert.ok(endOfHour(hour) + settleMs <= now)
        for (const value of [...Object.values({ ...rest, pack: null }), ...Object.values(rest.pack)])
          assert.ok(value === null || words.has(value), String(value))
      }
    }),
    { numRuns: 300 },
  )
  assert.ok(told > 100, `only ${told} sightings were made, so nothing was shown`)
})
