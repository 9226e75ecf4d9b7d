// Hands announced events to their subscribers in order, in batches, each batch in one transaction.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Database, EngineScope } from '../database/database.ts'
import type { Log } from '../log/log.ts'
import type { DeferredSubscription } from './event.ts'

const idlePauseMs = 500
const retryBaseSeconds = 5
const retryMaxSeconds = 3_600

export interface Relay {
  /** Handles all that is due now; returns how many events were handled. Tests and commands call it directly. */
  drain(): Promise<number>
  start(): void
  stop(): Promise<void>
}

export interface RelayOptions {
  readonly database: Database
  readonly subscriptions: () => readonly DeferredSubscription[]
  readonly log: Log
  readonly now: () => Date
}

export function createRelay(options: RelayOptions): Relay {
  let stopped = false
  let running: Promise<void> | null = null
  let wake: () => void = () => undefined
  const drain = async (): Promise<number> => {
    let handled = 0
    for (let round = -1; round !== handled && !stopped; ) {
      round = handled
      // Side by side: reading a large list must not hold up an advisory.
      const drained = await Promise.all(
        options.subscriptions().map((subscription) => drainOne(options, subscription, () => stopped)),
      )
      handled += drained.reduce((sum, count) => sum + count, 0)
    }
    return handled
  }
  const loop = async (): Promise<void> => {
    while (!stopped) {
      await drain().catch((error: unknown) =>
        options.log.error({ error }, 'events could not be handled; trying again'),
      )
      if (stopped) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idlePauseMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  return {
    drain,
    start() {
      running ??= loop()
    },
    async stop() {
      stopped = true
      wake()
      await running
    },
  }
}

async function drainOne(
  options: RelayOptions,
  subscription: DeferredSubscription,
  stopped: () => boolean,
): Promise<number> {
  let handled = 0
  while (!stopped()) {
    const taken = await handleBatch(options, subscription, subscription.batchSize)
    handled += taken
    if (taken < subscription.batchSize) return handled
  }
  return handled
}

/** One bad event must not hold up the others: when a batch fails, its events are tried one by one. */
async function handleBatch(
  options: RelayOptions,
  subscription: DeferredSubscription,
  size: number,
): Promise<number> {
  const now = options.now()
  try {
    return await options.database.asEngine((scope) => takeAndHandle(scope, subscription, size, now))
  } catch (error) {
    if (size > 1) return handleOneByOne(options, subscription, size)
    await postpone(options, subscription, error, now)
    return 0
  }
}

async function handleOneByOne(
  options: RelayOptions,
  subscription: DeferredSubscription,
  size: number,
): Promise<number> {
  let handled = 0
  for (let attempt = 0; attempt < size; attempt++) handled += await handleBatch(options, subscription, 1)
  return handled
}

/** One batch of what is due for a subscription, within the caller's transaction; returns how many there were. */
export async function takeAndHandle(
  scope: EngineScope,
  subscription: DeferredSubscription,
  size: number,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ payload: object }>`
    with due as (
      select id from events where subscription = ${subscription.name} and not_before <= ${now}
      order by id limit ${size} for update skip locked
    ), taken as (delete from events using due where events.id = due.id returning events.id, events.payload)
    select payload from taken order by id`.execute(scope.db)
  if (rows.length === 0) return 0
  // The payload's type was checked where the subscription was made for this event.
  await subscription.handle(
    scope,
    rows.map((row) => row.payload as never),
    now,
  )
  return rows.length
}

/** Pushes the first due event back with its problem; it is never given up, and `events.problem` shows it. */
async function postpone(
  options: RelayOptions,
  subscription: DeferredSubscription,
  error: unknown,
  now: Date,
): Promise<void> {
  const problem = error instanceof Error ? error.message : String(error)
  options.log.error(
    { error, subscription: subscription.name },
    'an event could not be handled; it is kept and tried again',
  )
  await options.database.asEngine(async (scope) => {
    await sql`update events set attempts = attempts + 1, problem = ${problem.slice(0, 500)},
        not_before = ${now}::timestamptz + make_interval(secs => least(${retryMaxSeconds}, ${retryBaseSeconds} * 2 ^ least(attempts, 20)))
      where id = (select id from events where subscription = ${subscription.name} and not_before <= ${now} order by id limit 1 for update skip locked)`.execute(
      scope.db,
    )
  })
}
