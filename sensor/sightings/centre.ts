// Asks the centre: one question over one connection that nothing else uses, within limits of size and time.
// SPDX-License-Identifier: EUPL-1.2
import * as http from 'node:http'
import * as https from 'node:https'
import { maxAnswerBytes, sensorApi } from '@salus/standards/sightings'
import type { z } from 'zod'
import { isPrivateOnTheWay } from '../packs/repositories/address.ts'
import { faultOfConnection, faultOfStatus, notUnderstood, tooLarge } from './centre-faults.ts'
import { SightingFault } from './fault.ts'
import { requestTimeoutMs } from './limits.ts'

export interface Question {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** Null: asked as nobody. */
  readonly token: string | null
  readonly body: string | null
}

export interface Centre {
  readonly url: URL
  /** Throws SightingFault. */
  ask<T>(question: Question, answer: z.ZodType<T>): Promise<T>
}

/** https, or http to this machine. Throws SightingFault `sightings/address`. */
export function centreAddress(text: string): URL {
  const remedy = 'Take the address as the centre gave it, such as https://centre.example.'
  if (!URL.canParse(text)) throw new SightingFault('sightings/address', 'That is no address.', remedy)
  const url = new URL(text)
  if (!isPrivateOnTheWay(url))
    throw new SightingFault('sightings/address', 'The centre is reached by https only.', remedy)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new SightingFault(
      'sightings/address',
      'The address has a name, a password or words after a ? or #.',
      remedy,
    )
  url.pathname = url.pathname.replace(/\/+$/, '')
  return url
}

/**
 * node:https and not `fetch`: that one keeps connections and TLS sessions for the next request, so that what is asked as
 * nobody would travel over a connection which has just shown the sensor's token; and it adds headers of its own.
 */
export function centreAt(url: URL, authorities: string | null = null, timeoutMs = requestTimeoutMs): Centre {
  return {
    url,
    async ask(question, answer) {
      const { status, retryAfter, body } = await exchange(url, question, authorities, timeoutMs)
      if (status < 200 || status > 299) throw faultOfStatus(url, status, retryAfter, body)
      const parsed = answer.safeParse(jsonOf(url, body))
      if (!parsed.success) throw notUnderstood(url)
      return parsed.data
    },
  }
}

export const asked = {
  enrol: (body: string): Question => ({ ...of('enrol'), token: null, body }),
  health: (token: string, body: string): Question => ({ ...of('health'), token, body }),
  epoch: (token: string | null): Question => ({ ...of('epoch'), token, body: null }),
  epochToken: (token: string, body: string): Question => ({ ...of('epochToken'), token, body }),
  sightings: (body: string): Question => ({ ...of('sightings'), token: null, body }),
}

function of(name: 'enrol' | 'health' | 'epoch' | 'epochToken' | 'sightings') {
  const { method, path } = sensorApi[name]
  return { method, path }
}

/** All headers that leave, beside Host and Content-Length; the same for every sensor. */
export function headersOf({ token, body }: Question): Readonly<Record<string, string>> {
  return {
    accept: 'application/json',
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
}

interface Exchanged {
  readonly status: number
  readonly retryAfter: string
  readonly body: Buffer
}

function exchange(
  url: URL,
  question: Question,
  authorities: string | null,
  timeoutMs: number,
): Promise<Exchanged> {
  const isSecure = url.protocol === 'https:'
  const agent = isSecure
    ? new https.Agent({ keepAlive: false, maxCachedSessions: 0, ...(authorities ? { ca: authorities } : {}) })
    : new http.Agent({ keepAlive: false })
  const target = new URL(`${url.pathname === '/' ? '' : url.pathname}${question.path}`, url)
  const body = question.body === null ? null : Buffer.from(question.body)
  return new Promise<Exchanged>((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(error instanceof SightingFault ? error : faultOfConnection(url, error, timeoutMs))
    const request = (isSecure ? https : http).request(target, {
      method: question.method,
      agent,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...headersOf(question), ...(body ? { 'content-length': body.length } : {}) },
      maxHeaderSize: 16 * 1_024,
    })
    request.on('error', fail)
    request.on('response', (response) => {
      const pieces: Buffer[] = []
      let size = 0
      response.on('data', (piece: Buffer) => {
        size += piece.length
        if (size > maxAnswerBytes) request.destroy(tooLarge(url))
        else pieces.push(piece)
      })
      response.on('error', fail)
      response.on('close', () => {
        if (response.complete && size <= maxAnswerBytes)
          resolve({
            status: response.statusCode ?? 0,
            retryAfter: String(response.headers['retry-after'] ?? ''),
            body: Buffer.concat(pieces),
          })
        else fail(size > maxAnswerBytes ? tooLarge(url) : new Error('The connection ended early.'))
      })
    })
    request.end(body ?? undefined)
  }).finally(() => agent.destroy())
}

function jsonOf(url: URL, body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw notUnderstood(url)
  }
}
