// Tests of the message of a Monday: the hour of the house across a clock change, numbers only, once, in its language.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import type { Acting } from './actions/acting.ts'
import { chooseItem } from './actions/choose.ts'
import { remindOfDue } from './actions/remind-of-due.ts'
import { catalogueContext, givenMember } from './builders.ts'
import { dueMonday, dueUntil } from './due.ts'

let db: TestDatabase
let context: Context
let member: Acting

before(async () => {
  db = await testDatabase()
  context = catalogueContext(db.database)
  member = await givenMember(db.database, { name: 'Birkensee Practice' })
})
after(() => db.close())

const mails = () =>
  db.query<{ recipient: string; occasion: string; content: { subject: string; text: string } }>(
    "select recipient, occasion, content from deliveries where kind = 'catalogue.due' order by id",
  )
const plan = (key: string, until: string, at: string) =>
  chooseItem(
    context,
    member,
    { key, choice: 'planned', until: new Date(until), reason: null, who: 'Northwind IT' },
    new Date(at),
  )

test('Monday at seven is the one of the house, also on the Monday after the clocks changed', () => {
  const zone = 'Europe/Vienna'
  // Winter: seven is six UTC. The clocks changed on Sunday 29 March 2026: seven is five UTC.
  for (const [before, from] of [
    ['2026-03-23T05:59:59Z', '2026-03-23T06:00:00Z'],
    ['2026-03-30T04:59:59Z', '2026-03-30T05:00:00Z'],
  ] as const) {
    assert.equal(dueMonday(null, new Date(before), zone), null)
    assert.equal(dueMonday(null, new Date(from), zone), from.slice(0, 10))
  }
  assert.equal(dueMonday(null, new Date('2026-03-31T08:00:00Z'), zone), null, 'a Tuesday')
  const told = new Date('2026-03-30T05:10:00Z')
  assert.equal(dueMonday(told, new Date('2026-03-30T20:10:00Z'), zone), null, 'told already')
  assert.equal(dueMonday(told, new Date('2026-04-06T05:10:00Z'), zone), '2026-04-06')
  assert.equal(dueUntil('2026-03-16', zone).toISOString(), '2026-03-30T22:00:00.000Z', 'of the 30th whole')
})

test('a house is told once a Monday how much falls due, without a name of anything', async () => {
  await plan('second-factor', '2026-12-09T22:59:00Z', '2026-11-20T09:00:00Z')
  await plan('back-up-and-restore', '2026-11-28T22:59:00Z', '2026-11-20T09:00:00Z')
  await plan('secure-mail', '2027-03-01T22:59:00Z', '2026-11-20T09:00:00Z')
  const monday = new Date('2026-11-30T06:10:00Z')
  assert.equal((await remindOfDue(context, new Date('2026-11-30T05:10:00Z'))).sent, 0, 'before seven')
  assert.deepEqual(await remindOfDue(context, monday), { sent: 1, nobody: 0, failed: 0 })
  assert.equal((await remindOfDue(context, new Date('2026-11-30T07:10:00Z'))).sent, 0)
  const [mail, ...more] = await mails()
  assert.ok(mail && more.length === 0)
  assert.match(mail.content.subject, /Birkensee Practice: 2 things fall due/)
  assert.match(mail.content.text, /the day of one has passed/)
  assert.match(mail.content.text, /2 measures are planned, the first by Sat 28 Nov 2026/)
  assert.match(mail.content.text, new RegExp(`/o/${member.organisationId}/month`))
  assert.doesNotMatch(
    mail.content.text,
    /factor|back-up|backup|Northwind/i,
    'a plan shows where a house is weak',
  )
})

test('what is late is told again a week later, what was done is not, and nothing due means no mail', async () => {
  const { organisationId } = member
  const done = { choice: 'done' as const, until: null, reason: null, who: null }
  await chooseItem(context, member, { key: 'second-factor', ...done }, new Date('2026-12-02T09:00:00Z'))
  await remindOfDue(context, new Date('2026-12-07T06:10:00Z'))
  const second = (await mails())[1]
  assert.match(second?.content.subject ?? '', /one thing falls due/)
  await chooseItem(context, member, { key: 'back-up-and-restore', ...done }, new Date('2026-12-08T09:00:00Z'))
  assert.equal((await remindOfDue(context, new Date('2026-12-14T06:10:00Z'))).sent, 0)
  assert.equal((await mails()).length, 2)
  const noted = await db.query(
    "select 1 from journal where organisation_id = $1 and action = 'catalogue.due-told'",
    [organisationId],
  )
  assert.equal(noted.length, 2)
})
