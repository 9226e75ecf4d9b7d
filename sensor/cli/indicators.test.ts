// Tests of the command `indicators`: what it says of lists, what it writes, and how it ends.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openIndicatorSet } from '../indicators/set/open.ts'

const folder = mkdtempSync(join(tmpdir(), 'sensor-indicators-'))
after(() => rmSync(folder, { recursive: true }))
const entry = join(import.meta.dirname, 'sensor.ts')

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', entry, 'indicators', ...words],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

function listFile(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('it says what can be looked up and what cannot, and writes the set', () => {
  const list = listFile(
    'list.txt',
    'evil[.]example\nEVIL.example\nco.uk\nu\u202egnp.example\n10.1.1.1\n# TLP: RED\nsecret.example\n',
  )
  const target = join(folder, 'set')
  const { status, stdout } = run(list, '--write', target)
  assert.equal(status, 0)
  assert.match(stdout, /4 can be looked up, 2 cannot/)
  assert.match(stdout, /line 3: "co\.uk" is left out, because anybody may have a name below it/)
  assert.match(stdout, /1 came more than once/)
  assert.match(stdout, /1 are TLP:RED/)
  assert.match(stdout, /1 are on a warning list/)
  assert.ok(!stdout.includes('\u202e'), 'no sign that turns the direction reaches the terminal')
  const set = openIndicatorSet(readFileSync(target))
  assert.deepEqual([set.counts.domain, set.counts.ipv4], [1, 1])
})

test('a list that is not there is told, ends with 1, and nothing is written', () => {
  const list = listFile('good.txt', 'evil.example\n')
  const target = join(folder, 'unwritten')
  const { status, stdout } = run(list, join(folder, 'absent'), '--write', target, '--json')
  assert.equal(status, 1)
  const report = JSON.parse(stdout) as { lists: { unread: string | null; indicators: number }[] }
  assert.match(report.lists[1]?.unread ?? '', /does not exist/)
  assert.equal(report.lists[0]?.indicators, 1)
  assert.ok(!existsSync(target))
})
