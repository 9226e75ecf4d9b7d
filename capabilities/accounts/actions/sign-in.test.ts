// Tests of signing in: limits, links, second factor, recovery, and what the journal keeps.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { TOTP } from 'otpauth'
import type { Context } from '../../../platform/context.ts'
import { createRelay } from '../../../platform/events/relay.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aProvider, contextFor, givenOrganisation } from '../../organisations/builders.ts'
import { attemptLimits } from '../attempts.ts'
import {
  accountsContext,
  aMoment,
  aPassword,
  type GivenPerson,
  givenPerson,
  minutesLater,
  tokensMailedTo,
} from '../builders.ts'
import { mailSubscriptions, tidyJob } from '../jobs.ts'
import { changePassword, readAccount } from './account.ts'
import { remoteSubject, reserveAttempt } from './attempt.ts'
import { identifyWith } from './identify.ts'
import { createSignInLink, requestSignInLink, signInWithLink } from './links.ts'
import {
  confirmSecondFactor,
  giveCode,
  prepareSecondFactor,
  removeSecondFactor,
  requestRecoveryLink,
  secondFactorState,
} from './second-factor.ts'
import { signInWithPassword } from './sign-in.ts'

let db: TestDatabase
let context: Context
let organisationId: number
let remotes = 0

before(async () => {
  db = await testDatabase()
  context = accountsContext(db.database)
  organisationId = await givenOrganisation(db.database, aProvider())
})
after(() => db.close())

const newPerson = () => givenPerson(db.database, { organisationId, password: aPassword })
const newRemote = () => `198.51.100.${++remotes}`
const identify = (token: string, now = aMoment) => identifyWith(context)(token, now)

function tryPassword(email: string, password: string, options: { remote?: string; now?: Date } = {}) {
  const given = { email, password, remoteAddress: options.remote ?? newRemote(), previousToken: undefined }
  return signInWithPassword(context, given, options.now ?? aMoment)
}

async function tokenFor(person: GivenPerson, now = aMoment): Promise<string> {
  const result = await tryPassword(person.email, aPassword, { now })
  return result.outcome === 'signed-in' ? result.token : assert.fail(result.outcome)
}

/** Sets up the second factor and gives back how codes are made. */
async function withSecondFactor(person: GivenPerson): Promise<(now: Date) => string> {
  await prepareSecondFactor(context, person.id)
  const state = secondFactorState(context, await readAccount(context, person.id))
  const totp = new TOTP({ secret: state.state === 'pending' ? state.secret : assert.fail(state.state) })
  const codeAt = (now: Date): string => totp.generate({ timestamp: now.getTime() })
  const given = { personId: person.id, code: codeAt(minutesLater(-10)), token: undefined }
  assert.equal((await confirmSecondFactor(context, given, minutesLater(-10))).outcome, 'done')
  return codeAt
}

const journalOf = (person: GivenPerson) =>
  db.query<{ action: string; details: Record<string, unknown> }>(
    `select action, details from journal where object_type = 'person' and object_id = $1 order by id`,
    [String(person.id)],
  )

test('five wrong passwords close the address for a while, also to the right one and from elsewhere', async () => {
  const person = await newPerson()
  for (let attempt = 0; attempt < attemptLimits.passwordOfAddress.max; attempt++)
    assert.equal((await tryPassword(person.email, 'wrong password')).outcome, 'wrong')
  const refused = await tryPassword(person.email.toUpperCase(), aPassword)
  assert.deepEqual(refused, { outcome: 'too-many', tryAgainAt: minutesLater(15) })
  assert.equal((await tryPassword(person.email, aPassword, { now: minutesLater(15) })).outcome, 'signed-in')
  const failed = (await journalOf(person)).filter(({ action }) => action === 'person.sign-in-failed')
  assert.deepEqual(
    failed.map(({ details }) => details.attempts),
    [1, 2, 3, 4, 5],
  )
})

