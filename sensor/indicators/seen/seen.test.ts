// Tests of the index of what was seen: days, bounds, secrecy, crashes, and the hunt in it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { event } from '../../engine/builders.ts'
import { indicator, indicatorOf } from '../builders.ts'
import { huntFinding } from '../finding.ts'
import type { Indicator } from '../indicator.ts'
import { indicatorMatcherOf } from '../matcher.ts'
import { openIndicatorSet } from '../set/open.ts'
import { writeIndicatorSet } from '../set/write.ts'
import { seenIndex } from './seen-index.ts'
import { seenTable } from './seen-table.ts'

const dayMs = 86_400_000
const now = Date.UTC(2026, 10, 27, 10)
const today = Math.floor(now / dayMs)
const ago = (days: number) => now - days * dayMs
const setOf = (...put: readonly Indicator[]) => openIndicatorSet(writeIndicatorSet(put))

function inFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'seen-'))
  const clean = () => rmSync(folder, { recursive: true, force: true })
  try {
    const result = act(folder)
    if (result instanceof Promise) return result.finally(clean) as T
    clean()
    return result
  } catch (error) {
    clean()
    throw error
  }
}

const open = (folder: string, at = now, maxEntries?: number) =>
  seenIndex(folder, { now: () => at, ...(maxEntries === undefined ? {} : { maxEntries }) })

test('first and last day are remembered over a restart, and forgotten after 90 days', () =>
  inFolder((folder) => {
    const before = open(folder)
    for (const days of [5, 40, 12]) before.remember('name', 'WWW.evil.example', ago(days))
    before.remember('address', '::ffff:192.0.2.7', now)
    before.close()
    const after = open(folder)
    assert.deepEqual(after.find('domain', 'www.evil.example'), { first: today - 40, last: today - 5 })
    assert.deepEqual(after.find('domain', 'evil.example'), { first: today - 40, last: today - 5 })
    assert.equal(after.find('domain', 'example'), null)
    assert.deepEqual(after.find('ip', '192.0.2.7'), { first: today, last: today })
    after.close()
    const later = open(folder, now + 84 * dayMs)
    assert.notEqual(later.find('domain', 'evil.example'), null)
    later.close()
    const last = open(folder, now + 85 * dayMs)
    assert.equal(last.find('domain', 'evil.example'), null)
    last.close()
    assert.equal(open(folder, now + 85 * dayMs).size(), 1, 'what is older has left the disk')
  }))

test('what is dated far away is not remembered and counted', () =>
  inFolder((folder) => {
    const seen = open(folder)
    for (const at of [ago(90), now + 2 * dayMs, Number.NaN, Number.POSITIVE_INFINITY, -1])
      seen.remember('name', 'evil.example', at)
    assert.equal(seen.counts.outside, 5)
    assert.equal(seen.size(), 0)
    for (const at of [ago(89), now + dayMs]) seen.remember('name', 'evil.example', at)
    assert.equal(seen.size(), 1)
    seen.close()
  }))

test('nothing that was seen stands in the files, which only their owner may read', () =>
  inFolder((folder) => {
    const seen = open(folder)
    for (let at = 0; at < 5_000; at++) seen.remember('name', `canary${at}.tannau.example`, now)
    seen.remember('email', 'canary.person@tannau.example', now)
    seen.close()
    for (const name of readdirSync(join(folder, 'seen'))) {
      const path = join(folder, 'seen', name)
      assert.ok(!/canary|tannau/i.test(readFileSync(path, 'latin1')), name)
      if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o077, 0, name)
    }
    const other = mkdtempSync(join(tmpdir(), 'seen-'))
    const elsewhere = open(other)
    elsewhere.remember('name', 'canary1.tannau.example', now)
    elsewhere.close()
    const table = readFileSync(join(other, 'seen', 'table'))
    rmSync(other, { recursive: true })
    assert.equal(table.length, 16 + 2 * 12)
    assert.ok(
      !readFileSync(join(folder, 'seen', 'table')).includes(table.subarray(16, 24)),
      'another key gives other hashes',
    )
  }))

