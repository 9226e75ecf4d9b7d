// Tests of the things to do this month: what lacks first, in the order of the essentials, and what a house chose about it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMeasure, aMoment, aService, factsFrom } from './builders.ts'
import type { ChoiceKind, ItemChoice } from './choice.ts'
import { type Item, itemSchema } from './item.ts'
import { needsOf } from './month.ts'

const measure = (key: string, fact: string, essential: number | null = null) =>
  aMeasure(key, [{ fact, done: ['all', 'daily', 'within-half-year', 'approved'], partly: ['some'] }], {
    essential,
  })
const restore = measure('restore', 'recovery.restore-tested', 1)
const factor = measure('factor', 'access.second-factor-remote', 2)
const admin = measure('admin', 'access.second-factor-admin', 3)
const further = measure('further', 'org.policy')
const all = [further, admin, factor, restore]

function choice(itemKey: string, kind: ChoiceKind, until: string | null = null): [string, ItemChoice] {
  const at = new Date('2026-11-01T00:00:00Z')
  return [
    itemKey,
    {
      id: 1,
      itemKey,
      itemVersion: '1.0.0',
      choice: kind,
      until: until ? new Date(until) : null,
      who: null,
      reason: 'why',
      at,
      byName: 'Jana',
    },
  ]
}

const keysOf = (
  facts: Parameters<typeof factsFrom>[0],
  choices: readonly [string, ItemChoice][] = [],
  items: readonly Item[] = all,
) => needsOf(items, factsFrom(facts), new Map(choices), aMoment).map(({ item }) => item.key)

const lacking = {
  'recovery.restore-tested': 'never',
  'access.second-factor-remote': 'none',
  'access.second-factor-admin': 'some',
  'org.policy': 'none',
}

test('essentials that lack come first in their order, also where only a part lacks, then the further ones', () => {
  assert.deepEqual(keysOf(lacking), ['restore', 'factor', 'admin', 'further'])
})

test('what is done is not to do, and what is not known comes after what lacks and is asked', () => {
  assert.deepEqual(keysOf({ ...lacking, 'recovery.restore-tested': 'within-half-year' }), [
    'factor',
    'admin',
    'further',
  ])
  const { 'access.second-factor-remote': _, ...rest } = lacking
  assert.deepEqual(keysOf(rest), ['restore', 'admin', 'factor', 'further'])
  const unknown = needsOf(all, factsFrom(rest), new Map(), aMoment).find(({ item }) => item.key === 'factor')
  assert.deepEqual([unknown?.openness, unknown?.facts], ['unknown', ['access.second-factor-remote']])
})

test('an answer that has grown old brings a done measure back, after what lacks', () => {
  const asOf = new Date('2024-01-01T00:00:00Z')
  const facts = factsFrom({ 'recovery.restore-tested': 'within-half-year' }, { asOf })
  const [need] = needsOf([restore], facts, new Map(), aMoment)
  assert.equal(need?.openness, 'old')
})

test('what is planned comes first, the earliest first', () => {
  const choices = [
    choice('further', 'planned', '2026-12-20T00:00:00Z'),
    choice('admin', 'planned', '2026-12-01T00:00:00Z'),
  ]
  assert.deepEqual(keysOf(lacking, choices), ['admin', 'further', 'restore', 'factor'])
})

test('what is put off is away until its day, what is not for the house until it is taken back', () => {
  assert.deepEqual(keysOf(lacking, [choice('restore', 'put-off', '2026-12-01T00:00:00Z')])[0], 'factor')
  assert.deepEqual(keysOf(lacking, [choice('restore', 'put-off', '2026-11-16T08:00:00Z')])[0], 'restore')
  assert.deepEqual(keysOf(lacking, [choice('restore', 'not-for-us')])[0], 'factor')
  assert.deepEqual(keysOf(lacking, [choice('restore', 'open')])[0], 'restore')
})

test('a measure that was said to be done stays as long as an answer says otherwise', () => {
  assert.deepEqual(keysOf(lacking, [choice('restore', 'done')])[0], 'restore')
})

const words = (text: string) => ({ en: text, de: text, fr: text, it: text })
const course = (key: string, role: string): Item =>
  itemSchema.parse({
    ...aService(key),
    kind: 'course',
    body: {
      role,
      minutes: 10,
      goals: [words('goal')],
      lessons: [1, 2].map((number) => ({
        key: `lesson-${number}`,
        title: words('Lesson'),
        scene: null,
        text: words('Text'),
        remember: [],
      })),
      quiz: [1, 2, 3].map((number) => ({
        key: `question-${number}`,
        question: words('?'),
        choices: [
          { key: 'a', text: words('a'), right: true },
          { key: 'b', text: words('b'), right: false },
        ],
        explanation: words('because'),
      })),
      passPercent: 60,
      validMonths: 12,
    },
  })

test('training is done by a course: for a practice reception first, then the doctor, and at the end the measure itself', () => {
  const train = aMeasure('train-people', [{ fact: 'people.training', done: ['within-year'] }], {
    essential: 5,
  })
  const items = [train, course('course-ward', 'ward'), course('course-reception', 'reception')]
  const facts = { 'people.training': 'never', 'org.size': 'practice' }
  assert.deepEqual(keysOf(facts, [], items), ['course-reception'])
  assert.deepEqual(keysOf(facts, [choice('course-reception', 'done')], items), ['course-ward'])
  assert.deepEqual(
    keysOf(facts, [choice('course-reception', 'done'), choice('course-ward', 'done')], items),
    ['train-people'],
  )
  assert.deepEqual(keysOf({ 'people.training': 'within-year' }, [], items), [])
})

test('a further measure that one service serves alone is done by asking for that, and others are named as help', () => {
  const scan = aMeasure('scan', [{ fact: 'detection.outside-scan', done: ['within-quarter'] }])
  const only = aService('scan-service', { links: [{ relation: 'helps-with', to: 'scan' }] as never })
  const both = aService('both', {
    links: [
      { relation: 'helps-with', to: 'scan' },
      { relation: 'helps-with', to: 'restore' },
    ] as never,
  })
  const [need] = needsOf(
    [scan, only, both],
    factsFrom({ 'detection.outside-scan': 'never' }),
    new Map(),
    aMoment,
  )
  assert.deepEqual(
    [need?.item.key, need?.measure?.key, need?.helps.map(({ key }) => key)],
    ['scan-service', 'scan', ['both']],
  )
})

test('how long it takes follows the size, and is the longest where the size is not known', () => {
  const minutes = (facts: Parameters<typeof factsFrom>[0]) =>
    needsOf([restore], factsFrom({ ...facts, ...lacking }), new Map(), aMoment)[0]?.minutes
  assert.equal(minutes({ 'org.size': 'practice' }), 20)
  assert.equal(minutes({}), 240)
})
