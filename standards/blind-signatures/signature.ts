// RSABSSA-SHA384-PSS-Randomized (RFC 9474): the signer sees neither the message nor the signature that comes of it.
// SPDX-License-Identifier: EUPL-1.2
import {
  constants,
  hkdfSync,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  verify as verifySignature,
} from 'node:crypto'
import { BlindSignatureFault } from './fault.ts'
import { type BlindPublicKey, blindPublicKeyOf } from './key.ts'
import { maxBlindMessageBytes } from './limits.ts'
import { bytesToInt, greatestCommonDivisor, intToBytes, inverseModulo, randomBelow } from './numbers.ts'
import { encodePss, saltBytes } from './pss.ts'

export const prefixBytes = 32
export const seedBytes = 48

export interface Blinded {
  /** For the signer. */
  readonly blinded: Buffer
  /** Stays with the client; whoever knows it can link the signature to `blinded`. */
  readonly inverse: bigint
}

/** The message with a random prefix before it: what is signed, and what the verifier needs. */
export function prepare(message: Uint8Array): Buffer {
  if (message.length > maxBlindMessageBytes) throw new BlindSignatureFault('message-too-long')
  return Buffer.concat([randomBytes(prefixBytes), message])
}

/** RFC 9474, 4.2. Throws BlindSignatureFault. */
export function blind(key: BlindPublicKey, prepared: Uint8Array): Blinded {
  return blindWith(key, prepared, randomBytes(saltBytes), randomBelow(key.modulus))
}

/**
 * As `blind`, with all its chance drawn from a secret seed of `seedBytes` and more: whoever has the seed makes the same
 * bytes of the same message. A seed serves one message and one key. Throws BlindSignatureFault.
 */
export function blindFrom(key: BlindPublicKey, prepared: Uint8Array, seed: Uint8Array): Blinded {
  if (seed.length < seedBytes) throw new RangeError(`A seed has at least ${seedBytes} bytes.`)
  const drawn = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha384', seed, '', `RSABSSA ${what}`, length))
  // So many bits more than the modulus has that no remainder is likelier than another.
  const random = bytesToInt(drawn('factor', key.modulusBytes + 16))
  return blindWith(key, prepared, drawn('salt', saltBytes), 1n + (random % (key.modulus - 1n)))
}

/** As `blind`, with numbers that are given: for the RFC's own vectors and for `blindFrom`. */
export function blindWith(
  { key, modulus, modulusBits, modulusBytes }: BlindPublicKey,
  prepared: Uint8Array,
  salt: Uint8Array,
  random: bigint,
): Blinded {
  if (prepared.length > prefixBytes + maxBlindMessageBytes) throw new BlindSignatureFault('message-too-long')
  const encoded = bytesToInt(encodePss(prepared, modulusBits - 1, salt))
  if (greatestCommonDivisor(encoded, modulus) !== 1n) throw new BlindSignatureFault('invalid-input')
  const inverse = inverseModulo(random, modulus)
  if (inverse === null) throw new BlindSignatureFault('blinding-error')
  const factor = bytesToInt(publicOperation(key, intToBytes(random, modulusBytes)))
  return { blinded: intToBytes((encoded * factor) % modulus, modulusBytes), inverse }
}

/** RFC 9474, 4.3. The private key is touched by OpenSSL alone, which blinds the operation against timing. */
export function blindSign(privateKey: KeyObject, blinded: Uint8Array): Buffer {
  const { key, modulus, modulusBytes } = blindPublicKeyOf(privateKey)
  if (blinded.length !== modulusBytes) throw new BlindSignatureFault('unexpected-input-size')
  if (bytesToInt(blinded) >= modulus) throw new BlindSignatureFault('message-out-of-range')
  const padding = constants.RSA_NO_PADDING
  let signature: Buffer
  try {
    signature = privateDecrypt({ key: privateKey, padding }, blinded)
  } catch (error) {
    throw new BlindSignatureFault('signing-failure', '', { cause: error })
  }
  // A result that a fault of the machine made wrong would give the private key away (RFC 9474, 7.1).
  if (!publicOperation(key, signature).equals(Buffer.from(blinded)))
    throw new BlindSignatureFault('signing-failure')
  return signature
}

/** RFC 9474, 4.4: the signature over `prepared`, verified. Throws BlindSignatureFault. */
export function finalize(
  key: BlindPublicKey,
  prepared: Uint8Array,
  blindSignature: Uint8Array,
  inverse: bigint,
): Buffer {
  if (blindSignature.length !== key.modulusBytes) throw new BlindSignatureFault('unexpected-input-size')
  const signature = intToBytes((bytesToInt(blindSignature) * inverse) % key.modulus, key.modulusBytes)
  if (!verify(key, prepared, signature)) throw new BlindSignatureFault('invalid-signature')
  return signature
}

/** RSASSA-PSS with SHA-384 and a salt of 48 bytes, by node:crypto. */
export function verify(
  { key, modulusBytes }: BlindPublicKey,
  prepared: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== modulusBytes || prepared.length < prefixBytes) return false
  return verifySignature(
    'sha384',
    prepared,
    { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes },
    signature,
  )
}

function publicOperation(key: KeyObject, bytes: Uint8Array): Buffer {
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, bytes)
}
