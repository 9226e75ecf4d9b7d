// All SQL about the keys with which the centre signs certificates.
// SPDX-License-Identifier: EUPL-1.2

import type { Jwk } from '@salus/standards/open-badges'
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'

export interface StoredKey {
  readonly kid: string
  readonly publicKey: Jwk
  readonly sealed: Buffer
  readonly madeAt: Date
  readonly retiredAt: Date | null
}

const columns = sql`kid, public_key as "publicKey", sealed, made_at as "madeAt", retired_at as "retiredAt"`

/** The newest first. */
export async function selectKeys(scope: EngineScope): Promise<readonly StoredKey[]> {
  const { rows } = await sql<StoredKey>`
    select ${columns} from training_keys order by made_at desc, kid`.execute(scope.db)
  return rows
}

/** Held until the transaction ends: two first certificates at once make one key. */
export async function lockKeys(scope: EngineScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('training_keys'))`.execute(scope.db)
}

export async function insertKey(scope: EngineScope, key: Omit<StoredKey, 'retiredAt'>): Promise<void> {
  await sql`insert into training_keys (kid, public_key, sealed, made_at)
    values (${key.kid}, ${JSON.stringify(key.publicKey)}::jsonb, ${key.sealed}, ${key.madeAt})`.execute(
    scope.db,
  )
}

export async function retireKeys(scope: EngineScope, now: Date): Promise<number> {
  const { rows } =
    await sql`update training_keys set retired_at = ${now} where retired_at is null returning kid`.execute(
      scope.db,
    )
  return rows.length
}
