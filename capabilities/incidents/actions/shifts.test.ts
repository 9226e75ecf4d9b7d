// Tests of shifts: a running clock without an owner keeps the shift open, and the brief is kept as it was handed over.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '../../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import type { Access } from '../access.ts'
import { buildCase, buildContext, buildHospital, night } from '../builders.ts'
import { ownerSubject } from '../handover.ts'
import { selectShifts } from '../store/shifts.ts'
import { addTask, decide } from './keep.ts'
import { beginShift, handOver, readBrief } from './shifts.ts'

const minutes = (count: number) => new Date(night.getTime() + count * 60_000)
const officer = { personId: 7, name: 'P. Lorenz' }

let db: TestDatabase
let context: ReturnType<typeof buildContext>
let room: Access

before(async () => {
  db = await testDatabase()
  context = buildContext(db)
  room = await buildCase(db, await buildHospital(db))
  await buildCase(db, room.organisationId, { realm: 'exercise', formToken: 'drill' })
})
after(() => db.close())

test('a shift does not end while a running clock of a real case has no owner', async () => {
  await beginShift(context, officer, night)
  const unowned =
    (await readBrief(context, minutes(1)))[0]?.clocks.filter(({ owner }) => owner === null) ?? []
  assert.ok(unowned.length >= 2, 'at least the early warning filing and the notification run')
  await assert.rejects(
    handOver(context, officer, 'R. Ott', minutes(1)),
    (error: unknown) => error instanceof Refusal && error.code === 'incidents/clock-unowned',
  )
  for (const { key } of unowned)
    await decide(
      context,
      room,
      { subject: `${ownerSubject}${key}`, answer: 'Jana Brandt', because: 'Told on the telephone' },
      minutes(2),
    )
  const promise = { title: 'Ring back', toWhom: 'Ward 3', owner: 'P. Lorenz', dueAt: minutes(90) }
  await addTask(context, room, { kind: 'promise', ...promise }, minutes(3))
  const brief = await handOver(context, officer, 'R. Ott', minutes(4))
  assert.equal(brief.length, 1, 'an exercise hands over its own')
  assert.deepEqual(brief[0]?.promises, [promise])
  const [shift] = await db.database.asCentre(selectShifts)
  assert.deepEqual([shift?.handedTo, shift?.endedAt?.toISOString()], ['R. Ott', minutes(4).toISOString()])
  assert.deepEqual(shift?.brief, JSON.parse(JSON.stringify(brief)))
})

test('nobody hands over a shift that is not running', async () => {
  await assert.rejects(
    handOver(context, officer, 'R. Ott', minutes(5)),
    (error: unknown) => error instanceof Refusal && error.code === 'incidents/no-shift',
  )
})
