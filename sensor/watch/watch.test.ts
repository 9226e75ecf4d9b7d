// Tests of `sensor watch` and `sensor status` in their own processes: sockets, the lock, a stop in good order.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type KeptFinding, readFindings } from '../state/read-findings.ts'
import { until } from '../testing/until.ts'

const entry = join(import.meta.dirname, '..', 'cli', 'sensor.ts')
const tsx = ['--import', import.meta.resolve('tsx'), entry]

describe('a sensor that runs', () => {
  let folder = ''
  let child: ChildProcess
  let notes = ''
  const untilIt = (what: string, holds: () => boolean | Promise<boolean>): Promise<void> =>
    until(what, holds, { child, said: () => notes })
  const found = async (): Promise<readonly KeptFinding[]> => {
    const all: KeptFinding[] = []
    for await (const finding of readFindings(join(folder, 'state'), null)) all.push(finding)
    return all
  }
  const sensor = (...words: readonly string[]) =>
    spawnSync(process.execPath, [...tsx, ...words], { cwd: folder, encoding: 'utf8' })

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-watch-'))
    mkdirSync(join(folder, 'logs'))
    mkdirSync(join(folder, 'spool'))
    writeFileSync(
      join(folder, 'rules.yml'),
      'title: Root session\nid: root\nlevel: high\nlogsource: {product: linux}\ndetection: {s: [session opened for user root], condition: s}\n',
    )
    writeFileSync(
      join(folder, 'sensor.yaml'),
      'state: state\nrules: rules.yml\nhealth: false\nlogs: logs\nspool: spool\npoll: 100ms\npage: {port: 0}\nsyslog: [{protocol: udp, port: 0}]\nassetClasses: {"web-*": server}\n',
    )
    child = spawn(process.execPath, [...tsx, 'watch', '--config', 'sensor.yaml', '--json'], { cwd: folder })
    child.stderr?.on('data', (piece: Buffer) => {
      notes += piece.toString('utf8')
    })
    await untilIt('the listener', () => /Listens on/.test(notes))
  })
  after(() => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  test('finds in what a datagram brings, and keeps it', async () => {
    const port = Number(/syslog\+udp:\/\/127\.0\.0\.1:(\d+)/.exec(notes)?.[1])
    const socket = createSocket('udp4')
    socket.send('<86>Nov 27 10:00:00 web-1 sshd[7]: session opened for user root', port, '127.0.0.1')
    await untilIt('the finding', async () => (await found()).length > 0)
    socket.close()
    const [finding] = await found()
    assert.deepEqual(
      [finding?.ruleId, finding?.asset, finding?.assetClass, finding?.audience, finding?.origin],
      ['root', 'web-1', 'server', 'it', 'rule'],
    )
  })

  test('moves what it cannot read out of the spool folder, with the reason', async () => {
    writeFileSync(join(folder, 'spool', 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))
    await untilIt('the move', () =>
      /picture\.png could not be read \(no log format was recognised\)/.test(notes),
    )
  })

  test('a second one in the same folder is refused, and says what to do', () => {
    const { status, stderr } = sensor('watch', '--config', 'sensor.yaml')
    assert.equal(status, 1)
    assert.match(stderr, /Another sensor \(process \d+\) works in the state folder/)
  })

  test('status tells what is read, and where its page is', async () => {
    await untilIt('a sign of life', () => {
      const { stdout } = sensor('status', '--state', 'state', '--json')
      return JSON.parse(stdout).heartbeat?.events === 1
    })
    const { status, stdout } = sensor('status', '--state', 'state')
    assert.equal(status, 0)
    assert.match(stdout, /The sensor runs \(process \d+\)/)
    assert.match(stdout, /1 loaded, 0 unsupported, 0 blind/)
    const address = /Page for this machine: (\S+)/.exec(stdout)?.[1] ?? ''
    const page = await fetch(address)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /Root session/)
  })

  test('stops in good order, and status says so', async () => {
    // As it comes from a service manager to all processes at once, and passed on by the first one.
    child.kill('SIGTERM')
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    assert.equal(code, 0)
    assert.match(notes, /Stopped in good order/)
    const { status, stdout } = sensor('status', '--state', 'state')
    assert.equal(status, 1)
    assert.match(stdout, /The sensor was stopped at 20/)
  })
})
