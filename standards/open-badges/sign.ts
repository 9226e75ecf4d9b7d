// Signs a credential as a JSON Web Token (Open Badges 3.0, 8.2) with Ed25519 (RFC 8037).
// SPDX-License-Identifier: EUPL-1.2
import { type KeyObject, sign } from 'node:crypto'
import type { OpenBadgeCredential } from './credential.ts'

export interface SigningKey {
  readonly privateKey: KeyObject
  /** An address at which the public key can be read (Open Badges 3.0, 8.2.3: `kid`). */
  readonly kid: string
}

/** The credential is the payload itself, with the registered claims beside its members (VC data model 2.0). */
export function signBadge(credential: OpenBadgeCredential, { privateKey, kid }: SigningKey): string {
  const header = partOf({ alg: 'EdDSA', kid, typ: 'JWT' })
  const payload = partOf({ ...credential, ...claimsOf(credential) })
  const signature = sign(null, Buffer.from(`${header}.${payload}`), privateKey).toString('base64url')
  return `${header}.${payload}.${signature}`
}

export interface Claims {
  readonly iss: string
  readonly jti: string
  readonly sub: string
  readonly nbf: number
  readonly exp?: number
}

export function claimsOf(credential: OpenBadgeCredential): Claims {
  return {
    iss: credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: secondsOf(credential.validFrom),
    ...(credential.validUntil === undefined ? {} : { exp: secondsOf(credential.validUntil) }),
  }
}

function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000)
}

function partOf(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
