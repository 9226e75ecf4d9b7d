// Tests of the command line in its own process: findings, summary, explanations, hostile logs, errors.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'

const entry = join(import.meta.dirname, 'sensor.ts')
const windows = (fields: object) =>
  JSON.stringify({
    Channel: 'Security',
    EventID: 4625,
    Computer: 'pc-1',
    '@timestamp': '2025-03-09T12:00:00Z',
    ...fields,
  })

describe('the sensor on the command line', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-'))
    mkdirSync(join(folder, 'rules'))
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'rules', 'LICENSE'), 'Detection Rule License (DRL) 1.1\n')
    writeFileSync(
      join(folder, 'rules', 'a.yml'),
      [
        'title: Failed logon\nid: failed\nname: failed\nauthor: A. Author\nlevel: low\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: 4625}, condition: s}\n',
        'title: Many\nid: many\nlevel: high\ncorrelation: {type: event_count, rules: [failed], group-by: [TargetUserName], timespan: 5m, condition: {gte: 3}, generate: true}\n',
        'title: Blind\nid: blind\nlogsource: {product: macos}\ndetection: {s: {a: b}, condition: s}\n',
        'title: Broken\nid: broken\nlogsource: {product: macos}\ndetection: {s: {a: b}, condition: other}\n',
      ].join('---\n'),
    )
    writeFileSync(
      join(folder, 'logs', 'events.ndjson'),
      `${[1, 2, 3].map(() => windows({ TargetUserName: 'bob\u001b[31m\u202e' })).join('\n')}\n{"broken": \n`,
    )
    writeFileSync(join(folder, 'logs', 'picture.bin'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), entry, ...words], {
      encoding: 'utf8',
      cwd: folder,
    })

  test('scan --json prints one object a finding and a summary on stderr', () => {
    const { status, stdout, stderr } = run('scan', 'logs', '--rules', 'rules', '--json')
    assert.equal(status, 0)
    const findings = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      findings.map(({ ruleId }) => ruleId),
      ['failed', 'failed', 'failed', 'many'],
    )
    const { title, level, time, source, record, author, licence, reason } = findings[0]
    assert.deepEqual(
      { title, level, time, source, record, author, licence, reason },
      {
        title: 'Failed logon',
        level: 'low',
        time: '2025-03-09T12:00:00.000Z',
        source: join('logs', 'events.ndjson'),
        record: 1,
        author: 'A. Author',
        licence: 'DRL-1.1',
        reason: 'EventID is "4625"',
      },
    )
    assert.match(findings[3].reason, /3 events within 5 min for TargetUserName "bob/)
    const summary = JSON.parse(stderr.trim().split('\n').at(-1) ?? '')
    assert.equal(summary.events, 3)
    assert.equal(summary.brokenRecords, 1)
    assert.equal(summary.files.unknown, 1)
    assert.deepEqual(summary.rules, { loaded: 3, unsupported: 1, blind: 1 })
    assert.match(summary.unsupported[0].because, /"other" is no selection/)
    assert.deepEqual(summary.blind, [{ logSource: 'macos/*/*', rules: 1 }])
    assert.ok(summary.bytes > 300 && summary.seconds > 0 && summary.peakMemoryBytes > 1_000_000)
  })

  for (const words of [[], ['--json']])
    test(`nothing that a terminal acts on leaves the sensor ${words.join('')}`, () => {
      const { stdout, stderr } = run('scan', 'logs', '--rules', 'rules', ...words)
      assert.doesNotMatch((stdout + stderr).replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u)
      assert.match(stdout, /bob\\{1,2}u001b/)
    })

  test('--level leaves out what is below, and still counts it for correlations', () => {
    const { stdout } = run('scan', 'logs', '--rules', 'rules', '--json', '--level', 'high')
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).ruleId),
      ['many'],
    )
  })

  test('explain shows the parts of a rule on one record', () => {
    const { status, stdout } = run('explain', 'failed', 'logs/events.ndjson#2', '--rules', 'rules')
    assert.equal(status, 0)
    assert.match(stdout, /Failed logon holds for record 2/)
    assert.match(stdout, /\[yes\] EventID is "4625"/)
    assert.match(
      run('explain', 'blind', 'logs/events.ndjson', '--rules', 'rules').stdout,
      /never sees the event/,
    )
  })

  test('rules lists what loads and why the rest does not', () => {
    const { stdout } = run('rules', 'rules', '--json')
    const report = JSON.parse(stdout)
    assert.deepEqual([report.detections, report.correlations, report.unsupported.length], [2, 1, 1])
  })

  for (const [words, status, expected] of [
    [['scan'], 2, /Which logs\?/],
    [['scan', 'logs'], 2, /Which rules\?/],
    [['scan', 'nowhere', '--rules', 'rules'], 1, /nowhere does not exist/],
    [['scan', 'logs', '--rules', 'rules', '--level', 'loud'], 2, /--level is one of/],
    [['listen'], 2, /There is no command "listen"/],
  ] as const)
    test(`sensor ${words.join(' ')} is refused with what to do`, () => {
      const result = run(...words)
      assert.equal(result.status, status)
      assert.match(result.stderr, expected)
    })
})
