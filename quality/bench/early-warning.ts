// `npm run bench -- early-warning --members N --json`: from a recorded advisory to all alerts committed, three ways.
// SPDX-License-Identifier: EUPL-1.2
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type App, createApp } from '../../app.ts'
import { recordDocuments } from '../../capabilities/advisories/index.ts'
import { optionValues } from '../../cli/command.ts'
import { type Installation, openInstallation } from '../../installation.ts'
import { documentOf, type SampledAdvisory, sampleAdvisories } from './early-warning/advisory.ts'
import { prepareConventional } from './early-warning/conventional.ts'
import { round, type Spread, spreadOf, type Target, target } from './early-warning/figures.ts'
import { type ImportFigures, measureImports } from './early-warning/import.ts'
import { type KeptWorld, keepWorld, keptWorld } from './early-warning/kept.ts'
import { drawMembers, loadDictionary, loadMembers } from './early-warning/load.ts'
import { inMemory } from './early-warning/memory.ts'
import { type Measured, runRound } from './early-warning/rounds.ts'
import { assetsOfMember, buildWorld, type World } from './early-warning/world.ts'

const words = process.argv.slice(2)
const option = (name: string, otherwise: number) => Number(optionValues(words, name)[0] ?? otherwise)
const members = option('--members', 1_000)
const perBand = option('--per-band', members >= 1_000 ? 10 : 4)
const rounds = option('--rounds', 3)
const products = option('--products', Math.min(300_000, Math.max(10_000, members * 50)))
const catalogue = option('--catalogue', Math.min(10_000, Math.max(300, members * 5)))
const now = new Date('2026-03-02T10:00:00Z')
const startedAt = performance.now()
const say = (line: string) =>
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s  ${line}\n`)

/** A world of 75 million rows takes a quarter of an hour to build: in a named folder it stays for the next run. */
const [keptIn] = optionValues(words, '--keep')
const folder = keptIn ?? mkdtempSync(join(tmpdir(), 'salus-bench-'))
mkdirSync(folder, { recursive: true })
// As root PostgreSQL runs as another user, who has to pass.
chmodSync(folder, 0o755)
process.env.SALUS_DATA = folder
process.env.SALUS_LOG_LEVEL = 'error'
let opened = await open()
try {
  const report = await run()
  process.stdout.write(`${JSON.stringify(report, null, words.includes('--json') ? 0 : 2)}\n`)
} finally {
  await close(opened)
  if (keptIn === undefined) rmSync(folder, { recursive: true, force: true })
}

interface Opened {
  readonly installation: Installation
  readonly app: App
  readonly owner: pg.Client
}

async function open(): Promise<Opened> {
  const installation = await openInstallation('server', () => undefined)
  const app = await createApp(installation, { now: () => now })
  const owner = new pg.Client({ connectionString: installation.ownerUrl })
  await owner.connect()
  await owner.query('set jit = off')
  return { installation, app, owner }
}

async function close({ installation, owner }: Opened): Promise<void> {
  await owner.end()
  await installation.close()
}

async function run() {
  const world = buildWorld(products)
  say(`world: ${world.products} products, ${world.versions} versions`)
  const drawn = drawMembers(world, members)
  const kept = keptWorld(folder, { members, products, catalogue }) ?? (await build(world, drawn))
  await prepareConventional(opened.owner)
  const bytesPerAsset = await bytesOfFanOut()
  const memory = inMemory(world, members, drawn.lists, drawn.standings)
  const sample = sampleAdvisories(world, perBand, 5)
  say(`${sample.length} advisories, ${rounds} rounds and a cold one`)
  const isCold = await restartCold()
  const cold = await measure(world, memory, sample, kept.rounds)
  const warm: (readonly Measured[])[] = []
  for (let number = 1; number <= rounds; number++) {
    warm.push(await measure(world, memory, sample, kept.rounds + number))
    say(`round ${number} of ${rounds}`)
  }
  const { app, owner } = opened
  const of = { firstMember: members, rounds, anyVersionId: kept.anyVersionId }
  const imports = await measureImports(app.context, owner, world, of, now)
  keepWorld(folder, { ...kept, rounds: kept.rounds + rounds + 1 })
  return reportOf({ ...kept, bytesPerAsset, cold, isCold, warm, imports })
}

async function build(world: World, drawn: ReturnType<typeof drawMembers>): Promise<KeptWorld> {
  const ids = await loadDictionary(opened.installation.database, world, now, say)
  await recordCatalogue(world)
  const loadSeconds = await loadMembers(opened.owner, ids, drawn, members, say)
  const built = {
    members,
    products,
    catalogue,
    anyVersionId: ids[0] ?? 0,
    loadSeconds,
    rounds: 0,
  }
  keepWorld(folder, built)
  return built
}

/** What a centre has on record already, so that lists that come later meet something. */
async function recordCatalogue(world: World): Promise<void> {
  const sample = sampleAdvisories(world, Math.ceil(catalogue / 5), 99)
  const documents = sample.map((advisory) => ({
    name: 'catalogue',
    bytes: documentOf(world, advisory, 50),
    source: 'benchmark',
  }))
  for await (const _ of recordDocuments(opened.app.context, documents, { now, actor: 'operator' }));
  say(`catalogue of ${documents.length} recorded, matching it`)
  await opened.app.drainEvents()
}

function measure(
  world: World,
  memory: ReturnType<typeof inMemory>,
  sample: readonly SampledAdvisory[],
  number: number,
): Promise<readonly Measured[]> {
  const { app, owner, installation } = opened
  return runRound({ app, owner, database: installation.database, world, memory, number, now }, sample)
}

/** Restarts PostgreSQL; the system's own cache is emptied too where that is allowed. */
async function restartCold(): Promise<'restarted' | 'restarted, system cache emptied'> {
  await close(opened)
  let emptied = false
  try {
    writeFileSync('/proc/sys/vm/drop_caches', '3')
    emptied = true
  } catch {
    // Only root on Linux may; then the figure is that of a restarted server.
  }
  opened = await open()
  return emptied ? 'restarted, system cache emptied' : 'restarted'
}

async function bytesOfFanOut(): Promise<number> {
  const { rows } = await opened.owner.query<{ bytes: number }>(
    `select pg_total_relation_size('installed_versions')::float8 / (select count(*) from installed_versions) as bytes`,
  )
  return round(rows[0]?.bytes ?? 0)
}

interface Results {
  readonly cold: readonly Measured[]
  readonly isCold: string
  readonly warm: readonly (readonly Measured[])[]
  readonly imports: ImportFigures
  readonly bytesPerAsset: number
  readonly loadSeconds: number
}

function reportOf({ cold, isCold, warm, imports, bytesPerAsset, loadSeconds }: Results) {
  const all = warm.flat()
  const spread = (list: readonly Measured[], pick: (one: Measured) => number): Spread =>
    spreadOf(list.map(pick))
  const waysOf = (list: readonly Measured[]) => ({
    product: spread(list, (one) => one.productMs),
    conventional: spread(list, (one) => one.conventionalMs),
    conventionalWriting: spread(list, (one) => one.conventionalWriteMs),
    memory: spread(list, (one) => one.memoryMs),
    following: spread(list, (one) => one.followMs),
  })
  const ways = waysOf(all)
  const affected = all.reduce((sum, one) => sum + one.assets, 0)
  const widest = all.toSorted((a, b) => b.assets - a.assets).slice(0, Math.max(1, Math.ceil(all.length / 10)))
  const perSecond =
    widest.reduce((sum, one) => sum + one.assets, 0) /
    (widest.reduce((sum, one) => sum + one.productMs, 0) / 1000)
  const rarest = Math.max(...all.map((one) => one.advisory.band))
  const rare = spread(
    all.filter((one) => one.advisory.band === rarest),
    (one) => one.productMs,
  )
  const targets: readonly Target[] = [
    target('(b) / (a) in total', ways.conventional.totalMs / ways.product.totalMs, '>=', 8),
    target('(b) / (a) at p95', ways.conventional.p95Ms / ways.product.p95Ms, '>=', 8),
    target('(a) / (c) in total', ways.product.totalMs / ways.memory.totalMs, '<=', 150),
    target('affected assets a second, widest tenth', perSecond, '>=', 500_000),
    target('bytes an asset, rows and index of the fan-out', bytesPerAsset, '<=', 90),
    target('import with everything / parsing and storing', imports.ratio, '<=', 3),
  ]
  return {
    members,
    assetsOfMember,
    assets: members * assetsOfMember,
    products,
    catalogue,
    rounds: warm.length,
    advisories: warm[0]?.length ?? 0,
    alerts: all.reduce((sum, one) => sum + one.alerts, 0),
    asked: all.reduce((sum, one) => sum + one.asked, 0),
    affectedAssets: affected,
    warm: ways,
    cold: { how: isCold, ...waysOf(cold) },
    byBand: [...Map.groupBy(all, (one) => one.advisory.band)].map(([band, list]) => ({
      band,
      ...waysOf(list),
      alerts: list.reduce((sum, one) => sum + one.alerts, 0),
    })),
    rareProductMedianMs: rare.medianMs,
    imports,
    bytesPerAsset,
    loadSeconds: round(loadSeconds),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    seconds: round((performance.now() - startedAt) / 1000),
    targets,
  }
}
