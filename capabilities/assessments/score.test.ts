// Tests of the figures: what counts how much, what is left out, and what would raise them.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aContent, aMeasure, factsFrom } from './builders.ts'
import { askedOf, progressOf } from './check.ts'
import { gainsOf, toFindOut } from './gain.ts'
import { type Figure, figuresOf, functionsOf, points, scoresOf } from './score.ts'

const { measures } = aContent
const figure = (figures: readonly Figure[], key: string) => figures.find((one) => one.key === key)

test('done counts one, partly a half, not done nothing', () => {
  const scores = scoresOf(
    measures,
    factsFrom({
      'recovery.backup': 'daily',
      'recovery.restore-tested': 'longer-ago',
      'response.plan': 'none',
    }),
  )
  assert.deepEqual(
    scores.measures.map(({ score }) => score),
    [0.75, 0, null],
  )
  assert.equal(scores.overall.score, 0.375)
})

test('what is not known counts neither way, and its share is said', () => {
  const known = scoresOf(measures, factsFrom({ 'recovery.backup': 'daily' }))
  assert.equal(figure(known.law, 'c')?.score, 1)
  assert.equal(figure(known.law, 'c')?.unknownShare, 0.75)
  const said = scoresOf(measures, factsFrom({ 'recovery.backup': 'daily', 'response.plan': 'unknown' }))
  assert.deepEqual(
    figuresOf(said).map(({ score }) => score),
    figuresOf(known).map(({ score }) => score),
  )
  assert.equal(figure(known.law, 'h')?.score, null)
  assert.equal(figure(known.law, 'h')?.unknownShare, 1)
})

test('"I do not know" never lowers a figure below what "no answer" gives, whatever else is known', () => {
  const facts = [...new Set(measures.flatMap(({ body }) => body.facts.map(({ fact }) => fact)))]
  const values = fc.record(
    Object.fromEntries(
      facts.map((fact) => [fact, fc.constantFrom('daily', 'weekly', 'none', 'written', 'drilled', 'agreed')]),
    ),
  )
  fc.assert(
    fc.property(values, fc.constantFrom(...facts), (all, fact) => {
      const { [fact]: _left, ...without } = all
      const asked = scoresOf(measures, factsFrom({ ...without, [fact]: 'unknown' }))
      const silent = scoresOf(measures, factsFrom(without))
      for (const [index, one] of figuresOf(asked).entries())
        assert.equal(one.score, figuresOf(silent)[index]?.score)
    }),
    { numRuns: 100 },
  )
})

test('a measure that is certainly not for this house is in no figure; where that is unsure, it is', () => {
  const devices = aMeasure({
    key: 'medical-devices-apart',
    facts: [{ fact: 'devices.separated', done: ['separated'], partly: [] }],
    audience: {
      policy: 'agree',
      rows: [
        { id: 'has', when: { 'devices.medical': { is: ['yes'] } }, outcome: 'yes' },
        { id: 'has-not', when: { 'devices.medical': { is: ['no'] } }, outcome: 'no' },
      ],
    },
  })
  const count = (facts: Parameters<typeof factsFrom>[0]) =>
    scoresOf([devices], factsFrom(facts)).measures.length
  assert.equal(count({ 'devices.medical': 'no' }), 0)
  assert.equal(count({ 'devices.medical': 'yes' }), 1)
  assert.equal(count({}), 1)
})

test('a fact whose question does not concern the house is no unknown', () => {
  const facts = factsFrom({ 'recovery.backup': 'none' })
  const notAsked = new Set(['recovery.restore-tested'])
  const [backup] = scoresOf(measures, facts, { notAsked, notYet: new Set() }).measures
  assert.equal(backup?.standing, 'not-done')
  assert.equal(backup?.rows.length, 1)
  assert.deepEqual(
    progressOf(aContent.form, facts, 1).questions.map(({ question }) => question.fact),
    ['recovery.backup', 'response.plan'],
  )
})

test('a measure counts in every function that it names, by function, category or subcategory', () => {
  assert.deepEqual(
    functionsOf({ references: [{ framework: 'nist-csf-2.0', ids: ['PR.DS-11', 'RC', 'GV.OC'] }] }),
    ['GV', 'PR', 'RC'],
  )
  assert.deepEqual(functionsOf({ references: [{ framework: 'cis-8', ids: ['PR.1'] }] }), [])
})

test('what would raise it most: essentials weigh double, and only what is known to be open is promised', () => {
  const scores = scoresOf(
    measures,
    factsFrom({ 'recovery.backup': 'none', 'recovery.restore-tested': 'never', 'response.plan': 'none' }),
  )
  const gains = gainsOf(scores)
  assert.deepEqual(
    gains.map(({ measure }) => measure.key),
    ['incident-plan', 'back-up-and-restore'],
  )
  // Alone in b it would raise that by all of it, and c by half.
  assert.deepEqual(
    gains[0]?.parts.map(({ part, points: by }) => [part, Math.round(by)]),
    [
      ['b', 100],
      ['c', 50],
    ],
  )
  assert.deepEqual(
    toFindOut(scores).map(({ measure }) => measure.key),
    ['recovery-order'],
  )
})

test('an essential comes first where both would raise the same', () => {
  const same = [
    aMeasure({ key: 'aaa', facts: [{ fact: 'response.plan', done: ['drilled'], partly: [] }] }),
    aMeasure({ key: 'zzz', essential: 4, facts: [{ fact: 'recovery.order', done: ['agreed'], partly: [] }] }),
  ]
  const gains = gainsOf(scoresOf(same, factsFrom({ 'response.plan': 'none', 'recovery.order': 'none' })))
  assert.deepEqual(
    gains.map(({ measure }) => measure.key),
    ['zzz', 'aaa'],
  )
})

test('the gain that is promised is the gain that comes', () => {
  const before = scoresOf(
    measures,
    factsFrom({ 'recovery.backup': 'weekly', 'response.plan': 'none', 'recovery.order': 'draft' }),
  )
  for (const { measure, parts } of gainsOf(before)) {
    const done = Object.fromEntries(measure.body.facts.map(({ fact, done: [best = ''] }) => [fact, best]))
    const after = scoresOf(
      measures,
      factsFrom({ 'recovery.backup': 'weekly', 'response.plan': 'none', 'recovery.order': 'draft', ...done }),
    )
    for (const { part, points: promised } of parts) {
      const rise = points(figure(after.law, part)?.score ?? 0) - points(figure(before.law, part)?.score ?? 0)
      assert.ok(Math.abs(rise - promised) <= 1, `${measure.key} ${part}: ${rise} instead of ${promised}`)
    }
  }
})

test('a figure that rests on less than half of what was asked is not sure; what only a deeper check asks is not held against it', () => {
  const facts = factsFrom({ 'response.plan': 'drilled', 'recovery.backup': 'daily' })
  const c = (notYet: readonly string[]) =>
    figure(scoresOf(measures, facts, { notAsked: new Set(), notYet: new Set(notYet) }).law, 'c')
  assert.equal(c([])?.isUnsure, false)
  assert.equal(c([])?.unknownShare, 0.5)
  const less = figure(scoresOf(measures, factsFrom({ 'response.plan': 'drilled' })).law, 'c')
  assert.equal(less?.isUnsure, true)
  const asked = askedOf(aContent.form, factsFrom({ 'response.plan': 'drilled' }), 1)
  assert.deepEqual([...asked.notYet], ['recovery.order', 'response.exercise'])
  assert.equal(figure(scoresOf(measures, factsFrom({})).law, 'c')?.isUnsure, true)
})
