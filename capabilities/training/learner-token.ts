// The cookie by which a learner goes on where they were; it says nothing of who they are.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'

export const learnerCookie = 'salus-learner'
/** A shift: on a computer that many share, the next one begins anew. */
export const learnerCookieSeconds = 12 * 3600

const tokenBytes = 16
const shape = /^[A-Za-z0-9_-]{22}$/

export function newLearnerToken(): string {
  return randomBytes(tokenBytes).toString('base64url')
}

/** What is stored of it; null where the cookie is none of ours. */
export function learnerTokenHash(token: string | undefined): Buffer | null {
  return token !== undefined && shape.test(token) ? createHash('sha256').update(token).digest() : null
}
