// How many earlier findings an exception would have silenced: by what the finding keeps, else by its record in the log.
// SPDX-License-Identifier: EUPL-1.2
import type { Mapping } from '../../engine/groups.ts'
import { holds } from '../../engine/naive.ts'
import { emptyFields, type LogEvent, unknownLog } from '../../event/event.ts'
import type { ToldFinding } from '../group.ts'
import type { Draft } from './draft.ts'

export interface Silenced {
  readonly all: number
  readonly silenced: number
  /** Neither the finding nor its log says it. */
  readonly unknown: number
}

/** Gives the record of a finding; null where its log is gone. */
export type RecordOf = (finding: ToldFinding) => Promise<{ event: LogEvent; mapping: Mapping | null } | null>

export function silencedOf(
  findings: AsyncIterable<ToldFinding>,
  ruleId: string,
  draft: Draft,
  recordOf: RecordOf,
): Promise<Silenced> {
  return counted(
    findings,
    ruleId,
    async (finding) => keptSays(finding, draft) ?? (await recordSays(finding, draft, recordOf)),
  )
}

/** Of a correlation: those of the same group. */
export function silencedGroups(
  findings: AsyncIterable<ToldFinding>,
  ruleId: string,
  group: Readonly<Record<string, string>>,
): Promise<Silenced> {
  const fields = Object.entries(group)
  return counted(findings, ruleId, async (finding) =>
    fields.every(([name, value]) => finding.group?.[name] === value),
  )
}

async function counted(
  findings: AsyncIterable<ToldFinding>,
  ruleId: string,
  isSilenced: (finding: ToldFinding) => Promise<boolean | null>,
): Promise<Silenced> {
  const counts = { all: 0, silenced: 0, unknown: 0 }
  for await (const finding of findings) {
    if (finding.ruleId !== ruleId) continue
    const count = finding.count ?? 1
    const says = await isSilenced(finding)
    counts.all += count
    if (says === null) counts.unknown += count
    else if (says) counts.silenced += count
  }
  return counts
}

/** Null unless the finding keeps every field of the exception, uncut. */
function keptSays(finding: ToldFinding, draft: Draft): boolean | null {
  const event = keptEvent(finding)
  const isKept = ({ field }: { readonly field: string }) => {
    const value = event.fields[field]
    return typeof value === 'string' && !value.endsWith('…')
  }
  return draft.fields.every(isKept) ? holds(draft.expression, event, null) : null
}

async function recordSays(finding: ToldFinding, draft: Draft, recordOf: RecordOf): Promise<boolean | null> {
  const found = await recordOf(finding)
  return found === null ? null : holds(draft.expression, found.event, found.mapping)
}

/** What a finding keeps of its event, under Sigma's names. */
export function keptEvent({ because, source, record, time }: ToldFinding): LogEvent {
  const fields = emptyFields()
  for (const [name, value] of Object.entries(because?.about ?? {})) fields[name] = value
  for (const { field, value } of because?.tests ?? [])
    if (field !== null && value !== null) fields[field] = value
  return {
    source,
    record,
    at: time === null ? null : Date.parse(time),
    logSource: unknownLog,
    fields,
    raw: null,
  }
}
