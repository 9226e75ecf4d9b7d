// Blind signatures against the numbers of RFC 9474, against node:crypto's own verification, and against hostile input.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  BlindSignatureFault,
  blind,
  blindFrom,
  blindPublicKeyOf,
  blindSign,
  finalize,
  prepare,
  readBlindPublicKey,
  verify,
} from './index.ts'
import { bytesToInt, intToBytes, inverseModulo, randomBelow } from './numbers.ts'
import { encodePss } from './pss.ts'
import { blindWith } from './signature.ts'

interface Vectors extends Readonly<Record<'p' | 'q' | 'n' | 'e' | 'd', string>> {
  readonly vectors: readonly Readonly<Record<string, string>>[]
}
const published = JSON.parse(readFileSync(join(import.meta.dirname, 'vectors.json'), 'utf8')) as Vectors
const hex = (text: string | undefined) => Buffer.from(text ?? '', 'hex')
const faulty = (code: string) => (error: unknown) =>
  error instanceof BlindSignatureFault && error.code === code

function publishedKey() {
  const [p, q, d] = [published.p, published.q, published.d].map((text) => bytesToInt(hex(text))) as [
    bigint,
    bigint,
    bigint,
  ]
  const text = (value: bigint) =>
    intToBytes(value, Math.ceil(value.toString(16).length / 2)).toString('base64url')
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: hex(published.n).toString('base64url'),
      e: hex(published.e).toString('base64url'),
      d: text(d),
      p: text(p),
      q: text(q),
      dp: text(d % (p - 1n)),
      dq: text(d % (q - 1n)),
      qi: text(inverseModulo(q, p) ?? 0n),
    },
  })
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
const key = blindPublicKeyOf(publicKey)

for (const vector of published.vectors)
  test(`RFC 9474, appendix A: ${vector.name}`, () => {
    const secret = publishedKey()
    const open = blindPublicKeyOf(secret)
    const prepared = hex(vector.prepared_msg)
    assert.equal(open.modulusBits, 4_096)
    assert.deepEqual(prepared, Buffer.concat([hex(vector.msg_prefix), hex(vector.msg)]))
    assert.deepEqual(encodePss(prepared, open.modulusBits - 1, hex(vector.salt)), hex(vector.encoded_msg))
    const inverse = bytesToInt(hex(vector.inv))
    const random = inverseModulo(inverse, open.modulus) ?? 0n
    const blinded = blindWith(open, prepared, hex(vector.salt), random)
    assert.deepEqual(blinded.blinded, hex(vector.blinded_msg))
    assert.equal(blinded.inverse, inverse)
    const signed = blindSign(secret, blinded.blinded)
    assert.deepEqual(signed, hex(vector.blind_sig))
    const signature = finalize(open, prepared, signed, inverse)
    assert.deepEqual(signature, hex(vector.sig))
    assert.equal(verify(open, prepared, signature), true)
  })

test('whatever is signed blindly, node:crypto verifies, and no changed message', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat(), (message, at) => {
      const prepared = prepare(message)
      const { blinded, inverse } = blind(key, prepared)
      const signature = finalize(key, prepared, blindSign(privateKey, blinded), inverse)
      const changed = Buffer.from(prepared)
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1
      assert.equal(verify(key, prepared, signature), true)
      assert.equal(verify(key, changed, signature), false)
    }),
    { numRuns: 20 },
  )
})

test('the same message is never blinded twice to the same bytes', () => {
  const message = Buffer.from('once')
  const prepared = prepare(message)
  const seen = new Set(Array.from({ length: 10 }, () => blind(key, prepared).blinded.toString('hex')))
  assert.equal(seen.size, 10)
  assert.notDeepEqual(prepare(message), prepared)
})

test('one seed gives the same bytes of the same message, and another seed, message or key gives others', () => {
  const [message, seed] = [randomBytes(64), randomBytes(48)]
  const { blinded, inverse } = blindFrom(key, message, seed)
  assert.deepEqual(blindFrom(key, message, seed), { blinded, inverse })
  assert.ok(verify(key, message, finalize(key, message, blindSign(privateKey, blinded), inverse)))
  const other = blindPublicKeyOf(generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey)
  for (const another of [
    blindFrom(key, message, randomBytes(48)),
    blindFrom(key, randomBytes(64), seed),
    blindFrom(other, message, seed),
  ])
    assert.notDeepEqual(another.blinded, blinded)
  assert.throws(() => blindFrom(key, message, randomBytes(47)), RangeError)
})

