// Two people and the duty officer work on one run while the server is killed twice: what was acknowledged is there.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { insertHospital } from '../assets/builders.ts'
import { startWhole, storedEvents } from './builders/runs.ts'
import { readRun } from './index.ts'

const worker = join(import.meta.dirname, 'builders', 'crash-worker.ts')
const startedAt = new Date('2026-11-28T02:00:00Z')
const maxWorkMs = 60_000
let db: TestDatabase

before(async () => {
  db = await testDatabase()
})
after(() => db.close())

interface Work {
  readonly stored: readonly string[]
  readonly refused: readonly string[]
  readonly isDone: boolean
}

/** Runs the server until it is through, or kills it with -9 after so many commands. */
async function serve(
  organisationId: number,
  runId: number,
  attempt: number,
  killAfter: number,
): Promise<Work> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', worker, db.applicationUrl, String(organisationId), String(runId), String(attempt)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const timer = setTimeout(() => child.kill('SIGKILL'), maxWorkMs)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stored: string[] = []
  const refused: string[] = []
  let isDone = false
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, commandId = '', code = ''] = line.split(' ')
    if (word === 'stored') stored.push(commandId)
    if (word === 'refused') refused.push(code)
    if (word === 'end') isDone = true
    if (stored.length === killAfter) child.kill('SIGKILL')
  }
  await ended
  clearTimeout(timer)
  return { stored, refused, isDone }
}

test('after two kills in the middle of the work nothing that was acknowledged is lost, and the run comes to its end', async () => {
  const hospital = await insertHospital(db)
  const runId = await db.database.asMember(hospital, (scope) => startWhole(scope, startedAt))
  const first = await serve(hospital, runId, 1, 15)
  const second = await serve(hospital, runId, 2, 25)
  const last = await serve(hospital, runId, 3, Number.POSITIVE_INFINITY)
  assert.deepEqual([first.isDone, second.isDone, last.isDone], [false, false, true])

  const events = await storedEvents(db, runId)
  assert.deepEqual(
    events.map(({ number }) => number),
    events.map((_event, index) => index + 1),
  )
  const ids = events.map(({ commandId }) => commandId)
  assert.equal(new Set(ids).size, ids.length)
  const lost = [first, second, last].flatMap(({ stored }) => stored).filter((id) => !ids.includes(id))
  assert.deepEqual(lost, [])
  assert.ok(first.stored.length >= 15 && second.stored.length >= 25)

  const refused = [first, second, last].flatMap(({ refused: codes }) => codes)
  assert.ok(
    refused.includes('playbooks/already-done') || refused.includes('playbooks/not-open'),
    'nobody met anybody',
  )
  const view = await db.database.asMember(hospital, (scope) => readRun(scope, runId, 'de', startedAt))
  assert.equal(view.isFinished, true)
  assert.equal(view.seen, events.length)
  const [journal] = await db.query<{ entries: number }>(
    `select count(*)::int as entries from journal where object_type = 'playbook-run' and object_id = $1`,
    [String(runId)],
  )
  assert.equal(journal?.entries, events.length)
})
