// Tests of the command line: findings, summary, explanations, hostile logs, errors.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { folderToScan, windows } from './builders.ts'
import { runSensor } from './commands.ts'

describe('the sensor on the command line', () => {
  let folder = ''
  before(() => {
    folder = folderToScan()
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const at = (...names: readonly string[]) => join(folder, ...names)
  const run = async (...words: readonly string[]) => {
    const [written, noted]: [string[], string[]] = [[], []]
    const output = {
      write: async (line: string) => void written.push(`${line}\n`),
      note: (line: string) => void noted.push(`${line}\n`),
    }
    const status = await runSensor(words, output, () => new AbortController().signal)
    return { status, stdout: written.join(''), stderr: noted.join('') }
  }

  for (const words of [[], ['--json']])
    test(`nothing that a terminal acts on leaves the sensor ${words.join('')}`, async () => {
      const { stdout, stderr } = await run('scan', at('logs'), '--rules', at('rules'), ...words)
      assert.doesNotMatch((stdout + stderr).replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u)
      assert.match(stdout, /bob\\{1,2}u001b/)
    })

  test('--level leaves out what is below, and still counts it for correlations', async () => {
    const { stdout } = await run('scan', at('logs'), '--rules', at('rules'), '--json', '--level', 'high')
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).ruleId),
      ['many'],
    )
  })

  test('explain shows the parts of a rule on one record', async () => {
    const log = at('logs', 'events.ndjson')
    const { status, stdout } = await run('explain', 'failed', `${log}#2`, '--rules', at('rules'))
    assert.equal(status, 0)
    assert.match(stdout, /Failed logon holds for record 2/)
    assert.match(stdout, /\[yes\] EventID is "4625"/)
    const blind = await run('explain', 'blind', log, '--rules', at('rules'))
    assert.match(blind.stdout, /never sees the event/)
  })

  test('rules lists what loads and why the rest does not', async () => {
    const { stdout } = await run('rules', at('rules'), '--json')
    const report = JSON.parse(stdout)
    assert.deepEqual([report.detections, report.correlations, report.unsupported.length], [2, 1, 1])
  })

  test('what cannot be looked at is told and counted, all else is scanned, and the exit code says so', async () => {
    const logs = at('partial')
    mkdirSync(join(logs, 'below'), { recursive: true })
    writeFileSync(join(logs, 'below', 'z.ndjson'), `${windows({})}\n`)
    symlinkSync('..', join(logs, 'loop'))
    symlinkSync('/dev/zero', join(logs, 'endless'))
    const whole = await run('scan', logs, '--rules', at('rules'), '--json')
    const { files, events } = JSON.parse(whole.stderr.trim().split('\n').at(-1) ?? '')
    assert.deepEqual({ files, events }, { files: { read: 1, unknown: 0, failed: 0, leftOut: 2 }, events: 1 })
    assert.match(whole.stderr, /endless is a link, which is not followed/)
    assert.equal(whole.status, 0)
    const asked = [at('nowhere'), '/dev/zero', logs]
    const { status, stdout, stderr } = await run('scan', ...asked, '--rules', at('rules'))
    assert.equal(status, 1)
    assert.match(stdout, /z\.ndjson, record 1/)
    assert.match(stderr, /nowhere does not exist/)
    assert.match(stderr, /\/dev\/zero is neither a file nor a folder/)
    assert.match(stderr, /2 files or folders that could not be read, 2 links and devices/)
  })

  test('a folder that may not be read leaves the others', { skip: process.getuid?.() === 0 }, async () => {
    const closed = at('closed', 'a')
    mkdirSync(closed, { recursive: true })
    writeFileSync(at('closed', 'b.ndjson'), `${windows({})}\n`)
    chmodSync(closed, 0)
    const { status, stdout, stderr } = await run('scan', at('closed'), '--rules', at('rules'))
    chmodSync(closed, 0o700)
    assert.equal(status, 1)
    assert.match(stdout, /b\.ndjson/)
    assert.match(stderr, /may not be read by this account/)
  })

  test('rules: a link to the folder is followed, links within and a file of 50 MB are told', async () => {
    const rules = at('odd')
    mkdirSync(rules)
    writeFileSync(join(rules, 'huge.yml'), 'title: huge\n')
    truncateSync(join(rules, 'huge.yml'), 50_000_000)
    symlinkSync('.', join(rules, 'loop'))
    symlinkSync('../rules/a.yml', join(rules, 'linked.yml'))
    symlinkSync('rules', at('linked-rules'))
    const named = ['--rules', at('linked-rules'), '--rules', rules]
    const { status, stdout, stderr } = await run('scan', at('logs'), ...named, '--json')
    assert.equal(status, 1)
    assert.equal(stdout.trim().split('\n').length, 4)
    const { unsupported } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as {
      unsupported: { file: string; because: string }[]
    }
    assert.deepEqual(
      unsupported.slice(0, 3).map(({ file, because }) => [file, because.slice(0, 20)]),
      [
        [`${join(rules, 'linked.yml')}:1`, 'it is a link, which '],
        [`${join(rules, 'loop')}:1`, 'it is a link, which '],
        [`${join(rules, 'huge.yml')}:1`, 'the file is larger t'],
      ],
    )
  })

  test('a scan without any rule to run is refused, not silent', async () => {
    mkdirSync(at('empty'))
    const { status, stderr } = await run('scan', at('logs'), '--rules', at('empty'))
    assert.equal(status, 1)
    assert.match(stderr, /There is no detection rule to run in \S+empty \(0 rule files\)\. Name a folder/)
  })

  test('the same logs give the same findings, whatever the order of the files', async () => {
    const more = at('order')
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
    const findings = async (...paths: readonly string[]) =>
      (await run('scan', ...paths, '--rules', at('rules'), '--json', '--level', 'high')).stdout
    const path = (name: string) => join(more, `${name}.ndjson`)
    const once = await findings(path('a'), path('b'), path('c'))
    assert.match(once, /"ruleId":"many"/)
    assert.equal(await findings(path('c'), path('a'), path('b')), once)
    assert.equal(await findings(more), once)
  })

  test('rules whose fields hold control signs cannot reach the terminal by the reason', async () => {
    mkdirSync(at('signs'))
    writeFileSync(
      at('signs', 'a.yml'),
      'title: F\nid: f\nlogsource: {product: windows}\ndetection: {s: {EventID: 4625}, condition: s}\n---\ntitle: C\ncorrelation: {type: value_count, rules: [f], timespan: 5m, condition: {field: "x\\e[2J", gte: 1}}\n',
    )
    writeFileSync(at('signs.ndjson'), `${windows({ 'x\u001b[2J': 'y' })}\n`)
    const { stdout } = await run('scan', at('signs.ndjson'), '--rules', at('signs'))
    assert.match(stdout, /1 different values of x\\u001b\[2J/)
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u)
  })

  for (const words of [['--help'], ['scan', '--help'], ['help']])
    test(`sensor ${words.join(' ')} says what to write and where rules come from`, async () => {
      const { status, stdout } = await run(...words)
      assert.equal(status, 0)
      assert.match(stdout, /sensor scan PATH… --rules DIR/)
      assert.match(stdout, /a folder of Sigma rules, such as/)
    })

  for (const [words, status, expected] of [
    [[], 2, /Which command\?\nUsage/],
    [['scan', 'LOGS', '--rules', 'NOWHERE'], 1, /NOWHERE does not exist\. Look at the path/],
    [['scan'], 2, /Which logs\?/],
    [['scan', 'LOGS'], 2, /Which rules\?/],
    [['scan', 'NOWHERE', '--rules', 'RULES'], 1, /NOWHERE does not exist/],
    [['scan', 'LOGS', '--rules', 'RULES', '--level', 'loud'], 2, /--level is one of/],
    [['scan', 'LOGS', '--rules', 'RULES', '--workers', '0'], 2, /--workers is a number from 1 to 16/],
    [['scan', 'LOGS', '--rules', 'RULES', '--workers', '2x'], 2, /--workers is a number from 1 to 16/],
    [['listen'], 2, /There is no command "listen"/],
  ] as const)
    test(`sensor ${words.join(' ')} is refused with what to do`, async () => {
      const places = words.map((word) => (/^[A-Z]+$/.test(word) ? at(word.toLowerCase()) : word))
      const result = await run(...places)
      assert.equal(result.status, status)
      assert.match(result.stderr.replaceAll(at('nowhere'), 'NOWHERE'), expected)
    })
})
