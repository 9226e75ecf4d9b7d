// Chains the journal's entries by hash, and finds out whether anybody changed, added or removed one since.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { EngineScope } from '../database/database.ts'

const portion = 5_000
const chainLock = 7_258_702
const beforeTheFirst = Buffer.alloc(32)

interface ChainableRow {
  readonly organisationId: number
  readonly id: number
  /** All columns as PostgreSQL prints them, so that the same row always gives the same text. */
  readonly canonical: string
}

export interface Verification {
  readonly intact: boolean
  readonly entries: number
  /** Not yet chained: written since the last sealing. */
  readonly unchained: number
  /** Hash at the end of the chain; written down elsewhere it also proves that nothing was cut off. */
  readonly head: string
  /** The first entry that does not fit, in plain words. */
  readonly broken: string | null
}

/**
 * Appends to the chain what was written since. Entries are chained shortly after their commit and not within
 * it, because a chain in the transaction would make all writers of the platform wait for each other.
 */
export async function sealJournal(scope: EngineScope): Promise<number> {
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(scope.db)
  let { position, hash } = await lastLink(scope)
  const rows = await unchainedRows(scope, portion)
  const links = rows.map((row) => {
    position += 1
    hash = linkHash(hash, row.canonical)
    return { position, organisationId: row.organisationId, journalId: row.id, hash: hash.toString('hex') }
  })
  await sql`insert into journal_chain (position, organisation_id, journal_id, hash)
    select position, "organisationId", "journalId", decode(hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link(position bigint, "organisationId" bigint, "journalId" bigint, hash text) returning 1`.execute(
    scope.db,
  )
  return links.length
}

export async function verifyJournal(scope: EngineScope): Promise<Verification> {
  let hash: Buffer = beforeTheFirst
  let entries = 0
  for (;;) {
    const rows = await chainedRows(scope, entries, portion)
    for (const row of rows) {
      entries += 1
      if (row.position !== entries)
        return broken(
          entries - 1,
          hash,
          `The chain jumps from position ${entries - 1} to ${row.position}: a link was removed.`,
        )
      hash = linkHash(hash, row.canonical)
      if (!hash.equals(row.hash))
        return broken(
          entries - 1,
          hash,
          `Entry ${row.id} (position ${row.position}) is not what it was when it was written, or an entry before it was changed.`,
        )
    }
    if (rows.length < portion) break
  }
  const unchained = await countUnchained(scope)
  return { intact: true, entries, unchained, head: hash.toString('hex'), broken: null }
}

function broken(entries: number, hash: Buffer, reason: string): Verification {
  return { intact: false, entries, unchained: 0, head: hash.toString('hex'), broken: reason }
}

function linkHash(previous: Buffer, canonical: string): Buffer {
  return createHash('sha256').update(previous).update(canonical, 'utf8').digest()
}

async function lastLink(scope: EngineScope): Promise<{ position: number; hash: Buffer }> {
  const { rows } = await sql<{
    position: number
    hash: Buffer
  }>`select position, hash from journal_chain order by position desc limit 1`.execute(scope.db)
  return rows[0] ?? { position: 0, hash: beforeTheFirst }
}

const canonical = sql<string>`jsonb_build_array(j.organisation_id, j.id, to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), j.actor, j.action, j.object_type, j.object_id, j.tlp, j.details)::text`

async function unchainedRows(scope: EngineScope, limit: number): Promise<readonly ChainableRow[]> {
  const { rows } = await sql<ChainableRow>`
    select j.organisation_id as "organisationId", j.id, ${canonical} as canonical from journal j
    where not exists (select from journal_chain c where c.journal_id = j.id) order by j.id limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

async function chainedRows(
  scope: EngineScope,
  after: number,
  limit: number,
): Promise<readonly (ChainableRow & { position: number; hash: Buffer })[]> {
  const { rows } = await sql<ChainableRow & { position: number; hash: Buffer }>`
    select c.position, c.hash, j.organisation_id as "organisationId", j.id, coalesce(${canonical}, '') as canonical
    from journal_chain c left join journal j on j.organisation_id = c.organisation_id and j.id = c.journal_id
    where c.position > ${after} order by c.position limit ${limit}`.execute(scope.db)
  return rows
}

async function countUnchained(scope: EngineScope): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from journal j where not exists (select from journal_chain c where c.journal_id = j.id)`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}
