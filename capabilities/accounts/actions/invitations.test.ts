// Tests of inviting, accepting, changing roles and removing.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../../../platform/context.ts'
import type { AccountRole } from '../../../platform/http/caller.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aCentre, aProvider, givenOrganisation } from '../../organisations/builders.ts'
import {
  accountsContext,
  aMoment,
  aPassword,
  givenPerson,
  minutesLater,
  tokensMailedTo,
} from '../builders.ts'
import { invitationsPerDay } from '../invitation.ts'
import { openInvitationsOf } from '../store/invitations.ts'
import { colleaguesIn } from '../store/memberships.ts'
import { readPersonNames } from '../store/persons.ts'
import { identifyWith } from './identify.ts'
import { acceptInvitation, describeInvitation, invite, withdrawInvitation } from './invitations.ts'
import { addMembership, changeRole, ensurePerson } from './people.ts'

let db: TestDatabase
let context: Context
let own: number
let other: number
let centre: number

before(async () => {
  db = await testDatabase()
  context = accountsContext(db.database)
  own = await givenOrganisation(db.database, aProvider({ name: 'Seehospital' }))
  other = await givenOrganisation(db.database, aProvider())
  centre = await givenOrganisation(db.database, aCentre())
})
after(() => db.close())

const requestOf = (organisationId: number, email: string, role: AccountRole) => ({
  organisationId,
  email,
  role,
  invitedBy: { id: 1, name: 'Pia Lorenz' },
  origin: context.origin(),
})

const inviteAsMember = (email: string, role: AccountRole = 'reader', organisationId = own, now = aMoment) =>
  db.database.asMember(own, (scope) => invite(context, scope, requestOf(organisationId, email, role), now))

const newestToken = async (email: string): Promise<string> =>
  (await tokensMailedTo(db.query, email)).at(-1) ?? assert.fail('no mail')

const newPerson = { name: 'Neu Herzog', language: 'de', password: aPassword }

const accept = (token: string, now = aMoment, person: typeof newPerson | null = newPerson) =>
  acceptInvitation(context, { token, newPerson: person, previousToken: undefined }, now)

test('an invited person accepts with a name and a password, and is signed in with the role', async () => {
  const email = 'herzog@lakeland.example'
  assert.equal((await inviteAsMember(email, 'responder')).outcome, 'invited')
  const token = await newestToken(email)
  const described = await describeInvitation(context, token, aMoment)
  assert.deepEqual(
    [described.state, described.organisation?.name, described.hasAccount],
    ['open', 'Seehospital', false],
  )
  const accepted = await accept(token)
  const caller = await identifyWith(context)(accepted.outcome === 'signed-in' ? accepted.token : '', aMoment)
  assert.equal(caller?.person.language, 'de')
  assert.deepEqual(
    caller?.memberships.map(({ organisationId, role }) => [organisationId, role]),
    [[own, 'responder']],
  )
  assert.equal((await accept(token)).outcome, 'accepted')
})

test('an invitation ends after 7 days, when withdrawn, and when a newer one is sent', async () => {
  const email = 'late@lakeland.example'
  await inviteAsMember(email)
  const first = await newestToken(email)
  assert.equal((await accept(first, minutesLater(7 * 24 * 60))).outcome, 'expired')
  await inviteAsMember(email)
  assert.equal((await accept(first)).outcome, 'withdrawn')
  const second = await newestToken(email)
  const [open] = await db.database.asMember(own, (scope) => openInvitationsOf(scope, own, aMoment))
  const withdraw = () =>
    db.database.asMember(own, (scope) =>
      withdrawInvitation(scope, { organisationId: own, id: open?.id ?? 0, by: 1 }, aMoment),
    )
  assert.equal(await withdraw(), true)
  assert.equal(await withdraw(), false)
  assert.equal((await accept(second)).outcome, 'withdrawn')
  assert.equal((await accept('x')).outcome, 'unknown')
  assert.equal((await accept('A'.repeat(43))).outcome, 'unknown')
})

test('accepted twice at the same moment makes one person', async () => {
  await inviteAsMember('twice@lakeland.example')
  const token = await newestToken('twice@lakeland.example')
  const results = await Promise.all([accept(token), accept(token)])
  assert.deepEqual(results.map(({ outcome }) => outcome).sort(), ['accepted', 'signed-in'])
})

test('who has an account joins with it and is not signed in by the invitation', async () => {
  const person = await givenPerson(db.database, { organisationId: other, role: 'lead', password: aPassword })
  await inviteAsMember(person.email, 'reader')
  const token = await newestToken(person.email)
  assert.equal((await describeInvitation(context, token, aMoment)).hasAccount, true)
  const joined = await accept(token, aMoment, { ...newPerson, password: 'the attacker’s choice' })
  assert.deepEqual(joined, { outcome: 'joined' })
  const [row] = await db.query<{ name: string }>('select name from persons where id = $1', [person.id])
  assert.notEqual(row?.name, newPerson.name)
})

