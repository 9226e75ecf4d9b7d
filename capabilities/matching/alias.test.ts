// Tests of the alias graph: what a decision says of its own pair, what follows from several, and what never does.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type AliasAnswer,
  type AliasDecision,
  aliasGraph,
  aliasKey,
  isAliasKey,
  maxAliasSteps,
} from './alias.ts'
import { buildName } from './builders.ts'
import { decideIdentity } from './identity.ts'

let number = 0
function decided(inventoryKey: string, statedKey: string, answer: AliasAnswer = 'same'): AliasDecision {
  number += 1
  return {
    id: number,
    inventoryKey,
    statedKey,
    inventoryName: inventoryKey.toUpperCase(),
    statedName: statedKey.toUpperCase(),
    answer,
    decidedAt: `2026-11-${String(10 + (number % 10))}T08:00:00.000Z`,
  }
}

test('the decision about the very pair counts, in both directions unless it says "one of a family"', () => {
  const graph = aliasGraph([decided('a', 'b'), decided('c', 'b', 'member'), decided('d', 'b', 'different')])
  assert.equal(graph.resolve('a', 'b')?.isSame, true)
  assert.equal(graph.resolve('b', 'a')?.isSame, true)
  assert.equal(graph.resolve('c', 'b')?.isSame, true)
  assert.equal(graph.resolve('b', 'c'), null)
  assert.equal(graph.resolve('d', 'b')?.isSame, false)
  assert.equal(graph.resolve('x', 'b'), null)
})

test('A is B and B is C makes A the same as C, with the way shown', () => {
  const decisions = [decided('a', 'b'), decided('c', 'b')]
  const alias = aliasGraph(decisions).resolve('a', 'c')
  assert.deepEqual(alias?.path, ['A', 'B', 'C'])
  assert.deepEqual(
    alias?.decisions,
    decisions.map((one) => one.id),
  )
  assert.equal(
    alias?.decidedAt,
    decisions
      .map((one) => one.decidedAt)
      .toSorted()
      .at(-1),
  )
})

test('what was refused does not follow, neither for the ends nor for names on the way', () => {
  assert.equal(
    aliasGraph([decided('a', 'b'), decided('c', 'b'), decided('a', 'c', 'different')]).resolve('a', 'c')
      ?.isSame,
    false,
  )
  assert.equal(
    aliasGraph([decided('a', 'b'), decided('c', 'b'), decided('c', 'a', 'different')]).resolve('a', 'c')
      ?.isSame,
    false,
  )
  const onTheWay = [decided('a', 'b'), decided('c', 'b'), decided('c', 'd'), decided('a', 'c', 'different')]
  assert.equal(aliasGraph(onTheWay).resolve('a', 'd'), null)
})

test('a family is the end of a way and never its middle', () => {
  const graph = aliasGraph([
    decided('a', 'b'),
    decided('b', 'family', 'member'),
    decided('other', 'family', 'member'),
  ])
  assert.deepEqual(graph.resolve('a', 'family')?.path, ['A', 'B', 'FAMILY'])
  assert.equal(graph.resolve('a', 'other'), null)
  assert.equal(graph.resolve('other', 'b'), null)
})

test('three decisions in a row are followed, four are not', () => {
  const chain = ['a', 'b', 'c', 'd', 'e']
  const graph = aliasGraph(chain.slice(1).map((to, index) => decided(chain[index] ?? '', to)))
  assert.equal(graph.resolve('a', 'd')?.path?.length, maxAliasSteps + 1)
  assert.equal(graph.resolve('a', 'e'), null)
})

test('any graph gives the same answer whatever the order of its decisions, and never follows a refusal', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const answer = fc.constantFrom<AliasAnswer>('same', 'same', 'member', 'different')
  const pairs = fc.uniqueArray(fc.tuple(key, key, answer), {
    selector: ([a, b]) => `${a}${b}`,
    maxLength: 12,
  })
  fc.assert(
    fc.property(pairs, key, key, (made, from, to) => {
      const decisions = made.map(([a, b, said]) => decided(a, b, said))
      const [once, again] = [
        aliasGraph(decisions).resolve(from, to),
        aliasGraph(decisions.toReversed()).resolve(from, to),
      ]
      assert.deepEqual(once, again)
      const refused = decisions.some(
        (one) => one.answer === 'different' && one.inventoryKey === from && one.statedKey === to,
      )
      if (refused) assert.equal(once?.isSame, false)
      if (once) assert.ok((once.path?.length ?? 0) <= maxAliasSteps + 1)
    }),
    { numRuns: 300 },
  )
})

test('what a hospital calls a single device is no part of the key where the model tells the product', () => {
  const device = (name: string, model: string | null) =>
    aliasKey(buildName({ vendor: 'Corvia', product: name, fullName: name, model }))
  assert.equal(device('Monitor 3.12, east', 'CV-200'), 'corvia|cv200')
  assert.equal(device('Monitor 3.12, east', 'CV-200'), device('Monitor 4.01', 'CV-200'))
  assert.equal(device('Wall unit', 'Ventalo'), 'corvia|ventalo')
  for (const vague of ['Pro', '660', 'v10', 'R2', '4.4 Enterprise', '', null])
    assert.match(device('Ventalo', vague), /ventalo/, `model ${vague}`)
  const said = buildName({ vendor: 'Corvia', product: 'Ventalo', model: 'CV-200' })
  assert.equal(aliasKey(said), 'corvia|ventalocv200')
})

test('the key of a name is bounded and needs a product', () => {
  assert.equal(aliasKey(buildName({ vendor: 'Corvia GmbH', product: 'CV 200' })), 'corviagmbh|cv200')
  assert.equal(isAliasKey(aliasKey(buildName({ vendor: 'Corvia' }))), false)
  assert.ok(
    aliasKey(buildName({ vendor: '\u{1f600}x'.repeat(9_000), product: 'ﷺ'.repeat(9_000) })).length <= 351,
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (vendor, product) => {
      assert.ok(Buffer.byteLength(aliasKey(buildName({ vendor, product }))) <= 1_053)
    }),
    { numRuns: 200 },
  )
})

test('a confirmation stands back behind identifiers, and one that only follows behind different models', () => {
  const own = buildName({ vendor: 'Corvia', product: 'CV-200', purl: 'pkg:generic/cv-200' })
  const stated = buildName({ vendor: 'Corvia', product: 'CV-300', purl: 'pkg:generic/cv-300' })
  const alias = { inventory: aliasKey(own), stated: aliasKey(stated), isSame: true }
  assert.equal(decideIdentity(own, stated, [alias]).grade, 'none')
  const [plain, other] = [
    { ...own, purl: null },
    { ...stated, purl: null },
  ]
  assert.equal(decideIdentity(plain, other, [alias]).grade, 'confirmed-alias')
  const derived = { ...alias, path: ['CV-200', 'CV monitor', 'CV-300'], decisions: [1, 2] }
  assert.equal(decideIdentity(plain, other, [derived]).grade, 'none')
  assert.equal(
    decideIdentity(plain, { ...plain, purl: null }, [{ ...alias, stated: aliasKey(own), isSame: false }])
      .grade,
    'none',
  )
})
