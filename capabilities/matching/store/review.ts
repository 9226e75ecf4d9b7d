// All SQL by which the review queue, its pairs and the decisions made are read.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope } from '../../../platform/database/database.ts'
import type { AliasAnswer, WrittenName } from '../alias.ts'
import type { ProductName } from '../product-name.ts'
import { isOpenPair, type RecordedDecision } from './aliases.ts'

export interface ReviewPair {
  readonly id: number
  readonly inventoryKey: string
  readonly statedKey: string
  readonly inventoryName: WrittenName
  readonly statedName: WrittenName
  readonly foundAs: 'unsure' | 'similar' | null
  readonly createdAt: Date
  readonly members: number
  readonly advisories: number
  readonly exploited: number
  readonly countedAt: Date | null
  readonly decisionId: number | null
  readonly proposals: number
}

const pairColumns = sql`p.id, p.inventory_key as "inventoryKey", p.stated_key as "statedKey", p.inventory_name as "inventoryName",
  p.stated_name as "statedName", p.found_as as "foundAs", p.created_at as "createdAt", p.members, p.advisories, p.exploited,
  p.counted_at as "countedAt", p.decision_id as "decisionId",
  (select count(*) from alias_proposals o where o.pair_id = p.id) as proposals`

/** What is attacked first, then what most members run, then what most advisories name. */
export async function selectQueue(
  scope: CentreScope,
  skip: number,
  limit: number,
): Promise<readonly ReviewPair[]> {
  const { rows } = await sql<ReviewPair>`
    select ${pairColumns} from alias_pairs p where ${isOpenPair}
    order by least(p.exploited, 1) desc, p.members desc, p.advisories desc, p.exploited desc, p.id offset ${skip} limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export async function countQueue(scope: CentreScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from alias_pairs p where ${isOpenPair}`.execute(scope.db)
  return rows[0]?.count ?? 0
}

export async function findPair(scope: CentreScope, pairId: number): Promise<ReviewPair | null> {
  const { rows } =
    await sql<ReviewPair>`select ${pairColumns} from alias_pairs p where p.id = ${pairId}`.execute(scope.db)
  return rows[0] ?? null
}

export interface DecidedPair extends RecordedDecision {
  readonly inventoryName: WrittenName
  readonly statedName: WrittenName
  readonly stands: boolean
}

const decidedColumns = sql`d.id, d.pair_id as "pairId", d.answer, d.reason, d.decided_by as "decidedBy", d.decided_by_name as "decidedByName",
  d.decided_at as "decidedAt", p.inventory_name as "inventoryName", p.stated_name as "statedName", p.decision_id is not distinct from d.id as stands`

/** Every decision, newest first. */
export async function selectDecisions(
  scope: CentreScope,
  before: number | null,
  limit: number,
): Promise<readonly DecidedPair[]> {
  const { rows } = await sql<DecidedPair>`
    select ${decidedColumns} from alias_decisions d join alias_pairs p on p.id = d.pair_id
    where ${before === null ? sql`true` : sql`d.id < ${before}`} order by d.id desc limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export interface AlikePair extends DecidedPair {
  readonly answer: AliasAnswer
}

/** Standing decisions about one of these names, or about other names of the same two vendors. */
export async function selectAlikeDecisions(
  scope: CentreScope,
  pair: ReviewPair,
  limit: number,
): Promise<readonly AlikePair[]> {
  const { rows } = await sql<AlikePair>`
    select ${decidedColumns} from alias_pairs p join alias_decisions d on d.id = p.decision_id
    where p.id <> ${pair.id} and (p.inventory_key = ${pair.inventoryKey} or p.stated_key = ${pair.statedKey}
      or split_part(p.inventory_key, '|', 1) = split_part(${pair.inventoryKey}::text, '|', 1)
        and split_part(p.stated_key, '|', 1) = split_part(${pair.statedKey}::text, '|', 1))
    order by p.inventory_key = ${pair.inventoryKey} or p.stated_key = ${pair.statedKey} desc, d.id desc limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export interface PairEvidence {
  readonly inventory: ProductName | null
  readonly stated: ProductName | null
}

/** How the two names are written in full, by one naming of each side. */
export async function selectEvidence(scope: CentreScope, pair: ReviewPair): Promise<PairEvidence> {
  const naming = async (key: string, isOnSide: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ naming: ProductName }>`
      select naming from products where alias_key = ${key} and ${isOnSide} order by id limit 1`.execute(
      scope.db,
    )
    return rows[0]?.naming ?? null
  }
  return {
    inventory: await naming(pair.inventoryKey, sql`in_inventories`),
    stated: await naming(pair.statedKey, sql`in_advisories`),
  }
}
