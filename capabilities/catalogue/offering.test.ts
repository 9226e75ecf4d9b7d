// Tests of the ranking: an order that helps, reasons that decided, and that what is not known never counts as no.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FactKey, type FactValue, readFactKeys } from '../facts/index.ts'
import { aMeasure, aMoment, aService, factsFrom } from './builders.ts'
import { fitOf, offersFor } from './offering.ts'
import { measureStanding } from './standing.ts'
import { ownItems } from './store/library.ts'

const backup = aMeasure(
  'backup',
  [{ fact: 'recovery.restore-tested', done: ['within-half-year'], partly: ['longer-ago'] }],
  { essential: 1 },
)
const factor = aMeasure(
  'factor',
  [{ fact: 'access.second-factor-remote', done: ['all'], partly: ['some'] }],
  {
    essential: 2,
  },
)
const forClinics = {
  audience: {
    policy: 'agree' as const,
    rows: [
      { id: 'clinics', when: { 'org.size': { is: ['clinic'] } }, outcome: 'yes' },
      { id: 'others', when: { 'org.size': { isNot: ['clinic'] } }, outcome: 'no' },
    ],
  },
}
const order = (items: Parameters<typeof offersFor>[0], facts: Parameters<typeof factsFrom>[0]) =>
  offersFor(items, factsFrom(facts), aMoment).map(({ item, fit }) => `${item.key} ${fit}`)

test('what surely fits comes first, what may fit next, what does not at the end', () => {
  const items = [aService('for-clinics', forClinics), aService('for-all')]
  assert.deepEqual(order(items, { 'org.size': 'clinic' }), ['for-all yes', 'for-clinics yes'])
  assert.deepEqual(order(items, {}), ['for-all yes', 'for-clinics unknown'])
  assert.deepEqual(order(items, { 'org.size': 'practice' }), ['for-all yes', 'for-clinics no'])
})

test('what helps with the more important open measure comes first, and a measure that is done helps nobody', () => {
  const helps = (key: string, to: string) =>
    aService(key, { links: [{ relation: 'helps-with', to }] as never })
  const items = [
    backup,
    factor,
    aService('a-other'),
    helps('b-factor', 'factor'),
    helps('c-backup', 'backup'),
  ]
  const services = (facts: Parameters<typeof factsFrom>[0]) =>
    offersFor(items, factsFrom(facts), aMoment)
      .filter(({ item }) => item.kind === 'service')
      .map(({ item }) => item.key)
  assert.deepEqual(services({}), ['c-backup', 'b-factor', 'a-other'])
  assert.deepEqual(services({ 'recovery.restore-tested': 'within-half-year' }), [
    'b-factor',
    'a-other',
    'c-backup',
  ])
})

test('a missing fact is named, and the rows that decided stand in the decision', () => {
  const items = [aService('for-clinics', forClinics)]
  assert.deepEqual(offersFor(items, factsFrom({}), aMoment)[0]?.decision.lacking, ['org.size'])
  const [no] = offersFor(items, factsFrom({ 'org.size': 'practice' }), aMoment)
  assert.deepEqual([no?.decision.rows.map(({ id }) => id), no?.decision.used], [['others'], ['org.size']])
})

test('"nobody knows" is as unknown as nothing said', () => {
  const item = aService('for-clinics', forClinics)
  assert.equal(fitOf(item, factsFrom({ 'org.size': 'unknown' })).fit, 'unknown')
})

test('what is not in force on that day is not offered', () => {
  assert.deepEqual(order([aService('later', { validFrom: '2027-01-01' })], {}), [])
  assert.deepEqual(order([aService('over', { validTo: '2026-11-15' as never })], {}), [])
})

const keys = readFactKeys()
const items = ownItems()
const measures = items.filter((item) => item.kind === 'measure')
const wanted = [
  ...new Set([
    ...items.flatMap(({ audience }) => audience.rows.flatMap(({ when }) => Object.keys(when))),
    ...measures.flatMap(({ body }) => body.facts.map(({ fact }) => fact)),
  ]),
]

function valueArbitrary({ shape }: FactKey): fc.Arbitrary<FactValue> {
  switch (shape.kind) {
    case 'answer':
      return fc.constantFrom('yes', 'no')
    case 'choice':
      return fc.constantFrom(...shape.choices)
    case 'several':
      return fc.subarray(shape.choices)
    case 'number':
      return fc.integer({ min: shape.min, max: Math.min(shape.max, 60_000_000) })
  }
}

/** An organisation of which some facts are known: each with a value, and whether it is known. */
const organisation = fc.record(
  Object.fromEntries(
    wanted.flatMap((name) => {
      const key = keys.get(name)
      return key ? [[name, fc.tuple(valueArbitrary(key), fc.boolean())]] : []
    }),
  ),
)
type Organisation = Readonly<Record<string, readonly [FactValue, boolean]>>
const known = (all: Organisation) =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, [value, isKnown]]) => (isKnown ? [[name, value]] : [])),
  )
const complete = (all: Organisation) =>
  Object.fromEntries(Object.entries(all).map(([name, [value]]) => [name, value]))

test('a certain answer holds in every completion, for every item and every measure of generated organisations', () => {
  fc.assert(
    fc.property(organisation, (all) => {
      const [some, whole] = [factsFrom(known(all)), factsFrom(complete(all))]
      for (const item of items) {
        const { fit } = fitOf(item, some)
        if (fit !== 'unknown') assert.equal(fitOf(item, whole).fit, fit, item.key)
      }
      for (const measure of measures) {
        const { standing } = measureStanding(measure, some)
        if (standing !== 'not-known')
          assert.equal(measureStanding(measure, whole).standing, standing, measure.key)
      }
    }),
    { numRuns: 150 },
  )
})

test('taking away any known fact leaves the answer as it is or makes it unknown, never another certain one', () => {
  fc.assert(
    fc.property(organisation, fc.constantFrom(...wanted), (all, gone) => {
      const { [gone]: _, ...rest } = known(all)
      const [before, after] = [factsFrom(known(all)), factsFrom(rest)]
      for (const item of items) {
        const [was, is] = [fitOf(item, before).fit, fitOf(item, after).fit]
        assert.ok(is === was || is === 'unknown', `${item.key}: ${was} became ${is} without ${gone}`)
      }
      for (const measure of measures) {
        const [was, is] = [
          measureStanding(measure, before).standing,
          measureStanding(measure, after).standing,
        ]
        assert.ok(is === was || is === 'not-known', `${measure.key}: ${was} became ${is} without ${gone}`)
      }
    }),
    { numRuns: 150 },
  )
})

test('not knowing never leaves an item out, and never puts it behind one that does not fit', () => {
  fc.assert(
    fc.property(organisation, (all) => {
      const offers = offersFor(items, factsFrom(known(all)), new Date('2027-01-01T00:00:00Z'))
      const nothing = offersFor(items, factsFrom({}), new Date('2027-01-01T00:00:00Z'))
      assert.equal(offers.length, nothing.length)
      assert.equal(offers.length, items.length)
      const fits = offers.map(({ fit }) => fit)
      assert.deepEqual(
        fits,
        fits.toSorted((a, b) => ['yes', 'unknown', 'no'].indexOf(a) - ['yes', 'unknown', 'no'].indexOf(b)),
      )
    }),
    { numRuns: 50 },
  )
})
