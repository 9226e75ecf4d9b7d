// Refuses requests that another web site made in a signed-in person's name.
// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Caller } from './caller.ts'
import { Refusal } from './problem.ts'

/** A stranger has nothing to steal but is still held to the same origin, so that nobody is signed in by another site. */
export function checkForgery(
  caller: Caller,
  headers: IncomingHttpHeaders,
  body: unknown,
  origin: string,
): void {
  const from = headers.origin
  if (from !== undefined && from !== origin) throw forged()
  if (!caller) return
  const given = tokenOf(headers, body)
  if (!given || !isSame(given, caller.csrfToken)) throw forged()
}

function tokenOf(headers: IncomingHttpHeaders, body: unknown): string | undefined {
  const header = headers['x-csrf-token']
  if (typeof header === 'string') return header
  const field = (body as { _csrf?: unknown } | null | undefined)?._csrf
  return typeof field === 'string' ? field : undefined
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

function forged(): Refusal {
  return new Refusal({
    code: 'platform/form-expired',
    status: 403,
    title: 'This form is no longer valid',
    detail:
      'The form was opened before you signed in, or it did not come from this site. Nothing was changed.',
    remedy: 'Open the page again and send the form once more.',
  })
}
