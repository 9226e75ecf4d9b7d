// Keys of a pack: Ed25519 only, named by the hash of their canonical form; signing and checking.
// SPDX-License-Identifier: EUPL-1.2
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from './canonical.ts'

export const publicKeyShape = z.strictObject({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  keyval: z.strictObject({ public: z.string().regex(/^[0-9a-f]{64}$/) }),
})
export type PackKey = z.infer<typeof publicKeyShape>

export interface Signer {
  readonly keyId: string
  readonly key: PackKey
  readonly privateKey: KeyObject
}

export function keyIdOf(key: PackKey): string {
  return sha256Of(canonicalJson(key))
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function newSigner(): Signer {
  return signerOf(generateKeyPairSync('ed25519').privateKey)
}

/** Throws where the key is of another kind. */
export function signerOf(privateKey: KeyObject): Signer {
  const { crv, x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (crv !== 'Ed25519' || x === undefined) throw new Error('A pack is signed by Ed25519 keys only.')
  const key: PackKey = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: Buffer.from(x, 'base64url').toString('hex') },
  }
  return { keyId: keyIdOf(key), key, privateKey }
}

/** A private key as PEM (PKCS 8), with the passphrase it is locked by or null. Throws where it cannot be read. */
export function readSigner(pem: string, passphrase: string | null): Signer {
  return signerOf(createPrivateKey({ key: pem, ...(passphrase === null ? {} : { passphrase }) }))
}

export function writeSigner({ privateKey }: Signer, passphrase: string | null): string {
  const locked = passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase }
  return String(privateKey.export({ type: 'pkcs8', format: 'pem', ...locked }))
}

export function signBytes(bytes: Uint8Array, { privateKey }: Signer): string {
  return sign(null, bytes, privateKey).toString('hex')
}

export function isSignedBy(bytes: Uint8Array, signature: string, key: PackKey): boolean {
  const x = Buffer.from(key.keyval.public, 'hex').toString('base64url')
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, bytes, publicKey, Buffer.from(signature, 'hex'))
  } catch {
    // 32 bytes that are no point of the curve.
    return false
  }
}
