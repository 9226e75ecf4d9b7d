// The command `clocks`, run as an operator runs it; a process of its own where that matters, for starting one takes long.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { clocks } from './clocks.ts'

const good = {
  id: 'night-1',
  country: 'FR',
  timeZone: 'Europe/Paris',
  entityClass: 'essential',
  criticalEntity: true,
  significant: true,
  personalData: 'breach',
  awareAt: '2026-11-27T02:10:00Z',
  notificationSubmittedAt: '2027-01-31T09:00:00Z',
}

function run(input: string, ...words: string[]) {
  return spawnSync(
    process.execPath,
    ['--import', 'tsx', 'cli/salus.ts', 'clocks', '--facts', '-', ...words],
    { cwd: join(import.meta.dirname, '..'), input, encoding: 'utf8', timeout: 300_000 },
  )
}

test('the command clocks answers each good line in order and says every fault of the others', () => {
  const bad = { ...good, id: 'night-2', timeZone: 'Mars/Olympus', significant: 'perhaps' }
  const lines = [
    JSON.stringify(good),
    JSON.stringify(bad),
    '',
    '{',
    JSON.stringify({ ...good, id: 3, note: 'x' }),
  ]
  const { stdout, stderr, status } = run(`\uFEFF${lines.join('\r\n')}\n`, '--json')
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    answers.map(({ id }) => id),
    ['night-1', 3],
  )
  const due = Object.fromEntries(
    answers[0].duties.map((duty: { rule: string; dueAt: string | null }) => [duty.rule, duty.dueAt]),
  )
  assert.equal(due['NIS2-EW'], '2026-11-28T02:10:00.000Z')
  assert.equal(due['NIS2-FR'], '2027-02-28T09:00:00.000Z')
  assert.equal(due['CER-2'], null)
  for (const duty of answers[0].duties) {
    assert.deepEqual(Object.keys(duty), ['rule', 'applies', 'dueAt', 'because'])
    assert.ok(duty.because.some((sentence: string) => sentence.startsWith('Unverified')))
  }
  assert.match(stderr, /Line 2, \/timeZone: /)
  assert.match(stderr, /Line 2, \/significant: /)
  assert.match(stderr, /Line 4: is no JSON/)
  assert.match(stderr, /Line 5, \/note: is no field/)
  assert.equal(status, 1)
})

test('without --json it is written for people, in the time of the member', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'salus-clocks-'))
  const file = join(folder, 'facts.jsonl')
  writeFileSync(file, JSON.stringify(good))
  const printed: string[] = []
  const output = { print: (line: string) => void printed.push(line), say: assert.fail, progress: assert.fail }
  try {
    assert.equal(await clocks.run(['--facts', file], output), 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  assert.match(
    printed.join('\n'),
    /NIS2-EW {2}Early warning filing \(NIS2\)\n {4}Owed · .* · Sat 28 Nov 2026, 03:10/,
  )
})

test('a file that is not there is refused with the usage', () => {
  const root = join(import.meta.dirname, '..')
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'cli/salus.ts', 'clocks', '--facts', 'nowhere.jsonl'],
    { cwd: root, encoding: 'utf8', timeout: 300_000 },
  )
  assert.equal(status, 2)
  assert.match(stderr, /There is no file "nowhere.jsonl"/)
})
