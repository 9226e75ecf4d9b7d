// The public key of a blind signer, checked before anything is blinded with it.
// SPDX-License-Identifier: EUPL-1.2
import { createPublicKey, type KeyObject } from 'node:crypto'
import { BlindSignatureFault } from './fault.ts'
import { maxKeyBytes, maxModulusBits, minModulusBits } from './limits.ts'
import { bytesToInt, greatestCommonDivisor } from './numbers.ts'

export interface BlindPublicKey {
  readonly key: KeyObject
  readonly modulus: bigint
  readonly modulusBits: number
  readonly modulusBytes: number
}

/** The one exponent taken: it is prime, so that raising to it loses nothing with an honest modulus. */
const exponent = 65_537n

/** An honest modulus has two large factors; one with a small factor was made to be taken apart. */
const smallPrimes = primesBelow(2_000).reduce((product, prime) => product * BigInt(prime), 1n)

/** `spki` is the DER of SubjectPublicKeyInfo. Throws BlindSignatureFault `invalid-key`. */
export function readBlindPublicKey(spki: Uint8Array): BlindPublicKey {
  if (spki.length > maxKeyBytes) throw new BlindSignatureFault('invalid-key', 'It is too long.')
  let key: KeyObject
  try {
    key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch (error) {
    throw new BlindSignatureFault('invalid-key', 'It cannot be read.', { cause: error })
  }
  return blindPublicKeyOf(key)
}

/** The same of a key that is read already; of a private key its public half. */
export function blindPublicKeyOf(from: KeyObject): BlindPublicKey {
  const key = from.type === 'private' ? createPublicKey(from) : from
  if (key.asymmetricKeyType !== 'rsa') throw new BlindSignatureFault('invalid-key', 'It is not an RSA key.')
  const { n = '', e = '' } = key.export({ format: 'jwk' })
  const modulus = bytesToInt(Buffer.from(n, 'base64url'))
  const modulusBits = modulus.toString(2).length
  const wrong = faultOf(modulus, modulusBits, bytesToInt(Buffer.from(e, 'base64url')))
  if (wrong !== null) throw new BlindSignatureFault('invalid-key', wrong)
  return { key, modulus, modulusBits, modulusBytes: Math.ceil(modulusBits / 8) }
}

function faultOf(modulus: bigint, bits: number, e: bigint): string | null {
  if (bits < minModulusBits || bits > maxModulusBits)
    return `Its modulus has ${bits} bits; ${minModulusBits} to ${maxModulusBits} are taken.`
  if (e !== exponent) return `Its exponent is not ${exponent}.`
  if (greatestCommonDivisor(modulus, smallPrimes) !== 1n) return 'Its modulus has a small factor.'
  return null
}

function primesBelow(end: number): readonly number[] {
  const numbers = Array.from({ length: end - 2 }, (_, index) => index + 2)
  return numbers.filter((number) => numbers.every((other) => other * other > number || number % other !== 0))
}
