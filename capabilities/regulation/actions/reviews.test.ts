// Tests of the next look at what a house said about a duty: one at a time, on the day of the house, only while it is owed.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { createFactBook, type FactValue, profileFacts } from '../../facts/index.ts'
import { aProvider, givenOrganisation } from '../../organisations/builders.ts'
import { ruleBook } from '../store/tables.ts'
import { sayKept, takeBack } from './keep.ts'
import { lookAtDuties } from './look.ts'

const book = createFactBook([profileFacts])
const now = new Date('2026-11-17T08:40:00Z')
let db: TestDatabase
let house: number

before(async () => {
  db = await testDatabase()
  house = await givenOrganisation(db.database, aProvider({ name: 'Tannau Hospital', country: 'DE' }))
})
after(() => db.close())

function dutyCalled(name: string) {
  const found = ruleBook().duties.find(({ key }) => key === name)
  assert.ok(found)
  return found
}

const saying = (at: Date) => ({
  actor: 'person:7',
  name: 'Jana Brandt',
  timeZone: 'Europe/Berlin',
  now: at,
})
const keep = (name: string, evidence: string, at = now) =>
  db.database.asMember(house, (scope) => sayKept(scope, dutyCalled(name), evidence, saying(at)))

async function learn(key: string, value: FactValue, at: Date): Promise<void> {
  const said = { organisationId: house, key, value, source: 'answer', reference: null } as const
  const by = { asOf: at, confidence: 'stated', by: 'person:7', byName: 'Jana Brandt' } as const
  await db.database.asMember(house, async (scope) => {
    await book.record(scope, [{ ...said, ...by }], at)
    await lookAtDuties(book, scope, house, saying(at))
  })
}

const running = async (name: string) =>
  (
    await db.query<{ due: Date }>(
      `select due_at as due from obligations o join duty_acceptances a on a.id = o.subject_id and a.organisation_id = o.organisation_id
       where o.kind = 'duty-review' and discharged_at is null and cancelled_at is null and duty = $1`,
      [name],
    )
  ).map(({ due }) => due.toISOString())

test('of two who say at once that a duty is kept, both are stored and one review runs', async () => {
  const name = 'duty-nis2-continuity'
  await Promise.all(['first', 'second', 'third'].map((evidence) => keep(name, evidence)))
  assert.equal((await running(name)).length, 1)
  await Promise.all([
    keep(name, 'fourth'),
    db.database.asMember(house, (scope) => takeBack(scope, name, saying(now))),
  ])
  const [last] = await db.query<{ said: string }>(
    'select said from duty_acceptances order by id desc limit 1',
  )
  assert.equal((await running(name)).length, last?.said === 'kept' ? 1 : 0)
})

test('what was said on 29 February is looked at on the 28th, as the house counts days', async () => {
  // Half past midnight in Berlin, still the 28th in UTC; a day later by that clock would be 1 March.
  await keep('duty-gdpr-records', 'Register, folder 2', new Date('2028-02-28T23:30:00Z'))
  assert.deepEqual(await running('duty-gdpr-records'), ['2029-02-27T23:30:00.000Z'])
})

test('a review ends while the duty does not apply, and goes on when it does again', async () => {
  const name = 'duty-mdr-in-house'
  const [first, second, third] = [1, 2, 3].map((days) => new Date(now.getTime() + days * 86_400_000))
  assert.ok(first && second && third)
  await learn('devices.in-house-made', 'yes', now)
  await keep(name, 'Documents in the workshop')
  const due = await running(name)
  assert.equal(due.length, 1)
  await learn('devices.in-house-made', 'no', first)
  await learn('systems.makes-software', 'no', first)
  assert.deepEqual(await running(name), [])
  await keep(name, 'Sent from a page that was still open', second)
  assert.deepEqual(await running(name), [], 'nobody is reminded of what is not owed')
  await learn('devices.in-house-made', 'yes', third)
  assert.equal((await running(name)).length, 1)
  assert.notDeepEqual(await running(name), due, 'counted from what was said last')
})
