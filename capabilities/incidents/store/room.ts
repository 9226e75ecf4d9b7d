// All SQL about what lies in a room: facts, notes, decisions, tasks, services, assets, indicators.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { ClinicalService, ServiceStanding } from '../clinical-service.ts'
import type { Confidence, FactEntry, FactValue } from '../fact.ts'
import type { FactKey } from '../fact-keys.ts'

type RoomScope = MemberScope | EngineScope

export interface Case {
  readonly organisationId: number
  readonly incidentId: number
}

/** What an entry says; `number` and who recorded it come with the row. */
export interface FactStatement {
  readonly key: FactKey
  readonly value: FactValue | null
  readonly source: string
  readonly confidence: Confidence
  readonly reason: string | null
}

/** Who wrote it down, and when. */
export interface Recorded {
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly recordedByName: string
}

const recorded = sql`recorded_at as "recordedAt", recorded_by as "recordedBy", recorded_by_name as "recordedByName"`
const of = ({ organisationId, incidentId }: Case) =>
  sql`organisation_id = ${organisationId} and incident_id = ${incidentId}`

export async function insertFact(
  scope: RoomScope,
  on: Case,
  fact: FactStatement & Recorded,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into incident_facts (organisation_id, incident_id, key, value, source, confidence, reason, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${fact.key}, ${JSON.stringify(fact.value)}::jsonb, ${fact.source}, ${fact.confidence}, ${fact.reason},
      ${fact.recordedAt}, ${fact.recordedBy}, ${fact.recordedByName}) returning id`.execute(scope.db)
  return idOf(rows)
}

/** In the order in which they were recorded, to be folded by fact.ts. */
export async function selectFacts(scope: RoomScope, on: Case): Promise<readonly FactEntry[]> {
  const { rows } = await sql<FactEntry>`
    select id as number, key, value, source, confidence, reason, recorded_at as "recordedAt", recorded_by_name as "recordedBy"
    from incident_facts where ${of(on)} order by id`.execute(scope.db)
  return rows
}

export const noteKinds = ['note', 'decision', 'call', 'action', 'lesson'] as const
export type NoteKind = (typeof noteKinds)[number]

export interface Note extends Recorded {
  readonly id: number
  readonly kind: NoteKind
  readonly text: string
  readonly happenedAt: Date
}

export async function insertNote(scope: RoomScope, on: Case, note: Omit<Note, 'id'>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into incident_notes (organisation_id, incident_id, kind, text, happened_at, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${note.kind}, ${note.text}, ${note.happenedAt}, ${note.recordedAt}, ${note.recordedBy}, ${note.recordedByName}) returning id`.execute(
    scope.db,
  )
  return idOf(rows)
}

export async function selectNotes(scope: RoomScope, on: Case): Promise<readonly Note[]> {
  const { rows } = await sql<Note>`
    select id, kind, text, happened_at as "happenedAt", ${recorded} from incident_notes where ${of(on)} order by happened_at, id`.execute(
    scope.db,
  )
  return rows
}

export interface RecordedDecision extends Recorded {
  readonly id: number
  /** `significant`, or the key of a moment that others set. */
  readonly subject: string
  readonly answer: string
  readonly because: string
}

export async function insertDecision(
  scope: RoomScope,
  on: Case,
  decision: Omit<RecordedDecision, 'id'>,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into incident_decisions (organisation_id, incident_id, subject, answer, because, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${decision.subject}, ${decision.answer}, ${decision.because}, ${decision.recordedAt}, ${decision.recordedBy}, ${decision.recordedByName}) returning id`.execute(
    scope.db,
  )
  return idOf(rows)
}

/** In the order in which they were taken; the last on a subject counts. */
export async function selectDecisions(scope: RoomScope, on: Case): Promise<readonly RecordedDecision[]> {
  const { rows } = await sql<RecordedDecision>`
    select id, subject, answer, because, ${recorded} from incident_decisions where ${of(on)} order by id`.execute(
    scope.db,
  )
  return rows
}

export const taskKinds = ['task', 'promise', 'lesson'] as const
export type TaskKind = (typeof taskKinds)[number]

export interface Task extends Recorded {
  readonly id: number
  readonly kind: TaskKind
  readonly title: string
  readonly toWhom: string | null
  /** Of a lesson: the key of the measure, course or service that it leads to. */
  readonly leadsTo: string | null
  readonly owner: string
  readonly dueAt: Date
  readonly state: 'open' | 'done' | 'dropped'
  readonly endedAt: Date | null
  readonly endedByName: string | null
  readonly outcome: string | null
}

export async function insertTask(
  scope: RoomScope,
  on: Case,
  task: Pick<Task, 'kind' | 'title' | 'toWhom' | 'leadsTo' | 'owner' | 'dueAt'> & Recorded,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into incident_tasks (organisation_id, incident_id, kind, title, to_whom, leads_to, owner, due_at, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${task.kind}, ${task.title}, ${task.toWhom}, ${task.leadsTo}, ${task.owner}, ${task.dueAt}, ${task.recordedAt}, ${task.recordedBy}, ${task.recordedByName}) returning id`.execute(
    scope.db,
  )
  return idOf(rows)
}

