// Runs the same advisories through the product, the comparator and memory, alternating, and checks that they agree.
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg'
import type { App } from '../../../app.ts'
import { recordDocuments } from '../../../capabilities/advisories/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { takeAndHandle } from '../../../platform/events/relay.ts'
import { documentOf, type SampledAdvisory } from './advisory.ts'
import { runConventional } from './conventional.ts'
import type { InMemory } from './memory.ts'
import type { World } from './world.ts'

export interface Measured {
  readonly advisory: SampledAdvisory
  readonly alerts: number
  /** Raised besides, because the engine asks where the comparator knows only yes and no. */
  readonly asked: number
  readonly assets: number
  readonly productMs: number
  readonly conventionalMs: number
  /** Of the comparator: alerts, journal and commit alone, which the product writes too. */
  readonly conventionalWriteMs: number
  readonly memoryMs: number
  /** Clocks and urgent mails, in the transactions that follow the alerts. */
  readonly followMs: number
}

interface Round {
  readonly app: App
  readonly database: Database
  readonly owner: pg.Client
  readonly world: World
  readonly memory: InMemory
  readonly number: number
  readonly now: Date
}

export async function runRound(
  round: Round,
  advisories: readonly SampledAdvisory[],
): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  for (const advisory of advisories) {
    const advisoryId = await record(round, advisory)
    const product = async () => {
      const startedAt = performance.now()
      await matchAndRaise(round)
      return performance.now() - startedAt
    }
    const conventional = async () => {
      const startedAt = performance.now()
      const result = await runConventional(round.owner, advisoryId)
      return { ...result, ms: performance.now() - startedAt }
    }
    const isProductFirst = (round.number + advisory.number) % 2 === 0
    let productMs = isProductFirst ? await product() : 0
    const other = await conventional()
    if (!isProductFirst) productMs = await product()
    const followStartedAt = performance.now()
    await round.app.drainEvents()
    const followMs = performance.now() - followStartedAt
    const limit = inMemoryMs(round.memory, advisory)
    const own = await countOf(round.owner, advisoryId)
    check(advisory, own, other, limit)
    measured.push({
      advisory,
      ...own,
      productMs,
      conventionalMs: other.ms,
      conventionalWriteMs: other.writeMs,
      memoryMs: limit.ms,
      followMs,
    })
  }
  return measured
}

/** As the product's relay does it: the event's row, locks, matching, alerts, journal, and the commit. */
async function matchAndRaise({ app, database, now }: Round): Promise<void> {
  const [subscription] = app.context.events
    .deferred()
    .filter(({ name }) => name === 'matching.match-advisories')
  if (!subscription) throw new Error('nobody matches recorded advisories')
  const handled = await database.asEngine((scope) => takeAndHandle(scope, subscription, 1, now))
  if (handled !== 1) throw new Error(`${handled} events were handled instead of one`)
}

async function record(round: Round, advisory: SampledAdvisory): Promise<number> {
  const bytes = documentOf(round.world, advisory, round.number)
  for await (const outcome of recordDocuments(
    round.app.context,
    [{ name: 'benchmark', bytes, source: 'benchmark' }],
    {
      now: round.now,
      actor: 'operator',
    },
  ))
    if (outcome.advisoryId !== null) return outcome.advisoryId
  throw new Error('a document of the benchmark could not be recorded')
}

/** Once, as the others: the same answer again would come from the processor's own memory. */
function inMemoryMs(memory: InMemory, advisory: SampledAdvisory) {
  const startedAt = performance.now()
  const result = memory.match(advisory)
  return { ...result, ms: performance.now() - startedAt }
}

async function countOf(
  owner: pg.Client,
  advisoryId: number,
): Promise<{ alerts: number; asked: number; assets: number }> {
  const { rows } = await owner.query<{ alerts: string; asked: string; assets: string }>(
    `select count(*) filter (where answer = 'affected') as alerts, count(*) filter (where answer = 'cannot_tell') as asked,
       coalesce(sum(affected_assets), 0) as assets from alerts where advisory_id = $1`,
    [advisoryId],
  )
  const [row] = rows
  return { alerts: Number(row?.alerts), asked: Number(row?.asked), assets: Number(row?.assets) }
}

interface Counted {
  readonly alerts: number
  readonly assets: number
}

function check(advisory: SampledAdvisory, ...results: readonly Counted[]): void {
  const [first, ...others] = results
  if (others.every((one) => one.alerts === first?.alerts && one.assets === first.assets)) return
  const found = results.map(({ alerts, assets }) => `${alerts} alerts, ${assets} assets`).join(' / ')
  throw new Error(`The three ways disagree about advisory ${advisory.number}: ${found}.`)
}
