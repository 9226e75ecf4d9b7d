// Where the commands on findings take them from: a file that a scan wrote, or the state folder of a running sensor.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { findingsIn } from '../report/finding-lines.ts'
import type { ToldFinding } from '../report/group.ts'
import { zoneOfThisMachine } from '../report/times.ts'
import type { SensorConfig } from '../run/config.ts'
import { readFindings } from '../state/read-findings.ts'
import { UsageFault, type Words } from './command.ts'

export interface GivenFindings {
  readonly findings: AsyncIterable<ToldFinding>
  readonly unreadable: () => number
}

/** Throws where there is neither; a state folder that is not there is told and not taken for an empty one. */
export async function findingsFrom(
  file: string | null,
  state: string | null,
  since: number | null,
): Promise<GivenFindings> {
  const place = file ?? state
  if (place === null)
    throw new UsageFault(
      'Which findings? Name a file that "sensor scan --json" wrote, or the state folder with --state.',
    )
  await stat(place)
  if (file !== null) return findingsIn(createReadStream(file))
  // A finding is told at its time or later, so none of those asked for is left out.
  return { findings: readFindings(place, since), unreadable: () => 0 }
}

/** UTC is what nobody has set: then the zone of this machine is nearer to the clock on the wall. */
export function zoneFor(words: Words, { timeZone }: SensorConfig): string {
  if (words.text('time-zone') !== null || words.text('config') !== null) return timeZone
  return zoneOfThisMachine()
}

const units: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 }

/** Milliseconds UTC from "7d", "24h", "2w" or a date; null where nothing is said. */
export function sinceIn(words: Words, now: number): number | null {
  const wanted = words.text('since')
  if (wanted === null) return null
  const [, count, unit = ''] = /^(\d{1,4})([hdw])$/.exec(wanted) ?? []
  if (count !== undefined) return now - Number(count) * (units[unit] ?? 0)
  const date = /^\d{4}-\d\d-\d\d/.test(wanted) ? Date.parse(wanted) : Number.NaN
  if (Number.isNaN(date))
    throw new UsageFault('--since is a span such as 24h, 7d or 2w, or a date such as 2026-11-20.')
  return date
}
