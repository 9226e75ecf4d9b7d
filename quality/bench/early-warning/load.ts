// Builds the world in the database: the dictionary by the product's own path, the members' rows in bulk.
// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg'
import { identifyProductVersions } from '../../../capabilities/matching/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { seeded } from '../world.ts'
import { assetsOfMember, type World } from './world.ts'

const itemsAtOnce = 4_000
const membersAtOnce = 40
/** Bits of standing as hospitals have them: mostly on the hospital's network, seldom stated as life-supporting. */
const standings = [
  [0.05, 0b000_0010_0001],
  [0.3, 0b001_0000_0010],
  [0.55, 0b010_0000_0010],
  [0.75, 0b000_1000_0010],
  [1, 0b100_0000_0100],
] as const

/** The database's number of each version of the world. */
export async function loadDictionary(
  database: Database,
  world: World,
  now: Date,
  say: (line: string) => void,
): Promise<Int32Array> {
  const ids = new Int32Array(world.versions)
  for (let start = 0; start < world.versions; start += itemsAtOnce) {
    const count = Math.min(itemsAtOnce, world.versions - start)
    const items = Array.from({ length: count }, (_, index) => world.itemOf(start + index))
    const identified = await database.asEngine((scope) => identifyProductVersions(scope, items, now))
    for (const [index, { productVersionId }] of identified.entries()) ids[start + index] = productVersionId
    if ((start / itemsAtOnce) % 50 === 0) say(`dictionary: ${start + count} of ${world.versions} versions`)
  }
  return ids
}

export interface DrawnMembers {
  /** The versions of each member, one member after the other. */
  readonly lists: Int32Array
  readonly standings: Uint16Array
}

/** The same in each run. */
export function drawMembers(world: World, members: number): DrawnMembers {
  const lists = new Int32Array(members * assetsOfMember)
  const bits = new Uint16Array(members * assetsOfMember)
  const random = seeded(23)
  for (let member = 0; member < members; member++) {
    lists.set(world.drawMember(member), member * assetsOfMember)
    for (let index = member * assetsOfMember; index < (member + 1) * assetsOfMember; index++) {
      const draw = random()
      bits[index] = standings.find(([share]) => draw < share)?.[1] ?? 0
    }
  }
  return { lists, standings: bits }
}

/**
 * As the owner and without the index, which is built at the end from the product's own definition: rows that members'
 * imports would have written, `installed_versions` of capabilities/assets. Returns the seconds that it took.
 */
export async function loadMembers(
  owner: pg.Client,
  ids: Int32Array,
  { lists, standings: bits }: DrawnMembers,
  members: number,
  say: (line: string) => void,
): Promise<number> {
  const startedAt = performance.now()
  const { rows: keys } = await owner.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'installed_versions'::regclass and contype = 'p'`,
  )
  const key = keys[0]
  if (!key) throw new Error('installed_versions has no primary key')
  await owner.query(`alter table installed_versions drop constraint ${key.name}`)
  const { rows: organisations } = await owner.query<{ id: string }>(
    `insert into organisations (kind, name, country, languages, time_zone, provider_kind, created_at)
     select 'provider', 'Benchmark hospital ' || n, 'AT', '{de}', 'Europe/Vienna', 'hospital', now() from generate_series(1, $1) n returning id`,
    [members],
  )
  for (let start = 0; start < members; start += membersAtOnce) {
    const count = Math.min(membersAtOnce, members - start)
    const part = [start * assetsOfMember, (start + count) * assetsOfMember] as const
    await owner.query(
      `insert into installed_versions (organisation_id, product_version_id, held)
       select ($3::bigint[])[(n - 1) / $4 + 1], v, 2048 | s from unnest($1::int[], $2::smallint[]) with ordinality as g(v, s, n)`,
      [
        `{${Array.from(lists.subarray(...part), (version) => ids[version]).join(',')}}`,
        `{${bits.subarray(...part).join(',')}}`,
        organisations.slice(start, start + count).map((row) => row.id),
        assetsOfMember,
      ],
    )
    if ((start / membersAtOnce) % 25 === 0) say(`members: ${start + count} of ${members}`)
  }
  say('building the index')
  await owner.query(`set maintenance_work_mem = '2GB'`)
  await owner.query(
    `alter table installed_versions add constraint ${key.name} ${key.definition.replace(/ WITH \(.*\)$/i, '')} with (fillfactor = 90)`,
  )
  await owner.query('vacuum analyze installed_versions')
  await owner.query('analyze')
  return (performance.now() - startedAt) / 1000
}
