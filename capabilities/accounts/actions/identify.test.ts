// Tests of sessions: who a cookie belongs to, for how long, and what ends it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aProvider, givenOrganisation } from '../../organisations/builders.ts'
import {
  accountsContext,
  aMoment,
  aPassword,
  type GivenPerson,
  givenPerson,
  minutesLater,
} from '../builders.ts'
import { identifyWith } from './identify.ts'
import { changeRole } from './people.ts'
import { signInWithPassword, signOut, signOutEverywhere } from './sign-in.ts'

let db: TestDatabase
let context: Context
let organisationId: number
let person: GivenPerson

before(async () => {
  db = await testDatabase()
  context = accountsContext(db.database)
  organisationId = await givenOrganisation(db.database, aProvider({ name: 'Seehospital' }))
  person = await givenPerson(db.database, { organisationId, role: 'lead', password: aPassword })
  await givenPerson(db.database, { organisationId, role: 'lead' })
})
after(() => db.close())

const identify = (token: string | undefined, now = aMoment) => identifyWith(context)(token, now)

async function signIn(previousToken?: string, now = aMoment): Promise<string> {
  const given = { email: person.email, password: aPassword, remoteAddress: '192.0.2.7', previousToken }
  const result = await signInWithPassword(context, given, now)
  assert.equal(result.outcome, 'signed-in')
  return result.outcome === 'signed-in' ? result.token : ''
}

test('a session names its person, the organisations and the roles in them', async () => {
  const caller = await identify(await signIn())
  assert.equal(caller?.person.email, person.email)
  assert.deepEqual(caller?.memberships, [
    {
      organisationId,
      organisationName: 'Seehospital',
      organisationKind: 'provider',
      timeZone: 'Europe/Vienna',
      role: 'lead',
    },
  ])
})

test('no cookie, a made-up one and a broken one are strangers', async () => {
  for (const token of [undefined, '', 'x', 'A'.repeat(43), "' or 1=1 --", 'A'.repeat(100_000)])
    assert.equal(await identify(token), null)
})

test('only the hash of a token is stored', async () => {
  const token = await signIn()
  const rows = await db.query<{ found: boolean }>(
    `select exists (select from sessions where token_hash = $1 or position($1::bytea in token_hash) > 0) as found`,
    [Buffer.from(token)],
  )
  assert.equal(rows[0]?.found, false)
  assert.equal((await db.query('select from sessions where length(token_hash) <> 32')).length, 0)
})

test('signing in never keeps the token that the browser held before', async () => {
  const fixed = 'F'.repeat(43)
  assert.notEqual(await signIn(fixed), fixed)
  assert.equal(await identify(fixed), null)
  const first = await signIn()
  const second = await signIn(first)
  assert.notEqual(second, first)
  assert.equal(await identify(first), null)
  assert.ok(await identify(second))
})

test('each session has its own form token', async () => {
  const [one, other] = [await identify(await signIn()), await identify(await signIn())]
  assert.ok(one && other)
  assert.notEqual(one.csrfToken, other.csrfToken)
  assert.match(one.csrfToken, /^[\w-]{43}$/)
})

test('a session ends after 12 hours without a request', async () => {
  const token = await signIn()
  assert.ok(await identify(token, minutesLater(12 * 60 - 1)))
  assert.ok(await identify(token, minutesLater(24 * 60 - 2)))
  assert.equal(await identify(token, minutesLater(36 * 60 - 2)), null)
})

test('a session ends after 7 days, however busy', async () => {
  const token = await signIn()
  for (let hours = 6; hours < 7 * 24; hours += 6) assert.ok(await identify(token, minutesLater(hours * 60)))
  assert.ok(await identify(token, minutesLater(7 * 24 * 60 - 1)))
  assert.equal(await identify(token, minutesLater(7 * 24 * 60)), null)
})

test('signing out ends this session, signing out everywhere ends all', async () => {
  const [one, other] = [await signIn(), await signIn()]
  await signOut(context, one, aMoment)
  assert.equal(await identify(one), null)
  assert.ok(await identify(other))
  await signOutEverywhere(context, person.id, aMoment)
  assert.equal(await identify(other), null)
})

test('a role taken away is gone at the next request', async () => {
  const token = await signIn()
  await changeRole(context, { organisationId, personId: person.id, role: 'reader', by: 1 }, aMoment)
  assert.equal((await identify(token))?.memberships[0]?.role, 'reader')
  await changeRole(context, { organisationId, personId: person.id, role: null, by: 1 }, aMoment)
  assert.deepEqual((await identify(token))?.memberships, [])
})

test('a disabled person is a stranger', async () => {
  const token = await signIn()
  await db.query('update persons set disabled_at = now() where id = $1', [person.id])
  assert.equal(await identify(token), null)
})
