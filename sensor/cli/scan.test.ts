// Tests of the command line in its own process: findings, summary, explanations, hostile logs, errors.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
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

  test('what cannot be looked at is told and counted, all else is scanned, and the exit code says so', () => {
    const logs = join(folder, 'partial')
    mkdirSync(join(logs, 'below'), { recursive: true })
    writeFileSync(join(logs, 'below', 'z.ndjson'), `${windows({})}\n`)
    symlinkSync('..', join(logs, 'loop'))
    symlinkSync('/dev/zero', join(logs, 'endless'))
    const whole = run('scan', 'partial', '--rules', 'rules', '--json')
    const { files, events } = JSON.parse(whole.stderr.trim().split('\n').at(-1) ?? '')
    assert.deepEqual({ files, events }, { files: { read: 1, unknown: 0, failed: 0, leftOut: 2 }, events: 1 })
    assert.match(whole.stderr, /endless is a link, which is not followed/)
    assert.equal(whole.status, 0)
    const { status, stdout, stderr } = run('scan', 'nowhere', '/dev/zero', 'partial', '--rules', 'rules')
    assert.equal(status, 1)
    assert.match(stdout, /z\.ndjson, record 1/)
    assert.match(stderr, /nowhere does not exist/)
    assert.match(stderr, /\/dev\/zero is neither a file nor a folder/)
    assert.match(stderr, /2 files or folders that could not be read, 2 links and devices/)
  })

  test('a folder that may not be read leaves the others', { skip: process.getuid?.() === 0 }, () => {
    const closed = join(folder, 'closed', 'a')
    mkdirSync(closed, { recursive: true })
    writeFileSync(join(folder, 'closed', 'b.ndjson'), `${windows({})}\n`)
    chmodSync(closed, 0)
    const { status, stdout, stderr } = run('scan', 'closed', '--rules', 'rules')
    chmodSync(closed, 0o700)
    assert.equal(status, 1)
    assert.match(stdout, /b\.ndjson/)
    assert.match(stderr, /may not be read by this account/)
  })

  test('rules: a link to the folder is followed, links within and a file of 50 MB are told', () => {
    const rules = join(folder, 'odd')
    mkdirSync(rules)
    writeFileSync(join(rules, 'huge.yml'), 'title: huge\n')
    truncateSync(join(rules, 'huge.yml'), 50_000_000)
    symlinkSync('.', join(rules, 'loop'))
    symlinkSync('../rules/a.yml', join(rules, 'linked.yml'))
    symlinkSync('rules', join(folder, 'linked-rules'))
    const { status, stdout, stderr } = run(
      'scan',
      'logs',
      '--rules',
      'linked-rules',
      '--rules',
      'odd',
      '--json',
    )
    assert.equal(status, 1)
    assert.equal(stdout.trim().split('\n').length, 4)
    const { unsupported } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as {
      unsupported: { file: string; because: string }[]
    }
    assert.deepEqual(
      unsupported.slice(0, 3).map(({ file, because }) => [file, because.slice(0, 20)]),
      [
        [`${join('odd', 'linked.yml')}:1`, 'it is a link, which '],
        [`${join('odd', 'loop')}:1`, 'it is a link, which '],
        [`${join('odd', 'huge.yml')}:1`, 'the file is larger t'],
      ],
    )
  })

  test('a scan without any rule to run is refused, not silent', () => {
    mkdirSync(join(folder, 'empty'))
    const { status, stderr } = run('scan', 'logs', '--rules', 'empty')
    assert.equal(status, 1)
    assert.match(stderr, /There is no detection rule to run in empty \(0 rule files\)\. Name a folder/)
  })

  test('the same logs give the same findings, whatever the order of the files', () => {
    const more = join(folder, 'order')
    mkdirSync(more)
    for (const [name, minute] of [
      ['b', 2],
      ['a', 1],
      ['c', 0],
    ] as const)
      writeFileSync(
        join(more, `${name}.ndjson`),
        `${windows({ TargetUserName: 'eve', '@timestamp': `2025-03-09T12:0${minute}:00Z` })}\n`,
      )
    const findings = (...paths: readonly string[]) =>
      run('scan', ...paths, '--rules', 'rules', '--json', '--level', 'high').stdout
    const path = (name: string) => join('order', `${name}.ndjson`)
    const once = findings(path('a'), path('b'), path('c'))
    assert.match(once, /"ruleId":"many"/)
    assert.equal(findings(path('c'), path('a'), path('b')), once)
    assert.equal(findings('order'), once)
  })

  test('rules whose fields hold control signs cannot reach the terminal by the reason', () => {
    mkdirSync(join(folder, 'signs'))
    writeFileSync(
      join(folder, 'signs', 'a.yml'),
      'title: F\nid: f\nlogsource: {product: windows}\ndetection: {s: {EventID: 4625}, condition: s}\n---\ntitle: C\ncorrelation: {type: value_count, rules: [f], timespan: 5m, condition: {field: "x\\e[2J", gte: 1}}\n',
    )
    writeFileSync(join(folder, 'signs.ndjson'), `${windows({ 'x\u001b[2J': 'y' })}\n`)
    const { stdout } = run('scan', 'signs.ndjson', '--rules', 'signs')
    assert.match(stdout, /1 different values of x\\u001b\[2J/)
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u)
  })

  const start = (...words: readonly string[]) =>
    spawn(process.execPath, ['--import', import.meta.resolve('tsx'), entry, ...words], { cwd: folder })

  test('Ctrl-C ends a scan with what it found and the summary', async () => {
    writeFileSync(join(folder, 'long.ndjson'), `${windows({ TargetUserName: 'bob' })}\n`.repeat(400_000))
    const child = start('scan', 'long.ndjson', '--rules', 'rules', '--json')
    let notes = ''
    child.stderr.on('data', (piece: Buffer) => {
      notes += piece.toString('utf8')
    })
    child.stdout.once('data', () => child.kill('SIGINT'))
    child.stdout.resume()
    const [code] = await once(child, 'close')
    const summary = JSON.parse(notes.trim().split('\n').at(-1) ?? '')
    assert.equal(code, 130)
    assert.equal(summary.stopped, true)
    assert.ok(summary.events < 400_000)
  })

  test('a reader that closes early ends the scan without a stack trace', async () => {
    const child = start('scan', 'long.ndjson', '--rules', 'rules', '--json')
    let notes = ''
    child.stderr.on('data', (piece: Buffer) => {
      notes += piece.toString('utf8')
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const [code] = await once(child, 'close')
    assert.equal(code, 0)
    assert.equal(notes, '')
  })

  test('a log that grows by its own findings is read to where it ended at first', () => {
    writeFileSync(join(folder, 'own.ndjson'), `${windows({})}\n`.repeat(10))
    const { status } = spawnSync(
      `"${process.execPath}" --import "${import.meta.resolve('tsx')}" "${entry}" scan own.ndjson --rules rules/a.yml --json >> own.ndjson`,
      { cwd: folder, shell: true, timeout: 300_000 },
    )
    assert.equal(status, 0)
  })

  for (const words of process.env.SALUS_ALL_JOURNEYS
    ? [['--help'], ['scan', '--help'], ['help']]
    : [['scan', '--help']])
    test(`sensor ${words.join(' ')} says what to write and where rules come from`, () => {
      const { status, stdout } = run(...words)
      assert.equal(status, 0)
      assert.match(stdout, /sensor scan PATH… --rules DIR/)
      assert.match(stdout, /a folder of Sigma rules, such as/)
    })

  for (const [words, status, expected] of [
    [[], 2, /Which command\?\nUsage/],
    [['scan', 'logs', '--rulse', 'x'], 2, /Unknown option '--rulse'\.\nUsage/],
    [['scan', 'logs', '--rules', 'nowhere'], 1, /nowhere does not exist\. Look at the path/],
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
