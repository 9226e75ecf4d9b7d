// Tests of requests with the database: the way from asking to the outcome, its clock, reminders, and two people at once.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import type { Acting } from './actions/acting.ts'
import { chooseItem } from './actions/choose.ts'
import { requestItem, takeRequestStep, viewRequest } from './actions/request.ts'
import {
  aMoment,
  bookForTests,
  catalogueContext,
  givenCentre,
  givenMember,
  hoursLater,
  officerFor,
  remind,
} from './builders.ts'
import { isLate, type RequestStep, requestSteps, stepsFor } from './request.ts'
import { selectDemand, selectRequests } from './store/requests.ts'

let db: TestDatabase
let context: Context
let member: Acting
let officer: Acting
let asked = 0
const book = bookForTests()

before(async () => {
  db = await testDatabase()
  context = catalogueContext(db.database)
  const centre = await givenCentre(db.database)
  member = await givenMember(db.database, { name: 'Birkensee Practice' })
  officer = officerFor(centre.officer, member.organisationId)
})
after(() => db.close())

function ask(key = 'advice-hour', formToken = `form-token-${++asked}`, now = aMoment) {
  const asking = { key, text: 'A contract.', contactName: 'Jana Brandt', contactPhone: null, formToken }
  return requestItem(context, book, member, asking, now)
}
const take = (
  by: Acting,
  id: number,
  step: RequestStep,
  {
    note = null,
    for: promisedFor = null,
    at = aMoment,
  }: { note?: string | null; for?: Date | null; at?: Date } = {},
) => takeRequestStep(context, by, id, { step, note, promisedFor }, at)
const obligationOf = async (id: number) =>
  (
    await db.query<{ kind: string; due_at: Date; discharged_at: Date | null; cancelled_at: Date | null }>(
      "select kind, due_at, discharged_at, cancelled_at from obligations where subject_type = 'item-request' and subject_id = $1",
      [id],
    )
  )[0]

test('a request is asked, taken, promised, delivered, and closed with its outcome, in one place', async () => {
  const id = await ask()
  assert.equal((await obligationOf(id))?.due_at.toISOString(), hoursLater(72).toISOString())
  await take(officer, id, 'take', { at: hoursLater(1) })
  assert.equal((await obligationOf(id))?.discharged_at, null, 'taken is no answer yet')
  await take(officer, id, 'promise', { for: hoursLater(100), at: hoursLater(2) })
  assert.equal((await obligationOf(id))?.discharged_at?.toISOString(), hoursLater(2).toISOString())
  await take(officer, id, 'deliver', { note: 'Talked for an hour.', at: hoursLater(99) })
  await take(member, id, 'partly-helped', { note: 'The contract is long.', at: hoursLater(120) })
  const { request, steps } = await viewRequest(context, member.organisationId, id)
  assert.deepEqual([request.state, request.outcome, request.houseSize], ['closed', 'partly', 'practice'])
  assert.deepEqual(
    steps.map(({ step }) => step),
    ['partly-helped', 'deliver', 'promise', 'take', 'ask'],
  )
})

test('the same form sent twice is one request', async () => {
  assert.equal(await ask('advice-hour', 'the-same-form'), await ask('advice-hour', 'the-same-form'))
})

test('a step that is not possible from here, or not from this side, is refused', async () => {
  const id = await ask()
  await assert.rejects(take(member, id, 'take'), { code: 'catalogue/moved-on' })
  await assert.rejects(take(officer, id, 'deliver', { note: 'x' }), { code: 'catalogue/moved-on' })
  await take(officer, id, 'take')
  await assert.rejects(take(officer, id, 'take'), { code: 'catalogue/moved-on' })
  await take(member, id, 'withdraw')
  assert.ok((await obligationOf(id))?.cancelled_at, 'nobody owes an answer any more')
  await assert.rejects(take(officer, id, 'promise', { for: hoursLater(9) }), { code: 'catalogue/moved-on' })
})

