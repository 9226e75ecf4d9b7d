// The three kinds of errors that reach a caller, and the problem document (RFC 9457) that each becomes.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'

export interface FieldFault {
  /** JSON pointer into the input, or a form field's name. */
  readonly pointer: string
  readonly detail: string
}

export type ProblemValues = Readonly<Record<string, string | number>>

interface RefusalOptions {
  /** `alerts/already-acknowledged`: closed union of the capability's contract.ts. */
  readonly code: string
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429
  readonly title: string
  /** What happened, in this case. */
  readonly detail: string
  /** What to do now. */
  readonly remedy: string
  readonly faults?: readonly FieldFault[]
  /** What the translated texts of this code say of this case. */
  readonly values?: ProblemValues
  readonly cause?: unknown
}

/** The caller can act. */
export class Refusal extends Error {
  readonly code: string
  readonly status: RefusalOptions['status']
  readonly title: string
  readonly remedy: string
  readonly faults: readonly FieldFault[]
  readonly values: ProblemValues

  constructor(options: RefusalOptions) {
    super(options.detail, { cause: options.cause })
    this.name = 'Refusal'
    this.code = options.code
    this.status = options.status
    this.title = options.title
    this.remedy = options.remedy
    this.faults = options.faults ?? []
    this.values = options.values ?? {}
  }
}

/** Something outside failed; trying again later helps. */
export class Outage extends Error {
  readonly code: string
  readonly retryAfterSeconds: number

  constructor(options: { code: string; detail: string; retryAfterSeconds: number; cause?: unknown }) {
    super(options.detail, { cause: options.cause })
    this.name = 'Outage'
    this.code = options.code
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** Problem document; `remedy` and `reference` are extension members. */
export interface Problem {
  readonly type: string
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly remedy: string
  /** Number to read out on the telephone; stands in the log beside the error. */
  readonly reference: string
  readonly faults: readonly FieldFault[]
  readonly retryAfterSeconds: number | null
  /** For the translated texts; not part of the document that is sent. */
  readonly values: ProblemValues
}

/** Everything else is a defect of ours: its text stays in the log, the caller gets the number. */
export function toProblem(error: unknown): Problem {
  const reference = newReference()
  if (error instanceof Refusal) {
    return {
      ...common(error.code, error.status, error.title, error.message, error.remedy, reference),
      faults: error.faults,
      values: error.values,
    }
  }
  if (isDatabaseGone(error)) return toProblem(databaseGone(error))
  if (error instanceof Outage) {
    const remedy = `Try again in ${error.retryAfterSeconds} seconds.`
    return {
      ...common(error.code, 503, 'Something outside does not answer', error.message, remedy, reference),
      retryAfterSeconds: error.retryAfterSeconds,
      values: { seconds: error.retryAfterSeconds },
    }
  }
  return common(
    'platform/defect',
    500,
    'Something went wrong on our side',
    'The centre has been told. Nothing that you had sent before is lost.',
    `Try again. If it happens again, call the centre and read out ${reference}.`,
    reference,
  )
}

/** SQLSTATE classes 08 (connection) and 57P (shutdown), and what the network says of a server that is not there. */
function isDatabaseGone(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (error instanceof Refusal || error instanceof Outage) return false
  if (typeof code === 'string' && /^(08\w{3}|57P0\d|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(code)) return true
  return (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  )
}

export function databaseGone(cause?: unknown): Outage {
  return new Outage({
    code: 'platform/database-gone',
    detail: 'The database does not answer.',
    retryAfterSeconds: 10,
    cause,
  })
}

export function notFound(detail: string): Refusal {
  return new Refusal({
    code: 'platform/not-found',
    status: 404,
    title: 'This page does not exist',
    detail,
    remedy: 'Go back, or start again from the first page.',
  })
}

function common(
  code: string,
  status: number,
  title: string,
  detail: string,
  remedy: string,
  reference: string,
): Problem {
  return {
    type: `/problems/${code}`,
    status,
    code,
    title,
    detail,
    remedy,
    reference,
    faults: [],
    retryAfterSeconds: null,
    values: {},
  }
}

// Letters and digits that cannot be mistaken for each other on the telephone: no 0/O, no 1/I/L.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

function newReference(): string {
  const letters = Array.from(randomBytes(6), (byte) => alphabet[byte % alphabet.length])
  return `${letters.slice(0, 3).join('')}-${letters.slice(3).join('')}`
}
