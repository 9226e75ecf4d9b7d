// The same rules as SQL on DuckDB, and the same logs read by another reader in TypeScript; each in a process of its own.
// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { matcherOf } from '../../../sensor/engine/matcher.ts'
import { isBroken, type LogEvent } from '../../../sensor/event/event.ts'
import { evtxParser } from '../../../sensor/evtx/reader.ts'
import type { DetectionRule } from '../../../sensor/sigma/rule.ts'
import type { SampleFile } from './corpus.ts'
import { rowOf, sqlOf, traitColumns } from './sql.ts'

const folder = join(import.meta.dirname, 'rivals')

/** For a message: why nothing is compared; null where it can be. */
export const rivalsAbsent: string | null = existsSync(join(folder, 'node_modules'))
  ? null
  : 'DuckDB and @ts-evtx/core are not installed: run npm ci in quality/bench/sensor/rivals'

export interface DuckDbResult {
  /** Rules whose hits are the same in both engines; only they are timed. */
  readonly rules: number
  /** Rules that SQL cannot say, or finds other events with. */
  readonly leftOut: number
  readonly hits: number
  /** Events a second of wall time: ours on one thread, DuckDB on all. */
  readonly ours: number
  readonly alone: number
  readonly together: number
}

/** Rules to a query where many are asked at once. */
const together = 100

export async function againstDuckDb(
  rules: readonly DetectionRule[],
  events: readonly LogEvent[],
  repeats: number,
): Promise<DuckDbResult> {
  const ownHits = hitsOf(rules, events)
  const sql = sqlOf(rules)
  const sayable = rules.flatMap((_, at) => (sql.conditions[at] === null ? [] : [at]))
  return inTemporary(async (place) => {
    const rows = join(place, 'rows.ndjson')
    function* lines(): Generator<string> {
      for (const [at, event] of events.entries()) yield `${JSON.stringify(rowOf(event, at, sql))}\n`
    }
    await pipeline(lines(), createWriteStream(rows))
    const columns = [...traitColumns, ...sql.columns.keys()]
    const run = (chosen: readonly number[]) => {
      const queries = join(place, 'queries.json')
      const conditions = chosen.map((at) => sql.conditions[at])
      writeFileSync(queries, JSON.stringify({ columns, conditions, repeats, together }))
      return asked('duckdb.mjs', [rows, queries]) as {
        hits: (number[] | null)[]
        rows: number
        seconds: { alone: number; together: number }
      }
    }
    const first = run(sayable)
    const same = sayable.filter((rule, at) => String(first.hits[at]) === String(ownHits[rule] ?? []))
    const { seconds, rows: count } = same.length === sayable.length ? first : run(same)
    const chosen = same.map((at) => rules[at] as DetectionRule)
    return {
      rules: same.length,
      leftOut: rules.length - same.length,
      hits: same.reduce((sum, at) => sum + (ownHits[at]?.length ?? 0), 0),
      ours: speedOf(chosen, events, repeats),
      alone: count / seconds.alone,
      together: count / seconds.together,
    }
  })
}

function hitsOf(rules: readonly DetectionRule[], events: readonly LogEvent[]): readonly number[][] {
  const matcher = matcherOf(rules)
  const hits: number[][] = rules.map(() => [])
  for (const [at, event] of events.entries())
    for (const { rule } of matcher.match(event)) hits[rule]?.push(at)
  return hits
}

function speedOf(rules: readonly DetectionRule[], events: readonly LogEvent[], repeats: number): number {
  const matcher = matcherOf(rules)
  for (const event of events) matcher.match(event)
  const started = performance.now()
  for (let round = 0; round < repeats; round++) for (const event of events) matcher.match(event)
  return (events.length * repeats * 1_000) / (performance.now() - started)
}

export interface ReaderResult {
  readonly ours: number
  readonly theirs: number
  readonly recordsOurs: number
  readonly recordsTheirs: number
  /** Files that the other reader gave up on. */
  readonly failed: number
}

/** Records for each second of processor time. */
export function againstTsEvtx(files: readonly SampleFile[], rounds: number): Promise<ReaderResult> {
  return inTemporary(async (place) => {
    const logs = join(place, 'logs')
    mkdirSync(logs)
    for (const [at, { bytes }] of files.entries()) writeFileSync(join(logs, `${at}.evtx`), bytes)
    const theirs = asked('ts-evtx.mjs', [logs, String(rounds)]) as {
      records: number
      failed: number
      seconds: number
    }
    // About as long as theirs takes: a round of ours is so short that of a few one collection of garbage decides.
    const ourRounds = rounds * 12
    for (let round = 0; round < rounds; round++) await readAll(files)
    const before = process.cpuUsage()
    let records = 0
    for (let round = 0; round < ourRounds; round++) records += await readAll(files)
    const { user, system } = process.cpuUsage(before)
    return {
      ours: records / ((user + system) / 1e6),
      theirs: theirs.records / theirs.seconds,
      recordsOurs: records / ourRounds,
      recordsTheirs: theirs.records / rounds,
      failed: theirs.failed,
    }
  })
}

async function readAll(files: readonly SampleFile[]): Promise<number> {
  let records = 0
  for (const { path, bytes } of files) {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield bytes
    }
    for await (const item of evtxParser.read(chunks(), { source: path, now: 0 }))
      if (!isBroken(item)) records++
  }
  return records
}

function asked(script: string, words: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...words], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr.slice(0, 500)}`)
  return JSON.parse(stdout)
}

async function inTemporary<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'sensor-rivals-'))
  try {
    return await run(place)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
