// All SQL about the items that the centre wrote itself; a change is a new version, old ones stay.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { OwnContent, OwnVersion } from '../own-item.ts'

type AnyScope = MemberScope | CentreScope | EngineScope

const columns = sql`key, version, state, content, at, by_name as "byName"`
const mostItems = 500
const mostVersions = 100

export async function nextOwnKey(scope: CentreScope): Promise<string> {
  const { rows } = await sql<{
    number: number
  }>`select nextval('catalogue_item_numbers') as number`.execute(scope.db)
  return `own-${rows[0]?.number ?? 0}`
}

/** False where somebody else wrote this version meanwhile. */
export async function insertOwnVersion(
  scope: CentreScope,
  version: Omit<OwnVersion, 'content'> & { readonly content: OwnContent; readonly by: string },
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    insert into catalogue_items (key, version, state, content, at, by, by_name)
    values (${version.key}, ${version.version}, ${version.state}, ${JSON.stringify(version.content)}::jsonb, ${version.at}, ${version.by}, ${version.byName})
    on conflict (key, version) do nothing returning key`.execute(scope.db)
  return rows.length > 0
}

/** The newest version of each, retired ones too. */
export async function selectOwnItems(scope: AnyScope): Promise<readonly OwnVersion[]> {
  const { rows } = await sql<OwnVersion>`
    select distinct on (key) ${columns} from catalogue_items order by key, version desc limit ${mostItems}`.execute(
    scope.db,
  )
  return rows
}

/** The newest first. */
export async function selectOwnVersions(scope: AnyScope, key: string): Promise<readonly OwnVersion[]> {
  const { rows } = await sql<OwnVersion>`
    select ${columns} from catalogue_items where key = ${key} order by version desc limit ${mostVersions}`.execute(
    scope.db,
  )
  return rows
}
