// All SQL about the alias graph: pairs of names, every decision made about them, and the namings that bear them.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'
import { jsonPortions } from '../../../platform/database/portions.ts'
import { type AliasAnswer, type AliasDecision, aliasKey, maxAliasSteps, type WrittenName } from '../alias.ts'
import type { ProductName } from '../product-name.ts'
import type { Side } from './products.ts'

const namingsAtOnce = 5_000

export async function lackAliasKeys(scope: EngineScope): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from products where alias_key is null) as some`.execute(scope.db)
  return rows[0]?.some ?? false
}

/** Namings that were stored before aliases existed get their key; afterwards there is nothing to do. */
export async function fillAliasKeys(scope: EngineScope): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ id: number; naming: ProductName }>`
      select id, naming from products where alias_key is null order by id limit ${namingsAtOnce}`.execute(
      scope.db,
    )
    const keyed = rows.map(({ id, naming }) => ({ id, key: aliasKey(naming) }))
    for (const portion of jsonPortions(keyed))
      await sql`update products set alias_key = k.key from jsonb_to_recordset(${portion}::jsonb) as k(id bigint, key text)
        where products.id = k.id`.execute(scope.db)
    if (rows.length < namingsAtOnce) return
  }
}

/** The names of these products; empty as long as nobody has decided anything. */
export async function selectAliasKeys(
  scope: EngineScope,
  productIds: readonly number[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct alias_key as key from products
    where id = any(${productIds}::bigint[]) and alias_key is not null
      and exists (select from alias_pairs where decision_id is not null)`.execute(scope.db)
  return rows.map((row) => row.key)
}

export interface KeyedProduct {
  readonly id: number
  readonly aliasKey: string
}

export async function selectProductsByAliasKey(
  scope: EngineScope,
  keys: readonly string[],
  side: Side,
): Promise<readonly KeyedProduct[]> {
  const isOnSide = side === 'inventory' ? sql`in_inventories` : sql`in_advisories`
  const { rows } = await sql<KeyedProduct>`
    select id, alias_key as "aliasKey" from products where alias_key = any(${keys}::text[]) and ${isOnSide} order by id`.execute(
    scope.db,
  )
  return rows
}

const nameText = (column: string) => {
  const part = (name: string) => sql`${sql.ref(column)}->>${name}::text`
  return sql<string>`concat_ws(' ', ${part('vendor')}, ${part('product')}, ${part('model')})`
}

/** A name about which more was decided is looked at no further. */
const maxDecisions = 2_000

/** The standing decisions that these names take part in, and those around them, as far as they can matter. */
export async function selectAliasesAround(
  scope: EngineScope,
  keys: readonly string[],
): Promise<readonly AliasDecision[]> {
  const found = new Map<number, AliasDecision>()
  const asked = new Set<string>()
  let next = keys
  // One step more than a path is long: a refusal between two names on a path may begin at its end.
  for (let step = 0; step <= maxAliasSteps && next.length > 0 && found.size < maxDecisions; step += 1) {
    for (const key of next) asked.add(key)
    const { rows } = await sql<AliasDecision>`
      with near as materialized (
        select id from alias_pairs where inventory_key = any(${next}::text[]) and decision_id is not null
        union select id from alias_pairs where stated_key = any(${next}::text[]) and decision_id is not null)
      select d.id, p.inventory_key as "inventoryKey", p.stated_key as "statedKey", d.answer,
        ${nameText('p.inventory_name')} as "inventoryName", ${nameText('p.stated_name')} as "statedName",
        to_char(d.decided_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt"
      from near join alias_pairs p on p.id = near.id join alias_decisions d on d.id = p.decision_id
      order by d.id limit ${maxDecisions}`.execute(scope.db)
    for (const row of rows) found.set(row.id, row)
    next = [...new Set(rows.flatMap((row) => [row.inventoryKey, row.statedKey]))].filter(
      (key) => !asked.has(key),
    )
  }
  return [...found.values()]
}

/** For statements on `alias_pairs p`: nobody has decided it, and there is a reason to. */
export const isOpenPair = sql`(p.decision_id is null and (p.found_as is not null or exists (select from alias_proposals o where o.pair_id = p.id)))`

export interface NewPair {
  readonly inventoryKey: string
  readonly statedKey: string
  readonly inventoryName: WrittenName
  readonly statedName: WrittenName
}

/** The pair's number; its names stay as they were first written. */
export async function ensurePair(scope: EngineScope, pair: NewPair, at: Date): Promise<number> {
  await sql`insert into alias_pairs (inventory_key, stated_key, inventory_name, stated_name, created_at)
    values (${pair.inventoryKey}, ${pair.statedKey}, ${JSON.stringify(pair.inventoryName)}::jsonb, ${JSON.stringify(pair.statedName)}::jsonb, ${at})
    on conflict do nothing`.execute(scope.db)
  const { rows } = await sql<{ id: number }>`
    select id from alias_pairs where inventory_key = ${pair.inventoryKey} and stated_key = ${pair.statedKey}`.execute(
    scope.db,
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a pair of names was stored and is not there')
  return id
}

/** Locked until the transaction ends, so that two people do not decide the same pair. */
export async function lockPair(
  scope: EngineScope,
  pairId: number,
): Promise<{ readonly inventoryKey: string; readonly statedKey: string } | null> {
  const { rows } = await sql<{ inventoryKey: string; statedKey: string }>`
    select inventory_key as "inventoryKey", stated_key as "statedKey" from alias_pairs where id = ${pairId} for update`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export interface RecordedDecision {
  readonly id: number
  readonly pairId: number
  readonly answer: AliasAnswer | 'taken-back'
  readonly reason: string
  readonly decidedBy: string
  readonly decidedByName: string
  readonly decidedAt: Date
}

/** Kept for ever; from now on it is what stands. */
export async function insertDecision(
  scope: EngineScope,
  decision: Omit<RecordedDecision, 'id'>,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into alias_decisions (pair_id, answer, reason, decided_by, decided_by_name, decided_at)
    values (${decision.pairId}, ${decision.answer}, ${decision.reason}, ${decision.decidedBy}, ${decision.decidedByName}, ${decision.decidedAt})
    returning id`.execute(scope.db)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a decision was inserted and returned no identifier')
  const standing = decision.answer === 'taken-back' ? null : id
  await sql`update alias_pairs set decision_id = ${standing} where id = ${decision.pairId}`.execute(scope.db)
  return id
}

/** Newest first. */
export async function selectDecisionsOfPair(
  scope: CentreScope | EngineScope,
  pairId: number,
  limit: number,
): Promise<readonly RecordedDecision[]> {
  const { rows } = await sql<RecordedDecision>`
    select id, pair_id as "pairId", answer, reason, decided_by as "decidedBy", decided_by_name as "decidedByName", decided_at as "decidedAt"
    from alias_decisions where pair_id = ${pairId} order by id desc limit ${limit}`.execute(scope.db)
  return rows
}
