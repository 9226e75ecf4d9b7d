// Tests of the check from opening to closing: answers are facts, the depth may change, a snapshot outlives its questions.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { obligationsOfSubjects } from '../../obligations/index.ts'
import {
  aContent,
  aMoment,
  checkingOf,
  daysLater,
  type GivenHouse,
  givenClosedCheck,
  givenHouse,
} from '../builders.ts'
import { askAgainOf } from '../check.ts'
import { findSnapshot, selectAnswers, selectChecks } from '../store/checks.ts'
import { answerQuestion } from './answer.ts'
import { type Checking, changeDepth, openCheck, viewHouse, viewRunning } from './check.ts'
import { closeCheck } from './close.ts'

let db: TestDatabase
let checking: Checking

before(async () => {
  db = await testDatabase()
  checking = checkingOf(db.database)
})
after(() => db.close())

const answer = (house: GivenHouse, fact: string, value: string, now = aMoment, language = 'en') =>
  answerQuestion(checking, house.lead, { fact, value, note: null, evidenceUrl: null, language }, now)
const running = (house: GivenHouse, now = aMoment) =>
  db.database.asMember(house.id, (scope) => viewRunning(checking, scope, house.id, now))
const refusedWith = (code: string) => (error: unknown) => (error as { code?: string }).code === code

test('an answer is a fact with its source, and the depth may change without losing it', async () => {
  const house = await givenHouse(db.database, { name: 'Tannau Hospital' })
  await openCheck(checking, house.lead, 1, aMoment)
  await answer(house, 'recovery.backup', 'daily')
  assert.equal((await running(house)).progress.answered, 1)
  assert.equal((await running(house)).progress.questions.length, 3)
  await changeDepth(checking, house.lead, 3, aMoment)
  const wide = await running(house)
  assert.equal(wide.progress.answered, 1)
  assert.equal(wide.progress.questions.length, 5)
  const fact = wide.facts('recovery.backup')
  assert.equal(fact?.value, 'daily')
  assert.equal(fact?.source, 'answer')
  assert.equal(fact?.reference, 'yearly-check 1.0.0')
  await changeDepth(checking, house.lead, 1, aMoment)
  assert.equal((await running(house)).progress.answered, 1)
})

test('of two checks at once only one opens, and nothing is answered where none runs', async () => {
  const house = await givenHouse(db.database, { name: 'Birkensee Clinic' })
  await assert.rejects(
    () => answer(house, 'recovery.backup', 'daily'),
    refusedWith('assessments/not-running'),
  )
  const opened = await Promise.allSettled([1, 2].map(() => openCheck(checking, house.lead, 1, aMoment)))
  assert.equal(opened.filter(({ status }) => status === 'fulfilled').length, 1)
  await assert.rejects(() => answer(house, 'org.employees', '9'), refusedWith('assessments/unknown'))
  await assert.rejects(() => answer(house, 'recovery.backup', 'sometimes'))
})

test('closing freezes each question in the words that were read, discharges what was owed, and starts the next year', async () => {
  const house = await givenHouse(db.database, { name: 'Seeblick Hospital' })
  const first = await givenClosedCheck(checking, house.lead, { 'response.plan': 'written' })
  await openCheck(checking, house.lead, 1, daysLater(300))
  await answerQuestion(
    checking,
    house.lead,
    {
      fact: 'recovery.backup',
      value: 'weekly',
      note: 'Ask Mr Kolbe',
      evidenceUrl: 'https://intranet.example/a',
      language: 'de',
    },
    daysLater(301),
  )
  await answer(house, 'recovery.restore-tested', 'unknown', daysLater(301))
  const second = await closeCheck(checking, house.lead, 'fr', daysLater(302))
  const { snapshot, size, kind, country } = await db.database.asMember(house.id, async (scope) => {
    const found = await findSnapshot(scope, house.id, second)
    assert.ok(found)
    return found
  })
  assert.deepEqual([country, kind, size], ['AT', 'hospital', 'hospital'])
  const of = (fact: string) => snapshot.answers.find((one) => one.fact === fact)
  assert.equal(of('recovery.backup')?.language, 'de')
  assert.equal(of('recovery.backup')?.note, 'Ask Mr Kolbe')
  assert.equal(of('recovery.backup')?.value, 'weekly')
  assert.equal(of('recovery.backup')?.asOf, daysLater(301).toISOString())
  assert.equal(of('recovery.restore-tested')?.value, 'unknown')
  // Known from the year before and not asked again: in the words of who closed.
  assert.equal(of('response.plan')?.language, 'fr')
  assert.equal(of('response.plan')?.asOf, aMoment.toISOString())
  const owed = await db.database.asMember(house.id, (scope) =>
    obligationsOfSubjects(scope, 'assessment', [first, second]),
  )
  assert.deepEqual(
    owed.map(({ subjectId, dischargedAt, dueAt }) => [subjectId, dischargedAt !== null, dueAt.toISOString()]),
    [
      [first, true, daysLater(365).toISOString()],
      [second, false, daysLater(302 + 365).toISOString()],
    ],
  )
})

