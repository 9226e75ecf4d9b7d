// All SQL about what a house chose to do with an item.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { ItemChoice } from '../choice.ts'

type OwnScope = MemberScope | EngineScope

const columns = sql`id, item_key as "itemKey", item_version as "itemVersion", choice, until, reason, who, at, by_name as "byName"`

/** One decision at a time: of two at once the second sees the plan of the first, and ends it. */
export async function lockChoices(
  scope: MemberScope,
  organisationId: number,
  itemKey: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`item choice ${organisationId} ${itemKey}`}, 0))`.execute(
    scope.db,
  )
}

export async function insertChoice(
  scope: OwnScope,
  organisationId: number,
  choice: Omit<ItemChoice, 'id'> & { readonly by: string },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into item_choices (organisation_id, item_key, item_version, choice, until, reason, who, at, by, by_name)
    values (${organisationId}, ${choice.itemKey}, ${choice.itemVersion}, ${choice.choice}, ${choice.until}, ${choice.reason}, ${choice.who}, ${choice.at}, ${choice.by}, ${choice.byName})
    returning id`.execute(scope.db)
  return rows[0]?.id ?? 0
}

/** The newest of each item. */
export async function selectChoices(
  scope: OwnScope,
  organisationId: number,
): Promise<ReadonlyMap<string, ItemChoice>> {
  const { rows } = await sql<ItemChoice>`
    select distinct on (item_key) ${columns} from item_choices where organisation_id = ${organisationId}
    order by item_key, id desc`.execute(scope.db)
  return new Map(rows.map((row) => [row.itemKey, row]))
}

/** Every choice on one item, the newest first. */
export async function selectChoicesOf(
  scope: OwnScope,
  organisationId: number,
  itemKey: string,
): Promise<readonly ItemChoice[]> {
  const { rows } = await sql<ItemChoice>`
    select ${columns} from item_choices where organisation_id = ${organisationId} and item_key = ${itemKey}
    order by id desc limit 50`.execute(scope.db)
  return rows
}

/** What was done since then, each item once, the newest first. */
export async function selectDone(
  scope: OwnScope,
  organisationId: number,
  since: Date,
): Promise<readonly ItemChoice[]> {
  const { rows } = await sql<ItemChoice>`
    select * from (
      select distinct on (item_key) ${columns} from item_choices
      where organisation_id = ${organisationId} and choice = 'done' and at >= ${since} order by item_key, id desc) done
    order by at desc`.execute(scope.db)
  return rows
}
