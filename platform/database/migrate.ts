// Brings a database up to date: roles, numbered SQL files (forward only), and the login of the application.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const migrationLock = 7_258_701
const applicationRole = 'salus_app'
const scopeRoles = ['salus_member', 'salus_centre', 'salus_engine', 'salus_identity']
/** The engine bound to one organisation: its rights, less what a restrictive policy takes (migrations/0013). */
const boundRole = 'salus_bound'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

export function readMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const text = readFileSync(join(directory, file), 'utf8')
      return {
        number: Number(file.slice(0, 4)),
        name: file,
        sql: text,
        sha256: createHash('sha256').update(text).digest('hex'),
      }
    })
}

/** Applies what is missing, one transaction a file. Returns the names of the files applied now. */
export async function migrate(ownerUrl: string, directory: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await createRoles(client)
    await client.query(
      'create table if not exists salus_migrations (number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())',
    )
    return await applyMissing(client, readMigrations(directory))
  } finally {
    await client.end()
  }
}

/** Roles belong to the whole PostgreSQL server, so they are made here and not in a numbered file. */
async function createRoles(client: pg.Client): Promise<void> {
  for (const role of scopeRoles) await createRole(client, role, 'nologin noinherit')
  await createRole(client, boundRole, 'nologin inherit')
  await client.query(`grant salus_engine to ${boundRole}`)
  await createRole(client, applicationRole, 'login noinherit')
  for (const role of [...scopeRoles, boundRole]) await client.query(`grant ${role} to ${applicationRole}`)
}

async function createRole(client: pg.Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (rowCount === 0)
    await client.query(`create role ${role} ${attributes} nosuperuser nocreatedb nocreaterole nobypassrls`)
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
    'select number, name, sha256 from salus_migrations',
  )
  const applied = new Map(rows.map((row) => [row.number, row]))
  const now: string[] = []
  for (const migration of migrations) {
    const before = applied.get(migration.number)
    if (before && before.sha256 !== migration.sha256) {
      throw new Error(
        `Migration ${before.name} was changed after it had been applied to this database. Put the file back as it was and write the change as a new migration.`,
      )
    }
    if (before) continue
    await applyOne(client, migration)
    now.push(migration.name)
  }
  return now
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into salus_migrations (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}

/**
 * The connection string of the application's own login, which owns nothing and by itself may read nothing.
 * Its password follows from the installation's secret, so that several processes agree without a second secret.
 */
export async function applicationUrl(ownerUrl: string, secret: Buffer): Promise<string> {
  const password = createHmac('sha256', secret).update('database role salus_app').digest('base64url')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`alter role ${applicationRole} password ${pg.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = applicationRole
  url.password = password
  return url.toString()
}
