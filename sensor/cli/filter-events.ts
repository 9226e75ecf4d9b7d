// Finds the finding that a person named, and the records behind it, as long as their logs are there.
// SPDX-License-Identifier: EUPL-1.2
import { groupsOf, type Mapping, selects } from '../engine/groups.ts'
import { traitsOf } from '../engine/router.ts'
import { isBroken, type LogEvent } from '../event/event.ts'
import type { ReadingContext } from '../parsers/parser.ts'
import { keptEvent } from '../report/filter/silenced.ts'
import { findingId, type ToldFinding } from '../report/group.ts'
import { openLogFile } from '../run/files.ts'
import { standardPipelines } from '../sigma/pipelines/pipeline.ts'
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

export function eventReader(reading: Omit<ReadingContext, 'source'>) {
  let read = 0
  const recordOf = async (path: string, number: number): Promise<LogEvent | null> => {
    if (read >= maxRecordsRead) return null
    read++
    try {
      for await (const item of (await openLogFile(path, reading)).items)
        if (item.record === number) return isBroken(item) ? null : item
    } catch {
      // Rotated away or unreadable by now: what the finding keeps must do.
      return null
    }
    return null
  }
  return {
    recordOf,
    /** FILE or FILE#5; throws where there is no such record. */
    async read(wanted: string): Promise<LogEvent> {
      const [, path = wanted, number = '1'] = /^(.*)#(\d{1,9})$/.exec(wanted) ?? []
      const event = await recordOf(path, Number(number))
      if (event) return event
      throw new Error(`${path} has no readable record ${number}.`)
    },
    ofFinding: async (finding: ToldFinding): Promise<LogEvent> =>
      (await recordOf(finding.source, finding.record)) ?? keptEvent(finding),
  }
}

export function mappingFor(rule: DetectionRule, event: LogEvent | undefined): Mapping | null {
  if (!event) return null
  const [group] = groupsOf([rule], standardPipelines)
  return group?.selectors.find((one) => selects(one, traitsOf(event)))?.mapping ?? null
}
