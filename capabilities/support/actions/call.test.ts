// Tests of calls for help with a real database: who may take which step, who is told, and that exercises stay at home.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import {
  aMoment,
  type GivenMember,
  givenCase,
  givenMember,
  givenSupportCentre,
  incidentCases,
  minutesLater,
  officerFor,
  remind,
  supportContext,
} from '../builders.ts'
import type { CallStep } from '../call.ts'
import { selectCalls } from '../store/calls.ts'
import type { Acting } from './acting.ts'
import { type Asking, askForHelp, takeCallStep, viewCall } from './call.ts'

let db: TestDatabase
let context: Context
let tannau: GivenMember
let seeblick: GivenMember
let centre: Awaited<ReturnType<typeof givenSupportCentre>>
let forms = 0

before(async () => {
  db = await testDatabase()
  context = supportContext(db.database)
  centre = await givenSupportCentre(db.database)
  tannau = await givenMember(db.database, { name: 'Tannau Hospital' })
  seeblick = await givenMember(db.database, { name: 'Seeblick Hospital' })
})
after(() => db.close())

const asking = (given: Partial<Asking> = {}): Asking => {
  forms += 1
  return {
    kind: 'forensics',
    text: 'The laboratory is locked.',
    incidentId: null,
    isExercise: false,
    contactName: 'Jana Brandt',
    contactPhone: '+43 555 0100',
    formToken: `call-form-${forms}`,
    ...given,
  }
}
const ask = (given: Partial<Asking> = {}, by = tannau.lead, now = aMoment) =>
  askForHelp(context, incidentCases, by, asking(given), now)
const step = (by: Acting, callId: number, name: CallStep, now = aMoment, note: string | null = null) =>
  takeCallStep(
    context,
    by,
    callId,
    {
      step: name,
      note,
      promise: name === 'promise' ? { who: 'A. Rossi', for: minutesLater(90, now) } : null,
    },
    now,
  )
const toldOf = (callId: number) =>
  db.query<{ recipient: string; organisation_id: string; subject: string }>(
    `select recipient, organisation_id, content->>'subject' as subject from deliveries
     where kind = 'support.call' and subject_id = $1 order by id`,
    [callId],
  )
const refusedWith = (code: string) => (error: unknown) => (error as { code?: string }).code === code

test('a call goes its way between hospital and centre, and its steps say who did what when', async () => {
  const callId = await ask()
  const officer = officerFor(centre.officer, tannau.id)
  await step(officer, callId, 'take', minutesLater(5))
  await step(officer, callId, 'promise', minutesLater(8))
  await step(officer, callId, 'start', minutesLater(80))
  await step(officer, callId, 'deliver', minutesLater(300), 'Image taken, two servers rebuilt.')
  await step(tannau.lead, callId, 'helped', minutesLater(400))
  const { call, steps } = await viewCall(context, tannau.id, callId)
  assert.equal(call.state, 'closed')
  assert.equal(call.takenByName, officer.name)
  assert.equal(call.promisedWho, 'A. Rossi')
  assert.deepEqual(
    steps.map((one) => one.step),
    ['helped', 'deliver', 'start', 'promise', 'take', 'ask'],
  )
  const journal = await db.query<{ action: string }>(
    `select action from journal where object_type = 'support-call' and object_id = $1 order by id`,
    [String(callId)],
  )
  assert.deepEqual(
    journal.map(({ action }) => action),
    [
      'support.call-asked',
      'support.call-take',
      'support.call-promise',
      'support.call-start',
      'support.call-deliver',
      'support.call-helped',
    ],
  )
})

test('the same form sent twice is one call', async () => {
  const given = asking()
  const first = await askForHelp(context, incidentCases, tannau.lead, given, aMoment)
  assert.equal(await askForHelp(context, incidentCases, tannau.lead, given, minutesLater(1)), first)
})

test('the second officer learns that somebody has it, each side takes its own steps only, and a step too far is refused', async () => {
  const callId = await ask()
  const officer = officerFor(centre.officer, tannau.id)
  const both = await Promise.allSettled([
    step(officer, callId, 'take'),
    step(officerFor(centre.administrator, tannau.id), callId, 'take'),
  ])
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
  await assert.rejects(step(officer, callId, 'deliver'), refusedWith('support/moved-on'))
  await assert.rejects(step(tannau.lead, callId, 'promise'), refusedWith('support/moved-on'))
  await assert.rejects(step(officer, callId, 'withdraw'), refusedWith('support/moved-on'))
})

