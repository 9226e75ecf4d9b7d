// All SQL about filings: drafts, what was sent, receipts. What was sent is frozen by the database itself.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { FactKey } from '../fact-keys.ts'
import type { FilingState } from '../filings/filing.ts'
import type { SendingWay } from '../filings/frozen.ts'
import type { SettlementWay } from '../filings/settlement.ts'
import type { Case, Recorded } from './room.ts'

type RoomScope = MemberScope | EngineScope

/** Under the name of the pair of values that was settled. */
export type Settlements = Readonly<
  Record<
    string,
    {
      readonly key: FactKey
      readonly way: SettlementWay
      readonly reason: string
      /** ISO 8601. */
      readonly at: string
      readonly byName: string
    }
  >
>

/** A sending of which it is certain that nothing arrived. */
export interface Attempt {
  readonly content: string
  /** Hexadecimal. */
  readonly sha256: string
  readonly channel: SendingWay
  readonly recipient: string | null
  /** ISO 8601. */
  readonly startedAt: string
  readonly failedAt: string
  readonly because: string
  readonly byName: string
}

export interface Filing extends Recorded {
  readonly organisationId: number
  readonly incidentId: number
  readonly id: number
  readonly duty: string
  readonly authority: string
  readonly state: FilingState
  readonly channel: SendingWay | null
  readonly recipient: string | null
  readonly content: string | null
  /** Hexadecimal. */
  readonly sha256: string | null
  readonly mandate: string | null
  readonly settlements: Settlements
  readonly attempts: readonly Attempt[]
  readonly correctsId: number | null
  readonly sendingAt: Date | null
  readonly sentAt: Date | null
  readonly sentBy: string | null
  readonly sentByName: string | null
  readonly receiptNumber: string | null
  readonly receiptedAt: Date | null
  readonly refusedBecause: string | null
  readonly voidAt: Date | null
}

const columns = sql`organisation_id as "organisationId", incident_id as "incidentId", id, duty, authority, state, channel, recipient, content,
  encode(sha256, 'hex') as sha256, mandate, settlements, attempts, corrects_id as "correctsId", sending_at as "sendingAt", sent_at as "sentAt", sent_by as "sentBy",
  sent_by_name as "sentByName", receipt_number as "receiptNumber", receipted_at as "receiptedAt", refused_because as "refusedBecause", void_at as "voidAt",
  recorded_at as "recordedAt", recorded_by as "recordedBy", recorded_by_name as "recordedByName"`
const of = ({ organisationId, incidentId }: Case) =>
  sql`organisation_id = ${organisationId} and incident_id = ${incidentId}`

export async function insertFiling(
  scope: RoomScope,
  on: Case,
  filing: Pick<Filing, 'duty' | 'authority' | 'correctsId' | 'settlements'> & Recorded,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into filings (organisation_id, incident_id, duty, authority, state, corrects_id, settlements, recorded_at, recorded_by, recorded_by_name)
    values (${on.organisationId}, ${on.incidentId}, ${filing.duty}, ${filing.authority}, 'draft', ${filing.correctsId}, ${JSON.stringify(filing.settlements)}::jsonb,
      ${filing.recordedAt}, ${filing.recordedBy}, ${filing.recordedByName}) returning id`.execute(scope.db)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a filing was inserted and returned no number')
  return id
}

/** Locked, since something is decided on it: the room and what follows a mail may come at once. */
export async function findFiling(scope: RoomScope, on: Case, id: number): Promise<Filing | null> {
  const { rows } = await sql<Filing>`
    select ${columns} from filings where ${of(on)} and id = ${id} for update`.execute(scope.db)
  return rows[0] ?? null
}

/** In the order in which they were prepared. */
export async function selectFilings(scope: RoomScope, on: Case): Promise<readonly Filing[]> {
  const { rows } = await sql<Filing>`
    select ${columns} from filings where ${of(on)} order by id`.execute(scope.db)
  return rows
}

/** On their way by mail, oldest first, of all cases that the scope sees. */
export async function selectMailsOnTheirWay(scope: EngineScope, limit: number): Promise<readonly Filing[]> {
  const { rows } = await sql<Filing>`
    select ${columns} from filings where state = 'sending' and channel = 'mail' order by sending_at, id limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

type Place = Case & Pick<Filing, 'id'>

export async function saveDraft(
  scope: RoomScope,
  { id, ...on }: Place,
  draft: Pick<Filing, 'state' | 'settlements'>,
): Promise<void> {
  await sql`update filings set state = ${draft.state}, settlements = ${JSON.stringify(draft.settlements)}::jsonb
    where ${of(on)} and id = ${id}`.execute(scope.db)
}

export type Freezing = Pick<Filing, 'state' | 'recipient' | 'sentAt'> & {
  readonly channel: SendingWay
  readonly content: string
  readonly sha256: string
  readonly mandate: string
  readonly sendingAt: Date
  readonly sentBy: string
  readonly sentByName: string
}

/** From here on the database lets the content be as it is. */
export async function freezeFiling(scope: RoomScope, { id, ...on }: Place, frozen: Freezing): Promise<void> {
  await sql`update filings set state = ${frozen.state}, channel = ${frozen.channel}, recipient = ${frozen.recipient}, content = ${frozen.content},
      sha256 = decode(${frozen.sha256}, 'hex'), mandate = ${frozen.mandate}, sending_at = ${frozen.sendingAt}, sent_at = ${frozen.sentAt},
      sent_by = ${frozen.sentBy}, sent_by_name = ${frozen.sentByName}
    where ${of(on)} and id = ${id}`.execute(scope.db)
}

export async function saveSent(
  scope: RoomScope,
  { id, ...on }: Place,
  sent: { readonly state: FilingState; readonly sentAt: Date },
): Promise<void> {
  await sql`update filings set state = ${sent.state}, sent_at = ${sent.sentAt} where ${of(on)} and id = ${id}`.execute(
    scope.db,
  )
}

/** Back to a draft that is ready; what was tried stays with it. */
export async function saveFailed(scope: RoomScope, { id, ...on }: Place, attempt: Attempt): Promise<void> {
  await sql`update filings set state = 'ready', attempts = attempts || ${JSON.stringify([attempt])}::jsonb, channel = null, recipient = null, content = null,
      sha256 = null, mandate = null, sending_at = null, sent_by = null, sent_by_name = null
    where ${of(on)} and id = ${id}`.execute(scope.db)
}

export async function saveAnswer(
  scope: RoomScope,
  { id, ...on }: Place,
  answer: Pick<Filing, 'state' | 'receiptNumber' | 'receiptedAt' | 'refusedBecause' | 'voidAt'>,
): Promise<void> {
  await sql`update filings set state = ${answer.state}, receipt_number = ${answer.receiptNumber}, receipted_at = ${answer.receiptedAt},
      refused_because = ${answer.refusedBecause}, void_at = ${answer.voidAt}
    where ${of(on)} and id = ${id}`.execute(scope.db)
}

export interface SentFiling {
  readonly id: number
  readonly duty: string
  readonly authority: string
  readonly sentAt: Date
  readonly correctsId: number | null
}

/** In the order in which they were sent; what never arrived is left out. */
export async function selectSentFilings(scope: RoomScope, on: Case): Promise<readonly SentFiling[]> {
  const { rows } = await sql<SentFiling>`
    select id, duty, authority, sent_at as "sentAt", corrects_id as "correctsId" from filings
    where ${of(on)} and sent_at is not null and void_at is null order by sent_at, id`.execute(scope.db)
  return rows
}
