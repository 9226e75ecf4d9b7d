// Tests of mail addresses, remote networks, and who must stay in charge.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { remoteSubject } from './actions/attempt.ts'
import { attemptLimits } from './attempts.ts'
import { localeOf } from './locale.ts'
import { leavesNobodyInCharge, normalEmail } from './person.ts'

test('an address is taken in lower case without spaces around it', () => {
  assert.equal(normalEmail(' Pia.Lorenz@Lakeland.EXAMPLE '), 'pia.lorenz@lakeland.example')
})

test('what is no address, or two of them, is none', () => {
  for (const text of [
    '',
    'pia',
    'pia@',
    '@x.example',
    'pia@x',
    'a@b.example, c@d.example',
    'a b@c.example',
    'a@b..example',
    'a@.example',
    'a@b.example\nBcc: c@d.example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b'.repeat(260)}.example`,
  ])
    assert.equal(normalEmail(text), null, text)
})

test('a very long text is judged at once', () => {
  const started = processorMs()
  assert.equal(normalEmail(`${'a.'.repeat(500_000)}@`), null)
  assert.ok(processorMs() - started < 200)
})

test('the last lead can neither leave nor step down, a second one can', () => {
  const lead = { personId: 1, role: 'lead' } as const
  const reader = { personId: 2, role: 'reader' } as const
  assert.equal(leavesNobodyInCharge([lead, reader], 'lead', { personId: 1, role: null }), true)
  assert.equal(leavesNobodyInCharge([lead, reader], 'lead', { personId: 1, role: 'reader' }), true)
  assert.equal(leavesNobodyInCharge([lead, reader], 'lead', { personId: 2, role: null }), false)
  assert.equal(
    leavesNobodyInCharge([lead, { personId: 3, role: 'lead' }], 'lead', { personId: 1, role: null }),
    false,
  )
  assert.equal(leavesNobodyInCharge([reader], 'lead', { personId: 2, role: null }), false)
})

test('one network of IPv6 and one address of IPv4, however written, are counted as one', () => {
  const secret = Buffer.alloc(32)
  const of = (address: string) =>
    remoteSubject(secret, attemptLimits.passwordFromRemote, address).hash.toString('hex')
  assert.equal(of('2001:db8:1:2::1'), of('2001:db8:1:2:ffff::9'))
  assert.notEqual(of('2001:db8:1:2::1'), of('2001:db8:1:3::1'))
  assert.equal(of('::ffff:192.0.2.7'), of('192.0.2.7'))
  assert.notEqual(of('192.0.2.7'), of('192.0.2.8'))
})

test('the language is the account’s, else the cookie’s, else the browser’s, else English', () => {
  const person = { id: 1, name: 'x', email: 'x', language: 'fr', theme: 'device' } as const
  const caller = { person, memberships: [], csrfToken: '' }
  assert.equal(localeOf(caller, { cookie: 'de', accept: 'it' }), 'fr')
  assert.equal(localeOf(null, { cookie: 'de', accept: 'it' }), 'de')
  assert.equal(localeOf(null, { cookie: 'xx', accept: 'it-CH, en;q=0.8' }), 'it')
  assert.equal(localeOf(null, { cookie: '__proto__', accept: 'pl, sv' }), 'en')
  assert.equal(
    localeOf({ ...caller, person: { ...person, language: 'pl' } }, { cookie: undefined, accept: undefined }),
    'en',
  )
})
