// All SQL about packs: what was published, the files that sensors fetch, whose keys are trusted, what may be told.
// SPDX-License-Identifier: EUPL-1.2

import {
  isTellableIdsName,
  type RandomAccess,
  type RoleName,
  readSigned,
  targetFileName,
  targetsName,
} from '@salus/standards/packs'
import type { PackReference, SightingKind } from '@salus/standards/sightings'
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { PackItem } from '../pack-items.ts'

type Reading = CentreScope | MemberScope | EngineScope

export interface Pack {
  readonly sequence: number
  readonly packId: string
  readonly rules: number
  readonly indicators: number
  /** Rules with samples that every sensor runs before it takes the pack, and rules without. */
  readonly selfTest: { readonly withSamples: number; readonly untested: number }
  /** When the first of its signatures ends. */
  readonly expiresAt: Date
  readonly bytes: number
  readonly publishedAt: Date
  readonly publishedBy: string
  readonly publishedByName: string
}

const columns = sql`sequence, pack_id as "packId", rules, indicators, self_test as "selfTest", expires_at as "expiresAt", bytes,
  published_at as "publishedAt", published_by as "publishedBy", published_by_name as "publishedByName"`

/** The newest first. */
export async function selectPacks(scope: Reading, limit: number): Promise<readonly Pack[]> {
  const { rows } =
    await sql<Pack>`select ${columns} from sensor_packs order by sequence desc limit ${limit}`.execute(
      scope.db,
    )
  return rows
}

export async function lockPacks(scope: EngineScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sensor_packs'))`.execute(scope.db)
}

export async function insertPack(scope: EngineScope, pack: Pack): Promise<void> {
  await sql`insert into sensor_packs (sequence, pack_id, rules, indicators, self_test, expires_at, bytes, published_at, published_by, published_by_name)
    values (${pack.sequence}, ${pack.packId}, ${pack.rules}, ${pack.indicators}, ${JSON.stringify(pack.selfTest)}::jsonb, ${pack.expiresAt}, ${pack.bytes},
      ${pack.publishedAt}, ${pack.publishedBy}, ${pack.publishedByName})`.execute(scope.db)
}

export async function saveExpiry(scope: EngineScope, sequence: number, expiresAt: Date): Promise<void> {
  await sql`update sensor_packs set expires_at = ${expiresAt} where sequence = ${sequence}`.execute(scope.db)
}

export async function putFile(
  scope: EngineScope,
  file: { readonly name: string; readonly sequence: number; readonly content: Uint8Array },
): Promise<void> {
  await sql`insert into sensor_pack_files (name, sequence, content) values (${file.name}, ${file.sequence}, ${Buffer.from(file.content)})
    on conflict (name) do update set sequence = excluded.sequence, content = excluded.content`.execute(
    scope.db,
  )
}

/** Who is in the middle of fetching the pack before may still end. */
export async function deleteFilesBefore(scope: EngineScope, sequence: number): Promise<void> {
  await sql`delete from sensor_pack_files where sequence < ${sequence}`.execute(scope.db)
}

export async function findFile(scope: EngineScope, name: string): Promise<Buffer | null> {
  const { rows } = await sql<{
    content: Buffer
  }>`select content from sensor_pack_files where name = ${name}`.execute(scope.db)
  return rows[0]?.content ?? null
}

export async function selectTrust(scope: EngineScope): Promise<ReadonlyMap<RoleName, Buffer>> {
  const { rows } = await sql<{ role: RoleName; content: Buffer }>`
    select role, content from sensor_pack_trust`.execute(scope.db)
  return new Map(rows.map(({ role, content }) => [role, content]))
}

export async function putTrust(scope: EngineScope, role: RoleName, content: Uint8Array): Promise<void> {
  await sql`insert into sensor_pack_trust (role, content) values (${role}, ${Buffer.from(content)})
    on conflict (role) do update set content = excluded.content`.execute(scope.db)
}

