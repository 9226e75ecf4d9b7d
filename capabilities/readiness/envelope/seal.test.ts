// The recovery code and the sealing: what opens, what does not, and what a slip of the finger becomes.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createCode, formatCode, readCode } from './code.ts'
import { createPhoneKey, freeKey, seal, unseal } from './seal.ts'
import { isRebuildDue, phoneStateOf } from './state.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const content = new TextEncoder().encode('people and numbers')

test('a code has 130 random bits in seven groups and is read however it is typed', () => {
  const code = createCode()
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{28}$/)
  const printed = formatCode(code)
  assert.match(printed, /^(\w{4}-){6}\w{4}$/)
  assert.equal(readCode(printed.toLowerCase()), code)
  assert.equal(readCode(` ${code.replaceAll('0', 'o').replaceAll('1', 'l')} `), code)
  assert.equal(new Set(Array.from({ length: 500 }, () => createCode())).size, 500)
})

test('every single wrong character and every swap of unlike neighbours is noticed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 26, maxLength: 26 }),
      fc.nat(27),
      fc.nat(31),
      fc.nat(24),
      (bytes, place, value, swap) => {
        const code = createCode(() => bytes)
        const letters = [...code]
        const wrong = letters.with(place, alphabet[value] ?? '').join('')
        assert.equal(readCode(wrong), wrong === code ? code : null)
        const [left = '', right = ''] = [letters[swap], letters[swap + 1]]
        if (left !== right)
          assert.equal(
            readCode(
              letters
                .with(swap, right)
                .with(swap + 1, left)
                .join(''),
            ),
            null,
          )
      },
    ),
    { numRuns: 500 },
  )
})

test('what was sealed opens with the code and not without', async () => {
  const code = createCode()
  const phone = await createPhoneKey(code)
  const sealed = await seal(content, phone.publicKey, 'header')
  assert.deepEqual(await unseal(code, phone, sealed, 'header'), content)
  assert.equal(await unseal(createCode(), phone, sealed, 'header'), null)
  assert.equal(await freeKey(createCode(), phone), null)
})

test('a file of which one byte was changed does not open, its readable header included', async () => {
  const code = createCode()
  const phone = await createPhoneKey(code)
  const sealed = await seal(content, phone.publicKey, 'header')
  assert.equal(await unseal(code, phone, sealed, 'Header'), null)
  const flipped = sealed.ciphertext.with(3, (sealed.ciphertext[3] ?? 0) ^ 1)
  assert.equal(await unseal(code, phone, { ...sealed, ciphertext: flipped }, 'header'), null)
  const other = await createPhoneKey(code)
  assert.equal(await unseal(code, { ...phone, publicKey: other.publicKey }, sealed, 'header'), null)
})

test('sealing anew needs no code and gives other bytes each time', async () => {
  const phone = await createPhoneKey(createCode())
  const first = await seal(content, phone.publicKey, 'header')
  const second = await seal(content, phone.publicKey, 'header')
  assert.notDeepEqual(first.ciphertext, second.ciphertext)
  assert.notDeepEqual(first.ephemeralKey, second.ephemeralKey)
})

test('a pack is made anew when it says something else, and after a week in any case', () => {
  const builtAt = new Date('2026-11-10T08:00:00Z')
  const last = { builtAt, factsSha256: 'a' }
  const after = (ms: number) => new Date(builtAt.getTime() + ms)
  assert.equal(isRebuildDue(null, 'a', builtAt), true)
  assert.equal(isRebuildDue(last, 'b', builtAt), true)
  assert.equal(isRebuildDue(last, 'a', after(7 * 86_400_000 - 1)), false)
  assert.equal(isRebuildDue(last, 'a', after(7 * 86_400_000)), true)
})

test('a phone is ready only with a young, unchanged file that somebody opened lately', () => {
  const now = new Date('2026-11-17T08:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const phone = { slot: 1, builtAt: now, carriedAt: ago(3), isCurrent: true, openedAt: ago(3) } as const
  assert.equal(phoneStateOf(phone, now), 'ready')
  assert.equal(phoneStateOf({ ...phone, carriedAt: null }, now), 'not-fetched')
  assert.equal(phoneStateOf({ ...phone, carriedAt: ago(91) }, now), 'old')
  assert.equal(phoneStateOf({ ...phone, isCurrent: false }, now), 'changed')
  assert.equal(phoneStateOf({ ...phone, openedAt: ago(183) }, now), 'not-tried')
  assert.equal(phoneStateOf({ ...phone, openedAt: null }, now), 'not-tried')
})
