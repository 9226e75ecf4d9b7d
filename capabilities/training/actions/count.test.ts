// Tests of the night's count on a database: what is deleted, released, closed to the house, and owed anew.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import {
  aClass,
  aHouse,
  aMoment,
  type House,
  later,
  someLearn,
  trainingContext,
  twoCourses,
} from '../builders.ts'
import { rateOf } from '../rates.ts'
import { attemptKeptDays } from '../retention.ts'
import { selectReleases } from '../store/outcomes.ts'
import { countLearners } from './count.ts'
import { factsFromTraining } from './facts.ts'

let db: TestDatabase
let context: Context

before(async () => {
  db = await testDatabase()
  context = trainingContext(db.database)
})
after(() => db.close())

const count = (now: Date) => countLearners(context, twoCourses, now)
const releasesOf = (house: House) =>
  context.database.asMember(house.id, (scope) => selectReleases(scope, [house.id]))
const rows = async (table: string, house: House) =>
  Number(
    (
      await db.query<{ n: string }>(`select count(*) as n from ${table} where organisation_id = $1`, [
        house.id,
      ])
    )[0]?.n,
  )

test('four who passed are nowhere to be seen; in the night after the fifth there are five, and no more by day', async () => {
  const house = await aHouse(db.database, 'Tannau Hospital')
  const one = await aClass(context, house)
  await someLearn(context, twoCourses, one, { people: 4, outcome: 'passed' })
  await count(later(18))
  assert.deepEqual(await releasesOf(house), [])
  await someLearn(context, twoCourses, one, { people: 1, outcome: 'passed', at: later(20) })
  assert.deepEqual(await releasesOf(house), [], 'not at the step itself')
  await count(later(42))
  assert.deepEqual(rateOf(await releasesOf(house)), { started: 5, finished: 5, passed: 5 })
  await count(later(43))
  assert.equal((await releasesOf(house)).length, 1, 'nobody is counted again')
})

test('who left or did not pass is counted when the try is deleted, with all answers', async () => {
  const house = await aHouse(db.database, 'Seeblick Hospital')
  const one = await aClass(context, house)
  await someLearn(context, twoCourses, one, { people: 5, outcome: 'started' })
  await someLearn(context, twoCourses, one, { people: 6, outcome: 'finished' })
  await someLearn(context, twoCourses, one, { people: 3, outcome: 'passed' })
  assert.equal(await rows('training_answers', house), 5 + 18 + 9)
  await count(later(attemptKeptDays * 24))
  assert.equal(await rows('training_learners', house), 14)
  assert.deepEqual(await releasesOf(house), [])
  await count(later(attemptKeptDays * 24 + 1))
  assert.equal(await rows('training_learners', house), 0)
  assert.equal(await rows('training_answers', house), 0)
  assert.deepEqual(rateOf(await releasesOf(house)), { started: 11, finished: 6, passed: null })
  assert.equal(await rows('training_outcomes', house), 3, 'the three who passed wait, without a try')
})

test('what is left over from past classes comes together, and only then', async () => {
  const house = await aHouse(db.database, 'Birkensee Clinic')
  const until = later(30)
  const first = await aClass(context, house, { until })
  const second = await aClass(context, house, { until, label: 'Ward 4' })
  await someLearn(context, twoCourses, first, { people: 3, outcome: 'passed' })
  await someLearn(context, twoCourses, second, { people: 3, outcome: 'passed' })
  await count(later(18))
  assert.deepEqual(await releasesOf(house), [])
  await count(later(42))
  const [release, ...more] = await releasesOf(house)
  assert.deepEqual([release?.classId, release?.people, more.length], [null, 6, 0])
})

test('neither house nor centre can read tries, answers and those who wait, whatever they ask', async () => {
  const house = await aHouse(db.database, 'Auental Practice')
  const one = await aClass(context, house)
  await someLearn(context, twoCourses, one, { people: 2, outcome: 'passed' })
  for (const table of ['training_learners', 'training_answers', 'training_outcomes']) {
    const read = sql.raw(`select * from ${table}`)
    await assert.rejects(
      context.database.asMember(house.id, (scope) => read.execute(scope.db)),
      /permission denied/,
    )
    await assert.rejects(
      context.database.asCentre((scope) => read.execute(scope.db)),
      /permission denied/,
    )
  }
  const foreign = sql.raw(`select * from training_classes where organisation_id = ${house.id}`)
  const other = await aHouse(db.database, 'Moorgrund Hospital')
  for (const scoped of [
    context.database.asMember(other.id, (scope) => foreign.execute(scope.db)),
    context.database.asEngineFor(other.id, (scope) => foreign.execute(scope.db)),
  ])
    assert.deepEqual((await scoped).rows, [])
})

