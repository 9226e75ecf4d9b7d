// All SQL about purchases, what they are now, and what was left out of their lists.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { LeftOut, Purchase, PurchaseFacts } from '../purchase.ts'

export interface Recorded {
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly recordedByName: string
}

const mostListed = 200

const columns = sql`purchase_id as id, name, kinds, supplier, touches, recorded_at as "changedAt", recorded_by_name as "changedByName"`

/** Null where the same form was sent before. */
export async function insertPurchase(
  scope: MemberScope,
  organisationId: number,
  formToken: string,
  by: Recorded,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into purchases (organisation_id, form_token, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${formToken}, ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName})
    on conflict (organisation_id, form_token) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function findPurchaseByForm(
  scope: MemberScope,
  organisationId: number,
  formToken: string,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from purchases where organisation_id = ${organisationId} and form_token = ${formToken}`.execute(
    scope.db,
  )
  return rows[0]?.id ?? null
}

export async function insertPurchaseRevision(
  scope: MemberScope,
  organisationId: number,
  purchaseId: number,
  facts: PurchaseFacts,
  by: Recorded,
): Promise<void> {
  await sql`insert into purchase_revisions (organisation_id, purchase_id, name, kinds, supplier, touches, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${purchaseId}, ${facts.name}, ${sql.val([...facts.kinds])}::text[], ${facts.supplier}, ${JSON.stringify(facts.touches)}::jsonb,
      ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName})`.execute(scope.db)
}

/** The newest first. */
export async function selectPurchases(
  scope: MemberScope,
  organisationId: number,
): Promise<readonly Purchase[]> {
  const { rows } = await sql<Purchase>`
    select * from (
      select distinct on (purchase_id) ${columns} from purchase_revisions where organisation_id = ${organisationId} order by purchase_id, purchase_revisions.id desc
    ) as latest order by id desc limit ${mostListed}`.execute(scope.db)
  return rows
}

export async function findPurchase(
  scope: MemberScope,
  organisationId: number,
  purchaseId: number,
): Promise<Purchase | null> {
  const { rows } = await sql<Purchase>`
    select ${columns} from purchase_revisions where organisation_id = ${organisationId} and purchase_id = ${purchaseId}
    order by purchase_revisions.id desc limit 1`.execute(scope.db)
  return rows[0] ?? null
}

export async function insertChoice(
  scope: MemberScope,
  organisationId: number,
  purchaseId: number,
  choice: { readonly item: string; readonly leftOutBecause: string | null },
  by: Recorded,
): Promise<void> {
  await sql`insert into purchase_choices (organisation_id, purchase_id, item, left_out_because, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${purchaseId}, ${choice.item}, ${choice.leftOutBecause}, ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName})`.execute(
    scope.db,
  )
}

/** What is left out now. */
export async function selectLeftOut(
  scope: MemberScope,
  organisationId: number,
  purchaseId: number,
): Promise<readonly LeftOut[]> {
  const { rows } = await sql<LeftOut>`
    select item, because, "byName" from (
      select distinct on (item) item, left_out_because as because, recorded_by_name as "byName"
      from purchase_choices where organisation_id = ${organisationId} and purchase_id = ${purchaseId} order by item, id desc
    ) as latest where because is not null order by item`.execute(scope.db)
  return rows
}
