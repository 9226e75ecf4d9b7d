// The secret in a supplier's link: how it is read, and the hash under which it is looked for.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { linkClosed } from '../contract/refusals.ts'

export const tokenBytes = 16
const tokenShape = /^(\d{1,12})-([A-Za-z0-9_-]{22})$/

export interface ReadToken {
  readonly organisationId: number
  readonly hash: Buffer
}

export function readToken(token: string): ReadToken {
  const [, number, secret] = tokenShape.exec(token) ?? []
  if (number === undefined || secret === undefined) throw linkClosed()
  return { organisationId: Number(number), hash: hashOf(secret) }
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
