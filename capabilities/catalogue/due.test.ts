// Tests of the message of a week: the hour of the house across a clock change, numbers only, and once, whatever happens.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import type { Context } from '../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import type { Acting } from './actions/acting.ts'
import { chooseItem } from './actions/choose.ts'
import { remindOfDue } from './actions/remind-of-due.ts'
import { catalogueContext, givenColleague, givenMember } from './builders.ts'
import { dueMonday, dueSpan } from './due.ts'

let db: TestDatabase
let context: Context
let member: Acting

before(async () => {
  db = await testDatabase()
  context = catalogueContext(db.database)
  member = await givenMember(db.database, { name: 'Birkensee Practice' })
})
after(() => db.close())

const mails = ({ organisationId } = member) =>
  db.query<{ recipient: string; occasion: string; content: { subject: string; text: string } }>(
    "select recipient, occasion, content from deliveries where kind = 'catalogue.due' and organisation_id = $1 order by id",
    [organisationId],
  )
const plan = (key: string, until: string, at: string, house = member) =>
  chooseItem(
    context,
    house,
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
    assert.equal(dueMonday(new Date(before), zone), null)
    assert.equal(dueMonday(new Date(from), zone), from.slice(0, 10))
  }
  assert.equal(dueMonday(new Date('2026-04-06T05:10:00Z'), zone), '2026-04-06')
  const { startedBefore, dueBefore } = dueSpan('2026-03-16', zone)
  assert.equal(dueBefore.toISOString(), '2026-03-30T22:00:00.000Z', 'of the 30th whole')
  assert.equal(startedBefore.toISOString(), '2026-03-16T06:00:00.000Z')
})

