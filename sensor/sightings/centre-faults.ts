// What can go wrong between the sensor and the centre, said so that somebody can act on it.
// SPDX-License-Identifier: EUPL-1.2

import { maxAnswerBytes } from '@salus/standards/sightings'
import { z } from 'zod'
import { printable } from '../engine/printable.ts'
import { SightingFault } from './fault.ts'
import { maxRetryMs } from './limits.ts'

const later = 'What is approved stays in the queue and is sent later; nothing is lost.'

export function faultOfConnection(url: URL, error: unknown, timeoutMs: number): SightingFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isLate =
    error instanceof Error &&
    (error.name === 'TimeoutError' || error.name === 'AbortError' || code === 'ABORT_ERR')
  const what = isLate
    ? `did not answer within ${timeoutMs / 1_000} seconds`
    : `cannot be reached${/^[A-Z0-9_]{1,60}$/.test(code) ? ` (${code})` : ''}`
  const isCertificate = /CERT|TLS|SSL|SELF_SIGNED|ISSUER|ALTNAME|VERIFY/.test(code)
  return new SightingFault(
    'sightings/unreachable',
    `The centre at ${url.host} ${what}.`,
    isCertificate
      ? `Its certificate is not trusted here: ask the centre for its certificate authority and name the file when you enrol: \`sensor enrol --again --authorities FILE\`. ${later}`
      : later,
    { isPassing: true, cause: error },
  )
}

/** What the centre says of a problem (RFC 9457); its text is foreign and printed with care. */
const problem = z.object({
  type: z.string().catch(''),
  detail: z.string().catch(''),
  remedy: z.string().catch(''),
})
const noProblem = { type: '', detail: '', remedy: '' }

export function faultOfStatus(url: URL, status: number, retryAfter: string, body: Buffer): SightingFault {
  if (status >= 300 && status < 400)
    return new SightingFault(
      'sightings/answer',
      `The centre at ${url.host} points to another address (${status}); the sensor does not follow.`,
      'Ask the centre for its address and enrol again with `sensor enrol --again`.',
    )
  const { type, detail, remedy } = problemOf(body)
  const isPassing = status === 408 || status === 425 || status === 429 || status >= 500
  const said = detail === '' ? '' : `: ${printable(detail, 300)}`
  return new SightingFault(
    'sightings/refused',
    `The centre at ${url.host} refuses (${status})${said}`,
    remedy === ''
      ? isPassing
        ? later
        : 'Tell the centre this number and what you did.'
      : printable(remedy, 300),
    {
      isPassing,
      waitMs: isPassing ? waitOf(retryAfter) : 0,
      problem: /\/problems\/([a-z-]{1,40}\/[a-z-]{1,60})$/.exec(type)?.[1] ?? '',
    },
  )
}

function problemOf(body: Buffer): z.infer<typeof problem> {
  try {
    return problem.parse(JSON.parse(body.toString('utf8')))
  } catch {
    return noProblem
  }
}

function waitOf(retryAfter: string): number {
  const seconds = /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : 0
  return Math.min(maxRetryMs, seconds * 1_000)
}

export function tooLarge(url: URL): SightingFault {
  return new SightingFault(
    'sightings/answer',
    `The answer of ${url.host} is longer than ${maxAnswerBytes} bytes.`,
    'It is not read further. Check the address with the centre.',
  )
}

export function notUnderstood(url: URL): SightingFault {
  return new SightingFault(
    'sightings/answer',
    `What ${url.host} answers is not an answer of a centre.`,
    'Check the address with the centre, and whether a proxy stands between; it may also be newer than this sensor.',
  )
}