test('another member, the centre without its way and the wrong case find nothing', async () => {
  const callId = await ask()
  await assert.rejects(viewCall(context, seeblick.id, callId), refusedWith('support/unknown'))
  await assert.rejects(step(seeblick.lead, callId, 'withdraw'), refusedWith('support/unknown'))
  const foreign = await givenCase(context, seeblick.id)
  await assert.rejects(ask({ incidentId: foreign }), refusedWith('support/unknown'))
  const rows = await context.database.asMember(seeblick.id, (scope) =>
    selectCalls(scope, { organisationId: null, limit: 100 }),
  )
  assert.deepEqual(
    rows.map(({ organisationId }) => organisationId).filter((id) => id !== seeblick.id),
    [],
  )
})

test('the duty officer is told at once, the whole centre ten minutes later, and nobody any more when it is taken', async () => {
  const callId = await ask({}, tannau.lead, minutesLater(1000))
  await remind(context, minutesLater(1000))
  await remind(context, minutesLater(1005))
  assert.deepEqual(
    (await toldOf(callId)).map(({ recipient }) => recipient),
    [centre.officer.email],
  )
  await remind(context, minutesLater(1010))
  assert.equal((await toldOf(callId)).length, 3)
  await step(officerFor(centre.officer, tannau.id), callId, 'take', minutesLater(1011))
  await remind(context, minutesLater(1100))
  assert.equal((await toldOf(callId)).length, 3)
  await step(officerFor(centre.officer, tannau.id), callId, 'give-back', minutesLater(1101), 'My shift ends.')
  await remind(context, minutesLater(1101))
  assert.equal((await toldOf(callId)).length, 4, 'given back, it is told from the first step on')
})

test('a promise that was not kept is told once; not helped begins a new clock', async () => {
  const start = minutesLater(3000)
  const officer = officerFor(centre.officer, tannau.id)
  const callId = await ask({}, tannau.lead, start)
  await step(officer, callId, 'take', start)
  await step(officer, callId, 'promise', start)
  await remind(context, minutesLater(90, start))
  assert.equal((await toldOf(callId)).length, 0)
  await remind(context, minutesLater(91, start))
  await remind(context, minutesLater(95, start))
  assert.equal((await toldOf(callId)).length, 2)
  await step(officer, callId, 'start', minutesLater(100, start))
  await step(officer, callId, 'deliver', minutesLater(110, start), 'Done.')
  await step(tannau.lead, callId, 'not-helped', minutesLater(120, start), 'Still locked.')
  const { call } = await viewCall(context, tannau.id, callId)
  assert.equal(call.state, 'asked')
  assert.deepEqual(call.dueAt, minutesLater(180, start))
  assert.equal(call.takenByName, null)
})

test('an exercise has a number of its own, and all its messages go to the own people', async () => {
  const incidentId = await givenCase(context, tannau.id, 'exercise')
  const start = minutesLater(6000)
  const callId = await ask({ incidentId, isExercise: false }, tannau.lead, start)
  assert.ok(callId >= 1_000_000_000_000)
  for (const minutes of [0, 10, 20, 30, 200]) await remind(context, minutesLater(minutes, start))
  const told = await toldOf(callId)
  assert.deepEqual(new Set(told.map(({ recipient }) => recipient)), new Set([tannau.leadEmail]))
  assert.ok(
    told.every(
      ({ subject, organisation_id }) => /^Exercise: /.test(subject) && Number(organisation_id) === tannau.id,
    ),
  )
  assert.equal(told.length, 5)
})

test('what happened to a call cannot be changed or removed by the application', async () => {
  for (const statement of [
    'update support_call_steps set note = null',
    'delete from support_call_steps',
    'delete from support_calls',
  ])
    await assert.rejects(
      context.database.asMember(tannau.id, async ({ db: transaction }) => {
        const { sql } = await import('kysely')
        return sql.raw(statement).execute(transaction)
      }),
      /permission denied/,
    )
})
