// Tests of a room on a real database: who gets in, what is kept, and that nothing said before is lost.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '../../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import type { Access } from '../access.ts'
import { accessTo, buildCase, buildContext, buildHospital, buildOpening, night } from '../builders.ts'
import type { FactKey } from '../fact-keys.ts'
import { closeIncident, reopenIncident } from './close.ts'
import { accessOfGuest, cardOf, inviteGuest, makeCard, showOut, withdrawCard } from './doors.ts'
import { addEvidence, handOverEvidence, openEvidence } from './evidence.ts'
import { recordFacts } from './facts.ts'
import { addNote, addTask, decide, finishTask, setService } from './keep.ts'
import { openIncident } from './open.ts'
import { viewRoom } from './view.ts'

const minutes = (count: number) => new Date(night.getTime() + count * 60_000)
const refused = (code: string) => (error: unknown) =>
  error instanceof Refusal && error.code === `incidents/${code}`

let db: TestDatabase
let context: ReturnType<typeof buildContext>
let hospital: number
let other: number
let room: Access

before(async () => {
  db = await testDatabase()
  context = buildContext(db)
  hospital = await buildHospital(db)
  other = await buildHospital(db, 'Birkensee Clinic')
  room = await buildCase(db, hospital)
})
after(() => db.close())

const fact = (key: FactKey, typed: string, reason: string | null = null) =>
  ({
    facts: [{ key, typed }],
    source: 'Jana Brandt',
    confidence: 'likely',
    reason,
    timeZone: 'Europe/Berlin',
  }) as const

test('the same form sent twice is one case, and an exercise has a number of its own', async () => {
  const again = await openIncident(context, buildOpening(hospital), minutes(1))
  assert.deepEqual(again, { incidentId: room.incidentId, isNew: false })
  const drill = await openIncident(
    context,
    buildOpening(hospital, { realm: 'exercise', formToken: 'drill' }),
    minutes(1),
  )
  assert.ok(drill.incidentId >= 1_000_000_000_000)
})

test('a ransomware case begins with its playbook, in the transaction that opens it', async () => {
  const runs = await db.query<{ key: string }>(
    `select playbook_key as key from playbook_runs where organisation_id = $1 and subject_id = $2`,
    [hospital, room.incidentId],
  )
  assert.deepEqual(
    runs.map(({ key }) => key),
    ['ransomware'],
  )
})

test('a case is opened once however many send the same form at the same moment', async () => {
  const opening = buildOpening(hospital, { formToken: 'many' })
  const opened = await Promise.all(
    Array.from({ length: 8 }, () => openIncident(context, opening, minutes(1))),
  )
  assert.equal(new Set(opened.map(({ incidentId }) => incidentId)).size, 1)
  assert.equal(opened.filter(({ isNew }) => isNew).length, 1)
})

test('a corrected fact keeps the old value, asks why, and moves the clock', async () => {
  const due = async () => {
    const { duties } = await viewRoom(context, room, minutes(5))
    return duties.find(({ rule }) => rule.key === 'NIS2-EW')?.dueAt?.toISOString()
  }
  assert.equal(await due(), '2026-03-30T00:30:00.000Z')
  await assert.rejects(
    recordFacts(context, room, fact('awareAt', '2026-03-29T01:15'), minutes(5)),
    refused('reason-missing'),
  )
  await recordFacts(context, room, fact('awareAt', '2026-03-29T01:15', 'The ward knew before'), minutes(5))
  assert.equal(await due(), '2026-03-30T00:15:00.000Z', 'the night in which a clock hour is missing')
  const { ledger, moves } = await viewRoom(context, room, minutes(6))
  assert.equal(ledger.get('awareAt')?.struck.length, 1)
  assert.equal(ledger.get('awareAt')?.current.reason, 'The ward knew before')
  const moved = moves.at(-1)?.changes.find(({ key }) => key === 'NIS2-EW')
  assert.equal(moved?.from?.dueAt?.toISOString(), '2026-03-30T00:30:00.000Z')
})

test('every fault of a form is named at once, and nothing is stored', async () => {
  const command = {
    ...fact('awareAt', '2026-03-29T25:61'),
    facts: [
      { key: 'awareAt', typed: '2026-03-29T25:61' },
      { key: 'usersAffected', typed: 'many' },
      { key: 'crossBorder', typed: 'perhaps' },
    ] as const,
  }
  await assert.rejects(recordFacts(context, room, command, minutes(7)), (error: unknown) => {
    assert.ok(error instanceof Refusal)
    assert.deepEqual(
      error.faults.map(({ pointer }) => pointer),
      ['awareAt', 'usersAffected', 'crossBorder'],
    )
    return true
  })
})