test('a snapshot cannot be changed, and stays readable when its question is gone', async () => {
  const house = await givenHouse(db.database, { name: 'Erlbach Clinic' })
  const id = await givenClosedCheck(checking, house.lead, {
    'recovery.backup': 'daily',
    'recovery.order': 'draft',
  })
  await assert.rejects(() =>
    db.query('update assessment_snapshots set year = 2000 where organisation_id = $1', [house.id]),
  )
  const [recover, respond] = aContent.form.sections
  assert.ok(recover && respond)
  const newer = {
    ...aContent.form,
    version: '2.0.0',
    sections: [
      { ...recover, questions: recover.questions.filter(({ fact }) => fact !== 'recovery.order') },
      {
        ...respond,
        questions: [...respond.questions, { fact: 'response.decider-at-night', depth: 1 as const, when: {} }],
      },
    ],
  }
  const later = checkingOf(db.database, { ...aContent, form: newer })
  const { found, facts } = await db.database.asMember(house.id, async (scope) => ({
    found: await findSnapshot(scope, house.id, id),
    facts: (await viewHouse(later, scope, house.id, aMoment)).facts,
  }))
  assert.equal(found?.snapshot.form.version, '1.0.0')
  assert.ok(found?.snapshot.answers.some(({ fact, value }) => fact === 'recovery.order' && value === 'draft'))
  const known = found?.snapshot.answers.filter(({ value }) => value !== null) ?? []
  const again = askAgainOf(newer, later.book.keys, facts, { depth: 3, answers: known })
  assert.deepEqual(
    again.map(({ question, because }) => [question.question.fact, because]),
    [
      ['recovery.restore-tested', 'new-question'],
      ['response.plan', 'new-question'],
      ['response.exercise', 'new-question'],
      ['response.decider-at-night', 'new-question'],
    ],
  )
})

test('what must be asked again says whether the question changed or the answer grew old', () => {
  const keys = new Map(checking.book.keys)
  const changed = keys.get('recovery.backup')
  assert.ok(changed)
  keys.set('recovery.backup', { ...changed, version: 2 })
  const facts = (key: string) => {
    const isOld = key === 'recovery.backup' || key === 'response.plan'
    return {
      key,
      keyVersion: 1,
      value: 'daily',
      source: 'answer',
      reference: null,
      asOf: aMoment,
      confidence: 'stated',
      tlp: 'TLP:AMBER',
      recordedAt: aMoment,
      recordedByName: null,
      isOld,
      beside: [],
    } as const
  }
  const answers = ['recovery.backup', 'response.plan'].map((fact) => ({ fact, keyVersion: 1 }))
  assert.deepEqual(
    askAgainOf(aContent.form, keys, facts, { depth: 1, answers }).map(({ because }) => because),
    ['changed-question', 'old-answer'],
  )
})

test('next year only what is open or has grown old is asked', async () => {
  const house = await givenHouse(db.database, { name: 'Lindau Practice', providerKind: 'practice' })
  await givenClosedCheck(checking, house.lead, {
    'recovery.backup': 'daily',
    'recovery.restore-tested': 'within-half-year',
    'response.plan': 'written',
  })
  await openCheck(checking, house.lead, 1, daysLater(20))
  assert.deepEqual((await running(house, daysLater(20))).progress.open, [])
  const old = (await running(house, daysLater(500))).progress.open.map(({ standing }) => standing)
  assert.ok(old.length > 0 && old.every((standing) => standing === 'old'))
})

test('the year is that of the house, and nobody else sees a check', async () => {
  const house = await givenHouse(db.database, { name: 'Nordhain Hospital' })
  // New Year's Eve in Vienna has passed; in UTC it has not.
  await openCheck(checking, house.lead, 1, new Date('2026-12-31T23:30:00Z'))
  const [check] = await db.database.asMember(house.id, (scope) => selectChecks(scope, house.id))
  assert.equal(check?.year, 2027)
  const other = await givenHouse(db.database, { name: 'Altenried Hospital' })
  await db.database.asMember(other.id, async (scope) => {
    assert.deepEqual(await selectChecks(scope, house.id), [])
    assert.deepEqual(await selectAnswers(scope, house.id, check?.id ?? 0), [])
  })
  await assert.rejects(() => db.database.asCentre((scope) => selectChecks(scope as never, house.id)))
})
