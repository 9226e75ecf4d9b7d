// Writes the logs of a week, hour by hour, and remembers of planted accesses in which line of which file they stand.
// SPDX-License-Identifier: EUPL-1.2

import { once } from 'node:events'
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { hour, localDate, weekStart } from '../calendar.ts'
import type { Plan } from '../cases/plan.ts'
import type { Access } from '../work/access.ts'
import { ordinaryHour } from '../work/hour.ts'
import type { World } from '../world/world.ts'
import { archiveLine, auditMessage } from './dicom.ts'
import { auditEventR4, auditEventR5 } from './fhir.ts'

/** Where the planted accesses stand: for each case `file:line`, the file relative to the folder of the logs. */
export type Places = ReadonlyMap<number, ReadonlySet<string>>

export interface WrittenLogs {
  readonly places: Places
  readonly accesses: number
  readonly lines: number
  readonly bytes: number
}

const kinds = ['record.ndjson', 'pharmacy.ndjson', 'archive-audit.log', 'archive.log'] as const
type Kind = (typeof kinds)[number]

export async function writeLogs(world: World, plan: Plan, folder: string): Promise<WrittenLogs> {
  const places = new Map<number, Set<string>>()
  let id = 0
  const counts = { lines: 0, bytes: 0 }
  for (let day = 0; day < world.size.days; day++) {
    const name = localDate(weekStart + day * 24 * hour)
    mkdirSync(join(folder, name), { recursive: true })
    const files = new Map(kinds.map((kind) => [kind, logFile(folder, `${name}/${kind}`, counts)]))
    for (let at = day * 24; at < (day + 1) * 24; at++) {
      for (const access of hourOf(world, plan, at)) {
        for (const [kind, line] of linesOf(access, ++id)) {
          const place = files.get(kind)?.add(line)
          if (access.case !== null && place)
            places.set(access.case, (places.get(access.case) ?? new Set()).add(place))
        }
      }
      for (const file of files.values()) await file.flush()
    }
    for (const file of files.values()) await file.end()
  }
  return { places, accesses: id, ...counts }
}

/** In the order of time; what runs over the hour's end stands some minutes late, as logs do. */
function hourOf(world: World, plan: Plan, at: number): Access[] {
  return [...ordinaryHour(world, at), ...(plan.byHour.get(at) ?? [])].sort((one, two) => one.at - two.at)
}

function* linesOf(access: Access, id: number): Generator<readonly [Kind, string]> {
  const message = auditMessage(access, id)
  const line = archiveLine(access, id)
  if (message !== null) yield ['archive-audit.log', message]
  if (line !== null) yield ['archive.log', line]
  if (message !== null || line !== null) return
  if (access.role === 'pharmacy') yield ['pharmacy.ndjson', auditEventR5(access, id)]
  else yield ['record.ndjson', auditEventR4(access, id)]
}

interface LogFile {
  /** The place of the line: `file:line`. */
  add(line: string): string
  flush(): Promise<void>
  end(): Promise<void>
}

function logFile(folder: string, name: string, counts: { lines: number; bytes: number }): LogFile {
  const stream: WriteStream = createWriteStream(join(folder, name))
  let lines: string[] = []
  let number = 0
  return {
    add(line) {
      lines.push(line)
      counts.lines++
      return `${name}:${++number}`
    },
    async flush() {
      if (lines.length === 0) return
      const bytes = Buffer.from(`${lines.join('\n')}\n`)
      lines = []
      counts.bytes += bytes.length
      if (!stream.write(bytes)) await once(stream, 'drain')
    },
    async end() {
      stream.end()
      await once(stream, 'close')
    },
  }
}
