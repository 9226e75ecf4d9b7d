// The findings of each day as lines of JSON, on disk before anything that they came from counts as read.
// SPDX-License-Identifier: EUPL-1.2
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../engine/finding.ts'
import { jsonLine } from '../engine/printable.ts'
import { asTrouble, syncFolder } from './durable.ts'
import { stateLimits } from './limits.ts'
import { privateFolder } from './places.ts'

/** A finding told for the first time, or how often it has come by now. */
export type JournalRecord =
  | { readonly id: string; readonly toldAt: string; readonly finding: Finding }
  | { readonly id: string; readonly toldAt: string; readonly count: number; readonly lastTime: string | null }

/** How far the journal reached when a checkpoint was made. */
export interface JournalMark {
  readonly day: string
  readonly bytes: number
}

export interface Journal {
  /** On disk when it resolves. StorageTrouble: nothing of it was written. */
  append(records: readonly JournalRecord[], now: number): Promise<void>
  mark(): JournalMark | null
  close(): Promise<void>
}

export async function openJournal(folder: string): Promise<Journal> {
  await privateFolder(folder)
  let file: FileHandle | null = null
  let day = ''
  let bytes = 0

  const openDay = async (wanted: string): Promise<FileHandle> => {
    if (file !== null && day === wanted) return file
    await file?.close()
    file = null
    const path = join(folder, `${wanted}.ndjson`)
    let opened: FileHandle | null = null
    let whole = 0
    try {
      opened = await open(path, 'a+', 0o600)
      const { size } = await opened.stat()
      // A line that was cut off by a loss of power is nobody's: its finding was not told.
      whole = await wholeBytes(opened, size)
      if (whole < size) await opened.truncate(whole)
      await syncFolder(folder)
    } catch (error) {
      await opened?.close()
      throw asTrouble(path, error)
    }
    file = opened
    day = wanted
    bytes = whole
    return opened
  }
  const days = await daysIn(folder)
  const last = days.at(-1)
  if (last !== undefined) await openDay(last)

  return {
    async append(records, now) {
      if (records.length === 0) return
      const wanted = new Date(now).toISOString().slice(0, 10)
      const target = await openDay(day > wanted ? day : wanted)
      const block = Buffer.from(records.map((record) => `${boundedLine(record)}\n`).join(''))
      try {
        await target.appendFile(block)
        await target.datasync()
        bytes += block.length
      } catch (error) {
        // Whatever part was written goes again, so that no half line stays between whole ones.
        await target.truncate(bytes).catch(() => undefined)
        throw asTrouble(join(folder, `${day}.ndjson`), error)
      }
    },
    mark: () => (day === '' ? null : { day, bytes }),
    async close() {
      await file?.close()
      file = null
    },
  }
}

function boundedLine(record: JournalRecord): string {
  const line = jsonLine(record)
  if (line.length <= stateLimits.maxFindingBytes || !('finding' in record)) return line
  const { evidence, ...finding } = record.finding
  const short = { ...record, finding: { ...finding, evidence: evidence?.slice(0, 3) ?? [] } }
  const without = jsonLine(short)
  if (without.length <= stateLimits.maxFindingBytes) return without
  return jsonLine({
    ...short,
    finding: { ...short.finding, group: {}, reason: finding.reason.slice(0, 4_000) },
  })
}

export async function daysIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return names
    .flatMap((name) => /^(\d{4}-\d\d-\d\d)\.ndjson$/.exec(name)?.[1] ?? [])
    .sort()
    .slice(-stateLimits.maxDays)
}

const lineFeed = 0x0a

async function wholeBytes(file: FileHandle, size: number): Promise<number> {
  const block = Buffer.alloc(64 * 1024)
  for (let end = size; end > 0; ) {
    const from = Math.max(0, end - block.length)
    const { bytesRead } = await file.read(block, 0, end - from, from)
    const at = block.subarray(0, bytesRead).lastIndexOf(lineFeed)
    if (at !== -1) return from + at + 1
    end = from
  }
  return 0
}
