// A change of what the hospital is reaches its open cases once, and only what changed.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { buildCase, buildContext, buildHospital, night } from '../builders.ts'
import { closeIncident } from './close.ts'
import { followProfile } from './follow-profile.ts'
import { viewRoom } from './view.ts'

const minutes = (count: number) => new Date(night.getTime() + count * 60_000)
let db: TestDatabase

before(async () => {
  db = await testDatabase()
})
after(() => db.close())

test('the clocks of open cases follow the profile; the same profile again writes nothing, a closed case is left alone', async () => {
  const context = buildContext(db)
  const hospital = await buildHospital(db)
  const open = await buildCase(db, hospital)
  const closed = await buildCase(db, hospital, { formToken: 'closed' })
  await closeIncident(context, closed, 'Over', minutes(1))
  const changes = async (incidentId: number) => {
    const rows = await db.query<{ profile: { country: string } }>(
      `select details->'profile' as profile from journal where action = 'incident.profile-changed' and object_id = $1 order by id`,
      [String(incidentId)],
    )
    return rows.map(({ profile }) => profile.country)
  }
  const follow = (at: Date) => db.database.asEngine((scope) => followProfile(scope, hospital, at))
  await follow(minutes(2))
  assert.deepEqual(await changes(open.incidentId), [], 'nothing changed')
  await db.query(`update organisations set country = 'FR', time_zone = 'Europe/Paris' where id = $1`, [
    hospital,
  ])
  await follow(minutes(3))
  await follow(minutes(4))
  assert.deepEqual(await changes(open.incidentId), ['FR'])
  assert.deepEqual(await changes(closed.incidentId), [])
  const { duties } = await viewRoom(context, open, minutes(5))
  assert.ok(
    duties.some(({ rule }) => rule.key === 'FR-SIG'),
    'a duty of that country',
  )
  assert.equal(duties.find(({ rule }) => rule.key === 'NIS2-EW')?.rule.id.endsWith('/de'), false)
})
