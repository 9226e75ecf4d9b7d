// The source of all logs that are followed in files: each in its own way, one batch a round.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHandle } from 'node:fs/promises'
import type { Batch, Feed, FeedStatus, Note } from '../feed.ts'
import { tailLimits } from '../limits.ts'
import { hasPassed } from '../passed.ts'
import { evtxBatch, evtxPulse } from './evtx-log.ts'
import { kindOf } from './kind.ts'
import { logsBelow, type SavedLogs } from './logs.ts'
import { bytesAt, markOf, type Position, sameHead } from './position.ts'
import { skipToEnd } from './skip.ts'
import { textBatch } from './text-log.ts'
import { closed, opened, type TailContext, type Tracked } from './tracked.ts'
import { wholeBatch } from './whole-log.ts'

export interface TailOptions {
  readonly paths: readonly string[]
  /** The sensor's own folders. */
  readonly without: readonly string[]
  readonly context: () => TailContext
  /** At the very first start: leave out what the logs hold already. */
  readonly fromEnd: boolean
  readonly pollMs: number
  readonly saved: SavedLogs | null
  readonly note: Note
}

export function tailFeed(options: TailOptions): Feed {
  const { saved, pollMs, note } = options
  const logs = logsBelow(options.paths, options.without, saved)
  let lookedAt = Number.NEGATIVE_INFINITY
  let skipping = options.fromEnd && saved === null

  const begun = async (log: Tracked, file: FileHandle, settled: boolean): Promise<boolean> => {
    const { position } = log
    const kind = await kindOf(file, position.path, settled)
    if (kind === null) {
      log.idle = settled
      return false
    }
    Object.assign(position, kind)
    // Half of it at most: what closes a document moves when the document grows.
    const head = Math.min(tailLimits.markBytes, log.size >> 1)
    if (kind.kind !== 'text') position.head = markOf(await bytesAt(file, 0, head))
    if (kind.kind === 'unknown') {
      log.note = 'no log format was recognised'
      note(`${position.path}: no log format was recognised, so it is not read.`)
    } else if (log.lookedAt === skipped) await skipToEnd(log, file)
    return true
  }
  /** Cut off and written anew, or replaced in place. */
  const isOther = async (log: Tracked, file: FileHandle): Promise<boolean> => {
    const { kind, offset } = log.position
    if (kind === 'evtx') return false
    if (kind === 'text' && log.size < offset) return true
    return log.reading === null && !(await sameHead(file, log.position))
  }
  const next = async (log: Tracked, now: number): Promise<Batch | null> => {
    if (log.idle && !log.gone && log.position.kind !== 'evtx') return null
    const file = await opened(log)
    log.size = (await file.stat()).size
    const { position } = log
    if (await isOther(log, file)) {
      await logs.replaced(log, now)
      return null
    }
    const settled = log.gone || hasPassed(log.seenChangeAt, tailLimits.settleMs, now)
    if (position.kind === 'new' && !(await begun(log, file, settled))) return null
    return readers[position.kind](log, file, now, settled)
  }
  type Reader = (log: Tracked, file: FileHandle, now: number, settled: boolean) => Promise<Batch | null>
  const readers: Readonly<Record<Position['kind'], Reader>> = {
    new: async () => null,
    unknown: async (log) => {
      log.idle = true
      return null
    },
    async text(log, file, now) {
      const waits = log.position.parser === 'hl7' && log.size > log.position.offset
      const final = log.gone || (waits && hasPassed(log.seenChangeAt, tailLimits.idleMs, now))
      const batch = await textBatch(log, file, options.context(), final)
      log.idle = batch === null && (final || !waits)
      return batch
    },
    async evtx(log, file, now) {
      const pulse = await evtxPulse(file, log.position)
      if (
        pulse === log.pulse &&
        !log.gone &&
        log.idle &&
        !hasPassed(log.lookedAt, tailLimits.evtxLookMs, now)
      )
        return null
      log.lookedAt = now
      log.pulse = pulse
      const batch = await evtxBatch(log, file, options.context())
      log.idle = batch === null
      return batch
    },
    async whole(log, file, _, settled) {
      const { done } = log.position
      const isDone = done !== null && done.size === log.size && done.changedMs === log.changedMs
      log.idle = isDone && log.reading === null
      if (log.reading === null && (isDone || !settled)) return null
      const batch = await wholeBatch(log, file, options.context(), 'live')
      return { ...batch, fail: (error) => failed(log, error) }
    },
  }
  const failed = async (log: Tracked, error: unknown): Promise<void> => {
    const because = error instanceof Error ? error.message : String(error)
    if (log.note !== because) note(`${log.position.path} cannot be read: ${because}`)
    log.note = because
    log.idle = true
    await closed(log)
  }
  const attempt = async (log: Tracked, now: number): Promise<Batch | null> => {
    try {
      return await next(log, now)
    } catch (error) {
      // One log that cannot be read must not keep the others waiting; it is tried again when it changes.
      await failed(log, error)
      return null
    }
  }
  return {
    async *batches(now) {
      if (hasPassed(lookedAt, pollMs, now)) {
        lookedAt = now
        await logs.look(now)
        if (skipping) for (const log of logs.all.values()) log.lookedAt = skipped
        skipping = false
      }
      for (const log of [...logs.all.values()]) {
        const batch = await attempt(log, now)
        if (batch !== null) yield batch
        else if (log.gone) await logs.retire(log, now)
      }
      await closeSome([...logs.all.values()])
    },
    status: () =>
      [...logs.all.values()].map(statusOf).concat(unfinishedOf(logs.unfinished), faultsOf(logs.faults)),
    save: () => logs.save(),
    saved: async () => undefined,
    async close() {
      for (const log of logs.all.values()) await closed(log)
    },
  }
}

/** Marks a log that was there at the first start, where only what comes later is wanted. */
const skipped = -1

/** Those that changed lately stay open: they are the ones that will be renamed. */
async function closeSome(logs: readonly Tracked[]): Promise<void> {
  const open = logs.filter(({ file }) => file !== null)
  if (open.length <= tailLimits.maxOpenFiles) return
  const byAge = open
    .filter(({ reading, gone }) => reading === null && !gone)
    .sort((one, two) => one.seenChangeAt - two.seenChangeAt)
  for (const log of byAge.slice(0, open.length - tailLimits.maxOpenFiles)) await closed(log)
}

function statusOf({ position, size, note, reading }: Tracked): FeedStatus {
  const { kind, offset, done, name } = position
  const unread = kind === 'text' ? Math.max(0, size - offset) : done === null || reading !== null ? size : 0
  return {
    name,
    kind: kind === 'evtx' ? 'event-log' : kind === 'whole' ? 'whole' : 'file',
    lane: 'live',
    behindBytes: kind === 'evtx' || kind === 'unknown' ? null : unread,
    note,
  }
}

function unfinishedOf(files: ReadonlyMap<string, number>): readonly FeedStatus[] {
  const note = 'waits until it is complete'
  return [...files].map(([name, behindBytes]) => ({ name, kind: 'whole', lane: 'live', behindBytes, note }))
}

function faultsOf(faults: ReadonlyMap<string, string>): readonly FeedStatus[] {
  return [...faults].map(([name, note]) => ({ name, kind: 'file', lane: 'live', behindBytes: null, note }))
}
