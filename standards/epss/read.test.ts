// Tests of reading EPSS files: the real form, broken lines, hostile files, and memory that does not grow.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { buildEpss } from './builders.ts'
import { type EpssPart, type EpssPortion, isEpss, readEpss } from './index.ts'

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')
const sample = join(dataFolder, 'epss/epss-sample.csv')
const older = join(dataFolder, 'epss/epss-older-values.csv')
const skip = existsSync(sample) ? false : 'epss/epss-sample.csv is not there (set SALUS_TEST_DATA)'

async function partsOf(bytes: Uint8Array): Promise<readonly EpssPart[]> {
  const parts: EpssPart[] = []
  for await (const part of readEpss(bytes)) parts.push(part)
  return parts
}

const portionsOf = async (bytes: Uint8Array) =>
  (await partsOf(bytes)).filter((part): part is EpssPortion => part.outcome === 'read')
const text = (...lines: readonly string[]) => Buffer.from(lines.join('\n'))

test('the daily file in its original form is read whole, plain and zipped', { skip }, async () => {
  for (const bytes of [readFileSync(sample), gzipSync(readFileSync(sample))]) {
    const [portion, ...more] = await portionsOf(bytes)
    assert.equal(isEpss(bytes), true)
    assert.deepEqual(more, [])
    assert.deepEqual(portion?.release, {
      modelVersion: 'v2026.06.15',
      scoreDate: '2026-09-29T12:00:22.000Z',
    })
    assert.deepEqual([portion.scores.length, portion.unreadLines], [10, 0])
    assert.deepEqual(portion.scores[1], { cveId: 'CVE-1999-0002', probability: 0.27858, percentile: 0.98037 })
  }
})

test('values that another tool wrote, with the day on each line, are read with that day', {
  skip,
}, async () => {
  const [portion] = await portionsOf(readFileSync(older))
  assert.equal(portion?.release.scoreDate, '2025-06-18T00:00:00.000Z')
  assert.equal(portion.scores.length, 15)
})

test('a broken line is a fault with its number, and the others are kept', async () => {
  const [portion] = await portionsOf(
    text(
      '#model_version:v1,score_date:2026-03-05T00:00:00+0000',
      'cve,epss,percentile',
      'CVE-2026-0001,0.5,0.9',
      'CVE-2026-0002,1.5,0.9',
      'CVE-2026-0003,,0.9',
      'no cve,0.5,0.9',
      'CVE-2026-0004,-0.1,0.9',
      'CVE-2026-0005,NaN,0.9',
      `CVE-2026-0006,${'0'.repeat(5000)},0.9`,
      '',
      'CVE-2026-0007,1e-05,1.0\r',
    ),
  )
  assert.deepEqual(
    portion?.scores.map(({ cveId }) => cveId),
    ['CVE-2026-0001', 'CVE-2026-0007'],
  )
  assert.equal(portion.release.scoreDate, '2026-03-05T00:00:00.000Z')
  assert.deepEqual(
    portion.faults.map(({ code, place }) => `${code} ${place}`),
    [4, 5, 6, 7, 8, 9].map((line) => `epss/line line ${line}`),
  )
})

test('what is no EPSS file, or ends too early, is refused', async () => {
  const codeOf = async (bytes: Uint8Array) => {
    const last = (await partsOf(bytes)).at(-1)
    return last?.outcome === 'refused' ? last.fault.code : null
  }
  assert.equal(await codeOf(text('')), 'epss/not-a-list')
  assert.equal(await codeOf(text('<html>', 'CVE-2026-0001,0.5,0.9')), 'epss/not-a-list')
  assert.equal(await codeOf(text('cve,epss', 'CVE-2026-0001,0.5')), 'epss/not-a-list')
  const zipped = gzipSync(buildEpss([{ cveId: 'CVE-2026-0001', probability: 0.1, percentile: 0.9 }]))
  assert.equal(await codeOf(zipped.subarray(0, zipped.length - 12)), 'epss/damaged')
  const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 'a'), { level: 1 })
  assert.equal(await codeOf(bomb), 'epss/damaged')
  assert.equal(isEpss(gzipSync('{"document": {}}')), false)
  assert.equal(isEpss(Buffer.from([0x1f, 0x8b, 1, 2])), false)
})

test('300,000 lines come in portions of bounded size, each line once', async () => {
  const count = 300_000
  function* scores() {
    for (let number = 0; number < count; number += 1)
      yield { cveId: `CVE-2026-${10_000 + number}`, probability: (number % 1000) / 1000, percentile: 0.5 }
  }
  const bytes = gzipSync(buildEpss(scores()), { level: 1 })
  let seen = 0
  for await (const part of readEpss(bytes)) {
    assert.equal(part.outcome, 'read')
    if (part.outcome !== 'read') return
    assert.ok(part.scores.length < 20_000, `a portion has ${part.scores.length} scores`)
    seen += part.scores.length
  }
  assert.equal(seen, count)
})

test('no bytes make the reader throw', async () => {
  const lines = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('cve,epss,percentile', 'CVE-2026-0001,0.1,0.2')),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array(),
        lines.map((all) => Buffer.from(all.join('\n'))),
      ),
      async (bytes) => {
        isEpss(bytes)
        assert.ok((await partsOf(bytes)).length > 0)
      },
    ),
    { numRuns: 200 },
  )
})
