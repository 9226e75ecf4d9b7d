// Tells the same only once: a rule or indicator on one asset in one hour, with how often it came.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Finding } from '../engine/finding.ts'
import type { JournalRecord } from '../state/journal.ts'
import { stateLimits } from '../state/limits.ts'

export interface Repeats {
  /** Its id, and whether it was not told before; counted in either case. */
  see(finding: Finding, now: number): { readonly id: string; readonly isNew: boolean }
  /** Counts that grew, for the journal; `all` also those that grew a little or a moment ago. */
  grown(now: number, all: boolean): readonly JournalRecord[]
  /** When counts that `grown` held back are to be written, also if nothing more comes; null: none were. */
  dueAt(): number | null
  /** What an earlier process told after the checkpoint: it is not told again when it is found again. */
  remember(records: readonly JournalRecord[]): void
  save(): unknown
  load(saved: unknown): void
}

interface Entry {
  count: number
  lastTime: string | null
  /** What the journal says by now. */
  written: number
  writtenAt: number
}

const writeEveryMs = 60_000

/** What makes two findings the same. A trail of record access, or a correlation, also by whose it is. */
export function identityOf(finding: Finding, now: number): string {
  const { origin, ruleId, indicatorId, asset, group, time } = finding
  // An undated event happened, as far as anyone knows, in the hour in which it is read.
  const hour = (time ?? new Date(now).toISOString()).slice(0, 13)
  const parts = [
    origin,
    ruleId,
    indicatorId,
    asset?.toLowerCase() ?? null,
    group ? Object.entries(group) : null,
    hour,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

export function repeatsCounter(most: number = stateLimits.maxRepeats): Repeats {
  const entries = new Map<string, Entry>()
  /** Counts of what was forgotten before they were written. */
  let leaving: JournalRecord[] = []
  let dueAt: number | null = null
  const recordOf = (id: string, { count, lastTime }: Entry, now: number): JournalRecord => ({
    id,
    toldAt: new Date(now).toISOString(),
    count,
    lastTime,
  })
  const touch = (id: string, entry: Entry, now: number): void => {
    entries.delete(id)
    entries.set(id, entry)
    if (entries.size <= most) return
    for (const [oldest, old] of entries) {
      entries.delete(oldest)
      if (old.count > old.written) leaving.push(recordOf(oldest, old, now))
      return
    }
  }
  return {
    see(finding, now) {
      const id = identityOf(finding, now)
      const known = entries.get(id)
      const entry = known ?? { count: 0, lastTime: null, written: 1, writtenAt: now }
      entry.count++
      if (finding.time !== null && (entry.lastTime === null || finding.time > entry.lastTime))
        entry.lastTime = finding.time
      touch(id, entry, now)
      return { id, isNew: known === undefined }
    },
    grown(now, all) {
      const records = leaving
      leaving = []
      dueAt = null
      for (const [id, entry] of entries) {
        const { count, written, writtenAt } = entry
        if (count <= written) continue
        if (!all && count < written * 2 && now - writtenAt < writeEveryMs) {
          dueAt = Math.min(dueAt ?? Number.POSITIVE_INFINITY, writtenAt + writeEveryMs)
          continue
        }
        records.push(recordOf(id, entry, now))
        entry.written = count
        entry.writtenAt = now
      }
      return records
    },
    dueAt: () => dueAt,
    remember(records) {
      for (const record of records) {
        const known = entries.get(record.id)
        const written = 'count' in record ? record.count : 1
        if (known) known.written = Math.max(known.written, written)
        else touch(record.id, { count: 0, lastTime: null, written, writtenAt: Date.parse(record.toldAt) }, 0)
      }
    },
    save: () => [...entries].map(([id, { count, lastTime, written }]) => [id, count, lastTime, written]),
    load(saved) {
      // Written by `save`.
      for (const [id, count, lastTime, written] of saved as [string, number, string | null, number][])
        entries.set(id, { count, lastTime, written, writtenAt: 0 })
    },
  }
}
