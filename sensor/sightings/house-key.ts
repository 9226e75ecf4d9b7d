// The key from which several sensors of one house draw the same pseudonym, carried on from epoch to epoch and never back.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { blindFrom, prefixBytes, readBlindPublicKey, seedBytes } from '@salus/standards/blind-signatures'
import { maxEpochsOn } from './limits.ts'
import type { HouseKey } from './shapes.ts'

const pseudonymBytes = 32

/** From this epoch on. */
export function newHouseKey(epoch: number): HouseKey {
  return { epoch, key: randomBytes(seedBytes).toString('base64url') }
}

/** Null where the epoch is before the key, or so far after it that nobody can mean it. */
export function carriedOn({ epoch, key }: HouseKey, to: number): HouseKey | null {
  if (to < epoch || to - epoch > maxEpochsOn) return null
  let bytes: Uint8Array = Buffer.from(key, 'base64url')
  // One way only: who finds the key of this epoch cannot go back to the pseudonyms before it.
  for (let at = epoch; at < to; at++) bytes = expanded(bytes, 'next', seedBytes)
  return { epoch: to, key: Buffer.from(bytes).toString('base64url') }
}

export interface DrawnPseudonym {
  readonly pseudonym: Buffer
  readonly prefix: Buffer
  readonly blinded: Buffer
  readonly inverse: bigint
}

/**
 * By chance where there is no key; else the same for all who have it. The centre answers the same question with the same
 * signature, so it sees that several sensors of one house ask, and counts them as one. `publicKey` is SubjectPublicKeyInfo
 * in Base64url. Throws BlindSignatureFault.
 */
export function drawPseudonym(houseKey: HouseKey | null, publicKey: string): DrawnPseudonym {
  const seed =
    houseKey === null
      ? randomBytes(seedBytes)
      : // Another key of the same epoch must not be answered from the same chance.
        expanded(
          Buffer.from(houseKey.key, 'base64url'),
          `epoch ${createHash('sha256').update(publicKey).digest('hex')}`,
          seedBytes,
        )
  const pseudonym = expanded(seed, 'pseudonym', pseudonymBytes)
  const prefix = expanded(seed, 'prefix', prefixBytes)
  const key = readBlindPublicKey(Buffer.from(publicKey, 'base64url'))
  return { pseudonym, prefix, ...blindFrom(key, Buffer.concat([prefix, pseudonym]), seed) }
}

function expanded(secret: Uint8Array, what: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha384', secret, '', `salus sightings ${what}`, length))
}
