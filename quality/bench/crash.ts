// Kills an import ten times at random moments and compares the alerts with those of an undisturbed run.
// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { optionValues } from '../../cli/command.ts'
import { startEmbeddedPostgres } from '../../platform/database/embedded.ts'
import { seeded } from './world.ts'

const words = process.argv.slice(2)
const given = (option: string, otherwise: string) => optionValues(words, option)[0] ?? otherwise
const [members, assets, data, killsAsked, seed] = [
  given('--members', '200'),
  given('--assets', '100'),
  given('--data', '../shared/data'),
  Number(given('--kills', '10')),
  Number(given('--seed', '1')),
]
const worker = join(import.meta.dirname, 'import-worker.ts')

const undisturbed = folderFor('undisturbed')
const disturbed = folderFor('disturbed')
try {
  const first = await runWhole(undisturbed)
  const expected = await alertsIn(undisturbed)
  const kills = await runWithKills(disturbed, Number(first.totalSeconds) * 1000)
  const last = await runWhole(disturbed)
  const found = await alertsIn(disturbed)
  const same = expected.sha256 === found.sha256
  process.stdout.write(
    `${JSON.stringify({ same, expected, found, kills, undisturbed: first, afterwards: last })}\n`,
  )
  process.exitCode = same ? 0 : 1
} finally {
  for (const folder of [undisturbed, disturbed]) rmSync(folder, { recursive: true, force: true })
}

/** As root PostgreSQL runs as another user, who has to pass. */
function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `salus-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

function start(folder: string, more: readonly string[] = []): ChildProcess {
  const env = { ...process.env, SALUS_DATA: folder, SALUS_LOG_LEVEL: 'error' }
  return spawn(process.execPath, ['--import', 'tsx', worker, members, assets, data, ...more], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function runWhole(folder: string): Promise<Record<string, unknown>> {
  const child = start(folder)
  const output = collectOutput(child)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`the import ended with ${code}`)
  return JSON.parse(output().trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>
}

function collectOutput(child: ChildProcess): () => string {
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  return () => output
}

function firstLine(output: string): object {
  return output === '' ? {} : JSON.parse(output.split('\n')[0] ?? '{}')
}

/** Together the waits are a little more than half of a whole run, so that the last kill still falls into work. */
async function runWithKills(folder: string, wholeMs: number): Promise<readonly unknown[]> {
  const random = seeded(seed)
  // The program's own start; the members' lists are made by the first run and stay.
  const startMs = 3_000
  const prepared = start(folder, ['--prepare-only'])
  await new Promise<void>((resolve) => prepared.once('exit', () => resolve()))
  const killed: unknown[] = []
  for (let kill = 0; kill < killsAsked; kill++) {
    const child = start(folder)
    const output = collectOutput(child)
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const waitMs = startMs + (random() * wholeMs * 1.2) / killsAsked
    await Promise.race([delay(waitMs), ended])
    child.kill('SIGKILL')
    await ended
    killed.push({ afterSeconds: Math.round(waitMs / 100) / 10, ...firstLine(output()) })
  }
  return killed
}

/** All alerts in a fixed order, by names and not by numbers that differ between runs. */
async function alertsIn(folder: string): Promise<{ alerts: number; sha256: string }> {
  const postgres = await startEmbeddedPostgres({
    dataDirectory: folder,
    dataDirectoryGiven: true,
    database: 'salus',
  })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  try {
    const { rows } = await client.query<{
      line: string
    }>(`select concat_ws('|', o.name, a.publisher, a.tracking_id, al.state, al.answer, al.urgency, al.affected_assets, al.unsure_assets) as line
      from alerts al join organisations o on o.id = al.organisation_id join advisories a on a.id = al.advisory_id order by 1`)
    return {
      alerts: rows.length,
      sha256: createHash('sha256')
        .update(rows.map((row) => row.line).join('\n'))
        .digest('hex'),
    }
  } finally {
    await client.end()
    await postgres.stop()
  }
}