test('a wrong answer of the signer is noticed', () => {
  const prepared = prepare(randomBytes(32))
  const { blinded, inverse } = blind(key, prepared)
  const signed = blindSign(privateKey, blinded)
  assert.throws(() => finalize(key, prepared, signed.subarray(1), inverse), faulty('unexpected-input-size'))
  assert.throws(() => finalize(key, prepared, blinded, inverse), faulty('invalid-signature'))
  assert.throws(() => finalize(key, prepared, signed, inverse + 1n), faulty('invalid-signature'))
  assert.throws(() => finalize(key, prepare(randomBytes(32)), signed, inverse), faulty('invalid-signature'))
})

test('the signer refuses what is no number below its modulus', () => {
  assert.throws(() => blindSign(privateKey, Buffer.alloc(255)), faulty('unexpected-input-size'))
  assert.throws(() => blindSign(privateKey, Buffer.alloc(257)), faulty('unexpected-input-size'))
  assert.throws(() => blindSign(privateKey, Buffer.alloc(256, 0xff)), faulty('message-out-of-range'))
  const modulus = intToBytes(key.modulus, 256)
  assert.throws(() => blindSign(privateKey, modulus), faulty('message-out-of-range'))
  assert.equal(blindSign(privateKey, intToBytes(key.modulus - 1n, 256)).length, 256)
})

test('keys that are too short, of another kind or made to be broken are refused', () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1_024 }).publicKey
  const odd = generateKeyPairSync('rsa', { modulusLength: 2_048, publicExponent: 3 }).publicKey
  const curve = generateKeyPairSync('ed25519').publicKey
  for (const wrong of [short, odd, curve])
    assert.throws(
      () => readBlindPublicKey(wrong.export({ format: 'der', type: 'spki' })),
      faulty('invalid-key'),
    )
  // 2,048 bits, divisible by three.
  const threefold = `${'f'.repeat(511)}d`
  const smooth = {
    kty: 'RSA',
    n: hex(BigInt(`0x${threefold}`) % 3n === 0n ? threefold : `${'f'.repeat(511)}f`).toString('base64url'),
    e: 'AQAB',
  }
  assert.throws(
    () => readBlindPublicKey(derOf(smooth)),
    (error) => faulty('invalid-key')(error) && /small factor/.test(String(error)),
  )
  assert.throws(() => readBlindPublicKey(Buffer.alloc(2_000)), faulty('invalid-key'))
  assert.equal(readBlindPublicKey(publicKey.export({ format: 'der', type: 'spki' })).modulus, key.modulus)
})

test('bytes that are no key are refused, whatever they are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      assert.throws(() => readBlindPublicKey(bytes), faulty('invalid-key'))
    }),
    { numRuns: 200 },
  )
})

test('a message beyond the limit is refused, one at the limit is taken', () => {
  assert.throws(() => prepare(Buffer.alloc(1_025)), faulty('message-too-long'))
  assert.equal(blind(key, prepare(Buffer.alloc(1_024))).blinded.length, 256)
})

test('random numbers keep within their bounds and reach both ends', () => {
  const drawn = new Set(Array.from({ length: 400 }, () => randomBelow(5n)))
  assert.deepEqual([...drawn].sort(), [1n, 2n, 3n, 4n])
})

test('an inverse undoes its number, and shared factors have none', () => {
  assert.equal(inverseModulo(6n, 9n), null)
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 1n << 64n }), (value) => {
      const modulus = (1n << 61n) - 1n
      fc.pre(value % modulus !== 0n)
      assert.equal((value * (inverseModulo(value, modulus) ?? 0n)) % modulus, 1n)
    }),
    { numRuns: 200 },
  )
})

function derOf(jwk: Record<string, string>): Buffer {
  return createPublicKey({ format: 'jwk', key: jwk }).export({ format: 'der', type: 'spki' })
}
