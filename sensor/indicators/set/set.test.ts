// Tests of the indicator set against plain Sets and naive search: the same answers, whatever is in it and asked of it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { addressBytes, inNetwork, readNetwork } from '../../sigma/addresses.ts'
import {
  anyCidr4,
  anyCidr6,
  anyIndicatorText,
  anyName,
  anyV4,
  anyV6,
  indicator,
  indicatorOf,
} from '../builders.ts'
import { isWithin } from '../domain.ts'
import { type Indicator, indicatorId } from '../indicator.ts'
import { typedValue } from '../values.ts'
import { type IndicatorSet, openIndicatorSet, openIndicatorSetFile } from './open.ts'
import { indicatorSetOf, writeIndicatorSet } from './write.ts'

const usable = (texts: readonly string[]): Indicator[] =>
  texts.flatMap((text) => {
    const value = typedValue('any', text)
    return 'because' in value ? [] : [indicator(value.type, value.value)]
  })
const key = ({ type, value }: Pick<Indicator, 'type' | 'value'>) => `${type} ${value}`
const values = (found: readonly Pick<Indicator, 'value'>[]) => found.map(({ value }) => value)

test('a set holds exactly what a plain Set of the same indicators holds', () => {
  fc.assert(
    fc.property(fc.array(anyIndicatorText, { maxLength: 200 }), fc.array(anyIndicatorText), (put, ask) => {
      const indicators = usable(put)
      const plain = new Set(indicators.map(key))
      const set = openIndicatorSet(writeIndicatorSet(indicators))
      assert.equal(set.size, plain.size)
      assert.deepEqual(new Set([...set.entries()].map(key)), plain)
      for (const asked of [...indicators, ...usable(ask)])
        assert.equal(set.get(asked.type, asked.value) !== null, plain.has(key(asked)), key(asked))
    }),
    { numRuns: 150 },
  )
})

test('a name meets itself and its parents, the nearest first, and never more', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 100 }), fc.array(anyName, { maxLength: 50 }), (put, ask) => {
      const indicators = usable(put)
      const set = openIndicatorSet(writeIndicatorSet(indicators))
      const names = [...new Set(values(indicators))]
      for (const name of [...put, ...ask]) {
        const expected = names
          .filter((one) => isWithin(name, one))
          .sort((one, two) => two.length - one.length)
        assert.deepEqual(values(set.findName(name)), expected)
        assert.deepEqual(values(set.findName(`${name.toUpperCase()}.`)), expected)
      }
    }),
    { numRuns: 100 },
  )
})

test('an address meets the networks that contain it, the narrowest first, as a naive search finds them', () => {
  const naive = (indicators: readonly Indicator[], text: string) => {
    const bytes = addressBytes(text)
    const found = indicators.flatMap(({ value }) => {
      const network = readNetwork(value)
      return bytes && network && inNetwork(bytes, network) ? [{ value, bits: network.bits }] : []
    })
    return [...new Set(values(found.sort((one, two) => two.bits - one.bits)))]
  }
  for (const [networks, addresses] of [
    [anyCidr4, anyV4.map((parts) => parts.join('.'))],
    [anyCidr6, anyV6],
  ] as const)
    fc.assert(
      fc.property(fc.array(networks, { maxLength: 60 }), fc.array(addresses), (put, ask) => {
        const indicators = usable(put)
        const set = openIndicatorSet(writeIndicatorSet(indicators))
        for (const address of [...ask, ...put.map((text) => text.replace(/\/.*/, ''))])
          assert.deepEqual(values(set.findAddress(address)), naive(indicators, address))
      }),
      { numRuns: 100 },
    )
})

test('the ends of a network belong to it and their neighbours do not', () => {
  const set = openIndicatorSet(
    writeIndicatorSet(
      ['192.0.2.64/26', '0.0.0.0/8', '255.0.0.0/8', '2001:db8::/32'].map((text) => indicatorOf(text)),
    ),
  )
  for (const [address, isIn] of [
    ['192.0.2.63', false],
    ['192.0.2.64', true],
    ['192.0.2.127', true],
    ['192.0.2.128', false],
    ['0.0.0.0', true],
    ['255.255.255.255', true],
    ['2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', true],
    ['2001:db9::', false],
    ['2001:db7:ffff:ffff:ffff:ffff:ffff:ffff', false],
    ['::ffff:192.0.2.100', true],
  ] as const)
    assert.equal(set.findAddress(address).length > 0, isIn, address)
})

test('a hundred thousand names: all are found, of two hundred thousand others none', () => {
  const set = openIndicatorSet(
    writeIndicatorSet(
      Array.from({ length: 100_000 }, (_, at) => indicator('domain', `host${at}.evil.example`)),
    ),
  )
  for (let at = 0; at < 100_000; at++) assert.equal(set.findName(`host${at}.evil.example`).length, 1)
  for (let at = 100_000; at < 300_000; at++) assert.equal(set.findName(`host${at}.evil.example`).length, 0)
})