test('of two officers at once one takes it, the other is told', async () => {
  const id = await ask()
  const results = await Promise.allSettled([take(officer, id, 'take'), take(officer, id, 'take')])
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('what starts at once, and an example, cannot be requested', async () => {
  for (const key of ['help-call', 'example-regional-pool'])
    await assert.rejects(ask(key), { code: 'catalogue/not-requestable' })
  await assert.rejects(ask('nothing-of-the-kind'), { code: 'catalogue/unknown' })
})

test('what was asked for elsewhere has no clock, and the member says what came of it', async () => {
  const id = await ask('no-more-ransom')
  assert.equal(await obligationOf(id), undefined)
  await take(member, id, 'helped')
  const { request } = await viewRequest(context, member.organisationId, id)
  assert.deepEqual([request.via, request.state, request.outcome], ['external', 'closed', 'yes'])
})

test('a late request is told to the duty officers, a day later to everybody, and not after it is answered', async () => {
  await db.query("update item_requests set state = 'withdrawn', ended_at = asked_at where ended_at is null")
  const id = await ask('advice-hour', 'form-token-late')
  const mails = async () =>
    (await db.query<{ recipient: string }>("select recipient from deliveries where kind = 'catalogue.late'"))
      .length
  assert.equal((await remind(context, hoursLater(72))).requests, 0, 'the due instant is still in time')
  assert.equal((await remind(context, hoursLater(73))).messages, 1)
  assert.equal((await remind(context, hoursLater(74))).messages, 0)
  assert.equal((await remind(context, hoursLater(97))).messages, 2)
  assert.equal(await mails(), 3)
  await take(officer, id, 'take', { at: hoursLater(98) })
  assert.equal((await remind(context, hoursLater(99))).requests, 1, 'taken without an answer is still late')
  await take(officer, id, 'promise', { for: hoursLater(200), at: hoursLater(100) })
  assert.equal((await remind(context, hoursLater(150))).requests, 0)
  await db.query("update item_requests set item_key = 'of-an-older-release' where id = $1", [id])
  const last = await remind(context, hoursLater(201))
  assert.deepEqual([last.requests, last.messages > 0], [1, true], 'a promise that passed is late')
})

test('another member sees nothing of it, and the centre sees requests but no choices', async () => {
  const other = await givenMember(db.database, { name: 'Seeblick Hospital' })
  const id = await ask()
  await assert.rejects(viewRequest(context, other.organisationId, id), { code: 'catalogue/unknown' })
  const choosing = {
    key: 'back-up-and-restore',
    choice: 'planned' as const,
    until: hoursLater(99),
    reason: null,
    who: null,
  }
  await chooseItem(context, member, choosing, aMoment)
  const queue = await context.database.asCentre((scope) =>
    selectRequests(scope, { organisationId: null, limit: 99 }),
  )
  assert.ok(queue.some((one) => one.id === id))
  assert.ok(queue.every(({ via }) => via === 'centre'))
  const { sql } = await import('kysely')
  await assert.rejects(
    context.database.asCentre((scope) => sql`select 1 from item_choices`.execute(scope.db)),
    /permission denied/,
  )
})

test('demand counts what was asked for, also elsewhere, and nothing that was withdrawn', async () => {
  const before = await context.database.asCentre((scope) => selectDemand(scope, aMoment))
  await ask('euvd')
  await take(member, await ask(), 'withdraw')
  const after = await context.database.asCentre((scope) => selectDemand(scope, aMoment))
  assert.equal(after.length, before.length + 1)
})

test('a plan starts an obligation, a new date replaces it, done discharges it', async () => {
  const obligations = () =>
    db.query<{ due_at: Date; discharged_at: Date | null; cancelled_at: Date | null }>(
      "select due_at, discharged_at, cancelled_at from obligations where subject_type = 'item-choice' order by id",
    )
  await db.query('delete from obligations')
  const choose = (choice: 'planned' | 'done', until: Date | null, at: Date) =>
    chooseItem(context, member, { key: 'second-factor', choice, until, reason: null, who: null }, at)
  await choose('planned', hoursLater(48), aMoment)
  await choose('planned', hoursLater(72), hoursLater(1))
  await choose('done', null, hoursLater(2))
  const rows = await obligations()
  assert.deepEqual(
    rows.map((row) => [row.due_at.toISOString(), row.discharged_at !== null, row.cancelled_at !== null]),
    [
      [hoursLater(48).toISOString(), false, true],
      [hoursLater(72).toISOString(), true, false],
    ],
  )
})

test('a plan sent twice at once is owed once', async () => {
  const choosing = {
    key: 'secure-mail',
    choice: 'planned' as const,
    until: hoursLater(48),
    reason: null,
    who: null,
  }
  await Promise.all(Array.from({ length: 4 }, () => chooseItem(context, member, choosing, aMoment)))
  const running = await db.query(
    `select 1 from obligations o join item_choices c on c.id = o.subject_id where o.subject_type = 'item-choice'
      and c.item_key = 'secure-mail' and o.discharged_at is null and o.cancelled_at is null`,
  )
  assert.equal(running.length, 1)
})

test('every state has a way on or is over, and no side may take the steps of the other', () => {
  const states = ['asked', 'taken', 'promised', 'delivered', 'closed', 'declined', 'withdrawn'] as const
  for (const state of states) {
    const both = [
      ...stepsFor({ state, via: 'centre' }, 'member'),
      ...stepsFor({ state, via: 'centre' }, 'centre'),
    ]
    assert.equal(both.length > 0, !['closed', 'declined', 'withdrawn'].includes(state), state)
    assert.equal(new Set(both).size, both.length)
  }
  for (const step of requestSteps)
    assert.ok(
      states.some((state) =>
        (['member', 'centre'] as const).some((side) =>
          stepsFor({ state, via: 'centre' }, side).includes(step),
        ),
      ),
      step,
    )
})

test('the due instant itself is in time', () => {
  const waiting = { state: 'asked' as const, dueAt: aMoment, promisedFor: null }
  assert.equal(isLate(waiting, aMoment), false)
  assert.equal(isLate(waiting, new Date(aMoment.getTime() + 1)), true)
  assert.equal(isLate({ ...waiting, dueAt: null }, hoursLater(9999)), false)
})
