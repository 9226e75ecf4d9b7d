// Tests of reading lists: each form, what is left out and why.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mispEvent } from '@salus/standards/misp'
import { stixBundle, tlpMarkings } from '@salus/standards/stix'
import { sampleLogs, sampleLogsAbsent } from '../../testing/sample-logs.ts'
import { type IndicatorList, readIndicatorList } from './read.ts'

const read = (text: string | Uint8Array) =>
  readIndicatorList(typeof text === 'string' ? Buffer.from(text) : text, { name: 'test list' })
const pairs = ({ indicators }: IndicatorList) => indicators.map(({ type, value }) => `${type} ${value}`)
const places = ({ faults }: IndicatorList) => faults.map(({ place }) => place)
const uuid = '0a1b2c3d-0000-4000-8000-00000000000a'

test('one a line: defanged, with remarks, of hosts files and blockers', () => {
  const list = read(
    [
      '# TLP: AMBER',
      '# Licence: CC0-1.0',
      'hxxps://evil[.]example/a?b=c',
      'evil[dot]example  # a remark',
      'bad(.)example, seen in March',
      '0.0.0.0 ads.example.net',
      '||tracker.example.net^$third-party',
      '192[.]0[.]2[.]7:8080',
      '2001:db8[:][:]1',
      '198.51.100.0/24',
      `"${'AB'.repeat(32)}"`,
      'someone[at]evil[.]example',
      'bücher.example',
      '',
    ].join('\r\n'),
  )
  assert.deepEqual(pairs(list), [
    'url evil.example/a?b=c',
    'domain evil.example',
    'domain bad.example',
    'domain ads.example.net',
    'domain tracker.example.net',
    'ipv4 192.0.2.7',
    'ipv6 2001:db8::1',
    'cidr 198.51.100.0/24',
    `sha256 ${'ab'.repeat(32)}`,
    'email someone@evil.example',
    'domain xn--bcher-kva.example',
  ])
  assert.deepEqual(list.faults, [])
  assert.ok(list.indicators.every(({ tlp, licence }) => tlp === 'amber' && licence === 'CC0-1.0'))
})

test('a bad line is told with its place and reason, and stops nothing', () => {
  const list = read('evil.example\ncom\nco.uk\n0.0.0.0/0\nnot an indicator\n1.2.3.999\nlast.example')
  assert.deepEqual(pairs(list), ['domain evil.example', 'domain last.example'])
  assert.deepEqual(places(list), ['line 2', 'line 3', 'line 4', 'line 5', 'line 6'])
  assert.equal(list.faultCount, 5)
  assert.ok(list.faults.every(({ detail, remedy }) => detail !== '' && remedy !== ''))
})

test('columns of a CSV are known by their headings', () => {
  const list = read(
    [
      'Type;Value;UUID;valid_from;valid_until;TLP;confidence;source;to_ids',
      `domain;evil[.]example;${uuid};2026-03-01;2026-12-31T12:00:00Z;green;80;"A; B";1`,
      'ip:port;192.0.2.7:443;12;;;;101;;',
      'yara;x;;;;;;;',
      'domain;clean.example;;;;;;;0',
      ';;;;;;;;',
      'domain;a;b;c;d;e;f;g;h;too many',
    ].join('\n'),
  )
  assert.deepEqual(list.indicators, [
    {
      type: 'domain',
      value: 'evil.example',
      id: uuid,
      since: Date.UTC(2026, 2, 1),
      until: Date.UTC(2026, 11, 31, 12),
      tlp: 'green',
      confidence: 80,
      list: 'test list',
      source: 'A; B',
      licence: null,
    },
    {
      type: 'ipv4',
      value: '192.0.2.7',
      id: null,
      since: null,
      until: null,
      tlp: null,
      confidence: null,
      list: 'test list',
      source: null,
      licence: null,
    },
  ])
  assert.deepEqual(places(list), ['line 4', 'line 5', 'line 6', 'line 7'])
})

const extract = {
  seed: 'case',
  producer: 'Support centre',
  title: 'A case',
  description: 'What was seen.',
  tlp: 'amber+strict',
  country: null,
  day: '2026-03-29',
  madeAt: new Date('2026-04-20T08:00:00Z'),
  indicators: [
    { type: 'domain', value: 'evil.example', note: null },
    { type: 'ipv6', value: '2001:db8::7', note: null },
    { type: 'url', value: 'https://evil.example/x', note: null },
    { type: 'sha256', value: 'ab'.repeat(32), note: null },
    { type: 'md5', value: 'ab'.repeat(16), note: null },
    { type: 'email', value: 'a@evil.example', note: null },
    { type: 'file-name', value: 'invoice.exe', note: null },
  ],
} as const
const shared = [
  'domain evil.example',
  'ipv6 2001:db8::7',
  'url evil.example/x',
  `sha256 ${'ab'.repeat(32)}`,
  `md5 ${'ab'.repeat(16)}`,
  'email a@evil.example',
]

