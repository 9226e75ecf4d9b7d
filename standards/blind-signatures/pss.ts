// EMSA-PSS encoding with SHA-384 and MGF1 (RFC 8017, 9.1.1 and B.2.1), for a message that is blinded before it is signed.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { BlindSignatureFault } from './fault.ts'

export const hashBytes = 48
export const saltBytes = 48

/** `bits` is the length of the modulus less one. */
export function encodePss(message: Uint8Array, bits: number, salt: Uint8Array): Buffer {
  const length = Math.ceil(bits / 8)
  if (length < hashBytes + salt.length + 2) throw new BlindSignatureFault('encoding-error')
  const hash = sha384(Buffer.alloc(8), sha384(message), salt)
  const data = Buffer.alloc(length - hashBytes - 1)
  data[data.length - salt.length - 1] = 1
  data.set(salt, data.length - salt.length)
  const masked = exclusiveOr(data, maskOf(hash, data.length))
  masked[0] = (masked[0] ?? 0) & (0xff >> (length * 8 - bits))
  return Buffer.concat([masked, hash, Buffer.of(0xbc)])
}

function maskOf(seed: Uint8Array, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let counter = 0; counter * hashBytes < length; counter++) {
    const number = Buffer.alloc(4)
    number.writeUInt32BE(counter)
    blocks.push(sha384(seed, number))
  }
  return Buffer.concat(blocks).subarray(0, length)
}

function sha384(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha384')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

function exclusiveOr(one: Uint8Array, two: Uint8Array): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (two[index] ?? 0)))
}
