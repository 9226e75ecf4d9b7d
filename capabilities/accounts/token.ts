// Secrets that a browser or a mail carries: 256 random bits, of which only the hash is stored.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac, randomBytes } from 'node:crypto'

const tokenBytes = 32
const shape = /^[A-Za-z0-9_-]{43}$/

export interface NewToken {
  /** For the cookie or the link; never stored, never logged. */
  readonly token: string
  readonly hash: Buffer
}

export function newToken(): NewToken {
  const token = randomBytes(tokenBytes).toString('base64url')
  return { token, hash: hashOf(token) }
}

/** Null when this cannot be one of our tokens. */
export function hashOfToken(token: string | undefined): Buffer | null {
  return token !== undefined && shape.test(token) ? hashOf(token) : null
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Follows from the session, so that it changes with each sign-in and needs no place of its own. */
export function csrfTokenOf(secret: Buffer, sessionHash: Buffer): string {
  return createHmac('sha256', secret).update('csrf ').update(sessionHash).digest('base64url')
}
