// Tests of the pages of accounts over HTTP: strangers, forms, links, language, people of other organisations.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import { createServer } from '../../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aCentre, aProvider, givenOrganisation } from '../../organisations/builders.ts'
import { identifyWith } from '../actions/identify.ts'
import { createSignInLink } from '../actions/links.ts'
import { accountsContext, aMoment, aPassword, type GivenPerson, givenPerson } from '../builders.ts'
import { createAccounts } from '../index.ts'
import { localeOf } from '../locale.ts'
import { newTotpSecret, sealSecret } from '../second-factor.ts'
import { sessionCookieName } from '../session.ts'

let db: TestDatabase
let context: Context
let server: FastifyInstance
let own: number
let other: number
let centre: number
let lead: GivenPerson
let reader: GivenPerson
let stranger: GivenPerson
let administrator: GivenPerson

before(async () => {
  db = await testDatabase()
  context = accountsContext(db.database)
  own = await givenOrganisation(db.database, aProvider())
  other = await givenOrganisation(db.database, aProvider())
  centre = await givenOrganisation(db.database, aCentre())
  lead = await givenPerson(db.database, { organisationId: own, role: 'lead', password: aPassword })
  reader = await givenPerson(db.database, { organisationId: own, role: 'reader', password: aPassword })
  stranger = await givenPerson(db.database, { organisationId: other, role: 'lead', password: aPassword })
  administrator = await givenPerson(db.database, {
    organisationId: centre,
    role: 'administrator',
    password: aPassword,
  })
  const accounts = createAccounts(context)
  server = await createServer({
    log: context.log,
    now: context.now,
    publicUrl: 'https://salus.example',
    permissions: accounts.permissions,
    endpoints: [...accounts.routes, ...accounts.pages],
    identify: identifyWith(context),
    sessionCookie: sessionCookieName,
    localeOf,
    renderProblem: async (_request, problem) => `${problem.code}: ${problem.detail}`,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
})

type Fields = Record<string, string>

function get(url: string, cookies: Fields = {}) {
  return server.inject({ method: 'GET', url, cookies })
}

function post(url: string, fields: Fields, cookies: Fields = {}, headers: Fields = {}) {
  return server.inject({
    method: 'POST',
    url,
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
}

/** Cookies and form token of somebody who signed in with the password. */
async function signedIn(person: GivenPerson): Promise<{ cookies: Fields; _csrf: string }> {
  const answer = await post('/sign-in', { email: person.email, password: aPassword })
  const token = answer.cookies.find((cookie) => cookie.name === sessionCookieName)?.value ?? ''
  const caller = await identifyWith(context)(token, aMoment)
  assert.ok(caller, answer.body)
  return { cookies: { [sessionCookieName]: token }, _csrf: caller.csrfToken }
}

test('a stranger is sent to sign in and then to where they wanted to go', async () => {
  const refused = await get('/account?x=1')
  assert.equal(refused.statusCode, 303)
  assert.equal(refused.headers.location, '/sign-in?to=%2Faccount%3Fx%3D1')
  const form = await get('/sign-in?to=%2Faccount%3Fx%3D1')
  assert.match(form.body, /name="to" value="\/account\?x=1"/)
  const entered = await post('/sign-in', { email: lead.email, password: aPassword, to: '/account?x=1' })
  assert.equal(entered.statusCode, 303)
  assert.equal(entered.headers.location, '/account?x=1')
})

test('the session cookie is out of reach of scripts, other sites and plain HTTP', async () => {
  const answer = await post('/sign-in', { email: lead.email, password: aPassword })
  const header = String(answer.headers['set-cookie'])
  for (const word of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/', 'Max-Age=604800'])
    assert.ok(header.includes(word), word)
})

test('signing in never leads to another site', async () => {
  for (const to of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:1',
  ]) {
    const answer = await post('/sign-in', { email: lead.email, password: aPassword, to })
    assert.equal(answer.headers.location, '/', to)
    const back = await post('/language', { language: 'de', returnTo: to })
    assert.equal(back.headers.location, '/', to)
  }
})

test('a wrong password and an unknown address get the same page, with what was typed but not the password', async () => {
  const known = await post('/sign-in', { email: stranger.email, password: 'not the password' })
  const unknown = await post('/sign-in', { email: 'nobody@lakeland.example', password: 'not the password' })
  assert.equal(known.statusCode, 422)
  assert.equal(
    known.body.replaceAll(stranger.email, 'X'),
    unknown.body.replaceAll('nobody@lakeland.example', 'X'),
  )
  assert.match(known.body, /value="person/)
  assert.doesNotMatch(known.body, /not the password/)
})

test('a form from another site is refused, also at sign-in', async () => {
  const headers = { origin: 'https://evil.example' }
  const answer = await post('/sign-in', { email: lead.email, password: aPassword }, {}, headers)
  assert.equal(answer.statusCode, 403)
  const { cookies } = await signedIn(lead)
  assert.equal((await post('/account/sign-out-everywhere', {}, cookies)).statusCode, 403)
  assert.equal((await post('/account/sign-out-everywhere', { _csrf: 'x' }, cookies)).statusCode, 403)
})

test('signing out takes the cookie away and ends the session', async () => {
  const { cookies, _csrf } = await signedIn(lead)
  const answer = await post('/sign-out', { _csrf }, cookies)
  assert.equal(answer.headers.location, '/sign-in')
  assert.match(String(answer.headers['set-cookie']), /salus-session=;.*Max-Age=0/)
  assert.equal((await get('/account', cookies)).statusCode, 303)
})

test('opening a link changes nothing, pressing its button signs in once', async () => {
  const path = await createSignInLink(context, { email: lead.email }, aMoment)
  for (let scan = 0; scan < 3; scan++) {
    const page = await get(path)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, new RegExp(lead.email))
    assert.equal(page.headers['set-cookie'], undefined)
  }
  const entered = await post(path, {})
  assert.equal(entered.headers.location, '/')
  assert.match(String(entered.headers['set-cookie']), /salus-session=/)
  assert.equal((await post(path, {})).statusCode, 410)
  assert.equal((await get(path)).statusCode, 410)
  assert.equal((await get('/sign-in/link/nonsense')).statusCode, 404)
})

test('asking for a link answers the same for an unknown address', async () => {
  const known = await post('/sign-in/link', { email: reader.email })
  const unknown = await post('/sign-in/link', { email: 'nobody@lakeland.example' })
  assert.equal(known.statusCode, 200)
  assert.equal(known.body, unknown.body)
  assert.equal((await post('/sign-in/link', { email: 'no address' })).statusCode, 422)
})

test('the language is kept in a cookie and, for the signed in, in the account', async () => {
  const answer = await post('/language', { language: 'it', returnTo: '/sign-in?to=%2Faccount' })
  assert.equal(answer.headers.location, '/sign-in?to=%2Faccount')
  assert.match((await get('/sign-in', { 'salus-language': 'it' })).body, /Accedere/)
  assert.match(
    (await server.inject({ url: '/sign-in', headers: { 'accept-language': 'fr-BE,fr;q=0.9' } })).body,
    /Se connecter/,
  )
  const { cookies, _csrf } = await signedIn(reader)
  await post('/language', { language: 'de', returnTo: '/account', _csrf }, cookies)
  assert.match((await get('/account', { ...cookies, 'salus-language': 'it' })).body, /Ihr Konto/)
  await post('/language', { language: 'en', returnTo: '/account', _csrf }, cookies)
})

test('somebody who owes the second factor may only give it', async () => {
  const careful = await givenPerson(db.database, { organisationId: own, password: aPassword })
  const sealed = sealSecret(context.secret, careful.id, newTotpSecret())
  await db.query('update persons set totp_secret = $2, totp_confirmed_at = now() where id = $1', [
    careful.id,
    sealed,
  ])
  const half = await post('/sign-in', { email: careful.email, password: aPassword, to: '/account' })
  assert.equal(half.headers.location, '/sign-in/code?to=%2Faccount')
  const token = half.cookies.find((cookie) => cookie.name === sessionCookieName)?.value ?? ''
  assert.equal((await get('/account', { [sessionCookieName]: token })).statusCode, 303)
  assert.equal((await get('/sign-in/code', { [sessionCookieName]: token })).statusCode, 200)
  const wrong = await post('/sign-in/code', { code: '000000' }, { [sessionCookieName]: token })
  assert.equal(wrong.statusCode, 422)
  assert.equal((await post('/sign-in/code', { code: '000000' })).headers.location, '/sign-in?to=%2F')
})

test('the account page shows its forms, and faults stand at their fields', async () => {
  const { cookies, _csrf } = await signedIn(reader)
  const page = await get('/account', cookies)
  assert.match(page.body, /name="current"/)
  const short = await post('/account/password', { _csrf, current: aPassword, next: 'short' }, cookies)
  assert.equal(short.statusCode, 422)
  assert.match(short.body, /href="#next"/)
  const wrong = await post(
    '/account/password',
    { _csrf, current: 'not it', next: 'eleven grey geese' },
    cookies,
  )
  assert.match(wrong.body, /href="#current"/)
  const begun = await post('/account/second-factor/start', { _csrf }, cookies)
  assert.equal(begun.statusCode, 303)
  assert.match((await get('/account', cookies)).body, /otpauth:\/\/totp\//)
  const named = await post(
    '/account/preferences',
    { _csrf, name: 'R. Reader', language: 'fr', theme: 'dark' },
    cookies,
  )
  assert.equal(named.headers.location, '/account?done=saved')
  assert.match((await get('/account?done=saved', cookies)).body, /Enregistré/)
})

test('people of an organisation: read by all its roles, changed by its lead, closed to others', async () => {
  const [asLead, asReader, asStranger] = [
    await signedIn(lead),
    await signedIn(reader),
    await signedIn(stranger),
  ]
  assert.match((await get(`/o/${own}/people`, asLead.cookies)).body, new RegExp(reader.email))
  assert.doesNotMatch((await get(`/o/${own}/people`, asReader.cookies)).body, /\/invite"/)
  assert.equal((await get(`/o/${own}/people`, asStranger.cookies)).statusCode, 403)
  for (const path of [
    `/o/${own}/people/invite`,
    `/o/${own}/people/${reader.id}/role`,
    `/o/${own}/people/${reader.id}/remove`,
    `/o/${own}/people/invitations/1/withdraw`,
  ])
    for (const { cookies, _csrf } of [asReader, asStranger])
      assert.equal((await post(path, { _csrf, role: 'lead', email: 'x@y.example' }, cookies)).statusCode, 403)
  const { cookies, _csrf } = asLead
  const elsewhere = await post(`/o/${own}/people/${stranger.id}/remove`, { _csrf }, cookies)
  assert.equal(elsewhere.statusCode, 404)
  const foreignRole = await post(
    `/o/${own}/people/${reader.id}/role`,
    { _csrf, role: 'administrator' },
    cookies,
  )
  assert.equal(foreignRole.statusCode, 422)
  const last = await post(`/o/${own}/people/${lead.id}/remove`, { _csrf }, cookies)
  assert.equal(last.statusCode, 422)
  assert.match(last.body, /last lead/)
  const changed = await post(`/o/${own}/people/${reader.id}/role`, { _csrf, role: 'responder' }, cookies)
  assert.equal(changed.headers.location, `/o/${own}/people?done=changed`)
})

test('the administrator of the centre invites into any member, a lead into the own organisation only', async () => {
  const asAdministrator = await signedIn(administrator)
  const { cookies, _csrf } = asAdministrator
  assert.equal((await get('/centre/people', cookies)).statusCode, 200)
  const fields = { _csrf, email: 'new.lead@lakeland.example', role: 'lead' }
  const invited = await post(`/centre/members/${other}/people/invite`, fields, cookies)
  assert.equal(invited.headers.location, `/centre/members/${other}/people?done=invited`)
  assert.match((await get(`/centre/members/${other}/people`, cookies)).body, /new\.lead@lakeland/)
  const asLead = await signedIn(lead)
  const refused = await post(
    `/centre/members/${other}/people/invite`,
    { ...fields, _csrf: asLead._csrf },
    asLead.cookies,
  )
  assert.equal(refused.statusCode, 403)
  assert.equal((await get(`/o/${own}/people`, cookies)).statusCode, 403)
  assert.equal((await get('/centre/members/999999/people', cookies)).statusCode, 404)
})

test('pages that do not exist, and ids that are none, are answered as not found', async () => {
  const { cookies } = await signedIn(administrator)
  assert.equal((await get('/centre/members/x/people', cookies)).statusCode, 404)
  assert.equal((await get('/centre/members/0/people', cookies)).statusCode, 404)
})
