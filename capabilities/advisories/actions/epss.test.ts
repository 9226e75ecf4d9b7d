// EPSS files from a provider on loopback into the real database: only what differs is written, crossings are told.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createEvents } from '../../../platform/events/announce.ts'
import { handleAtOnce } from '../../../platform/events/event.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { collect, csafDocument, epssFile, recordingContext, testNow } from '../builders.ts'
import { isHighEpss } from '../epss.ts'
import { createFetcher, type Fetcher } from '../feeds/fetch.ts'
import { faultsOfFeeds, insertFeed, setEnabled } from '../store/feeds.ts'
import { threatFactsOf } from '../store/reading.ts'
import { epssChanged } from './events.ts'
import { recordDocuments } from './record.ts'
import { runDueFeeds } from './run-feeds.ts'

let db: TestDatabase
let server: Server
let fetcher: Fetcher
let url: string
let published: Buffer
let crossed: string[]
const crossings = () => crossed.splice(0)

describe('EPSS', () => {
  before(async () => {
    db = await testDatabase()
    server = createServer((_request, response) => void response.writeHead(200).end(published))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/epss_scores-current.csv.gz`
    fetcher = createFetcher({ privateAddresses: ['127.0.0.0/8'], timeoutMs: 30_000 })
  })
  after(async () => {
    await fetcher.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await db.close()
  })
  beforeEach(async () => {
    crossed = []
    for (const table of ['feeds', 'epss_scores', 'epss_releases']) await db.query(`delete from ${table}`)
  })

  const context = () =>
    recordingContext(
      db,
      createEvents([
        handleAtOnce(epssChanged, 'test.epss', async (_scope, { cveIds }) => void crossed.push(...cveIds)),
      ]),
    )

  async function record(bytes: Buffer, name = 'epss.csv') {
    const document = { name, bytes, source: 'test' }
    const [outcome] = await collect(
      recordDocuments(context(), [document], { now: testNow, actor: 'operator' }),
    )
    return outcome
  }

  const score = (cveId: string, probability: number, percentile = 0.5) => ({ cveId, probability, percentile })
  const stored = () =>
    db.query<{ cve_id: string; probability: number; is_high: boolean; score_date: Date }>(
      'select cve_id, probability, is_high, score_date from epss_scores order by cve_id',
    )

  test('a feed of this kind takes the zipped file in and asks again later', async () => {
    published = gzipSync(epssFile([score('CVE-2026-1001', 0.2), score('CVE-2026-1002', 0.01)]))
    const feed = { kind: 'epss', name: 'forecasts', url, intervalSeconds: 600 } as const
    const id = await db.database.asCentre((scope) => insertFeed(scope, feed, testNow))
    assert.ok(id)
    await db.database.asCentre((scope) => setEnabled(scope, id, true, testNow))
    const run = (minutes: number) =>
      runDueFeeds(context(), { fetcher, random: () => 0 }, new Date(testNow.getTime() + minutes * 60_000))
    const [summary] = await run(0)
    assert.deepEqual([summary?.succeeded, summary?.epss, summary?.faults], [true, 1, 0])
    assert.deepEqual(
      (await stored()).map((row) => [row.cve_id, row.is_high]),
      [
        ['CVE-2026-1001', true],
        ['CVE-2026-1002', false],
      ],
    )
    published = gzipSync(Buffer.from('cve,epss,percentile\n')).subarray(0, 20)
    const [second] = await run(11)
    assert.equal(second?.quarantined, 1, 'a file that breaks off is kept aside')
    const faults = await db.database.asCentre((scope) => faultsOfFeeds(scope, 5))
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['feed/unreadable'],
    )
    assert.equal((await stored()).length, 2)
  })

  test('only changed values are written, and an older file that arrives late changes nothing', async () => {
    await record(
      epssFile([score('CVE-2026-1001', 0.2), score('CVE-2026-1002', 0.01)], '2026-03-01T00:00:00Z'),
    )
    await record(
      epssFile([score('CVE-2026-1001', 0.2), score('CVE-2026-1002', 0.02)], '2026-03-02T00:00:00Z'),
    )
    assert.deepEqual(
      (await stored()).map((row) => [row.probability, row.score_date.toISOString().slice(0, 10)]),
      [
        [0.2, '2026-03-01'],
        [0.02, '2026-03-02'],
      ],
    )
    const releases = await db.query<{ written: number }>(
      'select written from epss_releases order by score_date',
    )
    assert.deepEqual(
      releases.map(({ written }) => written),
      [2, 1],
    )
    const late = await record(epssFile([score('CVE-2026-1001', 0.9)], '2026-02-01T00:00:00Z'))
    assert.equal(late?.outcome, 'known')
    assert.equal((await stored())[0]?.probability, 0.2)
  })

  test('a value that crosses the threshold is told once for vulnerabilities that an advisory names', async () => {
    const sketch = csafDocument({ id: 'EPSS-1', cve: 'CVE-2026-2001' })
    await record(Buffer.from(JSON.stringify(sketch)), 'advisory.json')
    const day = (number: number, probability: number) =>
      record(
        epssFile(
          [score('CVE-2026-2001', probability), score('CVE-2026-2002', probability)],
          `2026-03-0${number}`,
        ),
      )
    const steps: readonly [day: number, probability: number, told: readonly string[]][] = [
      [1, 0.01, []],
      [2, 0.15, ['CVE-2026-2001']],
      [3, 0.16, []],
      [4, 0.09, []],
      [5, 0.12, []],
      [6, 0.05, ['CVE-2026-2001']],
      [7, 0.09, []],
    ]
    let wasHigh = false
    for (const [number, probability, told] of steps) {
      await day(number, probability)
      assert.deepEqual(crossings(), told, `day ${number}`)
      const [row] = await stored()
      wasHigh = isHighEpss({ probability, percentile: 0.5 }, wasHigh)
      assert.equal(row?.is_high, wasHigh, `the database and the rule agree on day ${number}`)
    }
  })

  test('the facts of an advisory hold the gravest value of its vulnerabilities and what its vectors say', async () => {
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P'
    const sketch = csafDocument({ id: 'EPSS-2', cve: 'CVE-2026-3001', vector })
    const outcome = await record(Buffer.from(JSON.stringify(sketch)), 'advisory.json')
    await record(epssFile([score('CVE-2026-3001', 0.3, 0.98)], '2026-03-05T00:00:00Z'))
    const advisoryId = outcome?.advisoryId ?? 0
    const facts = (await db.database.asEngine((scope) => threatFactsOf(scope, [advisoryId]))).get(advisoryId)
    assert.deepEqual(facts?.epss, {
      probability: 0.3,
      percentile: 0.98,
      scoreDate: '2026-03-05',
      isHigh: true,
    })
    assert.deepEqual([facts.exploitMaturity, facts.cvssVectors], ['poc', [vector]])
  })

  test('300,000 values are taken in within bounded time, and a second day writes what changed', async () => {
    const day = (shift: number) => {
      function* scores() {
        for (let number = 0; number < 300_000; number += 1)
          yield score(
            `CVE-2026-${100_000 + number}`,
            number % 100 === 0 ? (number % 997) / 1000 + shift : 0.0005,
          )
      }
      return gzipSync(epssFile(scores(), shift === 0 ? '2026-03-06' : '2026-03-07'), { level: 1 })
    }
    const started = performance.now()
    const faults = (await record(day(0)))?.faults
    assert.deepEqual(faults, [])
    const first = performance.now()
    await record(day(0.001))
    const seconds = [(first - started) / 1000, (performance.now() - first) / 1000]
    assert.ok(Math.max(...seconds) < 90, `it took ${seconds.join(' and ')} s`)
    const [release] = await db.query<{ scores: number; written: number }>(
      'select scores, written from epss_releases order by score_date desc limit 1',
    )
    assert.deepEqual([release?.scores, release?.written], [300_000, 3_000])
  })
})