export async function selectTasks(scope: RoomScope, on: Case): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`
    select id, kind, title, to_whom as "toWhom", leads_to as "leadsTo", owner, due_at as "dueAt", state, ended_at as "endedAt", ended_by_name as "endedByName", outcome, ${recorded}
    from incident_tasks where ${of(on)} order by state = 'open' desc, due_at, id`.execute(scope.db)
  return rows
}

/** False where it does not exist or somebody ended it before. */
export async function endTask(
  scope: RoomScope,
  on: Case,
  end: Pick<Task, 'id' | 'state' | 'endedAt' | 'endedByName' | 'outcome'>,
): Promise<boolean> {
  const { rows } = await sql`
    update incident_tasks set state = ${end.state}, ended_at = ${end.endedAt}, ended_by_name = ${end.endedByName}, outcome = ${end.outcome}
    where ${of(on)} and id = ${end.id} and state = 'open' returning id`.execute(scope.db)
  return rows.length > 0
}

export async function saveOwner(
  scope: RoomScope,
  on: Case,
  task: Pick<Task, 'id' | 'owner' | 'dueAt'>,
): Promise<boolean> {
  const { rows } = await sql`
    update incident_tasks set owner = ${task.owner}, due_at = ${task.dueAt} where ${of(on)} and id = ${task.id} and state = 'open' returning id`.execute(
    scope.db,
  )
  return rows.length > 0
}

export async function insertService(
  scope: RoomScope,
  on: Case,
  standing: Omit<ServiceStanding, 'recordedAt' | 'recordedByName'> & Recorded,
): Promise<void> {
  await sql`insert into incident_services (organisation_id, incident_id, service, state, expected_at, diverted_to, note, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${standing.service}, ${standing.state}, ${standing.expectedAt}, ${standing.divertedTo}, ${standing.note},
      ${standing.recordedAt}, ${standing.recordedBy}, ${standing.recordedByName})`.execute(scope.db)
}

/** Everything that was told, oldest first; the last row of a service counts. */
export async function selectServices(
  scope: RoomScope,
  on: Case,
): Promise<readonly (ServiceStanding & Recorded & { readonly id: number })[]> {
  const { rows } = await sql<ServiceStanding & Recorded & { id: number; service: ClinicalService }>`
    select id, service, state, expected_at as "expectedAt", diverted_to as "divertedTo", note, ${recorded}
    from incident_services where ${of(on)} order by id`.execute(scope.db)
  return rows
}

export interface CaseAsset {
  readonly assetId: number
  readonly note: string | null
  readonly recordedAt: Date
  readonly recordedByName: string
}

export async function insertCaseAsset(scope: RoomScope, on: Case, asset: CaseAsset): Promise<void> {
  await sql`insert into incident_assets (organisation_id, incident_id, asset_id, note, recorded_at, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${asset.assetId}, ${asset.note}, ${asset.recordedAt}, ${asset.recordedByName})
    on conflict (organisation_id, incident_id, asset_id) do update set note = excluded.note`.execute(scope.db)
}

export async function deleteCaseAsset(scope: RoomScope, on: Case, assetId: number): Promise<void> {
  await sql`delete from incident_assets where ${of(on)} and asset_id = ${assetId}`.execute(scope.db)
}

export async function selectCaseAssets(scope: RoomScope, on: Case): Promise<readonly CaseAsset[]> {
  const { rows } = await sql<CaseAsset>`
    select asset_id as "assetId", note, recorded_at as "recordedAt", recorded_by_name as "recordedByName" from incident_assets where ${of(on)} order by asset_id`.execute(
    scope.db,
  )
  return rows
}

export const indicatorTypes = [
  'domain',
  'ipv4',
  'ipv6',
  'url',
  'md5',
  'sha1',
  'sha256',
  'email',
  'file-name',
  'other',
] as const
export type IndicatorType = (typeof indicatorTypes)[number]

export interface Indicator {
  readonly id: number
  readonly type: IndicatorType
  readonly value: string
  readonly note: string | null
  readonly recordedAt: Date
  readonly recordedByName: string
}

/** The same again changes nothing. */
export async function insertIndicator(
  scope: RoomScope,
  on: Case,
  indicator: Omit<Indicator, 'id'>,
): Promise<void> {
  await sql`insert into incident_indicators (organisation_id, incident_id, type, value, note, recorded_at, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${indicator.type}, ${indicator.value}, ${indicator.note}, ${indicator.recordedAt}, ${indicator.recordedByName})
    on conflict (organisation_id, incident_id, type, value) do nothing`.execute(scope.db)
}

export async function deleteIndicator(scope: RoomScope, on: Case, id: number): Promise<void> {
  await sql`delete from incident_indicators where ${of(on)} and id = ${id}`.execute(scope.db)
}

export async function selectIndicators(scope: RoomScope, on: Case): Promise<readonly Indicator[]> {
  const { rows } = await sql<Indicator>`
    select id, type, value, note, recorded_at as "recordedAt", recorded_by_name as "recordedByName" from incident_indicators where ${of(on)} order by type, value`.execute(
    scope.db,
  )
  return rows
}

function idOf(rows: readonly { readonly id: number }[]): number {
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a row was inserted and returned no number')
  return id
}
