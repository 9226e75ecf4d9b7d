// Runs on a real database: one transaction, one journal entry, first come first served, nobody else's eyes.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { Refusal } from '../../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { insertHospital } from '../../assets/builders.ts'
import { startWhole, storedEvents, timeZone } from '../builders/runs.ts'
import { brandt, keller, lorenz } from '../builders/trial.ts'
import type { Actor } from '../run.ts'
import { ownPlaybooks } from '../store/library.ts'
import type { RunScope } from '../store/runs.ts'
import { readRun, runsOf } from './find.ts'
import { answerDecision, completeStep, endRun, noteOnStep, reopenStep, startRun, takeStep } from './run.ts'

const startedAt = new Date('2026-10-25T00:30:00Z')
const later = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000)
let db: TestDatabase
let hospital: number
let other: number

before(async () => {
  db = await testDatabase()
  hospital = await insertHospital(db)
  other = await insertHospital(db, 'Lakeland Hospital')
})
after(() => db.close())

const asMember = <T>(work: (scope: RunScope) => Promise<T>, organisationId = hospital) =>
  db.database.asMember(organisationId, work)
const begin = () => asMember((scope) => startWhole(scope, startedAt))
let commands = 0
const order = (runId: number, actor: Actor = lorenz) => ({
  runId,
  actor,
  timeZone,
  commandId: `c${++commands}`,
})
const done = (runId: number, stepId: string, actor = lorenz, at = later(5)) =>
  asMember((scope) =>
    completeStep(scope, { ...order(runId, actor), stepId, outcome: 'done', note: null }, at),
  )
const view = (runId: number, at = later(1), language = 'en') =>
  asMember((scope) => readRun(scope, runId, language, at))
const refused = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => assert.fail('it was not refused'),
    (caught: unknown) => caught,
  )
  return error instanceof Refusal ? error : assert.fail(String(error))
}

test('a run of the library keeps its playbook, its words and who started it, and says so in every language', async () => {
  const [first] = ownPlaybooks()
  assert.ok(first)
  const { key, version } = first.playbook
  const id = await asMember((scope) =>
    startRun(
      scope,
      { subjectType: 'exercise', subjectId: 9, playbookKey: key, simulated: true, actor: keller },
      startedAt,
    ),
  )
  for (const language of ['en', 'de', 'fr', 'it']) {
    const run = await view(id, later(1), language)
    assert.deepEqual([run.language, run.key, run.version, run.simulated], [language, key, version, true])
    assert.equal(run.name, first.texts[language]?.name)
    assert.equal(run.startedBy, 'R. Keller')
  }
  const listed = await asMember((scope) => runsOf(scope, 'exercise', [9, 10], 'en', startedAt))
  assert.deepEqual(
    listed.map(({ runId }) => runId),
    [id],
  )
})

test('a playbook that there is not is refused, and nothing begins', async () => {
  const start = { subjectType: 'incident', subjectId: 6, simulated: false, actor: lorenz }
  for (const playbookKey of ['nothing', 'imported-999', '../ransomware', 'imported-x']) {
    const error = await refused(asMember((scope) => startRun(scope, { ...start, playbookKey }, startedAt)))
    assert.equal(error.code, 'playbooks/not-found')
  }
  assert.deepEqual(await asMember((scope) => runsOf(scope, 'incident', [6], 'en', startedAt)), [])
})

test('due times count from the start, also over the change to winter time, and what is late says so', async () => {
  const id = await begin()
  const [look] = (await view(id, later(10))).steps
  assert.deepEqual([look?.standing?.dueAt, look?.standing?.isLate], [later(10), false])
  const late = await view(id, later(11))
  assert.deepEqual(
    [late.steps[0]?.standing?.isLate, late.progress],
    [true, { done: 0, needed: 6, open: 1, late: 1 }],
  )
})

test('the second answer to a step is refused with the name and the local time of the first', async () => {
  const id = await begin()
  await done(id, 'look', lorenz, new Date('2026-10-25T08:38:00Z'))
  const error = await refused(done(id, 'look', brandt))
  assert.equal(error.code, 'playbooks/already-done')
  assert.equal(error.message, 'P. Lorenz ticked it at 09:38. Your answer was not sent.')
  assert.deepEqual(error.values, { who: 'P. Lorenz', time: '09:38', day: '2026-10-25' })
  assert.equal((await storedEvents(db, id)).length, 2)
})

test('a command that arrives twice, also at the same moment, is one', async () => {
  const id = await begin()
  const same = { ...order(id), stepId: 'look', outcome: 'done' as const, note: null }
  const results = await Promise.all(
    [1, 2, 3].map(() => asMember((scope) => completeStep(scope, same, later(1)))),
  )
  assert.deepEqual(results.map(({ isRepeated }) => isRepeated).sort(), [false, true, true])
  const again = await asMember((scope) => completeStep(scope, same, later(9)))
  assert.deepEqual([again.isRepeated, again.event.at], [true, later(1)])
  assert.equal((await storedEvents(db, id)).length, 2)
})

