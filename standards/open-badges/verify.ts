// Verifies a signed badge with keys that are at hand: no network, and the time is an argument.
// SPDX-License-Identifier: EUPL-1.2
import { verify } from 'node:crypto'
import type { OpenBadgeCredential } from './credential.ts'
import { type Jwks, keyOfJwk } from './jwk.ts'
import { faultsOfCredential, isCredential } from './shape.ts'
import { claimsOf } from './sign.ts'

/** A badge of ours has some two thousand characters. */
const maxCharacters = 20_000
const signatureBytes = 64
const part = /^[A-Za-z0-9_-]+$/

export type BadgeFault =
  /** Not three parts, or not what they should hold. */
  | 'unreadable'
  /** Signed otherwise than with Ed25519, or with an extension of the header. */
  | 'algorithm'
  /** None of the keys at hand made it. */
  | 'unknown-key'
  | 'signature'
  /** The signed claims and the credential say different things. */
  | 'claims'
  | 'not-yet'
  | 'expired'

export type Verified =
  | { readonly isValid: true; readonly credential: OpenBadgeCredential; readonly kid: string }
  | {
      readonly isValid: false
      readonly fault: BadgeFault
      readonly detail: string
      /** Set where the signature is right, so that an expired badge can still be read. */
      readonly credential: OpenBadgeCredential | null
    }

export function verifyBadge(token: string, keys: Jwks, now: Date): Verified {
  const parts = token
    .trim()
    .slice(0, maxCharacters + 1)
    .split('.')
  const [head = '', body = '', end = ''] = parts
  if (token.length > maxCharacters || parts.length !== 3 || !parts.every((one) => part.test(one)))
    return refused('unreadable', 'It is not three parts of base64url with points between them.')
  const { alg, kid, typ, crit } = jsonOf(head)
  if (alg !== 'EdDSA') return refused('algorithm', 'Its header does not name EdDSA.')
  // RFC 7515, 4.1.11: what must be understood and is not makes it invalid.
  if (crit !== undefined) return refused('algorithm', 'Its header asks for something that is not known here.')
  if (typ !== undefined && typ !== 'JWT')
    return refused('unreadable', 'Its header names a type other than JWT.')
  const key = keys.keys.find((one) => one.kid === kid)
  if (!key) return refused('unknown-key', 'It was signed with a key that is not among those given.')
  const signature = Buffer.from(end, 'base64url')
  const isSigned =
    signature.length === signatureBytes &&
    signature.toString('base64url') === end &&
    verify(null, Buffer.from(`${head}.${body}`), keyOfJwk(key), signature)
  if (!isSigned) return refused('signature', 'The signature does not fit: something in it was changed.')
  return judgePayload(jsonOf(body), key.kid, now)
}

function judgePayload(payload: Readonly<Record<string, unknown>>, kid: string, now: Date): Verified {
  if (!isCredential(payload)) {
    const [fault] = faultsOfCredential(payload)
    return refused('unreadable', `${fault?.pointer} ${fault?.detail}`)
  }
  const expected = Object.entries(claimsOf(payload))
  const differing = expected.find(([name, value]) => payload[name] !== value)
  if (differing || (payload.exp !== undefined && payload.validUntil === undefined))
    return refused('claims', `The claim ${differing?.[0] ?? 'exp'} is not what the credential says.`, payload)
  if (now.getTime() < Date.parse(payload.validFrom))
    return refused('not-yet', `It counts from ${payload.validFrom} on.`, payload)
  if (payload.validUntil !== undefined && now.getTime() >= Date.parse(payload.validUntil))
    return refused('expired', `It counted until ${payload.validUntil}.`, payload)
  return { isValid: true, credential: payload, kid }
}

function refused(fault: BadgeFault, detail: string, credential: OpenBadgeCredential | null = null): Verified {
  return { isValid: false, fault, detail, credential }
}

/** No members where it is no object of JSON. */
function jsonOf(encoded: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
