// The comparator (b): fetch every asset of the named products, compare version texts in JavaScript, insert the alerts.
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg'
import { situations } from '../../../capabilities/alerts/situation.ts'
import { decideUrgency } from '../../../capabilities/alerts/urgency.ts'
import { standingFrom } from '../../../capabilities/assets/index.ts'

const alertsAtOnce = 500
const now = new Date('2026-03-02T10:00:00Z')

/** Tables shaped and indexed as the product's own, so that both write the same; the owner's rights, no row-level security. */
export async function prepareConventional(owner: pg.Client): Promise<void> {
  await owner.query(`
    drop table if exists bench_alerts, bench_journal, bench_names;
    create table bench_alerts (like alerts including all);
    create table bench_journal (like journal including all);
    create table bench_names as select id as product_id, coalesce(naming->>'purl', (naming->>'vendor') || '|' || (naming->>'product')) as name
      from products where in_inventories;
    create index on bench_names (name);
    analyze bench_names;`)
}

interface Leaf {
  readonly name: string
  readonly low: readonly number[]
  readonly high: readonly number[]
}

export async function runConventional(
  owner: pg.Client,
  advisoryId: number,
): Promise<{ readonly alerts: number; readonly assets: number; readonly writeMs: number }> {
  await owner.query('begin')
  const { rows: documents } = await owner.query<{ document: Buffer }>(
    'select r.document from advisories a join advisory_revisions r on r.id = a.revision_id where a.id = $1',
    [advisoryId],
  )
  const leaves = leavesOf(JSON.parse(documents[0]?.document.toString() ?? '{}') as CsafLike)
  const byName = Map.groupBy(leaves, (leaf) => leaf.name)
  const { rows: assets } = await owner.query<{
    organisation: number
    name: string
    version: string
    assets: number
    standing: number
  }>(
    `select i.organisation_id::int as organisation, n.name, v.version, i.held >> 11 as assets, i.held & 2047 as standing
     from bench_names n join product_versions v on v.product_id = n.product_id join installed_versions i on i.product_version_id = v.id
     where n.name = any($1)`,
    [[...byName.keys()]],
  )
  const concerned = new Map<number, { assets: number; standing: number }>()
  let affected = 0
  for (const asset of assets) {
    const version = partsOf(asset.version)
    const isAffected = byName
      .get(asset.name)
      ?.some((leaf) => compare(version, leaf.low) >= 0 && compare(version, leaf.high) < 0)
    if (!isAffected) continue
    const known = concerned.get(asset.organisation) ?? { assets: 0, standing: 0 }
    known.assets += asset.assets
    known.standing |= asset.standing
    concerned.set(asset.organisation, known)
    affected += asset.assets
  }
  const startedAt = performance.now()
  await insertAll(owner, advisoryId, concerned)
  await owner.query('commit')
  return { alerts: concerned.size, assets: affected, writeMs: performance.now() - startedAt }
}

interface CsafLike {
  readonly product_tree?: {
    readonly branches?: readonly {
      readonly name: string
      readonly branches: readonly {
        readonly name: string
        readonly branches: readonly {
          readonly name: string
          readonly product: { readonly product_identification_helper?: { readonly purl: string } }
        }[]
      }[]
    }[]
  }
}

function leavesOf(document: CsafLike): readonly Leaf[] {
  return (document.product_tree?.branches ?? []).flatMap((vendor) =>
    vendor.branches.flatMap((product) =>
      product.branches.map((leaf) => {
        const [, low = '', high = ''] = /^vers:[a-z]+\/>=([^|]+)\|<(.+)$/.exec(leaf.name) ?? []
        const purl = leaf.product.product_identification_helper?.purl
        return { name: purl ?? `${vendor.name}|${product.name}`, low: partsOf(low), high: partsOf(high) }
      }),
    ),
  )
}

function partsOf(version: string): number[] {
  return version
    .split(/[.-]/)
    .map(Number)
    .filter((part) => !Number.isNaN(part))
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const nothingKnown = {
  exploitation: null,
  kevDateAdded: null,
  automatable: null,
  cvssVector: null,
  maxBaseScore: null,
}

async function insertAll(
  owner: pg.Client,
  advisoryId: number,
  concerned: ReadonlyMap<number, { readonly assets: number; readonly standing: number }>,
): Promise<void> {
  const decided = new Map<number, string>()
  const rows = [...concerned].map(([organisation, { assets, standing }]) => {
    const urgency = decided.get(standing) ?? decideUrgency(nothingKnown, standingFrom(standing)).urgency
    decided.set(standing, urgency)
    return { organisation, assets, urgency }
  })
  for (let start = 0; start < rows.length; start += alertsAtOnce) {
    const portion = rows.slice(start, start + alertsAtOnce)
    await owner.query(
      `insert into bench_alerts (organisation_id, advisory_id, state, answer, urgency, urgency_decision_id, affected_assets, unsure_assets, exploited, remediation_fingerprint, raised_at, opened_at, changed_at)
       select o, $1, 'new', 'affected', u, 1, a, 0, false, $5, $6, $6, $6 from unnest($2::bigint[], $3::text[], $4::int[]) as g(o, u, a)`,
      [
        advisoryId,
        portion.map((row) => row.organisation),
        portion.map((row) => row.urgency),
        portion.map((row) => row.assets),
        Buffer.alloc(32),
        now,
      ],
    )
    await owner.query(
      `insert into bench_journal (organisation_id, at, actor, action, object_type, object_id, details)
       select o, $4, 'matching', 'alert.raised', 'alert', o::text, jsonb_build_object('advisoryId', $1::bigint, 'urgency', u, 'assets', $5::int)
       from unnest($2::bigint[], $3::text[]) as g(o, u)`,
      [
        advisoryId,
        portion.map((row) => row.organisation),
        portion.map((row) => row.urgency),
        now,
        situations.length,
      ],
    )
  }
}
