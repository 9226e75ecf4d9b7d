// All SQL about epochs: their keys, and which house has got its one signature.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { EpochSpan } from '../epoch.ts'

export interface StoredEpoch extends EpochSpan {
  readonly publicKey: Buffer
  /** Null once it is destroyed. */
  readonly sealed: Buffer | null
}

export async function findEpoch(scope: EngineScope, epoch: number): Promise<StoredEpoch | null> {
  const { rows } = await sql<StoredEpoch>`
    select epoch, begins_at as "beginsAt", ends_at as "endsAt", public_key as "publicKey", sealed from sensor_epochs where epoch = ${epoch}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** The first key of an epoch stays: all hospitals must be shown the same. */
export async function insertEpoch(scope: EngineScope, stored: StoredEpoch): Promise<void> {
  await sql`insert into sensor_epochs (epoch, begins_at, ends_at, public_key, sealed)
    values (${stored.epoch}, ${stored.beginsAt}, ${stored.endsAt}, ${stored.publicKey}, ${stored.sealed}) on conflict (epoch) do nothing`.execute(
    scope.db,
  )
}

/** Returns the epochs whose private key is gone by this. */
export async function destroyKeys(scope: EngineScope, now: Date): Promise<readonly number[]> {
  const { rows } = await sql<{ epoch: number }>`
    update sensor_epochs set sealed = null, destroyed_at = ${now} where sealed is not null and ends_at <= ${now} returning epoch`.execute(
    scope.db,
  )
  return rows.map(({ epoch }) => epoch)
}

export async function deleteTokensBefore(scope: EngineScope, epoch: number): Promise<void> {
  await sql`delete from sensor_epoch_tokens where epoch < ${epoch}`.execute(scope.db)
}

/** The blinded message that counts for the house in this epoch: the first one. */
export async function claimToken(
  scope: EngineScope,
  organisationId: number,
  epoch: number,
  blindedHash: Buffer,
): Promise<Buffer | null> {
  await sql`insert into sensor_epoch_tokens (organisation_id, epoch, blinded_hash) values (${organisationId}, ${epoch}, ${blindedHash})
    on conflict (organisation_id, epoch) do nothing`.execute(scope.db)
  const { rows } = await sql<{ hash: Buffer }>`
    select blinded_hash as hash from sensor_epoch_tokens where organisation_id = ${organisationId} and epoch = ${epoch}`.execute(
    scope.db,
  )
  return rows[0]?.hash ?? null
}