test('three people at once on the same step: one counts, two are told who was first', async () => {
  const id = await begin()
  const outcomes = await Promise.allSettled([lorenz, brandt, keller].map((actor) => done(id, 'look', actor)))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') assert.equal(outcome.reason.code, 'playbooks/already-done')
})

test('taking, answering, noting, opening again and ending leave one event and one journal entry each', async () => {
  const id = await begin()
  const at = later(2)
  await asMember((scope) => takeStep(scope, { ...order(id), stepId: 'look', takeOver: false }, at))
  await done(id, 'look')
  await asMember((scope) =>
    answerDecision(scope, { ...order(id, brandt), stepId: 'ask', answer: 'no', note: 'Two in use.' }, at),
  )
  await asMember((scope) => noteOnStep(scope, { ...order(id), stepId: null, note: ' Ward 3 is calm. ' }, at))
  await asMember((scope) => reopenStep(scope, { ...order(id), stepId: 'look', note: 'Wrong gateway.' }, at))
  await asMember((scope) => endRun(scope, { ...order(id, keller), note: 'False alarm.' }, at))
  const run = await view(id)
  assert.deepEqual(
    run.steps.map(({ id: step, standing }) => `${step} ${standing?.state}`),
    ['look open', 'ask done', 'cut skipped', 'leave later', 'paper later', 'check later'],
  )
  assert.equal(run.steps[1]?.standing?.done?.note, 'Two in use.')
  assert.deepEqual([run.notes[0]?.note, run.ended?.by.name], ['Ward 3 is calm.', 'R. Keller'])
  const entries = await db.query<{ action: string; actor: string; details: Record<string, unknown> }>(
    `select action, actor, details from journal where object_type = 'playbook-run' and object_id = $1 order by id`,
    [String(id)],
  )
  assert.deepEqual(
    entries.map(({ action, actor }) => `${actor} ${action}`),
    [
      'person:1 playbook.started',
      'person:1 playbook.step-taken',
      'person:1 playbook.step-completed',
      'person:2 playbook.decision-answered',
      'person:1 playbook.note-added',
      'person:1 playbook.step-reopened',
      'person:3 playbook.ended',
    ],
  )
  assert.doesNotMatch(JSON.stringify(entries), /calm|in use|False alarm/)
  assert.equal((await refused(done(id, 'paper'))).code, 'playbooks/run-ended')
})

test('what needs a reason is refused without one, and what is not there is said so', async () => {
  const id = await begin()
  const empty = { ...order(id), stepId: 'look', note: '  ' }
  assert.equal(
    (await refused(asMember((scope) => noteOnStep(scope, empty, later(1))))).code,
    'playbooks/note-needed',
  )
  assert.equal((await refused(done(id, 'check'))).code, 'playbooks/not-open')
  assert.equal((await refused(done(id, 'sides'))).code, 'playbooks/no-such-step')
  assert.equal((await refused(done(999_999, 'look'))).code, 'playbooks/no-such-run')
})

test('another member neither sees nor changes a run, the centre alone has no right on it, and the engine acts for one member', async () => {
  const id = await begin()
  assert.equal(
    (await refused(asMember((scope) => readRun(scope, id, 'en', startedAt), other))).code,
    'playbooks/no-such-run',
  )
  const foreign = asMember(
    (scope) => completeStep(scope, { ...order(id), stepId: 'look', outcome: 'done', note: null }, later(1)),
    other,
  )
  assert.equal((await refused(foreign)).code, 'playbooks/no-such-run')
  await assert.rejects(
    db.database.asCentre(({ db: tx }) => sql`select from playbook_runs`.execute(tx)),
    /permission denied/,
  )
  await assert.rejects(
    db.database.asEngine((scope) => readRun(scope, id, 'en', startedAt)),
    /names none/,
  )
  const seen = await db.database.asEngineFor(hospital, (scope) => readRun(scope, id, 'en', startedAt))
  assert.equal(seen.runId, id)
})

test('events can be neither changed nor taken away', async () => {
  const id = await begin()
  for (const statement of [
    sql`update playbook_run_events set note = 'other' where run_id = ${id}`,
    sql`delete from playbook_run_events where run_id = ${id}`,
    sql`update playbook_runs set playbook = '{}' where id = ${id}`,
    sql`delete from playbook_runs where id = ${id}`,
  ])
    await assert.rejects(
      asMember(({ db: tx }) => statement.execute(tx)),
      /permission denied/,
    )
  await assert.rejects(
    db.query(`update playbook_run_events set note = 'other' where run_id = ${id}`),
    /append-only/,
  )
})

test('a transaction that fails leaves neither event nor journal entry', async () => {
  const id = await begin()
  const failing = asMember(async (scope) => {
    await completeStep(scope, { ...order(id), stepId: 'look', outcome: 'done', note: null }, later(1))
    throw new Error('the caller failed afterwards')
  })
  await assert.rejects(failing, /failed afterwards/)
  assert.equal((await storedEvents(db, id)).length, 1)
  assert.equal((await view(id)).steps[0]?.standing?.state, 'open')
})
