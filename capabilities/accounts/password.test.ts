// Tests of passwords: the rule, the hash, and hashes that are none.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isAcceptablePassword, verifyPassword } from './password.ts'

test('12 to 200 characters are accepted, counted as people see them', () => {
  assert.equal(isAcceptablePassword('a'.repeat(11)), false)
  assert.equal(isAcceptablePassword('a'.repeat(12)), true)
  assert.equal(isAcceptablePassword('𝒶'.repeat(11)), false)
  assert.equal(isAcceptablePassword('a'.repeat(200)), true)
  assert.equal(isAcceptablePassword('a'.repeat(201)), false)
})

test('a hash is salted, names its parameters above the minimum, and fits its password only', async () => {
  const [one, other] = await Promise.all([
    hashPassword('seven quiet herons'),
    hashPassword('seven quiet herons'),
  ])
  assert.notEqual(one, other)
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(one) ?? []
  assert.ok(Number(memory) >= 19_456 && Number(passes) >= 2)
  assert.equal(await verifyPassword('seven quiet herons', one), true)
  assert.equal(await verifyPassword('seven quiet heron', one), false)
})

test('the same letters composed differently are the same password', async () => {
  const hash = await hashPassword('Zürich am See 12')
  assert.equal(await verifyPassword('Zu\u0308rich am See 12', hash), true)
})

test('no hash, a broken one and one that asks for all memory never fit', async () => {
  for (const stored of [
    null,
    '',
    'plain',
    '$argon2id$v=19$m=9999999,t=99,p=99$AAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA',
  ])
    assert.equal(await verifyPassword('seven quiet herons', stored), false)
})

test('an address that nobody has takes about as long as a wrong password', async () => {
  const hash = await hashPassword('seven quiet herons')
  const time = async (stored: string | null) => {
    const started = performance.now()
    await verifyPassword('not the password', stored)
    return performance.now() - started
  }
  const known = Math.min(await time(hash), await time(hash), await time(hash))
  const unknown = Math.min(await time(null), await time(null), await time(null))
  assert.ok(unknown > known / 10, `${unknown} ms against ${known} ms`)
})