test('its size has a bound: what was seen longest ago is forgotten first, and counted', () =>
  inFolder((folder) => {
    const seen = open(folder, now, 1_000)
    for (let at = 0; at < 1_500; at++)
      seen.remember('hash', at.toString(16).padStart(64, '0'), ago(at < 600 ? 30 : 1))
    seen.flush()
    assert.equal(seen.size(), 900)
    assert.equal(seen.counts.forgotten, 600)
    const kept = (at: number) => seen.find('hash', at.toString(16).padStart(64, '0')) !== null
    assert.ok(Array.from({ length: 600 }, (_, at) => at).every((at) => !kept(at)))
    assert.ok(Array.from({ length: 900 }, (_, at) => at + 600).every(kept))
    seen.close()
    assert.equal(open(folder, now, 1_000).size(), 900)
  }))

test('after kill -9 everything that was flushed is there', () =>
  inFolder(async (folder) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'seen-worker.ts'), folder, String(now)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let said = ''
    for await (const piece of child.stdout) {
      said += String(piece)
      if (said.split('\n').length > 20) child.kill('SIGKILL')
    }
    const flushed = Number(said.trim().split('\n').at(-1))
    assert.ok(flushed >= 1_000)
    const seen = open(folder)
    for (let at = 0; at < flushed; at++)
      assert.notEqual(seen.find('domain', `host${at}.example`), null, String(at))
    assert.equal(seen.counts.lost, 0)
    seen.close()
  }))

test('half a record, a spoilt record and a spoilt table cost only themselves', () =>
  inFolder((folder) => {
    const journal = join(folder, 'seen', 'journal')
    const reopened = (lost: number, ...names: readonly string[]) => {
      const seen = open(folder)
      assert.equal(seen.counts.lost, lost)
      for (const name of names) assert.notEqual(seen.find('domain', name), null, name)
      return seen
    }
    const first = open(folder)
    first.remember('name', 'one.example', now)
    first.flush()
    first.remember('name', 'two.example', now)
    first.close()
    appendFileSync(journal, Buffer.from([1, 2, 3, 4, 5]))
    const second = reopened(0, 'one.example', 'two.example')
    second.flush()
    second.remember('name', 'three.example', now)
    second.close()
    appendFileSync(journal, Buffer.alloc(12, 0xee))
    reopened(1, 'one.example', 'two.example', 'three.example').close()
    const fourth = reopened(0, 'one.example', 'two.example', 'three.example')
    fourth.flush()
    fourth.remember('name', 'four.example', now)
    fourth.close()
    writeFileSync(join(folder, 'seen', 'table'), Buffer.alloc(100, 0xff))
    reopened(8, 'four.example').close()
    writeFileSync(join(folder, 'seen', 'key'), 'short')
    assert.throws(() => open(folder), /key of what was seen .* is damaged. Remove the folder/)
  }))

