// Turns a migrated database, empty or filled, into one that is spread over several PostgreSQL servers (Citus).
// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg'
import { prepareCluster, textOf } from './cluster.ts'
import { distributedTables, distributionColumn, localTables, referenceTables } from './distribution.ts'
import { bindPolicies, takeForeignKeys, takeTriggers, widenIdentities } from './giving-way.ts'

const distributionLock = 7_258_705
/** Nobody may use the tables meanwhile; a server that still runs is found by this. */
const lockTimeoutSeconds = 30

export interface Distribution {
  /** Tables that were moved now. */
  readonly moved: readonly string[]
  /** Tables that stood in their place before. */
  readonly already: number
}

type Kind = 'reference' | 'distributed'
interface Move {
  readonly table: string
  readonly kind: Kind
}

/**
 * All tables move in one transaction: after a failure the database is what it was before. Run again, it moves only what is
 * missing. `ownerUrl` names a superuser; `say` gets one line for each table.
 */
export async function distribute(
  ownerUrl: string,
  secret: Buffer,
  say: (text: string) => void,
): Promise<Distribution> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [distributionLock])
    await prepareCluster(client, secret, say)
    await refuseUnknownTables(client)
    const missing = await missingMoves(client)
    await moveAll(client, missing, say)
    if (missing.length > 0) await analyzeAll(client, say)
    return {
      moved: missing.map((move) => move.table),
      already: referenceTables.length + distributedTables.length - missing.length,
    }
  } finally {
    await client.end()
  }
}

async function refuseUnknownTables(client: pg.Client): Promise<void> {
  const known = [...referenceTables, ...distributedTables, ...localTables].map((one) => one.table)
  const { rows } = await client.query<{ table: string }>(
    `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all($1) and not relispartition
      and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e') order by 1`,
    [known],
  )
  if (rows.length > 0)
    throw new Error(
      `Nothing says where these tables of schema public belong: ${rows.map((row) => row.table).join(', ')}. If they are not from Salus, move them to another schema or database; then run this command again.`,
    )
}

async function missingMoves(client: pg.Client): Promise<readonly Move[]> {
  const { rows } = await client.query<{ table: string; kind: string; column: string }>(
    `select c.relname as table, t.citus_table_type as kind, t.distribution_column as column
     from citus_tables t join pg_class c on c.oid = t.table_name where c.relnamespace = 'public'::regnamespace`,
  )
  const standing = new Map(rows.map((row) => [row.table, row]))
  const wanted: readonly Move[] = [
    ...referenceTables.map(({ table }) => ({ table, kind: 'reference' as const })),
    ...distributedTables.map(({ table }) => ({ table, kind: 'distributed' as const })),
  ]
  return wanted.filter(({ table, kind }) => {
    const found = standing.get(table)
    if (found === undefined || (found.kind !== 'reference' && found.kind !== 'distributed')) return true
    if (found.kind === kind && (kind === 'reference' || found.column === distributionColumn)) return false
    throw new Error(
      `The table ${table} was made a ${found.kind} table by somebody else, and Salus needs it as ${kind}. Run \`select undistribute_table('${table}', cascade_via_foreign_keys => true)\` as the owner, and run this command again.`,
    )
  })
}

async function moveAll(
  client: pg.Client,
  moves: readonly Move[],
  say: (text: string) => void,
): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local lock_timeout = '${lockTimeoutSeconds}s'`)
    const tables = moves.map((move) => move.table)
    const triggers = await takeTriggers(client, tables)
    const keys = await takeForeignKeys(client, tables)
    // Also of those that stand: a later migration may have brought a policy.
    await bindPolicies(
      client,
      [...referenceTables, ...distributedTables].map((one) => one.table),
    )
    await widenIdentities(client, tables)
    for (const [index, move] of moves.entries()) {
      const rows = await moveOne(client, move)
      say(`${index + 1} of ${moves.length}: ${move.table} is ${move.kind}, ${rows} rows.`)
    }
    for (const statement of [...keys, ...triggers]) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error instanceof MoveError ? error : new MoveError('The tables could not be moved', error)
  }
}

/** Plans need figures about the new tables; without them all is right, but slow. */
async function analyzeAll(client: pg.Client, say: (text: string) => void): Promise<void> {
  await client
    .query('analyze')
    .catch((error: unknown) =>
      say(`The tables stand, but ANALYZE failed: ${textOf(error)}. Run \`analyze\` as the owner.`),
    )
}

class MoveError extends Error {
  constructor(what: string, error: unknown) {
    const remedy =
      error instanceof pg.DatabaseError && error.code === '55P03'
        ? 'Somebody uses the database. Stop Salus and every other program that is connected to it, and run this command again.'
        : 'Nothing was changed. Correct the cause, for example a worker that cannot be reached or has no room, and run this command again.'
    super(`${what}: ${textOf(error)}. ${remedy}`, { cause: error })
  }
}

/** The count before and after: a row that is lost on the way ends everything. */
async function moveOne(client: pg.Client, { table, kind }: Move): Promise<number> {
  const name = pg.escapeIdentifier(table)
  try {
    await client.query(`lock table ${name} in access exclusive mode`)
    const before = await countOf(client, name)
    if (kind === 'reference') await client.query('select create_reference_table($1::regclass)', [table])
    else {
      const [first] = distributedTables
      const colocated = first === undefined || table === first.table ? 'none' : first.table
      await client.query('select create_distributed_table($1::regclass, $2, colocate_with => $3)', [
        table,
        distributionColumn,
        colocated,
      ])
    }
    const after = await countOf(client, name)
    if (before !== after) throw new Error(`it had ${before} rows before and ${after} after`)
    // Citus leaves the old rows below the table, unseen: a second copy of every inventory.
    await client.query('select truncate_local_data_after_distributing_table($1::regclass)', [table])
    return after
  } catch (error) {
    throw new MoveError(`The table ${table} could not be moved`, error)
  }
}

async function countOf(client: pg.Client, name: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${name}`)
  return Number(rows[0]?.count)
}
