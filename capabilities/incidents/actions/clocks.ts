// Works the legal clocks of a case out from its journal: nothing is typed in, nothing is stored.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { historyOf, type RecordedEntry } from '../../../platform/journal/journal.ts'
import { entityClassOf, findOrganisation, type Organisation } from '../../organisations/index.ts'
import { caseEventsOf } from '../case-events.ts'
import { type Duty, dutiesFor } from '../duties/duty.ts'
import { type ClockChange, clockHistory, situationOf } from '../duties/history.ts'
import { type FactEntry, foldLedger, type LedgerFact } from '../fact.ts'
import type { FactKey } from '../fact-keys.ts'
import type { Incident } from '../incident.ts'
import { type RecordedDecision, selectDecisions, selectFacts } from '../store/room.ts'

/** A case that lasts for months has some thousands. */
const maxEntries = 50_000

export interface CaseClocks {
  readonly duties: readonly Duty[]
  /** Each move of a clock, with the entry that moved it, oldest first. */
  readonly moves: readonly {
    readonly entry: number
    readonly at: Date
    readonly changes: readonly ClockChange[]
  }[]
  readonly ledger: ReadonlyMap<FactKey, LedgerFact>
  readonly entries: readonly FactEntry[]
  readonly decisions: readonly RecordedDecision[]
  readonly organisation: Organisation
  /** Everything that was done in the room, oldest first. */
  readonly history: readonly RecordedEntry[]
}

type Numbers = Pick<Incident, 'organisationId' | 'id'>

export async function clocksOf(
  scope: MemberScope | EngineScope,
  incident: Numbers,
  now: Date,
): Promise<CaseClocks> {
  const on = { organisationId: incident.organisationId, incidentId: incident.id }
  const organisation = await findOrganisation(scope, incident.organisationId)
  if (!organisation) throw new Error(`case ${incident.id} belongs to no organisation`)
  const history = await journalOf(scope, incident)
  const events = caseEventsOf(history)
  const situation = situationOf(events)
  const entries = await selectFacts(scope, on)
  return {
    duties: situation ? dutiesFor(situation, now) : [],
    moves: clockHistory(events).map(({ event, changes }) => ({ entry: event.number, at: event.at, changes })),
    ledger: foldLedger(entries),
    entries,
    decisions: await selectDecisions(scope, on),
    organisation,
    history,
  }
}

/** The duties alone, for lists of many cases. */
export async function dutiesOf(
  scope: MemberScope | EngineScope,
  incident: Numbers,
  now: Date,
): Promise<readonly Duty[]> {
  const situation = situationOf(caseEventsOf(await journalOf(scope, incident)))
  return situation ? dutiesFor(situation, now) : []
}

async function journalOf(
  scope: MemberScope | EngineScope,
  { organisationId, id }: Numbers,
): Promise<readonly RecordedEntry[]> {
  const object = { organisationId, objectType: 'incident', objectId: id }
  return (await historyOf(scope, object, maxEntries)).toReversed()
}

/** What the rules ask of the hospital itself, as the journal keeps it. */
export function profileOf(organisation: Organisation, now: Date): Readonly<Record<string, string>> {
  const { answer } = entityClassOf(organisation, now)
  return {
    country: organisation.country,
    timeZone: organisation.timeZone,
    entityClass: answer === 'not-in-scope' ? 'not_in_scope' : answer,
  }
}

/** As the journal of the case holds it; null where the case has none. */
export async function lastProfileOf(scope: MemberScope | EngineScope, incident: Numbers): Promise<unknown> {
  const entries = await journalOf(scope, incident)
  return entries.findLast(({ details }) => details.profile !== undefined)?.details.profile ?? null
}