test('the hunt finds indicators that came after they were met, of every type', () =>
  inFolder((folder) => {
    const seen = open(folder)
    const matcher = indicatorMatcherOf(setOf(), { now: () => now, seen })
    const sha1 = 'ab'.repeat(20)
    for (const [days, fields] of [
      [60, { QueryName: 'www.evil.example' }],
      [3, { QueryName: 'evil.example' }],
      [4, { DestinationIp: '192.0.2.7' }],
      [5, { DestinationIp: '198.51.100.200' }],
      [6, { 'c-uri': 'https://bad.example/x?session=7' }],
      [7, { Hashes: `SHA1=${sha1}` }],
      [8, { from: 'Someone <a@mail.example>' }],
      [9, { 'id.resp_h': '2001:db8::7' }],
    ] as const)
      matcher.see(event(fields, { at: ago(days) }))
    const known = indicatorOf('bad.example')
    const set = setOf(
      known,
      ...[
        'evil.example',
        '192.0.2.7',
        '198.51.100.0/24',
        'http://bad.example/x?y=1',
        sha1,
        'a@mail.example',
        '2001:db8::7',
      ].map((text) => indicatorOf(text)),
      indicatorOf('unseen.example'),
      indicatorOf('www.evil.example', { until: ago(1) }),
      indicatorOf('100.0.0.0/8'),
      indicatorOf('2001:db8::/32'),
    )
    const hunt = seen.hunt(set, ago(30), setOf(known))
    assert.deepEqual(
      hunt.hits.map(({ entry, first, last }) => [entry.value, first, last]).sort(),
      [
        ['192.0.2.7', '2026-11-23', '2026-11-23'],
        ['198.51.100.0/24', '2026-11-22', '2026-11-22'],
        ['2001:db8::7', '2026-11-18', '2026-11-18'],
        ['a@mail.example', '2026-11-19', '2026-11-19'],
        [sha1, '2026-11-20', '2026-11-20'],
        ['bad.example/x?y=1', '2026-11-21', '2026-11-21'],
        ['evil.example', '2026-09-28', '2026-11-24'],
      ].sort(),
    )
    assert.deepEqual([hunt.tooWide, hunt.leftOut, hunt.hunted], [2, 2, 8])
    const [hit] = hunt.hits.filter(({ entry }) => entry.value === 'evil.example')
    assert.ok(hit)
    assert.match(
      huntFinding(hit.entry, hit, null).reason,
      /The domain evil\.example was met here between 2026-09-28 and 2026-11-24, before it came on the list/,
    )
    assert.deepEqual(
      seen.hunt(set, ago(0)).hits.map(({ entry }) => entry.value),
      [],
      'nothing since today',
    )
    seen.close()
  }))

test('ten thousand new indicators among twenty thousand observables take a moment', () =>
  inFolder((folder) => {
    const seen = open(folder)
    for (let at = 0; at < 20_000; at++)
      seen.remember('address', `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`, now)
    seen.flush()
    const set = setOf(
      ...Array.from({ length: 10_000 }, (_, at) => indicator('domain', `host${at}.evil.example`)),
      indicatorOf('203.0.113.9'),
    )
    seen.remember('name', 'a.host77.evil.example', now)
    const before = process.cpuUsage()
    const { hits } = seen.hunt(set, ago(90))
    const { user, system } = process.cpuUsage(before)
    assert.deepEqual(
      hits.map(({ entry }) => entry.value),
      ['host77.evil.example'],
    )
    assert.ok(user + system < 10_000_000, `${user + system} µs`)
    seen.close()
  }))

test('the table holds what a plain Map holds, however it grows and forgets', () => {
  const tag = fc.record({ hi: fc.integer({ min: 0, max: 3 }), lo: fc.integer({ min: 1, max: 900 }) })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(tag, fc.integer({ min: 1, max: 90 })), { maxLength: 3_000 }),
      fc.integer({ min: 1, max: 90 }),
      fc.nat(2_000),
      (put, day, most) => {
        const table = seenTable()
        const plain = new Map<string, { first: number; last: number }>()
        for (const [one, at] of put) {
          table.add(one, at, at)
          const known = plain.get(`${one.hi} ${one.lo}`) ?? { first: at, last: at }
          plain.set(`${one.hi} ${one.lo}`, {
            first: Math.min(known.first, at),
            last: Math.max(known.last, at),
          })
        }
        const same = () => {
          assert.equal(table.size(), plain.size)
          for (const [one] of put) assert.deepEqual(table.get(one), plain.get(`${one.hi} ${one.lo}`) ?? null)
        }
        same()
        table.forgetBefore(day)
        for (const [key, { last }] of plain) if (last < day) plain.delete(key)
        same()
        const lasts = [...plain.values()].map(({ last }) => last).sort((one, two) => two - one)
        table.forgetOldest(most)
        assert.deepEqual(
          [...table.entries()].map(({ last }) => last).sort((one, two) => two - one),
          lasts.slice(0, most),
        )
      },
    ),
    { numRuns: 100 },
  )
})
