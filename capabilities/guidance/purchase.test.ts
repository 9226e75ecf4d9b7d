// Tests of what is asked for: by kind and touch, never fewer points for what nobody knows; and of the content itself.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { itemByKey, purchases as kinds, ownItemsOf } from '../catalogue/index.ts'
import { readFactKeys } from '../facts/index.ts'
import { aPurchase } from './builders.ts'
import { askedFor, phases, type TouchAnswer, touchAnswers, touches } from './purchase.ts'

const clauses = ownItemsOf('clause')
const allUnknown = Object.fromEntries(touches.map((touch) => [touch, 'unknown'])) as Record<
  (typeof touches)[number],
  TouchAnswer
>

test('each kind of purchase has clauses and questions in every phase, some of which must be', () => {
  for (const kind of kinds) {
    const { asked } = askedFor(aPurchase({ kinds: [kind], touches: allUnknown }), clauses)
    for (const phase of phases)
      for (const use of ['clause', 'question'] as const) {
        const found = asked.filter(({ clause }) => clause.body.phase === phase && clause.body.use === use)
        assert.ok(found.length > 0, `${kind} has no ${use} in ${phase}`)
      }
    assert.ok(asked.some(({ level }) => level === 'must'))
  }
})

test('every text is there in four languages, and no two languages say the same', () => {
  for (const { key, title, summary, body } of clauses)
    for (const texts of [title, summary, body.wording, body.why, body.goodAnswer, body.warningSign]) {
      if (texts === null) continue
      const all = [texts.en, texts.de, texts.fr, texts.it]
      assert.ok(
        all.every((text) => text.length > 3 && !/["'!]/.test(text)),
        `${key}: ${all.join(' | ')}`,
      )
      assert.equal(new Set(all).size, 4, key)
    }
})

test('questions say what a good answer is and what a warning, clauses do not', () => {
  for (const { key, body } of clauses) {
    const isQuestion = body.use === 'question'
    assert.equal(body.goodAnswer !== null, isQuestion, key)
    assert.equal(body.warningSign !== null, isQuestion, key)
  }
})

test('every measure that a clause is linked with exists, and each has a reference to Art. 21', () => {
  for (const { key, links, references } of clauses) {
    assert.ok(links.length > 0, `${key} is linked with nothing`)
    for (const { to } of links) assert.equal(itemByKey(to)?.kind, 'measure', `${key} → ${to}`)
    assert.ok(
      references.some(({ framework }) => framework === 'nis2-art-21'),
      key,
    )
  }
})

test('what a question proposes are values that its fact can have', () => {
  const keys = readFactKeys()
  for (const { key, body } of clauses) {
    if (!body.proposes) continue
    const shape = keys.get(body.proposes.fact)?.shape
    assert.equal(shape?.kind, 'choice', key)
    for (const value of [body.proposes.none, body.proposes.some, body.proposes.all])
      assert.ok(shape?.kind === 'choice' && shape.choices.includes(value), `${key}: ${value}`)
  }
})

test('a point about something untouched is listed with that reason, and comes back when nobody knows', () => {
  const untouched = aPurchase({
    kinds: ['software-service'],
    touches: { 'patient-data': 'no', network: 'no', 'remote-access': 'no', 'clinical-service': 'no' },
  })
  const list = askedFor(untouched, clauses)
  const key = 'clause-data-location'
  assert.ok(!list.asked.some(({ clause }) => clause.key === key))
  const found = list.notAsked.find(({ clause }) => clause.key === key)
  assert.deepEqual(found?.because, { untouched: ['patient-data'] })
  const unsure = askedFor({ ...untouched, touches: allUnknown }, clauses)
  assert.deepEqual(unsure.asked.find(({ clause }) => clause.key === key)?.unsure, ['patient-data'])
})

test('what somebody left out stands there with the reason and the name', () => {
  const leftOut = [{ item: 'clause-sbom', because: 'they have none', byName: 'Jana Brandt' }]
  const list = askedFor(aPurchase(), clauses, leftOut)
  assert.ok(!list.asked.some(({ clause }) => clause.key === 'clause-sbom'))
  assert.deepEqual(list.notAsked.find(({ clause }) => clause.key === 'clause-sbom')?.because, {
    said: 'they have none',
    byName: 'Jana Brandt',
  })
})

test('not known is never taken as no: an unknown touch asks for at least as much as any answer', () => {
  const answer = fc.constantFrom(...touchAnswers)
  fc.assert(
    fc.property(
      fc.subarray([...kinds], { minLength: 1 }),
      fc.record({
        'patient-data': answer,
        network: answer,
        'remote-access': answer,
        'clinical-service': answer,
      }),
      fc.constantFrom(...touches),
      (chosen, given, touch) => {
        const keysOf = (answers: typeof given) =>
          new Set(
            askedFor(aPurchase({ kinds: chosen, touches: answers }), clauses).asked.map(
              ({ clause }) => clause.key,
            ),
          )
        const unsure = keysOf({ ...given, [touch]: 'unknown' })
        for (const key of keysOf(given))
          assert.ok(unsure.has(key), `${key} is gone where ${touch} is unknown`)
      },
    ),
    { numRuns: 200 },
  )
})
