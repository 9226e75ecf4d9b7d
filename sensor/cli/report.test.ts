// Tests of report, coverage and filter as commands in a process of their own, from a scan to an exception that works.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'

const entry = join(import.meta.dirname, 'sensor.ts')

describe('from a scan to a report and an exception', () => {
  let folder = ''
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), entry, ...words], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
    })
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-report-'))
    mkdirSync(join(folder, 'rules'))
    const rule = (id: string, rest: string) =>
      `title: ${id}\nid: ${id}\nauthor: A. Author\nlicense: MIT\n${rest}`
    writeFileSync(
      join(folder, 'rules', 'a.yml'),
      [
        rule(
          'tool',
          "level: high\ntags: [attack.impact, attack.t1490]\nfalsepositives: [Agents]\nlogsource: {product: windows, category: process_creation}\ndetection: {s: {Image|endswith: '\\tool.exe'}, condition: s}\n",
        ),
        rule(
          'nosy',
          'level: medium\ntags: [salus.privacy]\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: 4663}, condition: s}\n',
        ),
      ].join('---\n'),
    )
    const event = (fields: object) =>
      JSON.stringify({
        Computer: 'pc-1',
        '@timestamp': '2026-03-29T01:30:00Z',
        Channel: 'Security',
        ...fields,
      })
    writeFileSync(
      join(folder, 'events.ndjson'),
      `${[
        event({ EventID: 4688, NewProcessName: 'C:\\Agent\\tool.exe', SubjectUserName: 'adm' }),
        event({ EventID: 4688, NewProcessName: 'C:\\Temp\\tool.exe', SubjectUserName: 'bob' }),
        event({ EventID: 4663, SubjectUserName: 'nurse.winter' }),
      ].join('\n')}\n`,
    )
    const { stdout, status } = run('scan', 'events.ndjson', '--rules', 'rules', '--json')
    assert.equal(status, 0)
    writeFileSync(join(folder, 'found.ndjson'), stdout)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('the report of each audience is its own, in the language and time zone asked for', () => {
    const words = [
      'report',
      'found.ndjson',
      '--rules',
      'rules',
      '--language',
      'de',
      '--time-zone',
      'Europe/Berlin',
    ]
    const it = run(...words)
    assert.equal(it.status, 0, it.stderr)
    assert.match(it.stdout, /1 Stelle braucht Ihren Blick/)
    assert.match(it.stdout, /03:00 bis 04:00/)
    assert.match(it.stdout, /laut Autor der Regel\): Agents/)
    assert.doesNotMatch(it.stdout, /nurse\.winter|\p{Cc}\[/u)
    const privacy = run(...words, '--for', 'privacy')
    assert.match(privacy.stdout, /1 Kandidat für eine Prüfung/)
    assert.doesNotMatch(privacy.stdout, /tool|Agent/)
  })

  test('files are for nobody else to read, and words that are not understood are told', () => {
    // Also one that was there before, and that others could read.
    writeFileSync(join(folder, 'r.html'), 'an older one', { mode: 0o644 })
    const { status, stderr } = run('report', 'found.ndjson', '--html', 'r.html', '--csv', 'r.csv')
    assert.equal(status, 0, stderr)
    if (process.platform !== 'win32')
      for (const name of ['r.html', 'r.csv']) assert.equal(statSync(join(folder, name)).mode & 0o077, 0)
    assert.match(readFileSync(join(folder, 'r.html'), 'utf8'), /<!doctype html>/)
    assert.equal(run('report', 'found.ndjson', '--since', 'soon').status, 2)
    assert.equal(run('report', 'gone.ndjson').status, 1)
  })

  test('coverage tells which rules work with these logs, and hands out a layer', () => {
    const { status, stdout, stderr } = run(
      'coverage',
      'events.ndjson',
      '--rules',
      'rules',
      '--json',
      '--navigator',
      'layer.json',
    )
    assert.equal(status, 0, stderr)
    assert.deepEqual(JSON.parse(stdout).states, {
      ready: 2,
      quiet: 0,
      blind: 0,
      quarantined: 0,
      unsupported: 0,
    })
    assert.equal(
      JSON.parse(readFileSync(join(folder, 'layer.json'), 'utf8')).techniques[0].techniqueID,
      'T1490',
    )
    assert.equal(run('coverage').status, 2)
  })

  test('an exception is drafted from a finding, looked at, and used from the local rules', () => {
    const found = JSON.parse(run('report', 'found.ndjson', '--json').stdout.split('\n')[0] ?? '')
    const words = ['filter', String(found.rules[0].id), '--rules', 'rules', '--findings', 'found.ndjson']
    const drafted = run(...words, '--sample', 'events.ndjson#2', '--out', join('rules', 'local.yml'))
    assert.equal(drafted.status, 0, drafted.stderr)
    assert.match(drafted.stdout, /it would have silenced 1 of 2 of this rule/)
    assert.match(drafted.stdout, /1 sample attack is still found/)
    const again = run('scan', 'events.ndjson', '--rules', 'rules', '--json').stdout
    assert.match(again, /Temp/)
    assert.doesNotMatch(again, /Agent.{0,3}tool/)
    assert.equal(run(...words, '--out', join('rules', 'local.yml')).status, 1)
    rmSync(join(folder, 'rules', 'local.yml'))
  })

  test('an exception that would hide the sample is refused, and nothing is written', () => {
    const refused = run(
      'filter',
      'tool',
      'events.ndjson#1',
      '--rules',
      'rules',
      '--sample',
      'events.ndjson#1',
      '--out',
      'no.yml',
    )
    assert.equal(refused.status, 1)
    assert.match(refused.stderr, /would also hide a sample attack/)
    assert.equal(existsSync(join(folder, 'no.yml')), false)
  })
})
