// All SQL about sightings: what waits without anybody's name, the groups that may be seen, proposals and warnings.
// SPDX-License-Identifier: EUPL-1.2

import type { Sighting, SightingKind } from '@salus/standards/sightings'
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'
import type { SightingGroup, Subject, Waiting } from '../release.ts'
import type { SeenGroup } from '../seen.ts'

export interface NewSighting {
  readonly key: string
  readonly epoch: number
  readonly pseudonymHash: string
  readonly sighting: Sighting
}

export async function countOfPseudonym(scope: EngineScope, pseudonymHash: Buffer): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from sightings where pseudonym_hash = ${pseudonymHash}`.execute(scope.db)
  return rows[0]?.count ?? 0
}

/** The keys of those that were new. */
export async function insertSightings(
  scope: EngineScope,
  sightings: readonly NewSighting[],
): Promise<ReadonlySet<string>> {
  const given = sightings.map(({ key, epoch, pseudonymHash, sighting }) => ({
    key,
    epoch,
    pseudonymHash,
    ...sighting,
    packId: sighting.pack.id,
    packSequence: sighting.pack.sequence,
  }))
  const { rows } = await sql<{ key: string }>`
    insert into sightings (key, epoch, pseudonym_hash, kind, item_id, pack_id, pack_sequence, hour, count, asset_class, outcome)
    select decode(key, 'hex'), epoch, decode("pseudonymHash", 'hex'), kind, id, "packId", "packSequence", hour, count, "assetClass", outcome
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as s(key text, epoch int, "pseudonymHash" text, kind text, id text, "packId" text,
      "packSequence" int, hour timestamptz, count text, "assetClass" text, outcome text)
    -- By the key, which is a hash: the order of rows must not be the order of arrival within a message.
    order by 1
    on conflict (key) do nothing returning encode(key, 'hex') as key`.execute(scope.db)
  return new Set(rows.map(({ key }) => key))
}

export async function lockRelease(scope: EngineScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sighting_groups'))`.execute(scope.db)
}

const isFalsePositive = sql`(outcome = 'false-positive')`

/** Of what at least so many pseudonyms wait. */
export async function selectReleasable(
  scope: EngineScope,
  hospitals: number,
  limit: number,
): Promise<readonly Subject[]> {
  const { rows } = await sql<Subject>`
    select epoch, kind, item_id as "itemId", ${isFalsePositive} as "isFalsePositive" from sightings where not is_released
    group by 1, 2, 3, 4 having count(distinct pseudonym_hash) >= ${hospitals} order by 1, 2, 3, 4 limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export async function selectWaiting(scope: EngineScope, subject: Subject): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select encode(key, 'hex') as key, encode(pseudonym_hash, 'hex') as pseudonym, hour, asset_class as "assetClass", outcome from sightings
    where not is_released and epoch = ${subject.epoch} and kind = ${subject.kind} and item_id = ${subject.itemId}
      and ${isFalsePositive} = ${subject.isFalsePositive} order by key`.execute(scope.db)
  return rows
}

export async function saveGroup(
  scope: EngineScope,
  group: SightingGroup,
  keys: readonly string[],
  now: Date,
): Promise<void> {
  await sql`insert into sighting_groups (epoch, kind, item_id, is_false_positive, hospitals, span, from_day, until_day, asset_class, outcome, released_at)
    values (${group.epoch}, ${group.kind}, ${group.itemId}, ${group.isFalsePositive}, ${group.hospitals}, ${group.span}, ${group.fromDay}::date, ${group.untilDay}::date,
      ${group.assetClass}, ${group.outcome}, ${now})`.execute(scope.db)
  await sql`update sightings set is_released = true where key = any(array(select decode(k, 'hex') from unnest(${keys}::text[]) k))`.execute(
    scope.db,
  )
}

