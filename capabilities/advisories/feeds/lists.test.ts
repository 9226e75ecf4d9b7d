// Reading provider metadata, ROLIE feeds and directory lists, and choosing what to fetch.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readChanges, readIndex } from './directory.ts'
import { dueDocuments, failedDocument } from './due.ts'
import { FeedError } from './feed.ts'
import { metadataUrlOf, readProviderMetadata } from './provider-metadata.ts'
import { readRolie } from './rolie.ts'
import { nextAttemptAt } from './schedule.ts'

const now = new Date('2026-03-04T10:00:00Z')
const base = 'https://northwind.example/csaf/'
const bytesOf = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))

test('a bare domain stands for its well-known metadata', () => {
  assert.equal(
    metadataUrlOf('https://a.example'),
    'https://a.example/.well-known/csaf/provider-metadata.json',
  )
  assert.equal(metadataUrlOf('https://a.example/x.json'), 'https://a.example/x.json')
})

test('metadata name ROLIE feeds and directories; odd addresses are left out', () => {
  const distributions = [
    { directory_url: 'https://northwind.example/white' },
    { directory_url: 'file:///etc/' },
    { rolie: { feeds: [{ url: 'feed.json' }, { url: 'javascript:alert(1)' }, { url: 5 }, 'x'] } },
  ]
  assert.deepEqual(readProviderMetadata(bytesOf({ distributions }), base), {
    rolieUrls: ['https://northwind.example/csaf/feed.json'],
    directoryUrls: ['https://northwind.example/white/'],
  })
  assert.throws(() => readProviderMetadata(bytesOf({ distributions: [] }), base), FeedError)
  assert.throws(() => readProviderMetadata(bytesOf('{'), base), FeedError)
})

test('a ROLIE entry gives address, instant, hashes and whether it is signed', () => {
  const link = [
    { rel: 'self', href: 'a.json' },
    { rel: 'hash', href: 'a.json.sha256' },
    { rel: 'hash', href: 'a.json.sha512' },
    { rel: 'signature', href: 'a.json.asc' },
  ]
  const entry = [{ link, updated: '2026-03-01T00:00:00Z' }, { content: { src: 'b.json' } }, { link: [] }, 7]
  const [a, b, ...rest] = readRolie(bytesOf({ feed: { entry } }), base)
  assert.equal(a?.url, `${base}a.json`)
  assert.equal(a.sha512Url, `${base}a.json.sha512`)
  assert.equal(a.sha256Url, `${base}a.json.sha256`)
  assert.equal(a.isSigned, true)
  assert.equal(a.listedAt?.toISOString(), '2026-03-01T00:00:00.000Z')
  assert.deepEqual([b?.url, b?.listedAt, b?.sha256Url], [`${base}b.json`, null, null])
  assert.equal(rest.length, 0)
})

test('changes.csv and index.txt name documents below the directory only', () => {
  const csv =
    '"2026/a.json","2026-03-01T00:00:00+00:00"\r\n2026/b.json,2026-03-02T00:00:00Z\n"../../c.json","2026-03-02T00:00:00Z"\n"https://evil.example/d.json","2026-03-02T00:00:00Z"\n"e.json","when"\n"f.txt","2026-03-02T00:00:00Z"\n'
  assert.deepEqual(
    readChanges(bytesOf(csv), base).map(({ url }) => url.slice(base.length)),
    ['2026/a.json', '2026/b.json'],
  )
  assert.deepEqual(
    readIndex(bytesOf('a.json\n//evil.example/b.json\n\nc.html\n'), base).map(({ url }) =>
      url.slice(base.length),
    ),
    ['a.json'],
  )
})

test('no bytes make a list reader fail otherwise than with a fault', () => {
  const json = fc.jsonValue().map((value) => bytesOf({ feed: { entry: [value] }, distributions: [value] }))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), json), (bytes) => {
      for (const read of [readProviderMetadata, readRolie, readChanges, readIndex]) {
        try {
          read(bytes, base)
        } catch (error) {
          assert.ok(error instanceof FeedError)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('due are new documents, changed ones, and failed ones whose pause is over, newest first', () => {
  const listed = (name: string, day: string | null) => ({
    url: name,
    listedAt: day === null ? null : new Date(day),
    sha256Url: null,
    sha512Url: null,
    isSigned: false,
  })
  const known = (
    name: string,
    day: string | null,
    failures = 0,
    next = '2026-03-04T09:00:00Z',
    fetched = '2026-03-03',
  ) => ({
    url: name,
    listedAt: day === null ? null : new Date(day),
    fetchedAt: new Date(fetched),
    etag: null,
    failures,
    nextAttemptAt: new Date(next),
  })
  const all = [
    listed('same', '2026-03-01'),
    listed('new', '2026-02-01'),
    listed('changed', '2026-03-02'),
    listed('failed', '2026-03-01'),
    listed('waiting', '2026-03-01'),
    listed('undated', null),
    listed('undated-old', null),
    listed('new', '2026-02-01'),
  ]
  const before = [
    known('same', '2026-03-01'),
    known('changed', '2026-03-01'),
    known('failed', '2026-03-01', 2),
    known('waiting', '2026-03-01', 1, '2026-03-04T11:00:00Z'),
    known('undated', null),
    known('undated-old', null, 0, '2026-03-04T09:00:00Z', '2026-02-01'),
  ]
  const due = dueDocuments(all, new Map(before.map((document) => [document.url, document])), now)
  assert.deepEqual(
    due.map(({ url }) => url),
    ['changed', 'failed', 'new', 'undated-old'],
  )
})

test('pauses double with each failure up to a limit, and are spread', () => {
  const seconds = (failures: number, random: number) =>
    (nextAttemptAt({ failures, intervalSeconds: 3_600 }, now, random).getTime() - now.getTime()) / 1000
  assert.equal(seconds(0, 0), 3_600)
  assert.equal(seconds(0, 0.5), 3_960)
  assert.deepEqual(
    [1, 2, 3].map((failures) => seconds(failures, 0)),
    [60, 120, 240],
  )
  assert.equal(seconds(500, 0), 6 * 3_600)
  const third = failedDocument(
    { url: 'a' },
    failedDocument({ url: 'a' }, failedDocument({ url: 'a' }, undefined, now), now),
    now,
  )
  assert.equal(third.nextAttemptAt.getTime() - now.getTime(), 40 * 60_000)
})