test('the database itself refuses a group below five and a change of one that was released', async () => {
  const house = await aHouse(db.database, 'Waldrand Clinic')
  const insert = (people: number) =>
    db.query(
      "insert into training_releases (organisation_id, course_key, class_id, outcome, people, month, released_at) values ($1, 'course-example', null, 'passed', $2, '2026-12-01', now())",
      [house.id, people],
    )
  await assert.rejects(insert(4), /people/)
  await insert(5)
  await assert.rejects(
    db.query('update training_releases set people = 6 where organisation_id = $1', [house.id]),
    /append-only/,
  )
})

test('the journal hears of groups, and of no learner', async () => {
  const house = await aHouse(db.database, 'Lindenau Hospital')
  const one = await aClass(context, house)
  await someLearn(context, twoCourses, one, { people: 5, outcome: 'passed' })
  await count(later(18))
  const entries = await db.query<{ action: string; actor: string; details: unknown }>(
    "select action, actor, details from journal where organisation_id = $1 and action like 'training.%' order by id",
    [house.id],
  )
  assert.deepEqual(
    entries.map(({ action, actor }) => [action, actor]),
    [
      ['training.class-made', house.lead.actor],
      ['training.counted', 'training'],
    ],
  )
  assert.deepEqual(entries[1]?.details, { outcome: 'passed', people: 5 })
})

test('a counted course is owed again when its certificates run out, and later ones put the day off', async () => {
  const house = await aHouse(db.database, 'Kiefernhof Hospital')
  const one = await aClass(context, house, { until: later(24 * 600) })
  await someLearn(context, twoCourses, one, { people: 5, outcome: 'passed' })
  await count(later(18))
  const owed = () =>
    db.query<{ due_at: Date; discharged_at: Date | null; cancelled_at: Date | null }>(
      "select due_at, discharged_at, cancelled_at from obligations where organisation_id = $1 and kind = 'course-renew' order by id",
      [house.id],
    )
  const [first] = await owed()
  assert.equal(first?.due_at.toISOString(), '2027-12-01T00:00:00.000Z')
  const afterwards = new Date('2027-12-03T09:00:00Z')
  await someLearn(context, twoCourses, one, { people: 5, outcome: 'passed', at: afterwards })
  await count(later(18, afterwards))
  const [done, next, ...more] = await owed()
  assert.ok(done?.discharged_at, 'done, not called off')
  assert.equal(next?.due_at.toISOString(), '2028-12-01T00:00:00.000Z')
  assert.deepEqual([next?.discharged_at, more.length], [null, 0])
})

test('the share of staff is said from five on, where the head count is known, and never above all', async () => {
  const factOf = (house: House, now: Date) =>
    context.database.asMember(house.id, (scope) => factsFromTraining(scope, house.id, now))
  const large = await aHouse(db.database, 'Hohenfels University Hospital', 120)
  const own = await aClass(context, large, { courseKey: 'course-example' })
  await someLearn(context, twoCourses, own, { people: 6, outcome: 'passed' })
  await count(later(18))
  assert.deepEqual(
    await factOf(large, later(19)),
    [],
    'no course of the library, so no certificate that counts',
  )
  await db.query(
    "insert into training_releases (organisation_id, course_key, class_id, outcome, people, month, released_at) values ($1, 'course-ward', null, 'passed', 12, '2026-12-01', $2)",
    [large.id, later(18)],
  )
  const [fact] = await factOf(large, later(19))
  assert.deepEqual([fact?.key, fact?.value], ['training.rate', 10])
  assert.deepEqual(await factOf(large, new Date('2029-01-01T00:00:00Z')), [])
  const unknown = await aHouse(db.database, 'Steinbach Practice', null)
  assert.deepEqual(await factOf(unknown, aMoment), [])
})
