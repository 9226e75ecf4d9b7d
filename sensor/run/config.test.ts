// Tests of the configuration, of classes of assets, and of what counts as the same finding.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { assetClassByFacts, assetClassList } from '../engine/asset-class.ts'
import { emptyFields, type LogEvent, type LogSource } from '../event/event.ts'
import { ConfigFault, readConfig } from './config.ts'
import { readGivenFile } from './given-file.ts'
import { repeatsCounter } from './repeats.ts'

const read = (text: string) => readConfig(text, '/etc/salus/sensor.yaml')

describe('sensor.yaml', () => {
  test('an empty file means the defaults: nothing is listened on, nothing leaves', () => {
    const { syslog, page, centre, level, timeZone, lateness, retention } = read('')
    assert.deepEqual(
      { syslog, page, centre, level, timeZone, lateness, retention },
      {
        syslog: [],
        page: null,
        centre: undefined,
        level: 'medium',
        timeZone: 'UTC',
        lateness: 120_000,
        retention: { findings: 365 * 86_400_000 },
      },
    )
  })
  test('paths are seen from the folder of the file, one or several', () => {
    const { rules, logs, state } = read('rules: own\nlogs: [/var/log/syslog, zeek/*.log]\nstate: state')
    assert.deepEqual(
      [rules, logs, state],
      [['/etc/salus/own'], ['/var/log/syslog', '/etc/salus/zeek/*.log'], '/etc/salus/state'],
    )
  })
  test('every fault is told with its place, all at once', () => {
    assert.throws(
      () =>
        read(
          'rulse: x\nlevel: loud\ntimeZone: Mars/Olympus\nlateness: 5 minutes\nsyslog: [{protocol: tls, port: 99999}]\nassetClasses: {pc-1: toaster}\ncentre: {url: "http://centre.example"}\n',
        ),
      (fault: Error) => {
        assert.ok(fault instanceof ConfigFault)
        for (const place of [
          /the whole: "rulse" is not known here/,
          /sensor\.yaml: level: /,
          /timeZone: it is no time zone such as Europe\/Berlin/,
          /lateness: a number and a unit is expected/,
          /syslog\/0\/port: /,
          /assetClasses\/pc-1: /,
          /centre\/url: an address that begins with https/,
        ])
          assert.match(fault.message, place)
        return true
      },
    )
    assert.throws(() => read('a: [1'), /sensor\.yaml, line 1: /)
    assert.throws(() => read('a: 1\n---\nb: 2'), /more than one document/)
    assert.throws(() => read('- a'), /names and values are expected/)
  })
  test('a listener of syslog is on loopback unless an interface is named; TLS needs its files', () => {
    assert.equal(read('syslog: [{protocol: udp, port: 514}]').syslog[0]?.interface, '127.0.0.1')
    assert.throws(() => read('syslog: [{protocol: tls, port: 6514}]'), /tls needs certificate and key/)
  })
  test('names of every object mean nothing', () => {
    assert.throws(() => read('__proto__: {level: high}'), /"__proto__" is not known here/)
  })
})

describe('the class of an asset', () => {
  const classOf = assetClassList([
    ['PACS-1', 'pacs'],
    ['pc-*', 'workstation'],
    ['10.20.0.0/16', 'medical-device'],
    ['fd00::/8', 'medical-device'],
  ])
  for (const [host, expected] of [
    ['pacs-1', 'pacs'],
    ['PACS-1.tannau.example', 'pacs'],
    ['pc-17', 'workstation'],
    ['xpc-17', null],
    ['10.20.3.4', 'medical-device'],
    ['10.21.0.1', null],
    ['fd12::1', 'medical-device'],
  ] as const)
    test(`${host} is ${expected}`, () => assert.equal(classOf(host), expected))

  const event = (logSource: Partial<LogSource>, fields: Record<string, string | number> = {}): LogEvent => ({
    source: 'x',
    record: 1,
    at: null,
    logSource: { product: null, category: null, service: null, ...logSource },
    fields: Object.assign(emptyFields(), fields),
    raw: null,
  })
  for (const [what, given, expected] of [
    ['a ticket of Kerberos', event({ product: 'windows' }, { Channel: 'Security', EventID: 4769 }), 'server'],
    ['a logon', event({ product: 'windows' }, { Channel: 'Security', EventID: 4624 }), 'unknown'],
    ['a trail of an EHR', event({ product: 'ehr' }), 'ehr'],
    ['a proxy', event({ category: 'proxy' }), 'network'],
  ] as const)
    test(`${what} tells ${expected}`, () => assert.equal(assetClassByFacts(given), expected))
})

