// How often somebody may try: for each mail address and for each remote address.
// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto'

export interface AttemptLimit {
  readonly name: string
  readonly max: number
  readonly withinMs: number
}

const quarterHourMs = 15 * 60_000
export const attemptLimits = {
  passwordOfAddress: { name: 'password', max: 5, withinMs: quarterHourMs },
  /** A hospital's people often share one address to the outside. */
  passwordFromRemote: { name: 'password-remote', max: 40, withinMs: quarterHourMs },
  codeOfPerson: { name: 'code', max: 5, withinMs: quarterHourMs },
  linkToAddress: { name: 'link', max: 3, withinMs: quarterHourMs },
  linkFromRemote: { name: 'link-remote', max: 20, withinMs: quarterHourMs },
  tokenFromRemote: { name: 'token-remote', max: 60, withinMs: quarterHourMs },
} as const satisfies Record<string, AttemptLimit>

export const attemptsKeptMs = 24 * 3_600_000

/** Who is counted under which limit; stored as a keyed hash only. */
export interface AttemptSubject {
  readonly limit: AttemptLimit
  readonly hash: Buffer
}

export function attemptSubject(secret: Buffer, limit: AttemptLimit, subject: string): AttemptSubject {
  const hash = createHmac('sha256', secret).update(`attempt ${limit.name} ${subject}`).digest()
  return { limit, hash }
}
