// Tests of what a sensor that watches keeps: how often an indicator was met, and which kinds of events came, over a restart and a kill.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type KeptFinding, readFindings } from '../state/read-findings.ts'
import { until } from '../testing/until.ts'

const entry = join(import.meta.dirname, '..', 'cli', 'sensor.ts')
const tsx = ['--import', import.meta.resolve('tsx'), entry]
const rule = (id: string, service: string, eventId: number) =>
  `title: ${id}\nid: ${id}\nlevel: high\nlogsource: {product: windows, service: ${service}}\ndetection: {s: {EventID: ${eventId}}, condition: s}\n`
/** An hour of three days ago. */
const hour = (Math.floor(Date.now() / 3_600_000) - 72) * 3_600_000
const at = (minute: number) => new Date(hour + minute * 60_000).toISOString()
const lookUp = (host: string, minute: number, name = 'www.evil.example') =>
  `${JSON.stringify({
    Channel: 'Security',
    EventID: 4688,
    Computer: host,
    QueryName: name,
    '@timestamp': at(minute),
  })}\n`

describe('what a sensor keeps', () => {
  let folder = ''
  let child: ChildProcess | null = null
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-kept-'))
    mkdirSync(join(folder, 'logs'))
    writeFileSync(
      join(folder, 'rules.yml'),
      [rule('ready', 'security', 4688), rule('quiet', 'security', 4698), rule('blind', 'sysmon', 1)].join(
        '---\n',
      ),
    )
    writeFileSync(join(folder, 'list.txt'), 'evil.example\n')
    writeFileSync(
      join(folder, 'sensor.yaml'),
      'state: state\nrules: rules.yml\nindicators: list.txt\nhealth: false\nlogs: logs\npoll: 100ms\nrenew: 200ms\nlevel: low\nfetchPacks: never\n',
    )
  })
  after(() => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const log = () => join(folder, 'logs', 'a.ndjson')
  const start = () => {
    child = spawn(process.execPath, [...tsx, 'watch', '--config', 'sensor.yaml'], {
      cwd: folder,
      stdio: 'ignore',
    })
    return child
  }
  /** The checkpoint says that the log was read to its end. */
  const read = (running: ChildProcess): Promise<void> => {
    const wanted = `"offset":${readFileSync(log()).length},`
    const path = join(folder, 'state', 'checkpoint.ndjson')
    const isRead = () => existsSync(path) && readFileSync(path, 'utf8').includes(wanted)
    return until('the checkpoint', isRead, { child: running })
  }
  const met = async (): Promise<readonly (readonly [string | null, number, string | null])[]> => {
    const all: KeptFinding[] = []
    for await (const finding of readFindings(join(folder, 'state'), null))
      if (finding.origin === 'indicator' && finding.asset !== null) all.push(finding)
    return all.map(({ asset, count, lastTime }) => [asset, count, lastTime])
  }

  test('an indicator that is met again is told once, and its count arrives, also over kill -9', async () => {
    for (const minute of [1, 2, 3]) appendFileSync(log(), lookUp('pc-1', minute))
    const first = start()
    await read(first)
    first.kill('SIGKILL')
    await once(first, 'exit')
    for (const minute of [4, 5]) appendFileSync(log(), lookUp('pc-1', minute))
    appendFileSync(log(), lookUp('pc-2', 5))
    const second = start()
    await read(second)
    second.kill('SIGTERM')
    await once(second, 'exit')
    assert.deepEqual(await met(), [
      ['pc-1', 5, at(5)],
      ['pc-2', 1, at(5)],
    ])
    const { stdout } = spawnSync(
      process.execPath,
      [...tsx, 'report', '--config', 'sensor.yaml', '--since', '7d', '--json'],
      { cwd: folder, encoding: 'utf8' },
    )
    assert.match(
      stdout,
      /"title":"Contact with a domain on a list of indicators","level":"medium","findings":5,/,
    )
  })

  test('an indicator that comes later, while it runs, finds who met it before', async () => {
    appendFileSync(log(), lookUp('pc-3', 6, 'www.later.example'))
    const third = start()
    await read(third)
    appendFileSync(join(folder, 'list.txt'), 'later.example\n')
    const reasons = async (): Promise<string> => {
      const all: string[] = []
      for await (const { reason } of readFindings(join(folder, 'state'), null)) all.push(reason)
      return all.join('\n')
    }
    const isTold = async () => /later\.example was met here/.test(await reasons())
    await until('the finding', isTold, { child: third, said: reasons })
    assert.doesNotMatch(await reasons(), /evil\.example was met here/, 'that one was told when it was met')
    third.kill('SIGTERM')
    await once(third, 'exit')
  })

  test('coverage tells what came from what never came, and both from a log that is not there', () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...tsx, 'coverage', '--config', 'sensor.yaml', '--json'],
      { cwd: folder, encoding: 'utf8' },
    )
    const { states } = JSON.parse(stdout)
    assert.deepEqual([states.ready, states.quiet, states.blind], [1, 1, 1], stderr)
  })
})
