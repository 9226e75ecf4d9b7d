// Fetching from a real server that also misbehaves.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Resolve } from './connect.ts'
import { FeedError } from './feed.ts'
import { createFetcher, type Fetcher } from './fetch.ts'

const kibibyte = 1024
const bomb = gzipSync(Buffer.alloc(20_000 * kibibyte))
let server: Server
let origin: string
let fetcher: Fetcher
/** For servers that never answer; all others get the usual patience, however busy the machine is. */
let hasty: Fetcher
let asked: string[] = []

const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/ok': (request, response) => {
    if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end()
    else
      response
        .writeHead(200, { etag: '"one"', 'last-modified': 'Wed, 04 Mar 2026 10:00:00 GMT' })
        .end('{"a":1}')
  },
  '/zipped': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"zipped":true}')),
  '/bomb': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  '/half-zipped': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(9_000)).subarray(0, 30)),
  '/500': (_request, response) => response.writeHead(500).end('broken'),
  '/403': (_request, response) => response.writeHead(403).end(),
  '/silent': () => undefined,
  '/slow': (_request, response) => {
    response.writeHead(200).write('{')
  },
  '/endless': (_request, response) => {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * kibibyte, 0x20)));
    }
    response.on('drain', more)
    more()
  },
  '/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"a":')
    setTimeout(() => response.destroy(), 20)
  },
  '/cut-chunked': (_request, response) => {
    response.writeHead(200).write('{"a":')
    setTimeout(() => response.destroy(), 20)
  },
  '/moved': (_request, response) => response.writeHead(301, { location: '/ok' }).end(),
  '/loop': (_request, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/to-private': (_request, response) =>
    response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end(),
  '/to-metadata': (_request, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/to-file': (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-nonsense': (_request, response) => response.writeHead(302, { location: 'http://[' }).end(),
}

before(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const answer = answers[request.url ?? '']
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  fetcher = createFetcher({ privateAddresses: ['127.0.0.0/8'] })
  hasty = createFetcher({ privateAddresses: ['127.0.0.0/8'], timeoutMs: 700 })
})
after(async () => {
  await fetcher.close()
  await hasty.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

async function codeOf(url: string, by: Fetcher = fetcher): Promise<string> {
  try {
    await by.fetch(url, 100 * kibibyte)
    return 'fetched'
  } catch (error) {
    assert.ok(error instanceof FeedError, String(error))
    assert.ok(error.fault.remedy.length > 10)
    return error.fault.code
  }
}

test('a document is fetched once and not again while it is unchanged', async () => {
  const first = await fetcher.fetch(`${origin}/ok`, kibibyte)
  assert.ok(first.isChanged)
  assert.equal(first.bytes.toString(), '{"a":1}')
  const second = await fetcher.fetch(`${origin}/ok`, kibibyte, first)
  assert.equal(second.isChanged, false)
})

test('a compressed document is unpacked, a bomb is stopped at the limit', async () => {
  const zipped = await fetcher.fetch(`${origin}/zipped`, kibibyte)
  assert.equal(zipped.isChanged && zipped.bytes.toString(), '{"zipped":true}')
  assert.equal(await codeOf(`${origin}/bomb`), 'feed/too-large')
})

test('each way to misbehave has a fault of its own', async () => {
  const cases: Readonly<Record<string, string>> = {
    '/missing': 'feed/not-found',
    '/403': 'feed/refused',
    '/500': 'feed/server',
    '/silent': 'feed/timeout',
    '/slow': 'feed/timeout',
    '/endless': 'feed/too-large',
    '/cut': 'feed/truncated',
    '/cut-chunked': 'feed/truncated',
    '/half-zipped': 'feed/truncated',
    '/loop': 'feed/redirects',
    '/to-private': 'feed/address-refused',
    '/to-metadata': 'feed/address-refused',
    '/to-file': 'feed/address-refused',
    '/to-nonsense': 'feed/unreachable',
  }
  for (const [path, code] of Object.entries(cases))
    assert.equal(await codeOf(`${origin}${path}`, code === 'feed/timeout' ? hasty : fetcher), code, path)
})

test('a redirect within the permitted network is followed', async () => {
  const moved = await fetcher.fetch(`${origin}/moved`, kibibyte)
  assert.equal(moved.isChanged && moved.bytes.toString(), '{"a":1}')
})

test('a server that nobody listed is never asked', async () => {
  const closed = createFetcher({ privateAddresses: [], timeoutMs: 30_000 })
  asked = []
  const port = new URL(origin).port
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost'])
    for (const protocol of ['http', 'https'])
      assert.equal(await codeOf(`${protocol}://${host}:${port}/ok`, closed), 'feed/address-refused', host)
  assert.deepEqual(asked, [])
  await closed.close()
})

test('a name that resolves to another address the second time is refused the second time', async () => {
  const addresses = ['127.0.0.1', '10.9.9.9']
  const resolve: Resolve = (_host, done) =>
    done(null, [{ address: addresses.shift() ?? '10.9.9.9', family: 4 }])
  const rebinding = createFetcher({ privateAddresses: ['127.0.0.0/8'], timeoutMs: 30_000, resolve })
  const url = `http://feeds.example:${new URL(origin).port}`
  assert.equal(await codeOf(`${url}/cut`, rebinding), 'feed/truncated')
  assert.equal(await codeOf(`${url}/ok`, rebinding), 'feed/address-refused')
  await rebinding.close()
})

test('a name that cannot be resolved and a port where nobody listens are unreachable', async () => {
  const resolve: Resolve = (_host, done) =>
    done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), [])
  const nameless = createFetcher({ privateAddresses: ['127.0.0.0/8'], timeoutMs: 30_000, resolve })
  assert.equal(await codeOf('https://nowhere.example/', nameless), 'feed/unreachable')
  assert.equal(await codeOf('http://127.0.0.1:9/', nameless), 'feed/unreachable')
  await nameless.close()
})
