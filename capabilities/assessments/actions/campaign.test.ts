// Tests of campaigns: five hundred members with reminders, who is left alone, and what the centre can read.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aMoment, checkingOf, daysLater, type GivenHouse, givenClosedCheck, givenHouse } from '../builders.ts'
import { occasionOf, stateOf, stepAt } from '../campaign.ts'
import { selectMembersOf, selectRates } from '../store/campaigns.ts'
import { endCampaign, openCampaign, remindMembers } from './campaign.ts'
import type { Checking } from './check.ts'

let db: TestDatabase
let checking: Checking
const officer = { actor: 'person:1', name: 'Pia Lorenz' }
const members = 500

before(async () => {
  db = await testDatabase()
  checking = checkingOf(db.database)
})
after(() => db.close())

const mails = async (kind = 'assessments.campaign') =>
  (await db.query<{ count: string }>('select count(*) from deliveries where kind = $1', [kind]))[0]?.count
const refusedWith = (code: string) => (error: unknown) => (error as { code?: string }).code === code

/** Written straight into the tables: registering 500 houses one by one is not what is tested. */
async function givenMembers(count: number): Promise<void> {
  await db.query(
    `with made as (
       insert into organisations (kind, name, country, languages, time_zone, provider_kind, created_at)
       select 'provider', 'Lakeland House ' || n, (array['AT', 'DE', 'FR', 'IT'])[1 + n % 4], array['de'], 'Europe/Vienna', 'clinic', $2
       from generate_series(1, $1::int) n returning id)
     insert into contacts (organisation_id, duty, name, email, language)
     select id, 'primary', 'Contact ' || id, 'contact' || id || '@lakeland.example', (array['de', 'en', 'fr', 'it'])[1 + id % 4] from made`,
    [count, aMoment],
  )
}

test('the step is the furthest that has come: 30, 7 and 1 days before, 1, 8 and 22 after', () => {
  const due = daysLater(60)
  const at = (days: number) => stepAt(due, daysLater(60 - days))
  assert.deepEqual(
    [60, 31, 30, 8, 7, 2, 1, 0, -0.5, -1, -8, -21, -22, -400].map(at),
    [1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 6, 6, 7, 7],
  )
  assert.equal(occasionOf({ toldStep: 0, dueAt: due }, daysLater(90)), 'invited')
  assert.equal(occasionOf({ toldStep: 2, dueAt: due }, due), 'reminded')
  assert.equal(stateOf({ closedAt: null, dueAt: due }, due), 'waiting')
  assert.equal(stateOf({ closedAt: null, dueAt: due }, new Date(due.getTime() + 1)), 'late')
})

test('a campaign of 500 members: each is asked once a step, who has closed is left alone, and nobody twice', async () => {
  await givenMembers(members - 2)
  const early = await givenHouse(db.database, { name: 'Tannau Hospital' })
  const later = await givenHouse(db.database, { name: 'Birkensee Clinic' })
  await givenClosedCheck(checking, early.lead, { 'recovery.backup': 'daily' })
  const dueAt = daysLater(60)
  const started = performance.now()
  const id = await openCampaign(checking.context, officer, { year: 2026, dueAt, members: 'all' }, aMoment)
  const first = await remindMembers(checking.context, aMoment)
  assert.deepEqual(first, { members: members - 1, messages: members - 1, unreachable: 0 })
  const seconds = (performance.now() - started) / 1000
  assert.ok(seconds < 20, `inviting and telling took ${seconds.toFixed(1)} s`)
  assert.deepEqual((await remindMembers(checking.context, daysLater(1))).members, 0, 'nothing is due')
  await givenClosedCheck(checking, later.lead, { 'recovery.backup': 'weekly' }, daysLater(10))
  for (const days of [30, 53, 59])
    assert.equal((await remindMembers(checking.context, daysLater(days))).members, members - 2)
  assert.equal((await remindMembers(checking.context, daysLater(59.5))).members, 0)
  for (const days of [61, 68, 82])
    assert.equal((await remindMembers(checking.context, daysLater(days))).members, members - 2)
  assert.equal((await remindMembers(checking.context, daysLater(200))).members, 0, 'it ends some day')
  assert.equal(Number(await mails()), members - 1 + 6 * (members - 2))
  const rates = await db.database.asCentre((scope) => selectRates(scope, id))
  assert.equal(
    rates.reduce((sum, { invited }) => sum + invited, 0),
    members,
  )
  assert.deepEqual(
    rates.map(({ country, closed }) => [country, closed]).filter(([, closed]) => closed !== 0),
    [['AT', 2]],
  )
})

test('a missed step is not made up for, the mail says what is so, and a member that joins is asked', async () => {
  const [campaign] = await db.query<{ id: string }>('select id from assessment_campaigns where year = 2026')
  const joined = await givenHouse(db.database, { name: 'Seeblick Hospital' })
  const told = await remindMembers(checking.context, daysLater(201))
  assert.equal(told.members, 1)
  const [mail] = await db.query<{ recipient: string; content: { subject: string; text: string } }>(
    'select recipient, content from deliveries where organisation_id = $1',
    [joined.id],
  )
  assert.equal(mail?.recipient, joined.leadEmail)
  assert.match(mail?.content.subject ?? '', /The yearly check of 2026/)
  assert.match(mail?.content.text ?? '', new RegExp(`/o/${joined.id}/check`))
  await endCampaign(checking.context, officer, Number(campaign?.id), daysLater(202))
  await givenHouse(db.database, { name: 'Erlbach Clinic' })
  assert.equal((await remindMembers(checking.context, daysLater(203))).members, 0)
})

test('some members are asked, a second campaign of a year is refused, and the centre reads no answer', async () => {
  const chosen: GivenHouse = await givenHouse(db.database, { name: 'Nordhain Hospital' })
  const opening = { year: 2027, dueAt: daysLater(400), members: [chosen.id] }
  const id = await openCampaign(checking.context, officer, opening, aMoment)
  await assert.rejects(
    () => openCampaign(checking.context, officer, opening, aMoment),
    refusedWith('assessments/campaign-runs'),
  )
  const rows = await db.database.asCentre((scope) => selectMembersOf(scope, id, 10))
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['Nordhain Hospital'],
  )
  for (const table of [
    'assessments',
    'assessment_answers',
    'assessment_snapshots',
    'assessment_links',
    'fact_statements',
  ])
    await assert.rejects(
      () =>
        db.database.asCentre(({ db: scope }) =>
          scope.withTables<Record<string, object>>().selectFrom(table).selectAll().execute(),
        ),
      /permission denied/,
      table,
    )
})