test('an address that nobody has is limited alike', async () => {
  const outcomes = []
  for (let attempt = 0; attempt < 6; attempt++)
    outcomes.push((await tryPassword('nobody@lakeland.example', 'x')).outcome)
  assert.deepEqual(outcomes, ['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'too-many'])
})

test('many attempts at the same moment do not pass the limit', async () => {
  const person = await newPerson()
  const results = await Promise.all(
    Array.from({ length: 12 }, () => tryPassword(person.email, 'wrong password')),
  )
  assert.equal(results.filter(({ outcome }) => outcome === 'wrong').length, 5)
})

test('one remote address cannot try many accounts', async () => {
  const remote = newRemote()
  const { database, secret } = context
  const subject = remoteSubject(secret, attemptLimits.passwordFromRemote, remote)
  for (let attempt = 0; attempt < attemptLimits.passwordFromRemote.max; attempt++)
    await database.asIdentity((scope) => reserveAttempt(scope, [subject], aMoment))
  const person = await newPerson()
  assert.equal((await tryPassword(person.email, aPassword, { remote })).outcome, 'too-many')
  assert.equal((await tryPassword(person.email, aPassword)).outcome, 'signed-in')
})

test('signing in forgets the failures before it and says how many there were', async () => {
  const person = await newPerson()
  for (let attempt = 0; attempt < 4; attempt++) await tryPassword(person.email, 'wrong password')
  await tokenFor(person)
  assert.deepEqual((await journalOf(person)).at(-1)?.details, { with: 'password', failedBefore: 4 })
  for (let attempt = 0; attempt < 4; attempt++) await tryPassword(person.email, 'wrong password')
  await tokenFor(person)
})

test('no table and no journal entry holds a password, a token or the secret of a second factor', async () => {
  const person = await newPerson()
  const token = await tokenFor(person)
  const path = await createSignInLink(context, person, aMoment)
  const link = path.slice(path.lastIndexOf('/') + 1)
  const tables = ['persons', 'sessions', 'sign_in_links', 'sign_in_attempts', 'journal', 'invitations']
  for (const table of tables) {
    const rows = await db.query<{ text: string }>(`select t::text as text from ${table} t`)
    for (const { text } of rows)
      for (const secret of [
        aPassword,
        token,
        link,
        Buffer.from(token).toString('hex'),
        Buffer.from(link).toString('hex'),
      ])
        assert.equal(text.includes(secret), false, table)
  }
})

test('a link signs in once, until 15 minutes have passed', async () => {
  const person = await newPerson()
  const use = (path: string, now: Date) =>
    signInWithLink(context, { token: path.slice('/sign-in/link/'.length), previousToken: undefined }, now)
  const inTime = await createSignInLink(context, person, aMoment)
  assert.equal((await use(inTime, new Date(minutesLater(15).getTime() - 1))).outcome, 'signed-in')
  assert.equal((await use(inTime, minutesLater(1))).outcome, 'used')
  const late = await createSignInLink(context, person, aMoment)
  assert.equal((await use(late, minutesLater(15))).outcome, 'expired')
  assert.equal((await use(`/sign-in/link/${'A'.repeat(43)}`, aMoment)).outcome, 'unknown')
  assert.equal((await use('/sign-in/link/x', aMoment)).outcome, 'unknown')
})

test('a link used twice at the same moment signs in once', async () => {
  const person = await newPerson()
  const token = (await createSignInLink(context, person, aMoment)).slice('/sign-in/link/'.length)
  const results = await Promise.all(
    Array.from({ length: 5 }, () => signInWithLink(context, { token, previousToken: undefined }, aMoment)),
  )
  assert.deepEqual(results.map(({ outcome }) => outcome).sort(), [
    'signed-in',
    'used',
    'used',
    'used',
    'used',
  ])
})

test('three links an address and quarter of an hour, and none for an address that nobody has', async () => {
  const person = await newPerson()
  const ask = (email: string) =>
    requestSignInLink(context, { email, remoteAddress: newRemote(), origin: context.origin() }, aMoment)
  const outcomes = []
  for (let attempt = 0; attempt < 4; attempt++) outcomes.push((await ask(person.email)).outcome)
  assert.deepEqual(outcomes, ['asked', 'asked', 'asked', 'too-many'])
  assert.equal((await tokensMailedTo(db.query, person.email)).length, 3)
  assert.equal((await ask('somebody@lakeland.example')).outcome, 'asked')
  assert.equal((await tokensMailedTo(db.query, 'somebody@lakeland.example')).length, 0)
})

test('the operator is told when nobody has the address of a link', async () => {
  await assert.rejects(
    createSignInLink(context, { email: 'nobody@lakeland.example' }, aMoment),
    /Invite them first/,
  )
})

test('with a second factor the code completes the sign-in, under a new token, and counts once', async () => {
  const person = await newPerson()
  const codeAt = await withSecondFactor(person)
  const half = await tokenFor(person)
  assert.equal(await identify(half), null)
  const done = await giveCode(context, { code: codeAt(aMoment), token: half }, aMoment)
  assert.ok(done.outcome === 'signed-in' && done.token !== half)
  assert.ok(await identify(done.token))
  assert.equal(await identify(half), null)
  assert.equal(
    (await giveCode(context, { code: codeAt(aMoment), token: half }, aMoment)).outcome,
    'start-again',
  )
  const again = await tokenFor(person)
  assert.equal((await giveCode(context, { code: codeAt(aMoment), token: again }, aMoment)).outcome, 'wrong')
  const next = minutesLater(1)
  assert.equal((await giveCode(context, { code: codeAt(next), token: again }, next)).outcome, 'signed-in')
})

test('one code given twice at the same moment is accepted once', async () => {
  const person = await newPerson()
  const codeAt = await withSecondFactor(person)
  const [one, other] = [await tokenFor(person), await tokenFor(person)]
  const results = await Promise.all(
    [one, other].map((token) => giveCode(context, { code: codeAt(aMoment), token }, aMoment)),
  )
  assert.deepEqual(results.map(({ outcome }) => outcome).sort(), ['signed-in', 'wrong'])
})

test('codes cannot be guessed: five attempts in a quarter of an hour, across sign-ins', async () => {
  const person = await newPerson()
  const codeAt = await withSecondFactor(person)
  for (let attempt = 0; attempt < 5; attempt++) {
    const token = await tokenFor(person)
    assert.equal((await giveCode(context, { code: '123 45', token }, aMoment)).outcome, 'wrong')
  }
  const token = await tokenFor(person)
  assert.equal((await giveCode(context, { code: codeAt(aMoment), token }, aMoment)).outcome, 'too-many')
})

test('half a sign-in lapses, and a whole one owes no code', async () => {
  const person = await newPerson()
  const whole = await tokenFor(person)
  assert.equal((await giveCode(context, { code: '000000', token: whole }, aMoment)).outcome, 'start-again')
  const codeAt = await withSecondFactor(person)
  assert.equal(await identify(whole), null, 'sessions from before the second factor end')
  const half = await tokenFor(person)
  const late = minutesLater(15)
  assert.equal((await giveCode(context, { code: codeAt(late), token: half }, late)).outcome, 'start-again')
})

test('a link alone neither skips nor removes the second factor', async () => {
  const person = await newPerson()
  await withSecondFactor(person)
  const token = (await createSignInLink(context, person, aMoment)).slice('/sign-in/link/'.length)
  const half = await signInWithLink(context, { token, previousToken: undefined }, aMoment)
  assert.ok(half.outcome === 'signed-in' && half.awaitsTotp)
  assert.equal(await identify(half.token), null)
  const recovery = await requestRecoveryLink(
    context,
    { token: half.token, origin: context.origin() },
    aMoment,
  )
  assert.equal(recovery.outcome, 'needs-password')
})

test('password and recovery link together, in one browser, replace a lost phone', async () => {
  const person = await newPerson()
  await withSecondFactor(person)
  const half = await tokenFor(person)
  const asked = await requestRecoveryLink(context, { token: half, origin: context.origin() }, aMoment)
  assert.equal(asked.outcome, 'asked')
  const [token = ''] = await tokensMailedTo(db.query, person.email)
  const elsewhere = await signInWithLink(context, { token, previousToken: undefined }, aMoment)
  assert.equal(elsewhere.outcome, 'needs-password')
  const others = await tokenFor(await newPerson())
  assert.equal(
    (await signInWithLink(context, { token, previousToken: others }, aMoment)).outcome,
    'needs-password',
  )
  const recovered = await signInWithLink(context, { token, previousToken: half }, aMoment)
  assert.ok(recovered.outcome === 'signed-in' && !recovered.awaitsTotp)
  assert.ok(await identify(recovered.token))
  assert.equal((await readAccount(context, person.id)).totpSecret, null)
})

test('the second factor is removed by a code only', async () => {
  const person = await newPerson()
  const codeAt = await withSecondFactor(person)
  assert.equal(
    (await removeSecondFactor(context, { personId: person.id, code: '1' }, aMoment)).outcome,
    'wrong',
  )
  const given = { personId: person.id, code: codeAt(aMoment) }
  assert.equal((await removeSecondFactor(context, given, aMoment)).outcome, 'done')
})

test('a new password needs the old one, and ends other sessions and open links', async () => {
  const person = await newPerson()
  const [here, elsewhere] = [await tokenFor(person), await tokenFor(person)]
  const link = (await createSignInLink(context, person, aMoment)).slice('/sign-in/link/'.length)
  const change = (current: string, next: string) =>
    changePassword(context, { personId: person.id, current, next, token: here }, aMoment)
  assert.equal((await change('wrong', 'eleven grey geese')).outcome, 'wrong-current')
  assert.equal((await change(aPassword, 'too short')).outcome, 'unacceptable')
  assert.equal((await change(aPassword, 'eleven grey geese')).outcome, 'done')
  assert.ok(await identify(here))
  assert.equal(await identify(elsewhere), null)
  assert.equal(
    (await signInWithLink(context, { token: link, previousToken: undefined }, aMoment)).outcome,
    'unknown',
  )
  assert.equal((await tryPassword(person.email, aPassword)).outcome, 'wrong')
  assert.equal((await tryPassword(person.email, 'eleven grey geese')).outcome, 'signed-in')
})

test('who just came by link sets a new password without the forgotten one, but only for a while', async () => {
  const person = await newPerson()
  const link = (await createSignInLink(context, person, aMoment)).slice('/sign-in/link/'.length)
  const opened = await signInWithLink(context, { token: link, previousToken: undefined }, aMoment)
  const token = opened.outcome === 'signed-in' ? opened.token : assert.fail()
  const given = { personId: person.id, current: '', next: 'eleven grey geese', token }
  assert.equal((await changePassword(context, given, minutesLater(15))).outcome, 'wrong-current')
  assert.equal((await changePassword(context, given, minutesLater(14))).outcome, 'done')
})

test('a link asked for becomes a mail in the person’s language', async () => {
  const person = await givenPerson(db.database, { organisationId, language: 'de' })
  const mailing = contextFor(db.database)
  const subscriptions = mailSubscriptions(mailing)
  const sending = contextFor(db.database, subscriptions)
  const given = { email: person.email, remoteAddress: newRemote(), origin: sending.origin() }
  await requestSignInLink(sending, given, aMoment)
  const relay = createRelay({ ...sending, subscriptions: sending.events.deferred })
  assert.equal(await relay.drain(), 1)
  const [mail] = await db.query<{
    content: { subject: string; text: string; html: string }
    occasion: string
  }>('select content, occasion from deliveries where recipient = $1', [person.email])
  assert.equal(mail?.content.subject, 'Ihr Link zum Anmelden')
  assert.match(mail?.content.text ?? '', /\nhttps:\/\/salus\.example\/sign-in\/link\/[\w-]{43}\n/)
  assert.doesNotMatch(mail?.occasion ?? '', /[\w-]{43}/)
})

test('what is over is removed, what still counts stays', async () => {
  const person = await newPerson()
  const token = await tokenFor(person)
  await tidyJob(context).run(minutesLater(11 * 60))
  assert.ok(await identify(token, minutesLater(11 * 60)))
  await tidyJob(context).run(minutesLater(10 * 24 * 60))
  const [left] = await db.query<{ sessions: string; links: string; attempts: string }>(
    `select (select count(*) from sessions) as sessions, (select count(*) from sign_in_links) as links,
      (select count(*) from sign_in_attempts) as attempts`,
  )
  assert.deepEqual(left, { sessions: '0', links: '0', attempts: '0' })
})
