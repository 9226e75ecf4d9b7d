// A sensor that is killed again and again tells what one tells that runs undisturbed: nothing is lost, nothing comes twice.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type KeptFinding, readFindings } from '../state/read-findings.ts'
import type { Heartbeat } from './heartbeat.ts'

const entry = join(import.meta.dirname, '..', 'cli', 'sensor.ts')
const start = Date.UTC(2026, 9, 5, 8)
const logon = (number: number) =>
  `${JSON.stringify({
    Channel: 'Security',
    EventID: 4625,
    Computer: `pc-${number % 40}`,
    TargetUserName: `user-${number % 7}`,
    '@timestamp': new Date(start + number * 1_000).toISOString(),
  })}\n`

const rules = [
  'title: Failed logon\nid: failed\nname: failed\nlevel: low\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: 4625}, condition: s}\n',
  'title: Many\nid: many\nlevel: high\ncorrelation: {type: event_count, rules: [failed], group-by: [TargetUserName], timespan: 10m, condition: {gte: 20}, generate: true}\n',
].join('---\n')

describe('a sensor that is killed at any moment', () => {
  let root = ''
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'sensor-kill-'))
    writeFileSync(join(root, 'rules.yml'), rules)
  })
  after(() => rmSync(root, { recursive: true, force: true }))

  const prepare = (name: string): string => {
    const folder = join(root, name)
    mkdirSync(join(folder, 'logs'), { recursive: true })
    mkdirSync(join(folder, 'spool'))
    writeFileSync(
      join(folder, 'sensor.yaml'),
      'state: state\nrules: ../rules.yml\nlevel: low\nhealth: false\nlogs: logs\nspool: spool\npoll: 100ms\nlateness: 1s\n',
    )
    return folder
  }
  const run = (folder: string): ChildProcess =>
    spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), entry, 'watch', '--config', 'sensor.yaml'],
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    )
  const found = async (folder: string): Promise<readonly KeptFinding[]> => {
    const all: KeptFinding[] = []
    for await (const finding of readFindings(join(folder, 'state'), null)) all.push(finding)
    return all
  }
  const heartbeat = (folder: string): Heartbeat | null => {
    try {
      return JSON.parse(readFileSync(join(folder, 'state', 'heartbeat.json'), 'utf8'))
    } catch {
      return null
    }
  }
  /** What is told and how often, in an order of its own: which of two logs is read first is left open. */
  const essence = (findings: readonly KeptFinding[]) =>
    findings
      .map(({ ruleId, asset, time, count, group }) => [
        ruleId,
        asset,
        ruleId === 'many' ? time : time?.slice(0, 13),
        count,
        group,
      ])
      .map((parts) => JSON.stringify(parts))
      .sort()

  /** Writes the same logs in three parts, with a rotation between; waits for `read` after each. */
  const story = async (folder: string, disturb: (part: number) => Promise<void>): Promise<void> => {
    const log = join(folder, 'logs', 'a.ndjson')
    for (let number = 0; number < 400; number++) appendFileSync(log, logon(number))
    writeFileSync(
      join(folder, 'spool', 'old.ndjson'),
      Array.from({ length: 300 }, (_, at) => logon(at - 100_000)).join(''),
    )
    await disturb(0)
    for (let number = 400; number < 600; number++) appendFileSync(log, logon(number))
    renameSync(log, `${log}.1`)
    for (let number = 600; number < 900; number++) appendFileSync(log, logon(number))
    await disturb(1)
    // Packed while nobody looks: the rest that was not read yet is in the packed form only.
    for (let number = 900; number < 1_000; number++) appendFileSync(log, logon(number))
    writeFileSync(`${log}.2.gz`, gzipSync(readFileSync(log)))
    rmSync(log)
    writeFileSync(log, logon(1_000))
    await disturb(2)
  }
  const isDone = (folder: string): boolean =>
    existsSync(join(folder, 'spool', 'done', 'old.ndjson')) && heartbeat(folder)?.behindBytes === 0

  /** Two signs of life in a row say that nothing waits, and nothing was told between them. */
  const settled = async (folder: string, child: ChildProcess): Promise<void> => {
    let quiet = 0
    for (let last = '', seen = ''; quiet < 2; ) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      if (child.exitCode !== null) throw new Error('the sensor ended by itself')
      const beat = heartbeat(folder)
      if (beat === null || beat.pid !== child.pid || beat.at === seen) continue
      seen = beat.at
      const total = `${beat.events} ${beat.findings} ${beat.repeats}`
      quiet = isDone(folder) && total === last ? quiet + 1 : 0
      last = total
    }
    child.kill('SIGTERM')
    await once(child, 'exit')
  }

  test('one run and many killed ones tell the same', { timeout: 240_000 }, async () => {
    const calm = prepare('calm')
    await story(calm, async () => undefined)
    const child = run(calm)
    await settled(calm, child)
    const expected = essence(await found(calm))
    assert.ok(
      expected.some((one) => one.startsWith('["many"')),
      'a correlation is among them',
    )
    const logons = (await found(calm)).filter(({ ruleId }) => ruleId === 'failed')
    assert.equal(
      logons.reduce((sum, { count }) => sum + count, 0),
      1_301,
      'each logon counts exactly once',
    )

    const wild = prepare('wild')
    let kills = 0
    await story(wild, async (part) => {
      for (let round = 0; round < (process.env.SALUS_ALL_JOURNEYS ? 12 : 3); round++) {
        const killed = run(wild)
        // From the moment the state is taken on, at a different point each time.
        while (!existsSync(join(wild, 'state', 'lock')) && killed.exitCode === null)
          await new Promise((resolve) => setTimeout(resolve, 5))
        await new Promise((resolve) => setTimeout(resolve, 150 + ((part * 7 + round * 3) % 10) * 180))
        killed.kill('SIGKILL')
        await once(killed, 'exit')
        kills++
      }
    })
    const last = run(wild)
    await settled(wild, last)
    assert.ok(kills >= 9)
    assert.deepEqual(essence(await found(wild)), expected)
    const ids = (await found(wild)).map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length, 'no finding stands twice in the journal')
  })
})
