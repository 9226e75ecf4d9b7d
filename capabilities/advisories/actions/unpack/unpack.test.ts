// Unpacking files: lines, archives, and archives that want to do harm.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Fault } from '@salus/standards/fault'
import { defaultJsonLimits } from '@salus/standards/json'
import fc from 'fast-check'
import { pack } from 'tar-stream'
import { collect } from '../../builders.ts'
import { unpack } from './unpack.ts'

const mebibyte = 1024 * 1024

async function unpackAll(
  name: string,
  bytes: Uint8Array,
  maxUnpackedBytes = 100 * mebibyte,
  chunkBytes = 65_536,
) {
  const faults: Fault[] = []
  const ignored: string[] = []
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, index) =>
    bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  )
  const documents = await collect(
    unpack(name, Readable.from(chunks), {
      source: 'import',
      maxUnpackedBytes,
      report: (_name, fault) => faults.push(fault),
      ignore: (file) => ignored.push(file),
    }),
  )
  const texts = documents.map((document) => Buffer.from(document.bytes).toString())
  return {
    texts,
    names: documents.map((document) => document.name),
    codes: faults.map(({ code }) => code),
    ignored,
  }
}

async function tarOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = pack()
  archive.entry({ name: 'folder', type: 'directory' })
  archive.entry({ name: 'link.json', type: 'symlink', linkname: '/etc/passwd' })
  for (const [name, text] of Object.entries(files)) archive.entry({ name }, text)
  archive.finalize()
  const chunks: Buffer[] = []
  // Declared as a stream of its own kind that yields unknown values; they are bytes.
  for await (const chunk of archive as AsyncIterable<Uint8Array>) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

test('a .json file is one document, a .jsonl file one for each line that is not blank', async () => {
  assert.deepEqual((await unpackAll('a.json', Buffer.from('{}\n{}'))).texts, ['{}\n{}'])
  const lines = await unpackAll('a.jsonl', Buffer.from('{"a":1}\n\n  \r\n{"b":2}'))
  assert.deepEqual(lines.texts, ['{"a":1}', '{"b":2}'])
  assert.deepEqual(lines.names, ['a.jsonl, line 1', 'a.jsonl, line 4'])
})

test('lines come out the same however the bytes arrive, zipped or not', async () => {
  const line = fc.stringMatching(/^[a-zé€]{1,30}$/)
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 20 }),
      fc.integer({ min: 1, max: 50 }),
      async (lines, chunk) => {
        const bytes = Buffer.from(lines.join('\n'))
        assert.deepEqual((await unpackAll('x.jsonl', bytes, undefined, chunk)).texts, lines)
        assert.deepEqual((await unpackAll('x.jsonl.gz', gzipSync(bytes), undefined, chunk)).texts, lines)
      },
    ),
    { numRuns: 40 },
  )
})

test('an archive gives its documents; links, signatures and archives inside are ignored', async () => {
  const tar = await tarOf({
    'a.json': '{"a":1}',
    '../b.jsonl': '{"b":1}\n{"b":2}',
    'a.json.asc': 'signature',
    'c.tar': 'tar',
  })
  for (const [name, bytes] of [
    ['x.tar', tar],
    ['x.tar.gz', gzipSync(tar)],
    ['x.TGZ', gzipSync(tar)],
  ] as const) {
    const { texts, ignored, codes } = await unpackAll(name, bytes)
    assert.deepEqual(texts, ['{"a":1}', '{"b":1}', '{"b":2}'])
    assert.deepEqual(ignored, [`${name}: link.json`, `${name}: a.json.asc`, `${name}: c.tar`])
    assert.deepEqual(codes, [])
  }
})

test('a file of another kind is ignored by its name', async () => {
  assert.deepEqual((await unpackAll('index.tsv', Buffer.from('a'))).ignored, ['index.tsv'])
})

test('a cut archive gives what came before the cut, and a fault', async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => `{"n":${index},"s":"${Math.sin(index)}"}`)
  const zipped = gzipSync(lines.join('\n'))
  const { texts, codes } = await unpackAll(
    'cut.jsonl.gz',
    zipped.subarray(0, zipped.length - 2_000),
    undefined,
    1_000,
  )
  assert.ok(texts.length > 100)
  assert.deepEqual(codes, ['archive/damaged'])
  const tar = await tarOf({ 'a.json': '{"a":1}', 'b.json': `{"b":"${'b'.repeat(5_000)}"}` })
  const cut = await unpackAll('cut.tar', tar.subarray(0, 4_000))
  assert.deepEqual(cut.texts.slice(0, 1), ['{"a":1}'])
  assert.deepEqual(cut.codes, ['archive/damaged'])
})

test('what is no archive at all is one fault', async () => {
  assert.deepEqual((await unpackAll('x.jsonl.gz', Buffer.from('not zipped'))).codes, ['archive/damaged'])
})

test('an archive that unpacks to far more than it should stops at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(20 * mebibyte, 0x20))
  const { codes, texts } = await unpackAll('bomb.jsonl.gz', bomb, 5 * mebibyte)
  assert.deepEqual(codes, ['archive/too-large'])
  assert.deepEqual(texts, [])
})

test('a document larger than the reader takes is cut just beyond the limit, so that the reader refuses it', async () => {
  const { texts } = await unpackAll(
    'x.json.gz',
    gzipSync(Buffer.alloc(defaultJsonLimits.maxBytes + mebibyte, 0x61)),
  )
  assert.equal(texts[0]?.length, defaultJsonLimits.maxBytes + 1)
})