/** What waited in vain, and what has been released: neither is needed once nobody can send to that epoch any more. */
export async function deleteSightingsBefore(scope: EngineScope, epoch: number): Promise<void> {
  await sql`delete from sightings where epoch < ${epoch}`.execute(scope.db)
}

const groupColumns = sql`id, epoch, kind, item_id as "itemId", is_false_positive as "isFalsePositive", hospitals, span, from_day::text as "fromDay", until_day::text as "untilDay",
  asset_class as "assetClass", outcome, released_at as "releasedAt"`

export async function selectGroups(
  scope: CentreScope | EngineScope,
  since: string,
  limit: number,
): Promise<readonly SeenGroup[]> {
  const { rows } =
    await sql<SeenGroup>`select ${groupColumns} from sighting_groups where until_day >= ${since}::date
    order by id desc limit ${limit}`.execute(scope.db)
  return rows
}

export async function selectGroupsOf(
  scope: CentreScope | EngineScope,
  kind: SightingKind,
  itemId: string,
  limit: number,
): Promise<readonly SeenGroup[]> {
  const { rows } = await sql<SeenGroup>`select ${groupColumns} from sighting_groups
    where kind = ${kind} and item_id = ${itemId} order by id desc limit ${limit}`.execute(scope.db)
  return rows
}

/** Whether it is the first of this rule and epoch. */
export async function insertProposal(
  scope: EngineScope,
  proposal: Pick<Subject, 'epoch' | 'kind' | 'itemId'> & { readonly hospitals: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`insert into sighting_proposals (epoch, kind, item_id, hospitals, proposed_at)
    values (${proposal.epoch}, ${proposal.kind}, ${proposal.itemId}, ${proposal.hospitals}, ${now})
    on conflict (epoch, kind, item_id) do nothing returning 1`.execute(scope.db)
  return rows.length > 0
}

export interface SentWarning {
  readonly advisoryId: number
  readonly kind: SightingKind
  readonly itemId: string
  readonly warnedAt: Date
  readonly warnedByName: string
  readonly members: number
}

/** One warning at a time: of two officers who press at once, the second sees what the first one sent. */
export async function lockWarnings(scope: EngineScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sighting_warnings'))`.execute(scope.db)
}

export async function isNewForm(scope: EngineScope, formToken: string): Promise<boolean> {
  const { rows } = await sql`select from sighting_warnings where form_token = ${formToken}`.execute(scope.db)
  return rows.length === 0
}

export async function insertSentWarning(
  scope: EngineScope,
  warning: SentWarning & { readonly formToken: string },
): Promise<void> {
  await sql`insert into sighting_warnings (advisory_id, kind, item_id, warned_at, warned_by_name, members, form_token)
    values (${warning.advisoryId}, ${warning.kind}, ${warning.itemId}, ${warning.warnedAt}, ${warning.warnedByName}, ${warning.members}, ${warning.formToken})`.execute(
    scope.db,
  )
}

const warningColumns = sql`advisory_id as "advisoryId", kind, item_id as "itemId", warned_at as "warnedAt", warned_by_name as "warnedByName", members`

/** The newest first. */
export async function selectSentWarnings(
  scope: CentreScope | EngineScope,
  limit: number,
): Promise<readonly SentWarning[]> {
  const { rows } = await sql<SentWarning>`select ${warningColumns} from sighting_warnings
    order by warned_at desc, advisory_id desc limit ${limit}`.execute(scope.db)
  return rows
}

/** Of one rule or indicator, the newest first. */
export async function selectWarningsOf(
  scope: CentreScope | EngineScope,
  kind: SightingKind,
  itemId: string,
  limit: number,
): Promise<readonly SentWarning[]> {
  const { rows } = await sql<SentWarning>`select ${warningColumns} from sighting_warnings
    where kind = ${kind} and item_id = ${itemId} order by warned_at desc, advisory_id desc limit ${limit}`.execute(
    scope.db,
  )
  return rows
}
