// Tests of the sensor as a process: its output, its signals, its exit codes.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { folderToScan, windows } from './builders.ts'

const entry = join(import.meta.dirname, 'sensor.ts')

describe('the sensor as a process', () => {
  let folder = ''
  before(() => {
    folder = folderToScan()
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const at = (name: string) => join(folder, name)
  const processOf = (...words: readonly string[]) =>
    spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), entry, ...words], {
      encoding: 'utf8',
      cwd: folder,
    })
  test('scan --json prints one object a finding and a summary on stderr', () => {
    const { status, stdout, stderr } = processOf('scan', 'logs', '--rules', 'rules', '--json')
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

  const start = (...words: readonly string[]) =>
    spawn(process.execPath, ['--import', import.meta.resolve('tsx'), entry, ...words], { cwd: folder })

  for (const workers of ['1', '2'])
    test(`Ctrl-C ends a scan of ${workers} threads with what it found and the summary`, async () => {
      const lines = `${windows({ TargetUserName: 'bob' })}\n`.repeat(400_000)
      for (const name of ['long.ndjson', 'long-too.ndjson']) writeFileSync(at(name), lines)
      const words = ['--rules', 'rules', '--json', '--workers', workers]
      const child = start('scan', 'long.ndjson', 'long-too.ndjson', ...words)
      let notes = ''
      child.stderr.on('data', (piece: Buffer) => {
        notes += piece.toString('utf8')
      })
      child.stdout.once('data', () => child.kill('SIGINT'))
      child.stdout.resume()
      const [code] = await once(child, 'close')
      const summary = JSON.parse(notes.trim().split('\n').at(-1) ?? '')
      assert.equal(code, 130)
      assert.deepEqual([summary.stopped, summary.workers], [true, Number(workers)])
      assert.ok(summary.events < 800_000)
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
    writeFileSync(at('own.ndjson'), `${windows({})}\n`.repeat(10))
    const { status } = spawnSync(
      `"${process.execPath}" --import "${import.meta.resolve('tsx')}" "${entry}" scan own.ndjson --rules rules/a.yml --json >> own.ndjson`,
      { cwd: folder, shell: true, timeout: 300_000 },
    )
    assert.equal(status, 0)
  })

  test('words that are not understood end the process with 2', () => {
    const { status, stderr } = processOf('scan', 'logs', '--rulse', 'x')
    assert.equal(status, 2)
    assert.match(stderr, /Unknown option '--rulse'\.\nUsage/)
  })
})
