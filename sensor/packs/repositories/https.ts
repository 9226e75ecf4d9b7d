// A repository of packs at the centre, read over https with the sensor's token; bounded in size and time.
// SPDX-License-Identifier: EUPL-1.2
import * as http from 'node:http'
import * as https from 'node:https'
import { isRepositoryName, type PackRepository, tooLarge } from '@salus/standards/packs'
import { fetchLimits } from '../limits.ts'
import { isPrivateOnTheWay } from './address.ts'
import { RepositoryOutage } from './outage.ts'

export interface HttpsOptions {
  readonly token: string | null
  /** PEM of the authorities that vouch for the centre; those of the system where there are none. */
  readonly authorities?: string | null
  /** Ends what is under way. */
  readonly stop?: AbortSignal
  readonly answerMs?: number
  readonly fileMs?: number
}

/** `address` ends where the file names begin. Throws an error for an address that is not safe to ask. */
export function httpsRepository(address: string, options: HttpsOptions): PackRepository {
  const base = baseOf(address)
  return {
    async read(name, maxBytes) {
      if (!isRepositoryName(name)) return null
      const stop = new AbortController()
      const signal = options.stop ? AbortSignal.any([stop.signal, options.stop]) : stop.signal
      const timer = timerFor(stop, options.answerMs ?? fetchLimits.answerMs)
      try {
        const response = await ask(new URL(name, base), options, signal)
        timer.restart(options.fileMs ?? fetchLimits.fileMs)
        const status = response.statusCode ?? 0
        if (status === 404 || status === 410) return null
        requireGood(status, base)
        return await bodyOf(response, name, maxBytes)
      } catch (error) {
        throw stop.signal.aborted ? tooSlow(base) : unreachable(error, base)
      } finally {
        timer.end()
        // Whatever of the answer was not read is not waited for.
        stop.abort()
      }
    },
  }
}

function baseOf(address: string): URL {
  const base = new URL(address.endsWith('/') ? address : `${address}/`)
  if (!isPrivateOnTheWay(base))
    throw new Error(`${base.origin} is not https. Packs and the sensor's token go over https only.`)
  if (base.username !== '' || base.password !== '' || base.search !== '' || base.hash !== '')
    throw new Error(
      'The address of packs has no user name, no "?" and no "#". Give the token by --token-file.',
    )
  return base
}

/** Not by `fetch`: that one takes no authorities of its own. Redirects are not followed: the token would go along. */
function ask(
  url: URL,
  { token, authorities = null }: HttpsOptions,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const isSecure = url.protocol === 'https:'
  const agent = isSecure
    ? new https.Agent({ keepAlive: false, ...(authorities === null ? {} : { ca: authorities }) })
    : new http.Agent({ keepAlive: false })
  const headers = {
    accept: '*/*',
    'accept-encoding': 'identity',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  }
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).get(url, { agent, signal, headers }, resolve)
    request.on('error', reject)
  })
}

function requireGood(status: number, base: URL): void {
  if (status === 200) return
  const [detail, remedy] =
    status >= 300 && status < 400
      ? [
          'wants to send us to another address, which is not followed',
          'Name the address itself, as the centre gives it.',
        ]
      : status === 401 || status === 403
        ? ['does not accept the token', 'Enrol the sensor again, or ask the centre whether it was withdrawn.']
        : status === 429 || status >= 500
          ? ['cannot answer now', 'It is tried again; if it stays so, tell the centre.']
          : ['does not understand the question', 'Check the address of the packs.']
  throw new RepositoryOutage(base.origin, `${base.origin} ${detail} (status ${status}).`, remedy)
}

async function bodyOf(response: http.IncomingMessage, name: string, maxBytes: number): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(name, maxBytes)
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > maxBytes) throw tooLarge(name, maxBytes)
    pieces.push(piece)
  }
  return Buffer.concat(pieces, length)
}

function timerFor(stop: AbortController, firstMs: number) {
  let timer = setTimeout(() => stop.abort(), firstMs)
  return {
    restart(ms: number) {
      clearTimeout(timer)
      timer = setTimeout(() => stop.abort(), ms)
    },
    end: () => clearTimeout(timer),
  }
}

function tooSlow(base: URL): RepositoryOutage {
  return new RepositoryOutage(
    base.origin,
    `${base.origin} took too long to answer.`,
    'Check the connection; it is tried again.',
  )
}

/** What the network reports, in words; anything else is passed on as it is. */
function unreachable(error: unknown, base: URL): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^[A-Z][A-Z0-9_]{1,60}$/.test(code)) return error
  return new RepositoryOutage(
    base.origin,
    `${base.origin} cannot be reached (${code}).`,
    'Check the connection, the name service, the firewall and the certificate; it is tried again.',
  )
}
