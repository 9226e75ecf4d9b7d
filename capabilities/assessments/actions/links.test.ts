// Tests of questions asked of colleagues: a mail, an answer without an account, its end, and what a stranger learns.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aMoment, checkingOf, daysLater, type GivenHouse, givenHouse } from '../builders.ts'
import { delegationState } from '../delegation.ts'
import { type Checking, openCheck, viewRunning } from './check.ts'
import { closeCheck } from './close.ts'
import { answerByLink, askColleague, linksOf, takeLinkBack, viewByLink } from './links.ts'

let db: TestDatabase
let checking: Checking
let house: GivenHouse

before(async () => {
  db = await testDatabase()
  checking = checkingOf(db.database)
  house = await givenHouse(db.database, { name: 'Tannau Hospital' })
  await openCheck(checking, house.lead, 1, aMoment)
})
after(() => db.close())

const ask = (facts: readonly string[] = ['recovery.backup', 'recovery.restore-tested']) =>
  askColleague(
    checking,
    house.lead,
    {
      facts,
      forWhom: 'K. Novak',
      email: 'k.novak@tannau.example',
      language: 'de',
      words: 'Du weißt das besser.',
    },
    aMoment,
  )
const give = (token: string, fact: string, value: string, now = aMoment) =>
  answerByLink(checking, token, { fact, value, note: null, evidenceUrl: null, language: 'de' }, now)
const refusedWith = (code: string) => (error: unknown) => (error as { code?: string }).code === code
const links = () =>
  db.database.asMember(house.id, async (scope) =>
    linksOf(scope, (await viewRunning(checking, scope, house.id, aMoment)).check),
  )

test('the colleague gets one mail in their language, and their answers are facts in their name', async () => {
  const token = await ask()
  const [mail] = await db.query<{ recipient: string; content: { subject: string; text: string } }>(
    "select recipient, content from deliveries where kind = 'assessments.ask'",
  )
  assert.equal(mail?.recipient, 'k.novak@tannau.example')
  assert.match(mail?.content.text ?? '', new RegExp(`/check-answer/${token}`))
  assert.match(mail?.content.text ?? '', /Du weißt das besser/)
  assert.match(mail?.content.subject ?? '', /2 Fragen an Sie/)
  await give(token, 'recovery.backup', 'daily', daysLater(1))
  const { link } = await viewByLink(checking, token, daysLater(1))
  assert.equal(delegationState(link, link.answered, daysLater(1)), 'waiting')
  await give(token, 'recovery.restore-tested', 'unknown', daysLater(2))
  const [done] = await links()
  assert.equal(done && delegationState(done, done.answered, daysLater(2)), 'answered')
  const view = await db.database.asMember(house.id, (scope) =>
    viewRunning(checking, scope, house.id, daysLater(2)),
  )
  assert.equal(view.facts('recovery.backup')?.recordedByName, 'K. Novak')
  assert.equal(view.facts('recovery.restore-tested')?.value, 'unknown')
})

test('a link answers its own questions only', async () => {
  const token = await ask(['response.plan'])
  await assert.rejects(() => give(token, 'recovery.backup', 'none'), refusedWith('assessments/unknown'))
  await assert.rejects(() => give(token, 'org.employees', '3'), refusedWith('assessments/unknown'))
})

test('a link opens until its last instant, and not when it was taken back or is another house’s', async () => {
  const token = await ask(['response.plan'])
  await viewByLink(checking, token, daysLater(14))
  const closed = refusedWith('assessments/link-closed')
  await assert.rejects(() => viewByLink(checking, token, new Date(daysLater(14).getTime() + 1)), closed)
  const other = await givenHouse(db.database, { name: 'Birkensee Clinic' })
  await assert.rejects(() => viewByLink(checking, token.replace(/^\d+/, String(other.id)), aMoment), closed)
  await assert.rejects(() => viewByLink(checking, `${house.id}-${'A'.repeat(22)}`, aMoment), closed)
  await assert.rejects(() => viewByLink(checking, 'nonsense', aMoment), closed)
  const id = (await links()).at(-1)?.id ?? 0
  await openCheck(checking, other.lead, 1, aMoment)
  await assert.rejects(
    () => takeLinkBack(checking, other.lead, id, aMoment),
    refusedWith('assessments/moved-on'),
  )
  await takeLinkBack(checking, house.lead, id, aMoment)
  await assert.rejects(() => viewByLink(checking, token, aMoment), closed)
  await assert.rejects(() => give(token, 'response.plan', 'none'), closed)
  await assert.rejects(
    () => takeLinkBack(checking, house.lead, id, aMoment),
    refusedWith('assessments/moved-on'),
  )
})

test('the secret is stored nowhere but in the mail, and a closed check takes no more answers', async () => {
  const token = await ask(['response.plan'])
  const secret = token.slice(token.indexOf('-') + 1)
  const rows = await db.query<{ text: string }>('select assessment_links::text as text from assessment_links')
  assert.ok(rows.every(({ text }) => !text.includes(secret)))
  const journal = await db.query<{ text: string }>('select journal::text as text from journal')
  assert.ok(journal.every(({ text }) => !text.includes(secret) && !text.includes('k.novak')))
  await closeCheck(checking, house.lead, 'en', daysLater(3))
  await assert.rejects(
    () => viewByLink(checking, token, daysLater(3)),
    refusedWith('assessments/link-closed'),
  )
})
