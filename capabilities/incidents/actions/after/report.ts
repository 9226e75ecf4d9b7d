// Keeps what came out of the timeline as facts of the case: the description, the root cause, the type of threat.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { Access } from '../../access.ts'
import { type Confidence, currentValue, type FactEntry, foldLedger, type LedgerFact } from '../../fact.ts'
import type { FactKey } from '../../fact-keys.ts'
import { type SentFiling, selectSentFilings } from '../../store/filings.ts'
import { selectFacts } from '../../store/room.ts'
import { recordFacts } from '../facts.ts'
import { caseOf, inRoom, type Room } from '../room.ts'
import { mustBeAtHome } from './at-home.ts'

type Reporting = Pick<Context, 'database'>

/** What NIS2 Art. 23(4)(d) asks of a final report beyond what the case knows by itself. */
export const reportKeys = ['description', 'rootCause', 'threatType'] as const satisfies readonly FactKey[]
export type ReportKey = (typeof reportKeys)[number]

export async function sentFilingsOf(
  context: Reporting,
  access: Access,
  now: Date,
): Promise<readonly SentFiling[]> {
  mustBeAtHome(access)
  const work = (room: Room) => selectSentFilings(room.scope, caseOf(room))
  return inRoom(context, access, now, work, { write: false })
}

/** Which entries the person looked at, so that nobody overwrites what another wrote meanwhile. */
export function seenOf(ledger: ReadonlyMap<FactKey, LedgerFact>): string {
  return reportKeys.map((key) => ledger.get(key)?.current.number ?? 0).join('-')
}

export interface ReportCommand {
  readonly typed: Readonly<Record<ReportKey, string>>
  readonly seen: string
  readonly source: string
  readonly confidence: Confidence
  readonly reason: string | null
  readonly timeZone: string
}

export type Kept = { readonly recorded: number } | { readonly changed: readonly FactEntry[] }

/** What stands there already is not said again, and an empty field that was empty says nothing. */
export async function keepReport(
  context: Reporting,
  access: Access,
  command: ReportCommand,
  now: Date,
): Promise<Kept> {
  mustBeAtHome(access)
  const read = (room: Room) => selectFacts(room.scope, caseOf(room))
  const ledger = foldLedger(await inRoom(context, access, now, read))
  if (seenOf(ledger) !== command.seen)
    return { changed: reportKeys.flatMap((key) => ledger.get(key)?.current ?? []) }
  const facts = reportKeys
    .map((key) => ({ key, typed: command.typed[key] }))
    .filter(({ key, typed }) => typed !== (currentValue(ledger, key) ?? ''))
  if (facts.length === 0) return { recorded: 0 }
  const { source, confidence, reason, timeZone } = command
  return {
    recorded: await recordFacts(context, access, { facts, source, confidence, reason, timeZone }, now),
  }
}
