// All SQL about dossiers, their items and endorsements.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, MemberScope } from '../../../platform/database/database.ts'
import type { DossierState } from '../dossier/chain.ts'
import type { Dossier, Endorsement } from '../dossier/dossier.ts'
import type { ItemEntry } from '../dossier/standing.ts'

const columns = sql`organisation_id as "organisationId", id, realm, incident_id as "incidentId", title, state, round, opened_at as "openedAt",
  opened_by_name as "openedByName", ended_at as "endedAt"`

/** Null where the same form was sent before. */
export async function insertDossier(
  scope: MemberScope,
  given: Pick<Dossier, 'organisationId' | 'realm' | 'incidentId' | 'title' | 'openedAt' | 'openedByName'> & {
    readonly formToken: string
  },
): Promise<number | null> {
  const number = given.realm === 'exercise' ? sql`nextval('exercise_support')` : sql`default`
  const { rows } = await sql<{ id: number }>`
    insert into support_dossiers (organisation_id, id, realm, incident_id, title, form_token, opened_at, opened_by_name)
    values (${given.organisationId}, ${number}, ${given.realm}, ${given.incidentId}, ${given.title}, ${given.formToken}, ${given.openedAt}, ${given.openedByName})
    on conflict (organisation_id, form_token) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function findDossierByForm(
  scope: MemberScope,
  organisationId: number,
  formToken: string,
): Promise<Dossier | null> {
  const { rows } = await sql<Dossier>`
    select ${columns} from support_dossiers where organisation_id = ${organisationId} and form_token = ${formToken}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function findDossier(
  scope: MemberScope,
  organisationId: number,
  id: number,
  options: { readonly lock?: boolean } = {},
): Promise<Dossier | null> {
  const { rows } = await sql<Dossier>`
    select ${columns} from support_dossiers where organisation_id = ${organisationId} and id = ${id} ${options.lock ? sql`for update` : sql``}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** Those on their way first, real ones before exercises, then the newest. */
export async function selectDossiers(
  scope: MemberScope | CentreScope,
  { organisationId, limit }: { readonly organisationId: number | null; readonly limit: number },
): Promise<readonly Dossier[]> {
  const { rows } = await sql<Dossier>`
    select ${columns} from support_dossiers where ${organisationId === null ? sql`state <> 'draft'` : sql`organisation_id = ${organisationId}`}
    order by (state in ('withdrawn', 'ended')), realm desc, opened_at desc, organisation_id, id limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export async function saveDossierState(
  scope: MemberScope,
  { organisationId, id }: Pick<Dossier, 'organisationId' | 'id'>,
  to: { readonly state: DossierState; readonly round: number; readonly endedAt: Date | null },
): Promise<void> {
  await sql`update support_dossiers set state = ${to.state}, round = ${to.round}, ended_at = ${to.endedAt}
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

export async function insertItem(
  scope: MemberScope,
  organisationId: number,
  entry: ItemEntry & { readonly recordedBy: string },
): Promise<void> {
  await sql`insert into support_dossier_items (organisation_id, dossier_id, item, text, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${entry.dossierId}, ${entry.item}, ${entry.text}, ${entry.recordedAt}, ${entry.recordedBy}, ${entry.recordedByName})`.execute(
    scope.db,
  )
}

/** What stands ready and what was written for this dossier; the newest of each, in the order in which they were written. */
export async function selectItems(
  scope: MemberScope,
  organisationId: number,
  dossierId: number | null,
): Promise<readonly ItemEntry[]> {
  const { rows } = await sql<ItemEntry>`
    select item, "dossierId", text, "recordedAt", "recordedByName" from (
      select distinct on (dossier_id, item) id, item, dossier_id as "dossierId", text, recorded_at as "recordedAt", recorded_by_name as "recordedByName"
      from support_dossier_items where organisation_id = ${organisationId} and (dossier_id is null or dossier_id = ${dossierId})
      order by dossier_id, item, id desc) newest order by id`.execute(scope.db)
  return rows
}

export async function insertEndorsement(
  scope: MemberScope,
  { organisationId, id }: Pick<Dossier, 'organisationId' | 'id'>,
  entry: Endorsement & { readonly recordedBy: string },
): Promise<void> {
  await sql`insert into support_endorsements (organisation_id, dossier_id, round, step, decision, name, role, mandate, receipt_number, text, snapshot, sha256, via,
      recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${id}, ${entry.round}, ${entry.step}, ${entry.decision}, ${entry.name}, ${entry.role}, ${entry.mandate}, ${entry.receiptNumber},
      ${entry.text}, ${entry.snapshot}, ${entry.sha256}, ${entry.via}, ${entry.recordedAt}, ${entry.recordedBy}, ${entry.recordedByName})`.execute(
    scope.db,
  )
}

/** In the order in which they were given, all rounds. */
export async function selectEndorsements(
  scope: MemberScope,
  organisationId: number,
  dossierId: number,
): Promise<readonly Endorsement[]> {
  const { rows } = await sql<Endorsement>`
    select round, step, decision, name, role, mandate, receipt_number as "receiptNumber", text, snapshot, sha256, via,
      recorded_at as "recordedAt", recorded_by_name as "recordedByName"
    from support_endorsements where organisation_id = ${organisationId} and dossier_id = ${dossierId} order by id`.execute(
    scope.db,
  )
  return rows
}
