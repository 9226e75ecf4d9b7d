// Finds the finding that a person named, and the records behind it, as long as their logs are there.
// SPDX-License-Identifier: EUPL-1.2
import { placeOf } from '../engine/finding.ts'
import type { Mapping } from '../engine/groups.ts'
import { selectorFor } from '../engine/router.ts'
import { isBroken, type LogEvent } from '../event/event.ts'
import type { ReadingContext } from '../parsers/parser.ts'
import { keptEvent } from '../report/filter/silenced.ts'
import { findingId, type ToldFinding } from '../report/group.ts'
import type { Equipment } from '../run/equipment.ts'
import { openLogFile } from '../run/files.ts'
import type { Pipeline } from '../sigma/pipelines/pipeline.ts'
import type { DetectionRule } from '../sigma/rule.ts'

/** Records read again for one draft; a log of millions is not read for each of its findings. */
const maxRecordsRead = 200

export async function findingNamed(
  wanted: string,
  findings: AsyncIterable<ToldFinding>,
): Promise<ToldFinding> {
  const isId = /^[0-9a-f]{8,32}$/i.test(wanted)
  if (isId)
    for await (const finding of findings)
      if (
        wanted.toLowerCase().startsWith(findingId(finding)) ||
        findingId(finding).startsWith(wanted.toLowerCase())
      )
        return finding
  throw new Error(
    `There is no finding "${wanted.slice(0, 60)}". The report names each by 12 signs; for a rule, name also the event: FILE#5 for its fifth record.`,
  )
}

/** As the detection sees them: what the hospital knows is put in, where `enrich` is not null. */
export function eventReader(reading: Omit<ReadingContext, 'source'>, enrich: Equipment['enrich']) {
  let read = 0
  const recordOf = async (path: string, number: number): Promise<LogEvent | null> => {
    if (read >= maxRecordsRead) return null
    read++
    try {
      for await (const item of (await openLogFile(path, reading)).items)
        if (item.record === number) return isBroken(item) ? null : (enrich?.(item) ?? item)
    } catch {
      // Rotated away or unreadable by now: what the finding keeps must do.
      return null
    }
    return null
  }
  /** Logs are rotated: by now another record may stand in the same place, and that is none of the finding. */
  const behind = async (finding: ToldFinding): Promise<LogEvent | null> => {
    const event = await recordOf(finding.source, finding.record)
    return event !== null && placeOf(event).time === finding.time ? event : null
  }
  return {
    /** The record of a finding; null where its log is gone. */
    behind,
    /** FILE or FILE#5; throws where there is no such record. */
    async read(wanted: string): Promise<LogEvent> {
      const [, path = wanted, number = '1'] = /^(.*)#(\d{1,9})$/.exec(wanted) ?? []
      const event = await recordOf(path, Number(number))
      if (event) return event
      throw new Error(`${path} has no readable record ${number}.`)
    },
    ofFinding: async (finding: ToldFinding): Promise<LogEvent> =>
      (await behind(finding)) ?? keptEvent(finding),
  }
}

export function mappingFor(
  rule: DetectionRule,
  event: LogEvent | undefined,
  pipelines: readonly Pipeline[],
): Mapping | null {
  return event === undefined ? null : (selectorFor(rule, event, pipelines)?.mapping ?? null)
}