test('what the centre shares as STIX or MISP is read back', () => {
  const stix = read(JSON.stringify(stixBundle(extract).bundle))
  const misp = read(JSON.stringify(mispEvent(extract, { threatLevel: 1 })))
  for (const list of [stix, misp]) {
    assert.deepEqual(pairs(list), shared)
    assert.ok(list.indicators.every(({ tlp, id }) => tlp === 'amber+strict' && id !== null))
    assert.equal(list.faultCount, 1, 'the name of a file is nothing that is looked up, and told')
  }
  assert.equal(stix.indicators[0]?.source, 'Support centre')
  assert.equal(stix.indicators[0]?.since, Date.UTC(2026, 2, 29))
})

const stixOf = (...indicators: readonly Record<string, unknown>[]) =>
  JSON.stringify({
    type: 'bundle',
    id: `bundle--${uuid}`,
    objects: indicators.map((one) => ({
      type: 'indicator',
      id: `indicator--${uuid}`,
      pattern_type: 'stix',
      pattern: "[domain-name:value = 'evil.example']",
      ...one,
    })),
  })

test('of STIX: OR is several indicators; revoked, benign and unusable ones are told', () => {
  const list = read(
    stixOf(
      { pattern: "[ipv4-addr:value ISSUBSET '192.0.2.0/24' OR file:hashes.MD5 = 'zz']", confidence: 70 },
      { pattern: "[domain-name:value IN ('a.example', 'b.example')]", valid_until: '2026-12-31T00:00:00Z' },
      { revoked: true },
      { indicator_types: ['benign'] },
      { pattern_type: 'sigma' },
      { id: 'indicator--7' },
      { pattern: "[domain-name:value = 'a' AND ipv4-addr:value = '192.0.2.1']" },
      { pattern: "[domain-name:value ISSUBSET 'evil.example']" },
      {
        object_marking_refs: [tlpMarkings.green, 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed'],
      },
    ),
  )
  assert.deepEqual(pairs(list), [
    'cidr 192.0.2.0/24',
    'domain a.example',
    'domain b.example',
    'domain evil.example',
  ])
  assert.deepEqual(
    list.indicators.map(({ id }) => id),
    [null, null, null, uuid],
  )
  assert.equal(list.indicators[0]?.confidence, 70)
  assert.equal(list.indicators[1]?.until, Date.UTC(2026, 11, 31))
  assert.equal(list.indicators[3]?.tlp, 'red', 'the strictest marking counts')
  assert.deepEqual(places(list), [
    '/objects/0/pattern',
    '/objects/2',
    '/objects/3',
    '/objects/4',
    '/objects/5',
    '/objects/6/pattern',
    '/objects/7/pattern',
  ])
})

test('of MISP: composites, objects, and only what is meant for detection', () => {
  const attribute = (type: string, value: string, more = {}) => ({ type, value, to_ids: true, uuid, ...more })
  const list = read(
    JSON.stringify({
      response: [
        {
          Event: {
            Orgc: { name: 'A maker' },
            Tag: [{ name: 'tlp:green' }],
            Attribute: [
              attribute('domain|ip', 'evil.example|192.0.2.7'),
              attribute('filename|sha256', `x|y.exe|${'ab'.repeat(32)}`.replace('x|y', 'x')),
              attribute('ip-dst|port', '192.0.2.8|443', { Tag: [{ name: 'tlp:red' }] }),
              attribute('domain', 'clean.example', { to_ids: false }),
              attribute('domain', 'gone.example', { deleted: true }),
              attribute('mutex', 'x'),
            ],
            Object: [{ Attribute: [attribute('url', 'http://evil.example/o')] }],
          },
        },
      ],
    }),
  )
  assert.deepEqual(pairs(list), [
    'domain evil.example',
    'ipv4 192.0.2.7',
    `sha256 ${'ab'.repeat(32)}`,
    'ipv4 192.0.2.8',
    'url evil.example/o',
  ])
  assert.deepEqual(
    list.indicators.map(({ tlp }) => tlp),
    ['green', 'green', 'green', 'red', 'green'],
  )
  assert.equal(list.indicators[0]?.source, 'A maker')
  assert.equal(list.faultCount, 3)
})

test('UTF-16 of Windows and byte order marks are read', () => {
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('evil.example\r\nbad.example', 'utf16le'),
  ])
  assert.deepEqual(pairs(read(utf16)), ['domain evil.example', 'domain bad.example'])
  assert.deepEqual(pairs(read('\uFEFFevil.example')), ['domain evil.example'])
  assert.deepEqual(pairs(read(`\uFEFF${stixOf({})}`)), ['domain evil.example'])
})

const events = 'misp/eset-misp-events.tar.gz'
test('public MISP events: every attribute is an indicator or has a reason', {
  skip: sampleLogsAbsent(events),
}, async () => {
  let indicators = 0
  for await (const { path, bytes } of sampleLogs(events)) {
    if (!path.endsWith('.json')) continue
    const list = read(bytes)
    const attributes = bytes.toString('utf8').match(/"to_ids"/g)?.length ?? 0
    assert.ok(list.indicators.length + list.faultCount >= attributes, path)
    indicators += list.indicators.length
  }
  assert.ok(indicators > 500, String(indicators))
})
