// Tests of mutual aid with a real database: who sees what of others, when names appear, and that exercises stay at home.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import type { OwnNeed, OwnOffer } from '../aid.ts'
import {
  aMoment,
  type GivenMember,
  givenMember,
  givenSupportCentre,
  minutesLater,
  supportContext,
  tell,
} from '../builders.ts'
import { membersNamed, postNeed, postOffer, viewAid, withdrawOwn } from './aid.ts'
import { answerPosting, takeMatchStep } from './match.ts'

let db: TestDatabase
let context: Context
let tannau: GivenMember
let seeblick: GivenMember
let lyon: GivenMember

before(async () => {
  db = await testDatabase()
  context = supportContext(db.database)
  await givenSupportCentre(db.database)
  tannau = await givenMember(db.database, { name: 'Tannau Hospital' })
  seeblick = await givenMember(db.database, { name: 'Seeblick Hospital' })
  lyon = await givenMember(db.database, { name: 'Hôpital du Lac', country: 'FR' })
})
after(() => db.close())

const contact = { contactName: 'Jana Brandt', contactPhone: '+43 555 0177' }
const need = (given: Partial<OwnNeed> = {}): Omit<OwnNeed, 'id' | 'withdrawnAt'> => ({
  realm: 'real',
  kind: 'patients',
  title: 'Six dialysis patients',
  text: null,
  area: 'within 60 km of the lake',
  until: minutesLater(3 * 24 * 60),
  circle: { kind: 'countries', countries: ['AT'], members: [] },
  ...contact,
  ...given,
})
const offer = (given: Partial<OwnOffer> = {}): Omit<OwnOffer, 'id' | 'withdrawnAt'> => ({
  kind: 'people',
  title: 'An engineer for directory services who speaks Polish',
  text: null,
  capacity: 'one, for two days',
  area: 'by train from the capital',
  showsName: false,
  startsAt: aMoment,
  until: minutesLater(3 * 24 * 60),
  circle: { kind: 'countries', countries: ['AT'], members: [] },
  ...contact,
  ...given,
})
const refusedWith = (code: string) => (error: unknown) => (error as { code?: string }).code === code
const see = (member: GivenMember, now = aMoment) => viewAid(context, member.id, now)

test('a need is seen by its circle without a name, by nobody outside, and not after its last instant', async () => {
  const id = await postNeed(context, tannau.lead, need(), aMoment)
  const [seen] = (await see(seeblick)).needs.filter((one) => one.id === id)
  assert.ok(seen)
  assert.deepEqual(Object.keys(seen).sort(), ['area', 'id', 'kind', 'text', 'title', 'until'])
  assert.doesNotMatch(JSON.stringify(seen), /Tannau|Jana|0177/)
  assert.deepEqual((await see(lyon)).needs, [])
  assert.deepEqual((await see(tannau)).needs, [], 'one does not see ones own as anothers')
  const until = need().until
  assert.equal(
    (await see(seeblick, until)).needs.some((one) => one.id === id),
    true,
  )
  assert.equal(
    (await see(seeblick, new Date(until.getTime() + 1))).needs.some((one) => one.id === id),
    false,
  )
  await withdrawOwn(context, tannau.lead, 'need', id, aMoment)
  assert.equal(
    (await see(seeblick)).needs.some((one) => one.id === id),
    false,
  )
})

test('an offer shows only the offered columns, and the name only where its owner shows it', async () => {
  const hidden = await postOffer(context, tannau.lead, offer(), aMoment)
  const named = await postOffer(
    context,
    tannau.lead,
    offer({ showsName: true, circle: { kind: 'members', countries: [], members: [lyon.id] } }),
    aMoment,
  )
  const [seen] = (await see(seeblick)).offers
  assert.ok(seen)
  assert.equal(seen.id, hidden)
  assert.deepEqual(Object.keys(seen).sort(), [
    'area',
    'capacity',
    'id',
    'kind',
    'ownerName',
    'startsAt',
    'text',
    'title',
    'until',
  ])
  assert.equal(seen.ownerName, null)
  assert.doesNotMatch(JSON.stringify(seen), /Tannau|Jana|0177/)
  const french = (await see(lyon)).offers
  assert.deepEqual(
    french.map(({ id, ownerName }) => [id, ownerName]),
    [[named, 'Tannau Hospital']],
  )
})

test("no member's role reads another's rows or any row that names two members", async () => {
  await postOffer(
    context,
    tannau.lead,
    offer({ circle: { kind: 'all', countries: [], members: [] } }),
    aMoment,
  )
  await postNeed(context, tannau.lead, need(), aMoment)
  const count = (table: string) =>
    context.database.asMember(seeblick.id, async ({ db: transaction }) => {
      const { rows } = await sql<{
        count: number
      }>`select count(*) as count from ${sql.table(table)}`.execute(transaction)
      return rows[0]?.count
    })
  for (const table of [
    'aid_offers',
    'aid_needs',
    'support_calls',
    'support_dossiers',
    'support_dossier_items',
    'support_endorsements',
    'support_links',
  ])
    assert.equal(await count(table), 0, table)
  await assert.rejects(count('aid_matches'), /permission denied/)
  await context.database.asMember(seeblick.id, ({ db: transaction }) =>
    sql`update aid_offers set title = 'mine' where organisation_id = ${tannau.id}`.execute(transaction),
  )
  assert.deepEqual(await db.query("select from aid_offers where title = 'mine'"), [])
})

