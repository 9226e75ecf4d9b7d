// All SQL about hashes of files, by which a version and a statement find each other without any name.
// SPDX-License-Identifier: EUPL-1.2

import type { FileHash } from '@salus/standards/inventory'
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { InventoryLike } from '../product-name.ts'

export async function insertVersionHashes(
  scope: EngineScope,
  hashes: readonly { readonly id: number; readonly hashKey: string }[],
): Promise<void> {
  if (hashes.length === 0) return
  await sql`insert into product_version_hashes (hash_key, product_version_id)
    select key, id from unnest(${hashes.map((one) => one.hashKey)}::text[], ${hashes.map((one) => one.id)}::bigint[]) as h(key, id)
    on conflict do nothing`.execute(scope.db)
}

/** For `selectCandidates`: advisory_id, version_id, product_id of statements `s` and versions `v` that name one file. */
export const pairsByHash = (asked: ReturnType<typeof sql>) => sql`
  select s.advisory_id, v.id, v.product_id
  from statement_hashes sh
  join statements s on s.id = sh.statement_id
  join product_version_hashes vh on vh.hash_key = sh.hash_key
  join product_versions v on v.id = vh.product_version_id
  where ${asked}`

/** What an asset was imported with; none where its version is known by name only. */
export async function selectHashesOfVersion(
  scope: EngineScope,
  productVersionId: number,
): Promise<readonly FileHash[]> {
  const { rows } = await sql<{ item: InventoryLike }>`
    select item from product_versions where id = ${productVersionId}`.execute(scope.db)
  return rows[0]?.item.hashes ?? []
}
