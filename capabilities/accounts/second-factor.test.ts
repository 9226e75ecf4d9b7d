// Tests of the second factor: codes by RFC 6238, each accepted once, secrets kept encrypted.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { acceptedStep, describeTotp, newTotpSecret, openSecret, sealSecret } from './second-factor.ts'

// RFC 6238, appendix B, for SHA-1; our codes have the last six digits.
const rfcSecret = Buffer.from('12345678901234567890')
const rfcCases: readonly [number, string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
]

for (const [seconds, code] of rfcCases)
  test(`RFC 6238 appendix B: ${code} at ${seconds}`, () =>
    assert.equal(acceptedStep(rfcSecret, code, null, new Date(seconds * 1000)), Math.floor(seconds / 30)))

test('a code is accepted one step early or late, not two', () => {
  const at = (seconds: number) => acceptedStep(rfcSecret, '287082', null, new Date(seconds * 1000))
  assert.equal(at(30), 1)
  assert.equal(at(0), 1)
  assert.equal(at(60), 1)
  assert.equal(at(89), 1)
  assert.equal(at(90), null)
})

test('a code is refused when its step or a later one was used', () => {
  const now = new Date(59_000)
  assert.equal(acceptedStep(rfcSecret, '287082', 0, now), 1)
  assert.equal(acceptedStep(rfcSecret, '287082', 1, now), null)
  assert.equal(acceptedStep(rfcSecret, '287082', 2, now), null)
})

test('anything but six digits is refused; spaces between them are not', () => {
  const now = new Date(59_000)
  for (const code of ['', '28708', '2870822', 'abcdef', '287082\u0000', '٢٨٧٠٨٢', '-87082', '28708e'])
    assert.equal(acceptedStep(rfcSecret, code, null, now), null, code)
  assert.equal(acceptedStep(rfcSecret, ' 287 082 ', null, now), 1)
})

test('the key shown to the person makes the codes that are accepted', () => {
  const secret = newTotpSecret()
  const shown = describeTotp(secret, 'pia@lakeland.example', 'Lakeland Centre')
  assert.match(shown.uri, /^otpauth:\/\/totp\/Lakeland%20Centre:pia%40lakeland\.example\?/)
  const now = new Date('2026-11-16T08:00:00Z')
  const code = new TOTP({ secret: shown.secret }).generate({ timestamp: now.getTime() })
  assert.notEqual(acceptedStep(secret, code, null, now), null)
})

test('a sealed secret opens for its person and installation only, and not when changed', () => {
  const [installation, secret] = [randomBytes(32), newTotpSecret()]
  const sealed = sealSecret(installation, 7, secret)
  assert.deepEqual(openSecret(installation, 7, sealed), secret)
  assert.equal(sealed.includes(secret), false)
  assert.notDeepEqual(sealSecret(installation, 7, secret), sealed)
  assert.throws(() => openSecret(installation, 8, sealed))
  assert.throws(() => openSecret(randomBytes(32), 7, sealed))
  const changed = Buffer.from(sealed)
  changed[14] = (changed[14] ?? 0) ^ 1
  assert.throws(() => openSecret(installation, 7, changed))
})