test('a pipe or a device in the place of a file is refused at once', {
  skip: spawnSync('mkfifo', ['--version']).status === 0 ? false : 'there is no mkfifo here',
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sensor-given-'))
  try {
    spawnSync('mkfifo', [join(folder, 'pipe')])
    for (const path of [join(folder, 'pipe'), '/dev/zero', folder])
      await assert.rejects(readGivenFile(path, 1_000), /is no file\. Name the file itself/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

describe('repeats', () => {
  const now = Date.UTC(2026, 10, 27, 12)
  const seen = (ruleId: string, asset: string | null, time: string, group?: Record<string, string>) => ({
    origin: 'rule' as const,
    audience: 'it' as const,
    indicatorId: null,
    pack: null,
    ruleId,
    title: ruleId,
    level: 'high' as const,
    time,
    source: 'a',
    record: 1,
    reason: '',
    author: null,
    licence: null,
    tags: [],
    asset,
    assetClass: 'unknown' as const,
    ...(group ? { group } : {}),
  })
  test('the same rule, asset and hour is new once; another hour, asset or person is new again', () => {
    const repeats = repeatsCounter()
    const isNew = (...parts: Parameters<typeof seen>) => repeats.see(seen(...parts), now).isNew
    assert.deepEqual(
      [
        isNew('r', 'pc-1', '2026-11-27T11:00:00.000Z'),
        isNew('r', 'PC-1', '2026-11-27T11:59:59.999Z'),
        isNew('r', 'pc-1', '2026-11-27T12:00:00.000Z'),
        isNew('r', 'pc-2', '2026-11-27T11:00:00.000Z'),
        isNew('r', null, '2026-11-27T11:00:00.000Z', { actor: 'one' }),
        isNew('r', null, '2026-11-27T11:00:00.000Z', { actor: 'two' }),
      ],
      [true, false, true, true, true, true],
    )
    assert.deepEqual(
      repeats.grown(now, true).map((record) => 'count' in record && record.count),
      [2],
    )
    assert.deepEqual(repeats.grown(now, true), [])
  })
  test('goes on over a checkpoint, and what was told after it is not new', () => {
    const first = repeatsCounter()
    const { id } = first.see(seen('r', 'pc-1', '2026-11-27T11:00:00.000Z'), now)
    const again = repeatsCounter()
    again.load(JSON.parse(JSON.stringify(first.save())))
    assert.equal(again.see(seen('r', 'pc-1', '2026-11-27T11:30:00.000Z'), now).isNew, false)
    const third = repeatsCounter()
    third.remember([{ id, toldAt: '2026-11-27T12:00:00.000Z', count: 5, lastTime: null }])
    assert.equal(third.see(seen('r', 'pc-1', '2026-11-27T11:30:00.000Z'), now).isNew, false)
  })
  test('a count that is held back says when it is due, so that the last ones arrive although nothing more comes', () => {
    const repeats = repeatsCounter()
    for (let times = 0; times < 3; times++) repeats.see(seen('r', 'a', '2026-11-27T11:00:00.000Z'), now)
    assert.equal(repeats.dueAt(), null)
    assert.equal(repeats.grown(now, false).length, 1, 'three is more than twice one')
    repeats.see(seen('r', 'a', '2026-11-27T11:00:00.000Z'), now + 1_000)
    assert.deepEqual(repeats.grown(now + 1_000, false), [])
    assert.equal(repeats.dueAt(), now + 60_000)
    assert.deepEqual(
      repeats.grown(now + 60_000, false).map((record) => 'count' in record && record.count),
      [4],
    )
    assert.equal(repeats.dueAt(), null)
  })
  test('a count is not lost when it must be forgotten for want of room', () => {
    const repeats = repeatsCounter(2)
    for (const asset of ['a', 'a', 'b', 'c']) repeats.see(seen('r', asset, '2026-11-27T11:00:00.000Z'), now)
    assert.deepEqual(
      repeats.grown(now, false).map((record) => 'count' in record && record.count),
      [2],
    )
  })
})