test('what a set gives back is what was put in', () => {
  const facts = {
    id: '0a1b2c3d-0000-4000-8000-00000000000a',
    since: Date.UTC(2026, 2, 1),
    until: Date.UTC(2027, 2, 1),
    tlp: 'amber+strict',
    confidence: 85,
    list: 'a list',
    source: 'a source',
    licence: 'CC0-1.0',
  } as const
  const texts = [
    'evil.example',
    '192.0.2.1',
    '2001:db8::1',
    '198.51.100.0/24',
    'http://evil.example/a?b',
    'a@b.example',
  ]
  const put = [...texts, 'ab'.repeat(16), 'cd'.repeat(20), 'ef'.repeat(32)].map((text) =>
    indicatorOf(text, facts),
  )
  const registered = indicatorOf('registered.example', { id: 'salus-c2-2026' })
  const nameless = indicatorOf('nameless.example')
  const set = openIndicatorSet(writeIndicatorSet([...put, registered, nameless]))
  for (const one of put) assert.deepEqual(set.get(one.type, one.value), one)
  assert.equal(set.get('domain', 'registered.example')?.id, 'salus-c2-2026')
  assert.equal(set.get('domain', 'nameless.example')?.id, indicatorId(nameless))
  assert.equal(set.get('domain', 'nameless.example')?.until, null)
})

test('of doubles what holds longest is kept, whatever the order', () => {
  const short = indicatorOf('evil.example', { until: Date.UTC(2026, 0, 1), confidence: 90 })
  const long = indicatorOf('evil.example', { until: null, confidence: 10 })
  const sure = indicatorOf('evil.example', { until: null, confidence: 70 })
  const network = (until: number | null) => indicatorOf('192.0.2.0/24', { until })
  for (const put of [
    [short, long, sure, network(1_000), network(null)],
    [network(null), sure, long, network(1_000), short],
  ]) {
    const { bytes, doubles, written } = indicatorSetOf(put)
    assert.deepEqual([doubles, written], [3, 2])
    const set = openIndicatorSet(bytes)
    assert.equal(set.get('domain', 'evil.example')?.confidence, 70)
    assert.equal(set.get('cidr', '192.0.2.0/24')?.until, null)
  }
})

test('TLP:RED, public suffixes and values of another form are never in a set, and counted', () => {
  const { bytes, red, malformed } = indicatorSetOf([
    indicatorOf('secret.example', { tlp: 'red' }),
    indicator('domain', 'co.uk'),
    indicator('domain', 'example'),
    indicator('ipv4', '300.1.1.1'),
    indicator('sha256', 'abc'),
  ])
  assert.deepEqual([red, malformed], [1, 4])
  assert.equal(openIndicatorSet(bytes).size, 0)
  assert.ok(!Buffer.from(bytes).includes('secret'))
})

test('the same indicators give the same bytes', () => {
  const put = usable(['evil.example', '192.0.2.1', '192.0.2.0/24', 'http://evil.example/a'])
  assert.deepEqual(writeIndicatorSet(put), writeIndicatorSet(put))
})

test('a set from a file answers as the one in memory, and keeps less there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'indicators-'))
  try {
    const put = Array.from({ length: 5_000 }, (_, at) =>
      indicatorOf(`http://host${at}.evil.example/path/of/${at}`),
    )
    const bytes = writeIndicatorSet([...put, indicatorOf('192.0.2.0/24'), indicatorOf('evil.example')])
    const path = join(folder, 'set')
    writeFileSync(path, bytes)
    const memory = openIndicatorSet(bytes)
    const file = openIndicatorSetFile(path)
    const ask = (set: IndicatorSet) =>
      [
        ...Array.from({ length: 5_100 }, (_, at) => `https://HOST${at}.evil.example/path/of/${at}#x`),
        'http://192.0.2.9/',
      ].map((url) => set.findUrl(url))
    assert.deepEqual(ask(file), ask(memory))
    assert.deepEqual([...file.entries()], [...memory.entries()])
    assert.ok(file.memoryBytes * 5 < memory.memoryBytes, `${file.memoryBytes} of ${memory.memoryBytes}`)
    file.close()
    assert.throws(() => openIndicatorSetFile(join(folder, 'absent')), /ENOENT/)
    writeFileSync(path, bytes.subarray(0, bytes.length - 1))
    assert.throws(() => openIndicatorSetFile(path), /damaged/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a URL is met with and without its query, and by its host', () => {
  const set = openIndicatorSet(
    writeIndicatorSet(
      ['http://a.example/x', 'http://b.example/x?y=1', 'c.example', '192.0.2.7'].map((text) =>
        indicatorOf(text),
      ),
    ),
  )
  for (const [url, expected] of [
    ['https://a.example:443/x?session=5#top', ['a.example/x']],
    ['a.example/x', ['a.example/x']],
    ['http://a.example/', []],
    ['http://a.example:8080/x', []],
    ['http://b.example/x?y=1', ['b.example/x?y=1']],
    ['http://b.example/x?y=2', []],
    ['http://user:secret@www.c.example/any', ['c.example']],
    ['ftp://192.0.2.7/f', ['192.0.2.7']],
    ['gopher://c.example/', []],
    ['http://', []],
  ] as const)
    assert.deepEqual(values(set.findUrl(url)), expected, url)
})