test('notes, tasks, promises and services are kept with who and when', async () => {
  await addNote(context, room, { kind: 'call', text: 'Rang the pharmacy', happenedAt: null }, minutes(8))
  await addTask(
    context,
    room,
    { kind: 'promise', title: 'Ring back', toWhom: 'Pharmacy', owner: 'J. Brandt', dueAt: minutes(60) },
    minutes(8),
  )
  await setService(
    context,
    room,
    { service: 'dialysis', state: 'diverted', expectedAt: minutes(600), divertedTo: 'Birkensee', note: null },
    minutes(9),
  )
  const { tasks, services, notes } = await viewRoom(context, room, minutes(10))
  assert.deepEqual(
    [notes.length, tasks[0]?.toWhom, services[0]?.state, services[0]?.recordedByName],
    [1, 'Pharmacy', 'diverted', 'Jana Brandt'],
  )
  const taskId = tasks[0]?.id ?? 0
  await finishTask(context, room, { taskId, state: 'done', outcome: 'Rang' }, minutes(11))
  await assert.rejects(
    finishTask(context, room, { taskId, state: 'dropped', outcome: null }, minutes(12)),
    refused('task-ended'),
  )
})

test('evidence keeps its hash and every hand that it was in', async () => {
  const content = Buffer.from('note of the attackers')
  const sha256 = await addEvidence(
    context,
    room,
    { fileName: 'note.txt', content, takenFrom: 'PC of ward 3', takenAt: night },
    minutes(13),
  )
  const { files } = await viewRoom(context, room, minutes(13))
  const fileId = files[0]?.id ?? 0
  const opened = await openEvidence(context, room, fileId, minutes(14))
  assert.deepEqual([opened.isIntact, opened.content.toString()], [true, 'note of the attackers'])
  await handOverEvidence(context, room, { fileId, toWhom: 'Police' }, minutes(15))
  const { custody } = await viewRoom(context, room, minutes(16))
  assert.deepEqual(
    custody.map(({ action, toWhom, sha256: hash }) => [action, toWhom, hash === sha256]),
    [
      ['received', null, true],
      ['opened', null, true],
      ['handed-over', 'Police', true],
    ],
  )
  for (const statement of [
    'update incident_files set file_name = $1',
    'delete from incident_files where file_name <> $1',
  ])
    await assert.rejects(
      db.database.asMember(hospital, async (scope) => {
        const { sql } = await import('kysely')
        await sql.raw(statement.replace('$1', `'x'`)).execute(scope.db)
      }),
      /permission denied/,
    )
})

test('a guest gets in until the time is over or the invitation is taken back, and then sees nothing', async () => {
  const guest = { name: 'R. Ott', ofWhom: 'Forensics', days: 2 }
  const reading = await inviteGuest(context, room, { ...guest, may: 'read' }, minutes(20))
  const access = await accessOfGuest(context, reading, minutes(21))
  assert.equal(
    (await viewRoom(context, access, minutes(21))).guests.length,
    0,
    'guests do not see one another',
  )
  await assert.rejects(
    addNote(context, access, { kind: 'note', text: 'x', happenedAt: null }, minutes(21)),
    refused('read-only'),
  )
  const writing = await inviteGuest(context, room, { ...guest, may: 'write' }, minutes(20))
  const writer = await accessOfGuest(context, writing, minutes(21))
  await addNote(context, writer, { kind: 'note', text: 'Image taken', happenedAt: null }, minutes(21))
  await assert.rejects(
    inviteGuest(context, writer, { ...guest, may: 'read' }, minutes(22)),
    refused('door-closed'),
  )
  await assert.rejects(
    accessOfGuest(context, reading, new Date(night.getTime() + 3 * 86_400_000)),
    refused('door-closed'),
  )
  const [first] = (await viewRoom(context, room, minutes(23))).guests
  await showOut(context, room, first?.id ?? 0, minutes(24))
  await assert.rejects(accessOfGuest(context, reading, minutes(25)), refused('door-closed'))
  for (const token of [
    '',
    'x',
    `${hospital}-${'A'.repeat(22)}`,
    `${other}-${reading.split('-').slice(1).join('-')}`,
  ])
    await assert.rejects(accessOfGuest(context, token, minutes(25)), refused('door-closed'))
})

test('a card opens no door once it is withdrawn, and none of another hospital', async () => {
  const { cardId, token } = await makeCard(
    context,
    hospital,
    { place: 'Server room', realm: 'real', actor: 'person:1', name: 'Jana Brandt' },
    minutes(26),
  )
  assert.equal((await cardOf(context, token))?.card.place, 'Server room')
  assert.equal(await cardOf(context, `${other}${token.slice(String(hospital).length)}`), null)
  await withdrawCard(context, hospital, { cardId, actor: 'person:1' }, minutes(27))
  assert.equal(await cardOf(context, token), null)
})

test('nobody reaches the room of another hospital', async () => {
  const stranger = accessTo(other, room.incidentId)
  await assert.rejects(viewRoom(context, stranger, minutes(28)), refused('unknown'))
  await assert.rejects(
    decide(context, stranger, { subject: 'significant', answer: 'no', because: 'x' }, minutes(28)),
    refused('unknown'),
  )
})

test('a closed case takes no more facts until it is opened again, but lessons', async () => {
  await closeIncident(context, room, 'Restored from backup', minutes(30))
  await assert.rejects(recordFacts(context, room, fact('ongoing', 'no'), minutes(31)), refused('closed'))
  await addNote(
    context,
    room,
    { kind: 'lesson', text: 'Print the list of numbers', happenedAt: null },
    minutes(32),
  )
  await reopenIncident(context, room, minutes(33))
  await assert.rejects(reopenIncident(context, room, minutes(34)), refused('not-closed'))
  await recordFacts(context, room, fact('ongoing', 'no'), minutes(35))
})
