// Gives out transactions: each in one role with just its rights, and bound to one organisation where it has to be.
// SPDX-License-Identifier: EUPL-1.2
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './preparing.ts'

/** What a transaction may do is decided by the database role that it takes on (migrations/0001). */
export type Role = 'member' | 'centre' | 'engine' | 'identity'

interface ScopeOf<R extends Role> {
  readonly role: R
  /** A transaction; a store names its own tables with `db.withTables<...>()`. */
  readonly db: Kysely<object>
}

/** Sees the rows of one organisation, as row-level security lets it. */
export interface MemberScope extends ScopeOf<'member'> {
  readonly organisationId: number
}
/** Sees what the centre may see of all members; never an inventory. */
export type CentreScope = ScopeOf<'centre'>
/** Matching, fan-out and clocks: sees all members, or only one where `organisationId` is set. */
export interface EngineScope extends ScopeOf<'engine'> {
  readonly organisationId: number | null
}
/** Sign-in: people, sessions and memberships, nothing else. */
export type IdentityScope = ScopeOf<'identity'>

export type Scope = MemberScope | CentreScope | EngineScope | IdentityScope

export interface Database {
  asMember<T>(organisationId: number, work: (scope: MemberScope) => Promise<T>): Promise<T>
  asCentre<T>(work: (scope: CentreScope) => Promise<T>): Promise<T>
  asEngine<T>(work: (scope: EngineScope) => Promise<T>): Promise<T>
  /** The engine's rights, but row-level security lets through one organisation only. */
  asEngineFor<T>(organisationId: number, work: (scope: EngineScope) => Promise<T>): Promise<T>
  /**
   * As `asEngineFor`, for a short note beside an open transaction of the same caller: on connections kept for this, so
   * that it never waits for one that waits for it.
   */
  asideFor<T>(organisationId: number, work: (scope: EngineScope) => Promise<T>): Promise<T>
  asIdentity<T>(work: (scope: IdentityScope) => Promise<T>): Promise<T>
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

const int8 = 20
const numeric = 1700
const date = 1082

/** PostgreSQL sends int8 and numeric as text; our counts and identifiers stay below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8 || oid === numeric) return Number
    if (oid === date) return String
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}

const connectionsAside = 2

const connectTimeoutMs = 10_000

export function openDatabase(
  url: string,
  options: { readonly connections?: number; readonly connectTimeoutMs?: number } = {},
): Database {
  const timeoutMs = options.connectTimeoutMs ?? connectTimeoutMs
  const kysely = connect(url, options.connections ?? 10, timeoutMs)
  const aside = connect(url, connectionsAside, timeoutMs)
  const within = <R extends Role, T>(
    role: R,
    organisationId: number | null,
    work: (db: Kysely<object>) => Promise<T>,
    connections = kysely,
  ) =>
    connections.transaction().execute(async (db) => {
      // Compiling a statement takes longer than any of ours runs.
      const name = role === 'engine' && organisationId !== null ? 'bound' : role
      // `set local` and not set_config: only the former reaches the workers of a cluster (docs/decisions/0012).
      await sql
        .raw(
          `set local role salus_${name}; set local salus.organisation_id = '${organisationId === null ? '' : Math.trunc(organisationId)}'; set local jit = off`,
        )
        .execute(db)
      return work(db)
    })
  return {
    asMember: (organisationId, work) =>
      within('member', organisationId, (db) => work({ role: 'member', organisationId, db })),
    asCentre: (work) => within('centre', null, (db) => work({ role: 'centre', db })),
    asEngine: (work) => within('engine', null, (db) => work({ role: 'engine', organisationId: null, db })),
    asEngineFor: (organisationId, work) =>
      within('engine', organisationId, (db) => work({ role: 'engine', organisationId, db })),
    asideFor: (organisationId, work) =>
      within('engine', organisationId, (db) => work({ role: 'engine', organisationId, db }), aside),
    asIdentity: (work) => within('identity', null, (db) => work({ role: 'identity', db })),
    isReachable: () =>
      sql`select 1`.execute(kysely).then(
        () => true,
        () => false,
      ),
    async close() {
      await Promise.all([kysely.destroy(), aside.destroy()])
    },
  }
}

function connect(url: string, max: number, timeoutMs: number): Kysely<object> {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: timeoutMs,
    Client: PreparingClient,
  })
  // Without a listener an idle connection that dies (server restarted) would end the process.
  pool.on('error', () => undefined)
  return new Kysely<object>({ dialect: new PostgresDialect({ pool }) })
}
