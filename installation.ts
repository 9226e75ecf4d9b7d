// Opens this installation: settings, secret, database (embedded or a server), migrations, the application's login.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import pg from 'pg'
import { type Config, readConfig } from './platform/config/config.ts'
import { type Database, openDatabase } from './platform/database/database.ts'
import { embeddedPlace, startEmbeddedPostgres } from './platform/database/embedded.ts'
import { applicationUrl, migrate } from './platform/database/migrate.ts'
import { readOrCreateSecret } from './platform/installation/secret.ts'
import { createLog, type Log } from './platform/log/log.ts'

const project = import.meta.dirname

export interface Installation {
  readonly config: Config
  readonly log: Log
  readonly secret: Buffer
  readonly ownerUrl: string
  readonly applicationUrl: string
  readonly database: Database
  /** Stops an embedded PostgreSQL, unless a server beside this command needs it. */
  close(): Promise<void>
}

const serverLock = 7_258_703

/** A `server` owns the embedded database and stops it at the end; a `command` may run beside a server. */
export async function openInstallation(
  as: 'server' | 'command',
  say: (text: string) => void,
): Promise<Installation> {
  const config = readConfig(process.env, project)
  const log = createLog(config.logLevel)
  const place = config.databaseUrl ? config.dataDirectory : embeddedPlace(config)
  if (place !== config.dataDirectory)
    say(
      `The data lies in ${place}, because PostgreSQL does not run as root and its user cannot reach ${config.dataDirectory}.`,
    )
  const secret = readOrCreateSecret(place)
  const postgres = config.databaseUrl ? null : await startEmbeddedPostgres({ ...config, database: 'salus' })
  const ownerUrl = config.databaseUrl ?? postgres?.url ?? ''
  const lock = postgres && as === 'server' ? await lockForServer(ownerUrl, place) : null
  if (postgres?.adopted && as === 'server') say('Took over the database that an earlier Salus left running.')
  const applied = await migrate(ownerUrl, join(project, 'migrations'))
  if (applied.length > 0)
    say(`Database brought up to date: ${applied.length} migration${applied.length === 1 ? '' : 's'}.`)
  const url = await applicationUrl(ownerUrl, secret)
  const database = openDatabase(url)
  return {
    config: { ...config, dataDirectory: place },
    log,
    secret,
    ownerUrl,
    applicationUrl: url,
    database,
    async close() {
      await database.close()
      await lock?.end()
      if (postgres && (as === 'server' || !postgres.adopted)) await postgres.stop()
    },
  }
}

/** Two servers on one embedded database would each stop it under the other. */
async function lockForServer(ownerUrl: string, place: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'salus server lock' })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
    serverLock,
  ])
  if (rows[0]?.alone) return client
  await client.end()
  throw new Error(
    `Another Salus already runs on the data in ${place}. Stop it first, or give this one its own folder with SALUS_DATA.`,
  )
}
