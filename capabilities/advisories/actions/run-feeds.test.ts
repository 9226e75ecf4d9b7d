// Running feeds against a real provider on loopback, with good and bad documents, into the real database.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { csafDocument, kevCatalogue, osvRecord, recordingContext, testNow } from '../builders.ts'
import type { FeedKind } from '../feeds/feed.ts'
import { createFetcher, type Fetcher } from '../feeds/fetch.ts'
import { faultsOfFeeds, findFeed, insertFeed, setEnabled } from '../store/feeds.ts'
import { runDueFeeds } from './run-feeds.ts'

let db: TestDatabase
let server: Server
let fetcher: Fetcher
let origin: string
/** What the provider publishes at the moment, by path. */
let published: Map<string, string>
let asked: string[]

describe('feeds', () => {
  before(async () => {
    db = await testDatabase()
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      const content = published.get(request.url ?? '')
      if (content === undefined) return response.writeHead(404).end()
      const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 12)}"`
      if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
      return response.writeHead(200, { etag }).end(content)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    fetcher = createFetcher({ privateAddresses: ['127.0.0.0/8'], timeoutMs: 30_000 })
  })
  after(async () => {
    await fetcher.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await db.close()
  })
  beforeEach(async () => {
    published = new Map()
    asked = []
    await db.query('delete from feeds')
  })

  async function addFeed(kind: FeedKind, path: string, enabled = true): Promise<number> {
    const id = await db.database.asCentre((scope) =>
      insertFeed(
        scope,
        { kind, name: `feed ${path}`, url: `${origin}${path}`, intervalSeconds: 600 },
        testNow,
      ),
    )
    assert.ok(id)
    if (enabled) await db.database.asCentre((scope) => setEnabled(scope, id, true, testNow))
    return id
  }

  const run = (minutes = 0) =>
    runDueFeeds(
      recordingContext(db),
      { fetcher, random: () => 0 },
      new Date(testNow.getTime() + minutes * 60_000),
    )
  const feedOf = (id: number) => db.database.asCentre((scope) => findFeed(scope, id))
  const faultCodes = async () =>
    (await db.database.asCentre((scope) => faultsOfFeeds(scope, 50))).map(({ code }) => code).sort()

  function publishDirectory(
    documents: Readonly<Record<string, { text: string; at: string; hash?: string }>>,
  ): void {
    const distributions = [{ directory_url: `${origin}/white` }]
    published.set('/provider-metadata.json', JSON.stringify({ distributions }))
    const lines = Object.entries(documents).map(([name, { at }]) => `"${name}","${at}"`)
    published.set('/white/changes.csv', lines.join('\n'))
    for (const [name, { text, hash }] of Object.entries(documents)) {
      published.set(`/white/${name}`, text)
      const digest = hash ?? createHash('sha512').update(text).digest('hex')
      published.set(`/white/${name}.sha512`, `${digest}  ${name}`)
    }
  }

  test('a feed that nobody enabled is never asked', async () => {
    publishDirectory({})
    await addFeed('csaf-provider', '/provider-metadata.json', false)
    assert.deepEqual(await run(), [])
    assert.deepEqual(asked, [])
  })

  test('a directory is fetched, unchanged documents not again, changed ones again', async () => {
    const at = '2026-03-01T00:00:00Z'
    const first = { text: JSON.stringify(csafDocument({ id: 'DIR-1' })), at }
    publishDirectory({
      'a.json': first,
      'b.json': { text: JSON.stringify(csafDocument({ id: 'DIR-2' })), at },
    })
    const id = await addFeed('csaf-provider', '/provider-metadata.json')
    const [summary] = await run()
    assert.deepEqual([summary?.succeeded, summary?.new, summary?.faults], [true, 2, 0])
    assert.deepEqual(await run(5), [], 'its interval of ten minutes is not over')
    asked = []
    const [second] = await run(11)
    assert.equal(second?.new, 0)
    assert.deepEqual(asked, ['/provider-metadata.json', '/white/changes.csv'])
    const changed = {
      text: JSON.stringify(csafDocument({ id: 'DIR-1', version: '2' })),
      at: '2026-03-04T00:00:00Z',
    }
    publishDirectory({ 'a.json': changed })
    const [third] = await run(22)
    assert.equal(third?.revised, 1)
    const feed = await feedOf(id)
    assert.equal(feed?.newestDocumentAt?.toISOString(), '2026-03-04T00:00:00.000Z')
    assert.equal(feed.lastSuccessAt?.getTime(), testNow.getTime() + 22 * 60_000)
    assert.equal(feed.state.isSigned, true)
  })

  test('wrong hashes, broken, missing and foreign documents are faults, and the good one is recorded', async () => {
    const at = '2026-03-01T00:00:00Z'
    publishDirectory({
      'good.json': { text: JSON.stringify(csafDocument({ id: 'MIX-1' })), at },
      'hash.json': { text: JSON.stringify(csafDocument({ id: 'MIX-2' })), at, hash: 'ab'.repeat(64) },
      'no-hash.json': { text: JSON.stringify(csafDocument({ id: 'MIX-3' })), at, hash: 'not hex' },
      'broken.json': { text: '{"document": ', at },
      'missing.json': { text: '', at },
    })
    published.delete('/white/missing.json')
    const id = await addFeed('csaf-provider', '/provider-metadata.json')
    const [summary] = await run()
    assert.deepEqual([summary?.succeeded, summary?.new, summary?.quarantined], [true, 1, 1])
    assert.deepEqual(await faultCodes(), ['feed/hash', 'feed/hash', 'feed/not-found', 'feed/unreadable'])
    const repaired = createHash('sha512')
      .update(published.get('/white/hash.json') ?? '')
      .digest('hex')
    published.set('/white/hash.json.sha512', repaired)
    const [second] = await run(11)
    assert.equal(second?.new, 1, 'the repaired document is fetched again by itself')
    assert.equal((await feedOf(id))?.failures, 0)
  })

  test('a ROLIE feed is read, and a list that fails does not hold up the others', async () => {
    const feeds = [{ url: `${origin}/rolie.json` }, { url: `${origin}/gone.json` }]
    published.set(
      '/.well-known/csaf/provider-metadata.json',
      JSON.stringify({ distributions: [{ rolie: { feeds } }] }),
    )
    const link = [
      { rel: 'self', href: `${origin}/one.json` },
      { rel: 'hash', href: `${origin}/one.json.sha256` },
    ]
    published.set(
      '/rolie.json',
      JSON.stringify({ feed: { entry: [{ link, updated: '2026-03-01T00:00:00Z' }] } }),
    )
    const text = JSON.stringify(csafDocument({ id: 'ROLIE-1' }))
    published.set('/one.json', text)
    published.set('/one.json.sha256', createHash('sha256').update(text).digest('hex'))
    await addFeed('csaf-provider', '/')
    const [summary] = await run()
    assert.deepEqual([summary?.succeeded, summary?.new], [true, 1])
    assert.deepEqual(await faultCodes(), ['feed/not-found'])
  })

  test('a provider that sends to a private network, or is no provider, fails and is asked later and later', async () => {
    published.set(
      '/provider-metadata.json',
      JSON.stringify({ distributions: [{ directory_url: 'http://10.0.0.1/' }] }),
    )
    const id = await addFeed('csaf-provider', '/provider-metadata.json')
    for (const [minutes, pause] of [
      [0, 60],
      [1, 120],
      [3, 240],
    ] as const) {
      const [summary] = await run(minutes)
      assert.equal(summary?.succeeded, false)
      const feed = await feedOf(id)
      assert.equal(feed?.nextAttemptAt.getTime(), testNow.getTime() + minutes * 60_000 + pause * 1000)
    }
    assert.equal((await feedOf(id))?.failures, 3)
    assert.ok((await faultCodes()).every((code) => code === 'feed/address-refused'))
  })

  test('the catalogue of exploited vulnerabilities is taken once and then only when it changed', async () => {
    published.set('/kev.json', JSON.stringify(kevCatalogue([{ cve: 'CVE-2026-40001' }])))
    await addFeed('kev', '/kev.json')
    assert.equal((await run())[0]?.kev, 1)
    assert.equal((await run(11))[0]?.kev, 0)
    published.set('/kev.json', JSON.stringify(kevCatalogue([{ cve: 'CVE-2026-40001', ransomware: true }])))
    assert.equal((await run(22))[0]?.kev, 1)
  })

  test('one feed that fails does not stop the next', async () => {
    published.set('/kev.json', JSON.stringify(kevCatalogue([{ cve: 'CVE-2026-40002' }])))
    await addFeed('csaf-provider', '/nothing.json')
    await addFeed('kev', '/kev.json')
    assert.deepEqual(
      (await run()).map(({ succeeded }) => succeeded),
      [false, true],
    )
  })

  test('a large list is taken in portions of a run each', async () => {
    const entries = Array.from({ length: 620 }, (_, index) => {
      const name = `d${index}.json`
      return [
        name,
        { text: JSON.stringify(osvRecord(`PYSEC-2026-${index}`)), at: '2026-03-01T00:00:00Z' },
      ] as const
    })
    publishDirectory(Object.fromEntries(entries))
    await addFeed('csaf-provider', '/provider-metadata.json')
    assert.equal((await run())[0]?.new, 500)
    assert.equal((await run(1))[0]?.new, 120)
    assert.deepEqual(await run(2), [])
  })
})