test('on the days after it is still that Monday, from seven of each day, also on the Sunday on which clocks change', () => {
  for (const [from, zone, monday] of [
    ['2026-03-31T05:00:00Z', 'Europe/Vienna', '2026-03-30'],
    ['2026-03-29T05:00:00Z', 'Europe/Vienna', '2026-03-23'],
    ['2026-10-25T06:00:00Z', 'Europe/Vienna', '2026-10-19'],
    ['2027-01-01T06:00:00Z', 'Europe/Vienna', '2026-12-28'],
    // Monday at seven in Vienna is Sunday evening there.
    ['2026-03-30T17:00:00Z', 'Pacific/Honolulu', '2026-03-30'],
  ] as const) {
    assert.equal(dueMonday(new Date(Date.parse(from) - 1), zone), null, from)
    assert.equal(dueMonday(new Date(from), zone), monday, from)
  }
  assert.equal(dueMonday(new Date('2026-03-30T05:00:00Z'), 'Pacific/Honolulu'), '2026-03-23')
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

/** A house with one measure that is planned for the end of January 2027; the other houses owe nothing then. */
async function givenPlan(name: string, at = '2027-01-08T09:00:00Z'): Promise<Acting> {
  const house = await givenMember(db.database, { name })
  await plan('second-factor', '2027-01-31T22:59:00Z', at, house)
  return house
}
const occasions = async (house: Acting) => (await mails(house)).map(({ occasion }) => occasion)
const end = (house: Acting) =>
  chooseItem(
    context,
    house,
    { key: 'second-factor', choice: 'done', until: null, reason: null, who: null },
    new Date('2027-03-01T09:00:00Z'),
  )

test('a centre that was down on Monday tells on the first day of that week on which it is up, and once', async () => {
  const house = await givenPlan('Seeblick Clinic')
  const from = Date.parse('2027-01-20T02:10:00Z')
  const hours = Array.from({ length: 5 * 24 }, (_, hour) => new Date(from + hour * 3_600_000))
  const sent: string[] = []
  for (const at of hours) if ((await remindOfDue(context, at)).sent > 0) sent.push(at.toISOString())
  assert.deepEqual(sent, ['2027-01-20T06:10:00.000Z'])
  assert.equal((await remindOfDue(context, new Date('2027-01-25T06:10:00Z'))).sent, 1)
  assert.deepEqual(await occasions(house), ['due from 2027-01-18', 'due from 2027-01-25'])
  await end(house)
})

test('what a house plans in the middle of a week is told on the next Monday', async () => {
  const house = await givenPlan('Birkensee Surgery', '2027-01-20T09:00:00Z')
  assert.equal((await remindOfDue(context, new Date('2027-01-20T09:10:00Z'))).sent, 0)
  assert.equal((await remindOfDue(context, new Date('2027-01-25T06:10:00Z'))).sent, 1)
  assert.deepEqual(await occasions(house), ['due from 2027-01-25'])
  await end(house)
})

test('it is one message for a house, also where its contact is another one by Wednesday, or two processes look at once', async () => {
  const house = await givenPlan('Tannau Surgery')
  const atOnce = (at: string) => Promise.all([1, 2].map(() => remindOfDue(context, new Date(at))))
  // Before seven, so that both have a connection by then.
  await atOnce('2027-01-18T05:10:00Z')
  const sent = (await atOnce('2027-01-18T06:10:00Z')).map((summary) => summary.sent)
  assert.deepEqual(sent.toSorted(), [0, 1])
  await db.query('delete from memberships where organisation_id = $1', [house.organisationId])
  await givenColleague(db.database, house.organisationId, 'lead')
  assert.deepEqual(await remindOfDue(context, new Date('2027-01-20T06:10:00Z')), {
    sent: 0,
    nobody: 0,
    failed: 0,
  })
  assert.deepEqual(await occasions(house), ['due from 2027-01-18'])
  const noted = await db.query(
    "select from journal where organisation_id = $1 and action = 'catalogue.due-told'",
    [house.organisationId],
  )
  assert.equal(noted.length, 1)
  await end(house)
})

test('a clock that ran ahead, and is right again, silences no week between', async () => {
  const house = await givenPlan('Ballincreel Surgery')
  for (const day of ['2027-02-15', '2027-01-25', '2027-02-01', '2027-02-15'])
    await remindOfDue(context, new Date(`${day}T06:10:00Z`))
  assert.deepEqual(
    await occasions(house),
    ['2027-02-15', '2027-01-25', '2027-02-01'].map((monday) => `due from ${monday}`),
  )
  await end(house)
})

test('killed between two houses, the next hour tells the one that was not told, and nobody twice', async () => {
  const houses = [await givenPlan('Upper Clinic'), await givenPlan('Lower Clinic')]
  const { signal, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', killedWhileTelling, db.applicationUrl],
    { cwd: import.meta.dirname, encoding: 'utf8', timeout: 120_000 },
  )
  assert.equal(signal, 'SIGKILL', stderr)
  const told = await Promise.all(houses.map(occasions))
  assert.deepEqual(told, [['due from 2027-01-18'], []])
  assert.deepEqual(await remindOfDue(context, new Date('2027-01-18T07:10:00Z')), {
    sent: 1,
    nobody: 0,
    failed: 0,
  })
  assert.deepEqual((await Promise.all(houses.map(occasions))).flat(), Array(2).fill('due from 2027-01-18'))
})

/** The process ends in the transaction of the second house, as soon as its message asks for an address. */
const killedWhileTelling = `
const at = (path) => import(new URL(path, ${JSON.stringify(import.meta.url)}).href)
const { openDatabase } = await at('../../platform/database/database.ts')
const { catalogueContext } = await at('./builders.ts')
const { remindOfDue } = await at('./actions/remind-of-due.ts')
const context = catalogueContext(openDatabase(process.argv.at(-1), { connections: 3 }))
let asked = 0
const origin = () => (++asked === 2 ? process.kill(process.pid, 'SIGKILL') : 'https://salus.example')
await remindOfDue({ ...context, origin }, new Date('2027-01-18T06:10:00Z'))
`
