// Tests of the packs: the ten essentials in their order, the size that fits, and a standing that never guesses.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { houseSizes, measureStanding, ownItemsOf } from '../catalogue/index.ts'
import { type FactValue, factsOf, readFactKeys, type Statement } from '../facts/index.ts'
import { packOf, sizeFor } from './pack.ts'

const now = new Date('2026-11-16T08:00:00Z')
const keys = readFactKeys()
const measures = ownItemsOf('measure')

function said(values: Readonly<Record<string, FactValue>>) {
  const statements = Object.entries(values).map(
    ([key, value]): Statement => ({
      key,
      keyVersion: keys.get(key)?.version ?? 1,
      value,
      source: 'answer',
      reference: null,
      asOf: now,
      confidence: 'stated',
      tlp: 'TLP:AMBER',
      recordedAt: now,
      recordedByName: 'Jana Brandt',
    }),
  )
  return factsOf([...keys.values()], statements, now)
}

test('ten essentials stand first in their order, and nothing is lost', () => {
  const pack = packOf(measures)
  assert.deepEqual(
    pack.essentials.map(({ body }) => body.essential),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
  assert.equal(pack.essentials.length + pack.others.length, measures.length)
  const ofLetter = packOf(measures, 'c')
  assert.ok(ofLetter.essentials.length > 0)
  assert.ok(ofLetter.essentials.every(({ body }) => body.art21.includes('c')))
})

test('the size is that of the house, another one when chosen, and the smallest where nobody knows', () => {
  assert.deepEqual(sizeFor(said({}), null), { size: 'practice', because: 'unknown' })
  assert.deepEqual(sizeFor(said({ 'org.size': 'clinic' }), null), { size: 'clinic', because: 'known' })
  assert.deepEqual(sizeFor(said({ 'org.size': 'clinic' }), 'hospital'), {
    size: 'hospital',
    because: 'chosen',
  })
  for (const size of houseSizes) assert.equal(sizeFor(said({}), size).size, size)
})

test('every measure is unknown where nothing is known, and done where every fact is', () => {
  for (const measure of measures) {
    assert.equal(measureStanding(measure, said({})).standing, 'not-known', measure.key)
    const best = Object.fromEntries(measure.body.facts.map(({ fact, done }) => [fact, done[0] ?? '']))
    assert.equal(measureStanding(measure, said(best)).standing, 'done', measure.key)
  }
})

test('not known is never taken as not done: what is said holds whatever the lacking answers turn out to be', () => {
  fc.assert(
    fc.property(fc.constantFrom(...measures), fc.infiniteStream(fc.nat(40)), (measure, numbers) => {
      const next = () => numbers.next().value ?? 0
      const choicesOf = (fact: string): readonly string[] => {
        const shape = keys.get(fact)?.shape
        return shape && 'choices' in shape ? shape.choices : ['yes', 'no']
      }
      const pick = (fact: string) => {
        const choices = choicesOf(fact)
        return choices[next() % choices.length] ?? ''
      }
      const some = Object.fromEntries(
        measure.body.facts.filter(() => next() % 2 === 0).map(({ fact }) => [fact, pick(fact)]),
      )
      const before = measureStanding(measure, said(some))
      const rest = Object.fromEntries(before.lacking.map((fact) => [fact, pick(fact)]))
      const after = measureStanding(measure, said({ ...some, ...rest }))
      if (before.standing !== 'not-known') assert.equal(after.standing, before.standing, measure.key)
      else assert.ok(before.lacking.length > 0)
      assert.notEqual(after.standing, 'not-known')
    }),
    { numRuns: 200 },
  )
})
