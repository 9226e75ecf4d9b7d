// Public Ed25519 keys as JSON Web Keys (RFC 7517, RFC 8037), and their thumbprint (RFC 7638).
// SPDX-License-Identifier: EUPL-1.2
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'

/** Never the private part: there is no `d` in this shape. */
export interface Jwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly alg: 'EdDSA'
  readonly use: 'sig'
}

export interface Jwks {
  readonly keys: readonly Jwk[]
}

/** More than any centre ever has; a longer list is not ours. */
const maxKeys = 100
const maxKid = 500
/** 32 bytes in base64url. */
const xShape = /^[A-Za-z0-9_-]{43}$/

/** The key's own name: base64url of SHA-256 over its members in order. */
export function thumbprintOf(publicKey: KeyObject): string {
  const members = `{"crv":"Ed25519","kty":"OKP","x":"${xOf(publicKey)}"}`
  return createHash('sha256').update(members).digest('base64url')
}

export function jwkOf(publicKey: KeyObject, kid: string): Jwk {
  return { kty: 'OKP', crv: 'Ed25519', x: xOf(publicKey), kid, alg: 'EdDSA', use: 'sig' }
}

export function keyOfJwk({ kty, crv, x }: Jwk): KeyObject {
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
}

/** Null where it is no key set of ours: a file of another kind, or keys of another kind in it. */
export function readJwks(value: unknown): Jwks | null {
  const keys = (value as { keys?: unknown } | null)?.keys
  if (!Array.isArray(keys) || keys.length === 0 || keys.length > maxKeys) return null
  const read = keys.flatMap((one: unknown) => {
    const { kty, crv, x, kid } = (one ?? {}) as Record<string, unknown>
    const isOurs = kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && xShape.test(x)
    if (!isOurs || typeof kid !== 'string' || kid.length > maxKid) return []
    return [{ kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' } as const]
  })
  return read.length === 0 ? null : { keys: read }
}

function xOf(publicKey: KeyObject): string {
  const { crv, x } = publicKey.export({ format: 'jwk' })
  if (crv !== 'Ed25519' || typeof x !== 'string') throw new Error('a badge is signed with Ed25519 only')
  return x
}
