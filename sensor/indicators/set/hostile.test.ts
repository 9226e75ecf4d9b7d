// Tests of sets that somebody spoilt on purpose: each ends in a fault, or answers without harm.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indicator, indicatorOf } from '../builders.ts'
import { IndicatorSetFault } from './fault.ts'
import { sealed, startBytes } from './format.ts'
import { fingerprint } from './hash.ts'
import { type IndicatorSet, openIndicatorSet } from './open.ts'
import { indicatorSetOf, writeIndicatorSet } from './write.ts'

const good = writeIndicatorSet([
  ...Array.from({ length: 40 }, (_, at) => indicatorOf(`host${at}.evil.example`, { confidence: at })),
  ...[
    '192.0.2.1',
    '2001:db8::1',
    '192.0.2.0/24',
    '192.0.0.0/16',
    '2001:db8::/32',
    'http://evil.example/a',
  ].map((text) => indicatorOf(text, { id: '0a1b2c3d-0000-4000-8000-00000000000a' })),
  indicatorOf('ab'.repeat(32), { id: 'salus-registered' }),
])
const view = new DataView(good.buffer, good.byteOffset, good.byteLength)
const headBytes = view.getUint32(8, true)
const indexBytes = view.getUint32(12, true)
const valuesBytes = view.getUint32(16, true)

/** Everything that a set can be asked. */
function askAll(set: IndicatorSet): void {
  for (let at = 0; at < 40; at++) set.findName(`www.host${at}.evil.example`)
  for (const address of ['192.0.2.1', '192.0.200.1', '2001:db8::1', '2001:db8::2']) set.findAddress(address)
  set.findUrl('http://evil.example/a')
  set.findHash('ab'.repeat(32))
  let count = 0
  for (const _ of set.entries()) if (++count > 10_000) assert.fail('a set of fifty has no end')
}

function openAndAsk(bytes: Uint8Array): void {
  try {
    askAll(openIndicatorSet(bytes))
  } catch (error) {
    if (!(error instanceof IndicatorSetFault)) throw error
    assert.match(error.message, /Install its pack again|Write/)
  }
}

test('any single byte changed, and any cut, is noticed when the set is opened', () => {
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = good.slice()
      bytes[at] = (bytes[at] ?? 0) ^ change
      // The last word of the start means nothing.
      if (at < 28 || at >= startBytes) assert.throws(() => openIndicatorSet(bytes), IndicatorSetFault)
      assert.throws(() => openIndicatorSet(good.subarray(0, at)), IndicatorSetFault)
    }),
    { numRuns: 300 },
  )
})

test('bytes changed and sealed again end in a fault or in an answer, in bounded time', () => {
  const before = process.cpuUsage()
  const change = fc.record({
    at: fc.integer({ min: startBytes, max: good.length - 1 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = good.slice()
      for (const { at, bytes: put } of changes) bytes.set(put.subarray(0, bytes.length - at), at)
      openAndAsk(sealed(bytes, headBytes, indexBytes, valuesBytes))
    }),
    { numRuns: 1_000 },
  )
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 20_000_000, `${user + system} µs`)
})

test('words of the index of every size end in a fault or in an answer', () => {
  const extremes = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff]
  for (let at = startBytes + headBytes; at < startBytes + headBytes + indexBytes; at += 4)
    for (const word of extremes) {
      const bytes = good.slice()
      new DataView(bytes.buffer).setUint32(at, word, true)
      openAndAsk(sealed(bytes, headBytes, indexBytes, valuesBytes))
    }
})

test('heads that claim what is not there are faults', () => {
  const plain = Buffer.from(good.subarray(startBytes, startBytes + headBytes)).toString('utf8')
  for (const [from, to] of [
    ['"version":1', '"version":2'],
    ['"count":40', '"count":99'],
    ['"buckets":4', '"buckets":9'],
    ['"lists"', '"__proto__"'],
    ['{', '['],
  ] as const) {
    const head = plain.replace(from, to).slice(0, headBytes).padEnd(headBytes)
    assert.notEqual(head, plain)
    const bytes = good.slice()
    bytes.set(Buffer.from(head), startBytes)
    assert.throws(
      () => openIndicatorSet(sealed(bytes, headBytes, indexBytes, valuesBytes)),
      IndicatorSetFault,
      `${from} → ${to}`,
    )
  }
  for (const bytes of [
    new Uint8Array(0),
    new Uint8Array(32),
    Buffer.from('SALUSIS1'),
    Buffer.alloc(100, 0xff),
  ])
    assert.throws(() => openIndicatorSet(bytes), IndicatorSetFault)
})

test('bytes that do not begin at an even place open as well', () => {
  const odd = new Uint8Array(good.length + 1)
  odd.set(good, 1)
  assert.equal(openIndicatorSet(odd.subarray(1)).size, 47)
})

test('values chosen to share a bucket are left out beyond a limit and counted; the others stay', () => {
  const into = { hi: 0, lo: 0 }
  const crowd: string[] = []
  // One indicator in twelve thousand has a bucket; these are chosen to lie in the first under each beginning.
  for (let at = 0; crowd.length < 200; at++) {
    const value = `x${at}.example`
    const bytes = Buffer.from(value)
    fingerprint(bytes, 0, bytes.length, 0, into)
    if (into.hi < 0xffffffff / 200) crowd.push(value)
  }
  const doubled = indicatorSetOf([...crowd, ...crowd].map((value) => indicator('domain', value)))
  assert.equal(doubled.written + doubled.crowded, 200)
  assert.equal(doubled.doubles, 200)
  assert.equal(doubled.crowded, 0, 'another beginning of the hash spreads them')
  const set = openIndicatorSet(doubled.bytes)
  for (const value of crowd) assert.equal(set.findName(value).length, 1)
})
