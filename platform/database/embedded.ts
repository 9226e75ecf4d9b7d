// Starts, adopts and stops the PostgreSQL that comes with Salus, in its own data directory, on loopback.
// SPDX-License-Identifier: EUPL-1.2
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { placeFor, reachableBinaries } from './binaries.ts'
import { memorySettings } from './sizing.ts'
import { giveTo, type SystemUser, unprivilegedUser } from './unprivileged.ts'

const run = promisify(execFile)
const ownerRole = 'salus_owner'
const startTimeoutMs = 60_000
const stopTimeoutMs = 30_000

export interface EmbeddedPostgres {
  /** Connection string of the role that owns the database. */
  readonly url: string
  readonly directory: string
  /** True when a PostgreSQL that an earlier, killed Salus left behind was taken over. */
  readonly adopted: boolean
  stop(): Promise<void>
  /** Ends it at once without a checkpoint: only for data that is thrown away. */
  stopNow(): void
}

export interface EmbeddedOptions {
  readonly dataDirectory: string
  readonly dataDirectoryGiven: boolean
  readonly database: string
  /** Further `postgres -c` settings, such as those that make tests fast. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Where the data of these options lies on this machine: not always `dataDirectory`, see `placeFor`. */
export function embeddedPlace(
  options: Pick<EmbeddedOptions, 'dataDirectory' | 'dataDirectoryGiven'>,
): string {
  return placeFor(options.dataDirectory, options.dataDirectoryGiven, unprivilegedUser())
}

export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = unprivilegedUser()
  const place = placeFor(options.dataDirectory, options.dataDirectoryGiven, user)
  mkdirSync(place, { recursive: true, mode: 0o755 })
  const cluster: Cluster = {
    user,
    programs: join(reachableBinaries(place, user), 'bin'),
    directory: join(place, 'postgres'),
    log: join(place, 'postgres.log'),
    password: readOrCreatePassword(join(place, 'postgres-password')),
    database: options.database,
    settings: options.settings ?? {},
  }
  if (!existsSync(cluster.directory)) await initialise(cluster)
  const runningPort = await portOfRunning(cluster)
  const port = runningPort ?? (await launch(cluster))
  await createDatabase(cluster, port)
  return {
    url: urlOf(cluster, port, cluster.database),
    directory: cluster.directory,
    adopted: runningPort !== null,
    stop: () => stop(cluster),
    stopNow: () => signal(cluster, 'SIGQUIT'),
  }
}

interface Cluster {
  readonly user: SystemUser | null
  readonly programs: string
  readonly directory: string
  readonly log: string
  readonly password: string
  readonly database: string
  readonly settings: Readonly<Record<string, string>>
}

function readOrCreatePassword(path: string): string {
  if (!existsSync(path))
    writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}

/** Initialises beside the final folder and renames, so that a kill half-way leaves nothing that looks finished. */
async function initialise(cluster: Cluster): Promise<void> {
  const unfinished = `${cluster.directory}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(unfinished, cluster.user)
  const passwordFile = `${cluster.directory}.password-once`
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  giveTo(passwordFile, cluster.user)
  try {
    await run(
      join(cluster.programs, 'initdb'),
      [
        '-D',
        unfinished,
        '-U',
        ownerRole,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--no-instructions',
      ],
      { ...identity(cluster.user), cwd: unfinished, env: { LC_ALL: 'C', TZ: 'UTC' } },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, cluster.directory)
}

function identity(user: SystemUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {}
}

/** The port of a PostgreSQL that already runs on *this* data directory, told by its own pid file. */
async function portOfRunning(cluster: Cluster): Promise<number | null> {
  const postmaster = readPidFile(cluster.directory)
  if (!postmaster || !isAlive(postmaster.pid)) return null
  const deadline = Date.now() + startTimeoutMs
  while (isAlive(postmaster.pid) && Date.now() < deadline) {
    if (await canConnect(cluster, postmaster.port)) return postmaster.port
    await delay(100)
  }
  return null
}

function readPidFile(directory: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) }
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function canConnect(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, port, 'postgres'),
    connectionTimeoutMillis: 2_000,
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === cluster.directory
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${ownerRole}:${cluster.password}@127.0.0.1:${port}/${database}`
}

async function launch(cluster: Cluster): Promise<number> {
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: '60',
    ...memorySettings(totalmem()),
    ...cluster.settings,
  }
  const log = openSync(cluster.log, 'a', 0o600)
  giveTo(cluster.log, cluster.user)
  chmodSync(cluster.log, 0o600)
  // Detached: Ctrl-C reaches the whole process group, and PostgreSQL must outlive the requests in flight.
  const server = spawn(
    join(cluster.programs, 'postgres'),
    [
      '-D',
      cluster.directory,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...identity(cluster.user),
      cwd: cluster.directory,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  server.unref()
  let exitCode: number | null = null
  server.once('exit', (code) => {
    exitCode = code ?? -1
  })
  server.once('error', () => {
    exitCode = -1
  })
  const deadline = Date.now() + startTimeoutMs
  while (Date.now() < deadline) {
    if (await canConnect(cluster, port)) return port
    if (exitCode !== null) break
    await delay(50)
  }
  throw new Error(
    `PostgreSQL did not start on ${cluster.directory}. Its reason stands at the end of ${cluster.log}.`,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}

async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      cluster.database,
    ])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(cluster.database)}`)
  } finally {
    await client.end()
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it ends sessions, writes a checkpoint and leaves. */
async function stop(cluster: Cluster): Promise<void> {
  const pid = signal(cluster, 'SIGINT')
  const deadline = Date.now() + stopTimeoutMs
  while (pid !== null && isAlive(pid) && Date.now() < deadline) await delay(25)
}

function signal(cluster: Cluster, name: 'SIGINT' | 'SIGQUIT'): number | null {
  const postmaster = readPidFile(cluster.directory)
  if (!postmaster || !isAlive(postmaster.pid)) return null
  process.kill(postmaster.pid, name)
  return postmaster.pid
}
