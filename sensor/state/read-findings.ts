// Reads the findings that a state folder keeps, also while a sensor writes there.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../engine/finding.ts'
import { daysIn, type JournalMark, type JournalRecord } from './journal.ts'
import { statePlaces } from './places.ts'

/** A finding as it was told, with how often the same came for this asset in this hour. */
export interface KeptFinding extends Finding {
  readonly id: string
  /** When it was told; its own time is when it happened. ISO 8601, UTC. */
  readonly toldAt: string
  readonly count: number
  /** When it happened for the last time, as far as known. */
  readonly lastTime: string | null
}

/** Told at or after `since` (ms UTC; null: all), in the order in which they were told. */
export async function* readFindings(folder: string, since: number | null): AsyncGenerator<KeptFinding> {
  const { findings } = statePlaces(folder)
  const from = since === null ? '' : new Date(since).toISOString()
  const days = (await daysIn(findings)).filter((day) => day >= from.slice(0, 10))
  const repeats = new Map<string, { count: number; lastTime: string | null }>()
  for await (const record of recordsOf(findings, days, null))
    if ('count' in record) repeats.set(record.id, { count: record.count, lastTime: record.lastTime })
  for await (const record of recordsOf(findings, days, null)) {
    if (!('finding' in record) || record.toldAt < from) continue
    const { id, toldAt, finding } = record
    yield { ...finding, id, toldAt, ...(repeats.get(id) ?? { count: 1, lastTime: finding.time }) }
  }
}

/** Records behind a mark; null for all. */
export async function* recordsSince(folder: string, mark: JournalMark | null): AsyncGenerator<JournalRecord> {
  const days = (await daysIn(folder)).filter((day) => mark === null || day >= mark.day)
  yield* recordsOf(folder, days, mark)
}

async function* recordsOf(
  folder: string,
  days: readonly string[],
  mark: JournalMark | null,
): AsyncGenerator<JournalRecord> {
  for (const day of days) {
    const start = mark?.day === day ? mark.bytes : 0
    try {
      yield* recordsIn(join(folder, `${day}.ndjson`), start)
    } catch (error) {
      // Removed by retention since it was listed.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
}

async function* recordsIn(path: string, start: number): AsyncGenerator<JournalRecord> {
  let rest = ''
  for await (const chunk of createReadStream(path, { start, encoding: 'utf8' })) {
    // A stream with an encoding gives texts.
    const lines = (rest + (chunk as string)).split('\n')
    // The last one may be in the middle of being written.
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const record = recordOf(line)
      if (record !== null) yield record
    }
  }
}

/** Null for what a fault of the disk made of a line. */
function recordOf(line: string): JournalRecord | null {
  try {
    const record: unknown = JSON.parse(line)
    // The sensor wrote the file itself, and nobody else may write there.
    if (typeof record === 'object' && record !== null && 'id' in record) return record as JournalRecord
  } catch {
    return null
  }
  return null
}