test('nobody is invited into a role that the organisation has not, nor twice', async () => {
  assert.equal((await inviteAsMember('x@lakeland.example', 'administrator')).outcome, 'no-such-role')
  const colleague = await givenPerson(db.database, { organisationId: own })
  assert.equal((await inviteAsMember(colleague.email)).outcome, 'colleague-already')
  const asCentre = await db.database.asCentre((scope) =>
    invite(context, scope, requestOf(centre, 'x@lakeland.example', 'lead'), aMoment),
  )
  assert.equal(asCentre.outcome, 'no-such-role')
})

test('a member cannot invite into another organisation, even past the page', async () => {
  await assert.rejects(inviteAsMember('x@lakeland.example', 'reader', other), /no such organisation/)
})

test('fifty invitations a day are enough', async () => {
  await db.query(
    `insert into invitations (organisation_id, email, role, token_hash, created_at, expires_at)
      select $1, 'n' || n || '@lakeland.example', 'reader', sha256(n::text::bytea), $3, $3 from generate_series(1, $2) n`,
    [other, invitationsPerDay, aMoment],
  )
  const asCentre = (now: Date) =>
    db.database.asCentre((scope) =>
      invite(context, scope, requestOf(other, 'y@lakeland.example', 'lead'), now),
    )
  assert.equal((await asCentre(minutesLater(1))).outcome, 'too-many')
  assert.equal((await asCentre(minutesLater(24 * 60 + 1))).outcome, 'invited')
})

test('two leads who remove each other at the same moment leave one', async () => {
  const organisationId = await givenOrganisation(db.database, aProvider())
  const [one, two] = [
    await givenPerson(db.database, { organisationId, role: 'lead' }),
    await givenPerson(db.database, { organisationId, role: 'lead' }),
  ]
  const results = await Promise.all([
    changeRole(context, { organisationId, personId: two.id, role: null, by: one.id }, aMoment),
    changeRole(context, { organisationId, personId: one.id, role: null, by: two.id }, aMoment),
  ])
  assert.deepEqual(results.map(({ outcome }) => outcome).sort(), ['done', 'last-in-charge'])
  const left = await db.database.asMember(organisationId, (scope) => colleaguesIn(scope, [organisationId]))
  assert.equal(left.length, 1)
})

test('the last administrator stays, and a disabled lead does not count', async () => {
  const administrator = await givenPerson(db.database, { organisationId: centre, role: 'administrator' })
  const change = { organisationId: centre, personId: administrator.id, role: 'duty-officer', by: 1 } as const
  assert.equal((await changeRole(context, change, aMoment)).outcome, 'last-in-charge')
  const second = await givenPerson(db.database, { organisationId: centre, role: 'administrator' })
  await db.query('update persons set disabled_at = now() where id = $1', [second.id])
  assert.equal((await changeRole(context, change, aMoment)).outcome, 'last-in-charge')
})

test('changes of roles are in the journal of the organisation, with both roles and the actor', async () => {
  const person = await givenPerson(db.database, { organisationId: own })
  await changeRole(context, { organisationId: own, personId: person.id, role: 'lead', by: 42 }, aMoment)
  const [entry] = await db.query(
    `select organisation_id as organisation, actor, details from journal where action = 'person.role-changed' and object_id = $1`,
    [String(person.id)],
  )
  assert.deepEqual(entry, {
    organisation: String(own),
    actor: 'person:42',
    details: { from: 'responder', to: 'lead' },
  })
})

test('a member sees its colleagues and nobody else’s, and never how they sign in', async () => {
  const [colleague, foreigner] = [
    await givenPerson(db.database, { organisationId: own }),
    await givenPerson(db.database, { organisationId: other }),
  ]
  const names = await db.database.asMember(own, (scope) =>
    readPersonNames(scope, [colleague.id, foreigner.id]),
  )
  assert.deepEqual(
    names.map(({ id }) => id),
    [colleague.id],
  )
  assert.deepEqual(await db.database.asMember(own, (scope) => colleaguesIn(scope, [other])), [])
  const { sql } = await import('kysely')
  for (const table of ['sessions', 'sign_in_links', 'sign_in_attempts'])
    await assert.rejects(
      db.database.asMember(own, (scope) => sql.raw(`select * from ${table}`).execute(scope.db)),
      /permission denied/,
    )
  await assert.rejects(
    db.database.asCentre((scope) => sql`select password_hash from persons`.execute(scope.db)),
    /permission denied/,
  )
})

test('ensuring a person and a membership twice changes nothing', async () => {
  const person = { email: 'Once@Lakeland.example', name: 'Once', language: 'en' }
  const ids = []
  for (let round = 0; round < 2; round++)
    ids.push(await db.database.asIdentity((scope) => ensurePerson(scope, person, aMoment)))
  assert.equal(ids[0], ids[1])
  const [personId = 0] = ids
  const add = (role: AccountRole) =>
    db.database.asIdentity((scope) => addMembership(scope, { organisationId: own, personId, role }, aMoment))
  assert.equal(await add('lead'), true)
  assert.equal(await add('reader'), false)
  await assert.rejects(add('administrator'), /no role administrator/)
  await assert.rejects(
    db.database.asIdentity((scope) => ensurePerson(scope, { ...person, email: 'x' }, aMoment)),
    /not a mail address/,
  )
})
