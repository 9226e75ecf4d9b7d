// One PostgreSQL for a test run, and for each test a fresh database cloned from a migrated template.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../database/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded.ts'
import { applicationUrl, migrate } from '../database/migrate.ts'

const projectDirectory = join(import.meta.dirname, '..', '..')
const template = 'salus_template'
const memoryDirectory = '/dev/shm'
const memoryNeeded = 4 * 1024 ** 3
export const testSecret = createHash('sha256').update('secret of the tests').digest()

interface TestCluster {
  readonly postgres: EmbeddedPostgres
  readonly applicationUrl: string
}

let cluster: Promise<TestCluster> | null = null
let clones = 0

/** While the files of a run are loaded nobody looks at the network, and on a busy machine that takes most of a minute. */
const patienceMs = 180_000

export interface TestDatabase {
  readonly database: Database
  readonly ownerUrl: string
  readonly applicationUrl: string
  /** As the owner, past row-level security where it says so; for arranging and for looking. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  close(): Promise<void>
}

/** Empty but for the migrations. Close it at the end of the test. */
export async function testDatabase(): Promise<TestDatabase> {
  cluster ??= startCluster()
  const { postgres, applicationUrl: templateApplicationUrl } = await cluster
  const name = `test_${process.pid}_${++clones}`
  await asOwner(urlFor(postgres.url, 'postgres'), (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  )
  const ownerUrl = urlFor(postgres.url, name)
  const database = openDatabase(urlFor(templateApplicationUrl, name), {
    connections: 6,
    connectTimeoutMs: patienceMs,
  })
  const superuser = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  superuser.on('error', () => undefined)
  return {
    database,
    ownerUrl,
    applicationUrl: urlFor(templateApplicationUrl, name),
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await superuser.query<Row>(text, [...values])).rows,
    async close() {
      await superuser.end()
      await database.close()
      await asOwner(urlFor(postgres.url, 'postgres'), (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      )
    },
  }
}

async function startCluster(): Promise<TestCluster> {
  const directory = mkdtempSync(join(placeForClusters(), `salus-test-${randomBytes(3).toString('hex')}-`))
  // As root PostgreSQL runs as another user, who has to pass; what lies inside stays closed.
  chmodSync(directory, 0o755)
  const postgres = await startEmbeddedPostgres({
    dataDirectory: directory,
    dataDirectoryGiven: false,
    database: template,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // The hooks of all files run before the first test, and each keeps some open for a while.
      max_connections: '500',
      shared_buffers: '128MB',
    },
  })
  stopAtExit(postgres, directory)
  await migrate(postgres.url, join(projectDirectory, 'migrations'))
  const url = await applicationUrl(postgres.url, testSecret)
  return { postgres, applicationUrl: url }
}

/** Each test clones a database, and a slow disk would then be most of the run; memory is taken where there is plenty. */
function placeForClusters(): string {
  try {
    const { bavail, bsize } = statfsSync(memoryDirectory)
    const options = readFileSync('/proc/self/mounts', 'utf8')
      .split('\n')
      .find((line) => line.includes(` ${memoryDirectory} `))
    // Programs may have to be copied beside the data, see `reachableBinaries`.
    const isFit = bavail * bsize >= memoryNeeded && options?.includes('noexec') === false
    return isFit ? memoryDirectory : tmpdir()
  } catch {
    // Only Linux has it.
    return tmpdir()
  }
}

/** Tests share the process, so the cluster stops with it; the data of tests may be thrown away at once. */
function stopAtExit(postgres: EmbeddedPostgres, directory: string): void {
  process.once('exit', () => {
    postgres.stopNow()
    rmSync(directory, { recursive: true, force: true })
  })
}

function urlFor(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
