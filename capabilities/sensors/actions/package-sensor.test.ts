// The archive that a hospital gets: unpacked where nothing of Salus is, it finds what the sensor of the sources finds.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { packageSensor, type SensorPackage } from './package-sensor.ts'

const rule = `title: A test of names
id: 3f1c2b7e-0a52-4d4c-9d0e-6c2d5b7a9e11
level: high
logsource: {category: dns}
detection:
  selection: {query|endswith: .tannau.example}
  condition: selection
`
const log = '{"_path":"dns","ts":1764230400.1,"id.orig_h":"10.0.0.7","query":"odd.tannau.example"}\n'

describe('the sensor alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salus-sensor-alone-'))
  const home = join(folder, 'salus-sensor')
  let made: SensorPackage

  const run = (...words: string[]) =>
    spawnSync(join(home, 'sensor'), words, {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${dirname(process.execPath)}${delimiter}/usr/bin${delimiter}/bin` },
      timeout: 180_000,
    })

  before(async () => {
    made = await packageSensor()
    const file = join(folder, made.name)
    writeFileSync(file, made.bytes)
    assert.equal(spawnSync('tar', ['xzf', file, '-C', folder]).status, 0)
    writeFileSync(join(folder, 'rule.yml'), rule)
    for (const name of ['one', 'two']) writeFileSync(join(folder, `${name}.log`), log)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('it finds, in one thread and in two, with our own rules beside those of a folder', () => {
    for (const workers of ['1', '2']) {
      const { status, stdout, stderr } = run(
        ...['scan', 'one.log', 'two.log', '--rules', 'rule.yml', '--health', '--workers', workers, '--json'],
      )
      assert.equal(status, 0, stderr)
      const found = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).title)
      assert.deepEqual(found, ['A test of names', 'A test of names'], workers)
      const { rules } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '')
      assert.ok(rules.loaded > 50, `${rules.loaded} rules`)
    }
  })

  test('each command is in it', () => {
    // The help loads every command, for its usage.
    const { status, stdout, stderr } = run('help')
    assert.equal(status, 0, stderr)
    const commands = new Set([...stdout.matchAll(/^ {2}sensor (\w+)/gm)].map(([, name]) => name ?? ''))
    for (const command of [
      'scan',
      'watch',
      'status',
      'explain',
      'pack',
      'report',
      'coverage',
      'enrol',
      'sightings',
    ])
      assert.ok(commands.has(command), command)
  })

  test('it holds the sensor, its licence and those of others, and no test, no source and no path of this machine', () => {
    const names = readdirSync(home, { recursive: true, encoding: 'utf8' })
    for (const name of ['LICENSE', 'THIRD-PARTY.txt', 'README.txt', 'sensor', 'sensor.cmd'])
      assert.ok(names.includes(name), name)
    assert.deepEqual(
      names.filter((name) => /\.tsx?$|node_modules|test/.test(name)),
      [],
    )
    const project = join(import.meta.dirname, '..', '..', '..')
    for (const name of names.filter((one) => statSync(join(home, one)).isFile()))
      assert.ok(!readFileSync(join(home, name), 'utf8').includes(project), name)
    const others = readFileSync(join(home, 'THIRD-PARTY.txt'), 'utf8')
    for (const name of ['yaml', 'zod', 'saxes', 'MITRE ATT&CK'])
      assert.match(others, new RegExp(`^${name} `, 'm'))
  })

  test('made twice it is the same to the byte, and nothing in it leads out of its folder', async () => {
    assert.equal((await packageSensor()).sha256, made.sha256)
    const reader = extract()
    reader.end(gunzipSync(made.bytes))
    let count = 0
    for await (const entry of reader) {
      assert.match(entry.header.name, /^salus-sensor\/(?:lib\/)?[\w./-]+$/)
      assert.ok(!entry.header.name.includes('..'))
      assert.ok(entry.header.type === 'file')
      entry.resume()
      count++
    }
    assert.ok(count > 50)
  })

  test('an older Node is told what is needed', () => {
    const start = readFileSync(join(home, 'lib', 'start.mjs'), 'utf8')
    const older = start.replace('process.versions.node', "'20.11.0'")
    writeFileSync(join(home, 'lib', 'start.mjs'), older)
    const { status, stderr } = run('help')
    writeFileSync(join(home, 'lib', 'start.mjs'), start)
    assert.equal(status, 1)
    assert.match(stderr, /needs Node 24 or later[\s\S]*nodejs\.org/)
  })
})
