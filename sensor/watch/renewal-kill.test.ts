// A sensor that takes newer rules into use and is killed around that moment tells each event once, and loses none.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type KeptFinding, readFindings } from '../state/read-findings.ts'
import { until } from '../testing/until.ts'
import type { Heartbeat } from './heartbeat.ts'

const entry = join(import.meta.dirname, '..', 'cli', 'sensor.ts')
/** Of this moment, because what is older than the lateness when it is read is late for the correlations. */
const logon = (number: number, host = 'pc') =>
  `${JSON.stringify({
    Channel: 'Security',
    EventID: 4625,
    Computer: `${host}-${number % 40}`,
    TargetUserName: `user-${number % 7}`,
    '@timestamp': new Date().toISOString(),
  })}\n`
const rule = (id: string, computer: string) =>
  `title: ${id}\nid: ${id}\nname: ${id}\nlevel: low\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: 4625, Computer|startswith: '${computer}'}, condition: s}\n`
/** Of 500 logons the last of a user is the one that makes it 71: the count must outlive the swap. */
const many =
  '---\ntitle: Many\nid: many\nlevel: high\ncorrelation: {type: event_count, rules: [failed], group-by: [TargetUserName], timespan: 1h, condition: {gte: 71}, generate: true}\n'

describe('a sensor that is killed while it takes newer rules', () => {
  let root = ''
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'sensor-renew-'))
  })
  const children: ChildProcess[] = []
  after(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(root, { recursive: true, force: true })
  })

  const prepare = (name: string): string => {
    const folder = join(root, name)
    for (const part of ['', 'logs', 'rules']) mkdirSync(join(folder, part))
    writeFileSync(join(folder, 'rules', 'first.yml'), rule('failed', 'pc') + many)
    writeFileSync(
      join(folder, 'sensor.yaml'),
      'state: state\nrules: rules\nlevel: low\nhealth: false\nlogs: logs\npoll: 100ms\nlateness: 8s\nrenew: 100ms\nfetchPacks: never\n',
    )
    return folder
  }
  const run = (folder: string): { readonly child: ChildProcess; readonly said: () => string } => {
    const words = ['--import', import.meta.resolve('tsx'), entry, 'watch', '--config', 'sensor.yaml']
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    children.push(child)
    let said = ''
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
    })
    return { child, said: () => said }
  }
  const read = (folder: string, child: ChildProcess): boolean => {
    try {
      const beat: Heartbeat = JSON.parse(readFileSync(join(folder, 'state', 'heartbeat.json'), 'utf8'))
      return beat.pid === child.pid && beat.behindBytes === 0 && beat.sources.length > 0
    } catch {
      return false
    }
  }
  const found = async (folder: string): Promise<readonly KeptFinding[]> => {
    const all: KeptFinding[] = []
    for await (const finding of readFindings(join(folder, 'state'), null)) all.push(finding)
    return all
  }
  const journal = (folder: string): string =>
    readdirSync(join(folder, 'state', 'findings'))
      .map((name) => readFileSync(join(folder, 'state', 'findings', name), 'utf8'))
      .join('')
  const times = (findings: readonly KeptFinding[], id: string) =>
    findings.filter(({ ruleId }) => ruleId === id).reduce((sum, { count }) => sum + count, 0)

  const groups = (findings: readonly KeptFinding[]) =>
    findings.flatMap(({ ruleId, group }) => (ruleId === 'many' ? [group?.TargetUserName] : [])).sort()

  /** `disturb` is called where the newer rules lie there and events come. */
  const story = async (
    name: string,
    disturb: (folder: string, child: ChildProcess) => Promise<ChildProcess>,
  ) => {
    const folder = prepare(name)
    const log = join(folder, 'logs', 'a.ndjson')
    for (let number = 0; number < 300; number++) appendFileSync(log, logon(number))
    const { child, said } = run(folder)
    await until('the first events', () => read(folder, child), { child })
    writeFileSync(join(folder, 'rules', 'second.yml'), rule('second', 'ws'))
    let last = child
    if (name === 'calm')
      await until('the newer rules', () => /What changed is in use: 3 rules/.test(said()), { child })
    else last = await disturb(folder, child)
    for (let number = 300; number < 500; number++) appendFileSync(log, logon(number) + logon(number, 'ws'))
    const size = readFileSync(log).length
    const isAllRead = () => {
      if (!read(folder, last)) return false
      const text = readFileSync(join(folder, 'state', 'checkpoint.ndjson'), 'utf8')
      return text.includes(`"offset":${size}`)
    }
    await until('the rest', isAllRead, { child: last })
    // Decided when the lateness is over.
    await until('the correlations', () => journal(folder).split('"ruleId":"many"').length > 7, {
      child: last,
    })
    last.kill('SIGTERM')
    await once(last, 'exit')
    return found(folder)
  }

  test('undisturbed, and killed at moments before and after the swap', { timeout: 600_000 }, async () => {
    const calm = await story('calm', async (_, child) => child)
    assert.equal(times(calm, 'failed'), 500)
    assert.equal(times(calm, 'second'), 200)
    assert.equal(groups(calm).length, 7, 'counted over the swap')
    for (const waits of process.env.SALUS_ALL_JOURNEYS ? [0, 150, 400, 900] : [150]) {
      const wild = await story(`wild-${waits}`, async (folder, first) => {
        // A change is taken when two looks have seen it, each 100 ms apart; the kills come around that moment.
        await new Promise((resolve) => setTimeout(resolve, 100 + waits))
        first.kill('SIGKILL')
        await once(first, 'exit')
        const { child } = run(folder)
        await until('the state to be taken on', () => existsSync(join(folder, 'state', 'lock')), { child })
        await new Promise((resolve) => setTimeout(resolve, waits))
        return child
      })
      assert.deepEqual(
        ['failed', 'second'].map((id) => times(wild, id)),
        [500, 200],
        `killed after ${waits} ms`,
      )
      assert.deepEqual(groups(wild), groups(calm))
      assert.equal(new Set(wild.map(({ id }) => id)).size, wild.length, 'nothing stands twice in the journal')
    }
  })
})