test('names and telephones appear on both sides with the acceptance, and not before', async () => {
  const id = await postNeed(context, tannau.lead, need({ title: 'Two ventilators' }), aMoment)
  await answerPosting(
    context,
    seeblick.lead,
    'need',
    id,
    { text: 'We have two', contactName: 'Pia Lorenz', contactPhone: '+43 555 0188' },
    aMoment,
  )
  const mine = async (member: GivenMember) => {
    const match = (await see(member)).matches.find(({ title }) => title === 'Two ventilators')
    assert.ok(match)
    return match
  }
  assert.equal((await mine(tannau)).other, null)
  assert.equal((await mine(seeblick)).other, null)
  assert.doesNotMatch(JSON.stringify(await mine(tannau)), /Seeblick|Pia|0188/)
  await assert.rejects(
    takeMatchStep(context, seeblick.lead, (await mine(seeblick)).id, 'accept', aMoment),
    refusedWith('support/moved-on'),
  )
  await assert.rejects(
    takeMatchStep(context, lyon.lead, (await mine(seeblick)).id, 'withdraw', aMoment),
    refusedWith('support/unknown'),
  )
  await takeMatchStep(context, tannau.lead, (await mine(tannau)).id, 'accept', aMoment)
  assert.deepEqual((await mine(tannau)).other, {
    name: 'Seeblick Hospital',
    contactName: 'Pia Lorenz',
    contactPhone: '+43 555 0188',
  })
  assert.deepEqual((await mine(seeblick)).other, {
    name: 'Tannau Hospital',
    contactName: 'Jana Brandt',
    contactPhone: '+43 555 0177',
  })
  const told = await db.query<{ recipient: string; subject: string }>(
    "select recipient, content->>'subject' as subject from deliveries where kind = 'support.match' order by id",
  )
  assert.deepEqual(told, [
    { recipient: tannau.leadEmail, subject: 'A hospital has answered “Two ventilators”' },
    {
      recipient: seeblick.leadEmail,
      subject: 'Your answer to “Two ventilators” was accepted: you see each other now',
    },
  ])
  await takeMatchStep(context, seeblick.lead, (await mine(seeblick)).id, 'end', aMoment)
  assert.equal((await mine(tannau)).state, 'ended')
})

test('an answer counts once, may be declined or taken back, and falls with the need that is withdrawn', async () => {
  const id = await postNeed(context, tannau.lead, need({ title: 'A network switch' }), aMoment)
  const answer = { text: 'We have one', ...contact }
  await answerPosting(context, seeblick.lead, 'need', id, answer, aMoment)
  await assert.rejects(
    answerPosting(context, seeblick.lead, 'need', id, answer, aMoment),
    refusedWith('support/no-longer-there'),
  )
  await assert.rejects(
    answerPosting(context, lyon.lead, 'need', id, answer, aMoment),
    refusedWith('support/no-longer-there'),
  )
  await assert.rejects(
    answerPosting(context, tannau.lead, 'need', id, answer, aMoment),
    refusedWith('support/no-longer-there'),
  )
  await withdrawOwn(context, tannau.lead, 'need', id, aMoment)
  await assert.rejects(
    withdrawOwn(context, tannau.lead, 'need', id, aMoment),
    refusedWith('support/no-longer-there'),
  )
  const [match] = (await see(seeblick)).matches.filter(({ title }) => title === 'A network switch')
  assert.equal(match?.state, 'declined')
  assert.equal(match?.other, null)
})

const toldOf = (needId: number) =>
  db.query<{ recipient: string; content: { subject: string; text: string } }>(
    "select recipient, content from deliveries where kind = 'support.need' and subject_id = $1 order by recipient",
    [needId],
  )

test('the circle is told once and without a name', async () => {
  const needId = await postNeed(context, tannau.lead, need({ title: 'Blood samples' }), aMoment)
  const posted = { organisationId: tannau.id, needId }
  await tell(context, posted, aMoment)
  await tell(context, posted, minutesLater(1))
  const told = await toldOf(needId)
  assert.deepEqual(
    told.map(({ recipient }) => recipient),
    [seeblick.leadEmail],
  )
  assert.match(told[0]?.content.text ?? '', /Blood samples/)
  assert.doesNotMatch(JSON.stringify(told[0]?.content), /Tannau|Jana|0177/)
})

test('the need of an exercise is nobody elses, and only the own people hear of it', async () => {
  const needId = await postNeed(
    context,
    tannau.lead,
    need({ realm: 'exercise', circle: { kind: 'all', countries: [], members: [] } }),
    aMoment,
  )
  assert.ok(needId >= 1_000_000_000_000)
  await tell(context, { organisationId: tannau.id, needId }, aMoment)
  assert.deepEqual(
    (await toldOf(needId)).map(({ recipient }) => recipient),
    [tannau.leadEmail],
  )
  assert.match((await toldOf(needId))[0]?.content.subject ?? '', /^Exercise: /)
  assert.equal(
    (await see(seeblick)).needs.some(({ id }) => id === needId),
    false,
  )
  await assert.rejects(
    answerPosting(context, seeblick.lead, 'need', needId, { text: 'We can', ...contact }, aMoment),
    refusedWith('support/no-longer-there'),
  )
})

test('members are found by their exact names, and what nobody is called comes back', async () => {
  assert.deepEqual(await membersNamed(context, ['tannau hospital', 'Hôpital du Lac', 'Nowhere']), {
    found: [tannau.id, lyon.id],
    unknown: ['Nowhere'],
  })
})
