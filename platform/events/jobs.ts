// Runs what the clock causes: each job on its schedule, or at once when woken, never twice at the same time.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Database } from '../database/database.ts'
import type { Log } from '../log/log.ts'

const pollSeconds = 2
const expireSeconds = 900

export interface Job {
  /** `alerts.escalate`: the capability, then what it does. */
  readonly name: string
  /** Cron in UTC; minutes are the finest. */
  readonly schedule: string
  /** Done in bounded portions; network only outside transactions. */
  readonly run: (now: Date) => Promise<void>
}

export interface Jobs {
  /** Asks for a job to run now, after this transaction's commit or not at all. */
  wake(name: string): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Creates the queue's tables with the owner's rights and lets only the engine use them. */
export async function installJobs(
  ownerUrl: string,
  jobs: readonly { readonly name: string }[],
): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => undefined)
  await boss.start()
  for (const job of jobs) {
    if (!(await boss.getQueue(job.name)))
      await boss.createQueue(job.name, {
        expireInSeconds: expireSeconds,
        retryLimit: 0,
        deleteAfterSeconds: 86_400,
      })
  }
  await boss.stop({ graceful: false })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      'grant usage on schema pgboss to salus_engine; grant all on all tables in schema pgboss to salus_engine; grant execute on all functions in schema pgboss to salus_engine; grant usage on all sequences in schema pgboss to salus_engine',
    )
  } finally {
    await client.end()
  }
}

export interface JobsOptions {
  readonly applicationUrl: string
  readonly database: Database
  readonly jobs: readonly Job[]
  readonly log: Log
  readonly now: () => Date
}

export function createJobs(options: JobsOptions): Jobs {
  const boss = new PgBoss({
    connectionString: options.applicationUrl,
    options: '-c role=salus_engine',
    max: 4,
    migrate: false,
    createSchema: false,
    monitorVacuum: false,
    reindex: false,
  })
  boss.on('error', (error) =>
    options.log.warn({ error }, 'the job queue had a problem; it goes on by itself'),
  )
  return {
    async wake(name) {
      await boss.send(name, {}, { singletonKey: 'now', singletonSeconds: 1 })
    },
    async start() {
      await boss.start()
      for (const job of options.jobs) {
        await boss.work(job.name, { pollingIntervalSeconds: pollSeconds }, () => runAlone(options, job))
        await boss.schedule(job.name, job.schedule)
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/**
 * The transaction around a run holds nothing but the lock (under read committed it keeps no snapshot), so that two
 * processes never run the same job at once, and a killed one frees it by losing its connection.
 * A failing job is logged and comes again on its schedule: its work stands in tables, not in the queue.
 */
async function runAlone(options: JobsOptions, job: Job): Promise<void> {
  try {
    await options.database.asEngine(async (scope) => {
      const { rows } = await sql<{
        alone: boolean
      }>`select pg_try_advisory_xact_lock(hashtext(${job.name})) as alone`.execute(scope.db)
      if (rows[0]?.alone) await job.run(options.now())
    })
  } catch (error) {
    options.log.error({ error, job: job.name }, 'a job failed; it comes again on its schedule')
  }
}
