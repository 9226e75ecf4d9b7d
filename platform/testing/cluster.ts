// A database on a real Citus cluster for tests, where CITUS_URL names its coordinator.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../database/database.ts'
import { applicationUrl, migrate } from '../database/migrate.ts'
import { type TestDatabase, testSecret } from './database.ts'

/** A superuser's connection to a coordinator with workers registered; databases are made and dropped beside it. */
export const citusUrl = process.env.CITUS_URL
export const skipWithoutCitus = citusUrl ? false : 'CITUS_URL names no Citus coordinator'

const migrations = join(import.meta.dirname, '..', '..', 'migrations')

export interface ClusterDatabase extends TestDatabase {
  /** As after a restart of the program: settings of the database hold for new connections. */
  reopen(): Promise<void>
}

interface Node {
  readonly host: string
  readonly port: number
  /** Of the database that CITUS_URL names. */
  readonly url: string
}

/** Migrated and on all servers, but not spread yet. Close it at the end of the test. */
export async function clusterDatabase(name: string): Promise<ClusterDatabase> {
  const nodes = await nodesOf(citusUrl ?? '')
  const ownerUrl = await createOn(nodes, name)
  await migrate(ownerUrl, migrations)
  const url = await applicationUrl(ownerUrl, testSecret)
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  owner.on('error', () => undefined)
  let database = openDatabase(url, { connections: 6 })
  return {
    get database() {
      return database
    },
    ownerUrl,
    applicationUrl: url,
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<Row>(text, [...values])).rows,
    async reopen() {
      await database.close()
      database = openDatabase(url, { connections: 6 })
    },
    async close() {
      await owner.end()
      await database.close()
      for (const node of nodes) await run(node.url, `drop database if exists ${name} with (force)`)
    },
  }
}

/** Returns the owner's connection string of the coordinator's. */
async function createOn(nodes: readonly Node[], name: string): Promise<string> {
  for (const node of nodes) {
    await run(node.url, `drop database if exists ${name} with (force)`, `create database ${name}`)
    await run(databaseOf(node.url, name), 'create extension citus')
  }
  const [coordinator, ...workers] = nodes
  const ownerUrl = databaseOf(coordinator?.url ?? '', name)
  await run(
    ownerUrl,
    `select citus_set_coordinator_host('${coordinator?.host}', ${coordinator?.port})`,
    ...workers.map(({ host, port }) => `select citus_add_node('${host}', ${port})`),
  )
  return ownerUrl
}

/** The coordinator first. */
async function nodesOf(url: string): Promise<readonly Node[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ host: string; port: number }>(
    'select nodename as host, nodeport as port from pg_dist_node order by groupid',
  )
  await client.end()
  return rows.map(({ host, port }) => {
    const node = new URL(url)
    node.hostname = host
    node.port = String(port)
    return { host, port, url: node.toString() }
  })
}

function databaseOf(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.toString()
}

async function run(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