export async function insertItems(
  scope: EngineScope,
  sequence: number,
  items: readonly PackItem[],
): Promise<void> {
  if (items.length === 0) return
  await sql`insert into sensor_pack_items (sequence, kind, item_id, title, level, techniques, may_be_told)
    select ${sequence}, kind, "itemId", title, level, array(select jsonb_array_elements_text(techniques)), "mayBeTold"
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(kind text, "itemId" text, title text, level text, techniques jsonb, "mayBeTold" boolean)
    on conflict do nothing`.execute(scope.db)
}

/** Techniques of the newest pack's rules. */
export async function techniquesOfNewest(scope: MemberScope): Promise<readonly string[]> {
  const { rows } = await sql<{ technique: string }>`
    select distinct unnest(techniques) as technique from sensor_pack_items
    where sequence = (select max(sequence) from sensor_packs) order by 1`.execute(scope.db)
  return rows.map(({ technique }) => technique)
}

const itemColumns = sql`kind, item_id as "itemId", title, level, techniques, may_be_told as "mayBeTold"`

/** As the newest pack that has it says. */
export async function findItem(
  scope: CentreScope | EngineScope,
  kind: SightingKind,
  itemId: string,
): Promise<PackItem | null> {
  const { rows } = await sql<PackItem>`select ${itemColumns} from sensor_pack_items
    where kind = ${kind} and item_id = ${itemId} order by sequence desc limit 1`.execute(scope.db)
  return rows[0] ?? null
}

export async function selectItems(
  scope: CentreScope | EngineScope,
  keys: readonly { readonly kind: SightingKind; readonly itemId: string }[],
): Promise<readonly PackItem[]> {
  const { rows } =
    await sql<PackItem>`select distinct on (i.kind, i.item_id) i.kind, i.item_id as "itemId", i.title, i.level, i.techniques, i.may_be_told as "mayBeTold"
    from sensor_pack_items i join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(kind text, "itemId" text) on k.kind = i.kind and k."itemId" = i.item_id
    order by i.kind, i.item_id, i.sequence desc`.execute(scope.db)
  return rows
}

export interface AskedItem {
  readonly pack: PackReference
  readonly kind: SightingKind
  readonly id: string
}

export interface KnownItem {
  readonly packIsKnown: boolean
  /** Null where the pack has no such item among its words; indicators are looked up apart. */
  readonly mayBeTold: boolean | null
}

/** One for each that is asked, in the same order. */
export async function lookUpItems(
  scope: EngineScope,
  asked: readonly AskedItem[],
): Promise<readonly KnownItem[]> {
  const given = asked.map(({ pack, kind, id }, place) => ({
    place,
    kind,
    id,
    packId: pack.id,
    sequence: pack.sequence,
  }))
  const { rows } = await sql<KnownItem>`
    select p.sequence is not null as "packIsKnown", i.may_be_told as "mayBeTold"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as a(place int, kind text, id text, "packId" text, sequence int)
    left join sensor_packs p on p.sequence = a.sequence and p.pack_id = a."packId"
    left join sensor_pack_items i on i.sequence = p.sequence and i.kind = a.kind and i.item_id = a.id
    order by a.place`.execute(scope.db)
  return rows
}

/** The ids of indicators that a pack lists as to be told, read piece by piece: such a file may have a hundred megabytes. */
export async function tellableFiles(scope: EngineScope, sequence: number): Promise<readonly RandomAccess[]> {
  const listed = await findFile(scope, targetsName(sequence))
  if (listed === null) return []
  const { targets } = readSigned('targets', listed, targetsName(sequence)).signed
  return Object.entries(targets)
    .filter(([name]) => isTellableIdsName(name))
    .map(([name, { length, hashes }]) => pieces(scope, targetFileName(name, hashes.sha256), length))
}

function pieces(scope: EngineScope, name: string, size: number): RandomAccess {
  return {
    size,
    async read(at, length) {
      const { rows } = await sql<{ piece: Buffer }>`
        select substring(content from ${at + 1}::int for ${length}::int) as piece from sensor_pack_files where name = ${name}`.execute(
        scope.db,
      )
      return rows[0]?.piece ?? new Uint8Array()
    },
  }
}
