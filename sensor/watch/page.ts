// Serves the sensor's page to this machine only: a secret in the address, one method, and no other host's name.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Note } from './feed.ts'

export interface LocalPage {
  /** With the secret; whoever has it sees the findings. New at each start. */
  readonly address: string
  close(): Promise<void>
}

/** The page for a path below the secret (`''`, `privacy`), or null where there is none. */
export type PageOf = (path: string) => Promise<string | null>

const limits = { maxConnections: 32, headersMs: 5_000, requestMs: 10_000, maxHeaderBytes: 8 * 1024 }

/** A style that a page brings is named by its hash, and nothing else may load or run. */
function policyOf(page: string): string {
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
  return `default-src 'none'; style-src ${styles.join(' ') || "'none'"}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

export async function servePage(port: number, pageOf: PageOf, note: Note): Promise<LocalPage> {
  const token = randomBytes(24).toString('base64url')
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      maxHeaderSize: limits.maxHeaderBytes,
    },
    (request, response) => {
      answer(request, response, token, pageOf).catch((error: unknown) => {
        note(`The page could not be made: ${error instanceof Error ? error.message : String(error)}`)
        refuse(response, 500, 'The page could not be made; the sensor says why where its notes go.')
      })
    },
  )
  server.maxConnections = limits.maxConnections
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch((error: unknown) => {
    throw new Error(
      `The page cannot be served on 127.0.0.1:${port}: ${error instanceof Error ? error.message : String(error)}. Choose another port under "page".`,
    )
  })
  const bound = server.address()
  const chosen = typeof bound === 'object' && bound !== null ? bound.port : port
  return {
    address: `http://127.0.0.1:${chosen}/${token}/`,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  pageOf: PageOf,
): Promise<void> {
  if (request.method !== 'GET') return refuse(response, 405, 'Only GET.', { Allow: 'GET' })
  // A page elsewhere may point its own name at this machine; the browser then says that name.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/.test(request.headers.host ?? ''))
    return refuse(response, 421, 'This page is for this machine only.')
  const [, given = '', path = ''] = /^\/([^/?#]{1,64})\/([\w-]{0,64})$/.exec(request.url ?? '') ?? []
  if (!isSame(given, token))
    return refuse(response, 404, 'There is nothing here. The address stands in `sensor status`.')
  const page = await pageOf(path)
  if (page === null) return refuse(response, 404, 'There is no such page.')
  response.writeHead(200, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policyOf(page),
  })
  response.end(page)
}

const headers = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** In the same time whatever is wrong with it. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

function refuse(
  response: ServerResponse,
  status: number,
  text: string,
  more: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, {
    ...headers,
    ...more,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    Connection: 'close',
  })
  response.end(`${text}\n`)
}
