// How long a list of 5,000 assets takes with everything that follows, against parsing and storing it alone.
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg'
import { type InventoryFile, importInventoryWith } from '../../../capabilities/assets/index.ts'
import { identifyProductVersions } from '../../../capabilities/matching/index.ts'
import type { Context } from '../../../platform/context.ts'
import { createEvents } from '../../../platform/events/announce.ts'
import { median } from './figures.ts'
import type { World } from './world.ts'

/** Of a list this share names versions that nobody has named before, so that they are matched and not only found. */
const newShare = 0.05

export interface ImportFigures {
  readonly assets: number
  readonly withMatchingMs: number
  readonly storingOnlyMs: number
  readonly ratio: number
  readonly alerts: number
  /** Whole asset records with all their texts and indexes. */
  readonly bytesOfRecord: number
}

export async function measureImports(
  context: Context,
  owner: pg.Client,
  world: World,
  of: { readonly firstMember: number; readonly rounds: number; readonly anyVersionId: number },
  now: Date,
): Promise<ImportFigures> {
  const times = { matched: [] as number[], stored: [] as number[] }
  let alerts = 0
  const silent = createEvents([])
  const storingOnly = {
    context: { ...context, events: silent },
    identify: async (_scope: unknown, items: readonly unknown[]) =>
      items.map(() => ({ productVersionId: of.anyVersionId, matchable: 'yes' as const })),
  }
  const matching = { context, identify: identifyProductVersions }
  for (let round = 0; round < of.rounds; round++) {
    const file = fileOf(world, of.firstMember + round)
    const order = round % 2 === 0 ? (['matched', 'stored'] as const) : (['stored', 'matched'] as const)
    for (const kind of order) {
      const organisationId = await addMember(owner)
      const startedAt = performance.now()
      await importInventoryWith(
        kind === 'matched' ? matching : storingOnly,
        organisationId,
        file,
        'operator',
        now,
      )
      times[kind].push(performance.now() - startedAt)
      if (kind === 'matched') alerts = await countAlerts(owner, organisationId)
    }
  }
  const { rows } = await owner.query<{ bytes: number }>(
    `select pg_total_relation_size('assets')::float8 / greatest(1, (select count(*) from assets)) as bytes`,
  )
  await forgetImported(owner)
  const [withMatchingMs, storingOnlyMs] = [median(times.matched), median(times.stored)]
  return {
    assets: rowsOf(world, of.firstMember).length,
    withMatchingMs,
    storingOnlyMs,
    ratio: withMatchingMs / storingOnlyMs,
    alerts,
    bytesOfRecord: Math.round(Number(rows[0]?.bytes ?? 0)),
  }
}

async function addMember(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into organisations (kind, name, country, languages, time_zone, provider_kind, created_at)
     values ('provider', 'Benchmark hospital with a list', 'AT', '{de}', 'Europe/Vienna', 'hospital', now()) returning id`,
  )
  return Number(rows[0]?.id)
}

async function countAlerts(owner: pg.Client, organisationId: number): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(
    'select count(*) from alerts where organisation_id = $1',
    [organisationId],
  )
  return Number(rows[0]?.count)
}

function rowsOf(world: World, member: number): readonly string[] {
  return Array.from(world.drawMember(member), (version, index) => {
    const item = world.itemOf(version)
    const isNew = index % Math.round(1 / newShare) === 0
    const text = isNew
      ? `${item.version?.split('-')[0]}.77${item.version?.includes('-') ? '-1' : ''}`
      : item.version
    const purl = item.purl === null ? '' : `${item.purl.split('@')[0]}@${text}`
    return `${index};${item.vendor ?? ''};${item.product};${text};${purl};Main site`
  })
}

function fileOf(world: World, member: number): InventoryFile {
  const rows = ['Inventory number;Manufacturer;Product;Software version;purl;Site', ...rowsOf(world, member)]
  return { fileName: `list-${member}.csv`, content: Buffer.from(rows.join('\n')) }
}

/** A world that is kept has only the members that it was drawn with, also for the next run. */
async function forgetImported(owner: pg.Client): Promise<void> {
  await owner.query(
    `delete from installed_versions i using (select distinct organisation_id, product_version_id from assets) a
     where i.product_version_id = a.product_version_id and i.organisation_id = a.organisation_id`,
  )
  await owner.query('vacuum installed_versions')
}
