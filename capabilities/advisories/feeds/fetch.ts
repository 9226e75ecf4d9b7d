// Fetches one address within limits: size, time, redirects, permitted networks; conditional where it was fetched before.
// SPDX-License-Identifier: EUPL-1.2
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Agent, request } from 'undici'
import { parseBlocks } from './address.ts'
import { createAgent, isRefusedLiteral, type Resolve } from './connect.ts'
import { failureOf, refusedAddress, statusFault, tooLarge, tooManyRedirects } from './failure.ts'

export interface Known {
  readonly etag?: string | null
  readonly lastModified?: string | null
}

export type Fetched =
  | { readonly isChanged: false }
  | {
      readonly isChanged: true
      readonly bytes: Buffer
      readonly etag: string | null
      readonly lastModified: string | null
    }

export interface Fetcher {
  /** Throws a FeedError that says what happened and what to do. */
  fetch(url: string, maxBytes: number, known?: Known): Promise<Fetched>
  close(): Promise<void>
}

export interface FetcherOptions {
  /** CIDR blocks of private networks, from the configuration. */
  readonly privateAddresses: readonly string[]
  readonly timeoutMs?: number
  readonly resolve?: Resolve
}

const defaultTimeoutMs = 60_000
const maxRedirects = 5

export function createFetcher(options: FetcherOptions): Fetcher {
  const listed = parseBlocks(options.privateAddresses)
  const agents: Readonly<Record<string, Agent>> = {
    'http:': createAgent('http:', listed, options.resolve),
    'https:': createAgent('https:', listed, options.resolve),
  }
  const agentFor = (url: URL): Agent => {
    const agent = agents[url.protocol]
    if (agent === undefined || isRefusedLiteral(url, listed)) throw refusedAddress(url)
    return agent
  }
  return {
    async fetch(url, maxBytes, known = {}) {
      const signal = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs)
      try {
        return await follow(url, agentFor, headersFor(known), maxBytes, signal)
      } catch (error) {
        throw failureOf(url, error)
      }
    },
    async close() {
      await Promise.all(Object.values(agents).map((agent) => agent.destroy()))
    },
  }
}

function headersFor({ etag, lastModified }: Known): Record<string, string> {
  return {
    'user-agent': 'Salus',
    accept: 'application/json, text/plain, text/csv, */*;q=0.1',
    'accept-encoding': 'gzip',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
}

/** Each address on the way is checked like the first. */
async function follow(
  start: string,
  agentFor: (url: URL) => Agent,
  headers: Record<string, string>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Fetched> {
  let url = new URL(start)
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const reply = await request(url, { dispatcher: agentFor(url), headers, signal })
    const location = reply.statusCode >= 300 && reply.statusCode < 400 ? reply.headers.location : undefined
    if (typeof location !== 'string') return take(url, reply, maxBytes)
    await discard(reply.body)
    const next = new URL(location, url)
    if (url.protocol === 'https:' && next.protocol !== 'https:') throw refusedAddress(next)
    url = next
  }
  throw tooManyRedirects(start, maxRedirects)
}

type Reply = Awaited<ReturnType<typeof request>>

async function take(url: URL, reply: Reply, maxBytes: number): Promise<Fetched> {
  if (reply.statusCode === 304) {
    await discard(reply.body)
    return { isChanged: false }
  }
  if (reply.statusCode !== 200) {
    await discard(reply.body)
    throw statusFault(url, reply.statusCode)
  }
  const bytes = await readBody(url, reply, maxBytes)
  return { isChanged: true, bytes, etag: header(reply, 'etag'), lastModified: header(reply, 'last-modified') }
}

/** Counted after decompression, so that a small body can't become a large one. */
async function readBody(url: URL, { body, headers }: Reply, maxBytes: number): Promise<Buffer> {
  const isZipped = String(headers['content-encoding'] ?? '').toLowerCase() === 'gzip'
  // An error of the body reaches whoever reads the unzipped stream, so nothing is left to do when it ends.
  const content: Readable = isZipped ? pipeline(body, createGunzip(), () => undefined) : body
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const part of content) {
      bytes += part.length
      if (bytes > maxBytes) throw tooLarge(url, maxBytes)
      parts.push(part)
    }
  } finally {
    body.destroy()
  }
  return Buffer.concat(parts)
}

function header(reply: Reply, name: string): string | null {
  const value = reply.headers[name]
  return typeof value === 'string' && value.length <= 500 ? value : null
}

async function discard(body: Reply['body']): Promise<void> {
  body.on('error', () => undefined)
  body.destroy()
}
