// All SQL about frameworks of others, their requirements, and the mappings between them.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { Framework, FrameworkHead, Mapping, Requirement } from '../framework/framework.ts'

type Reading = MemberScope | CentreScope | EngineScope

const columns = sql`id, key, version, name, publisher, language, format, rights, imported_at as "importedAt", imported_by_name as "importedByName",
  confirmed_at as "confirmedAt", confirmed_by_name as "confirmedByName", confirmed_right as "confirmedRight", withdrawn_at as "withdrawnAt"`

/** Null where this version is here already. */
export async function insertFramework(
  scope: EngineScope,
  head: FrameworkHead & {
    readonly sha256: string
    readonly importedAt: Date
    readonly importedByName: string
  },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into frameworks (key, version, name, publisher, language, format, rights, sha256, imported_at, imported_by_name)
    values (${head.key}, ${head.version}, ${head.name}, ${head.publisher}, ${head.language}, ${head.format}, ${head.rights}, ${head.sha256}, ${head.importedAt}, ${head.importedByName})
    on conflict (key, version) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function insertRequirements(
  scope: EngineScope,
  frameworkId: number,
  requirements: readonly Requirement[],
): Promise<void> {
  const rows = requirements.map((one, position) => ({ ...one, position }))
  await sql`insert into framework_requirements (framework_id, position, ref, depth, title, text, assessable)
    select ${frameworkId}, position, ref, depth, title, text, assessable
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(position int, ref text, depth int, title text, text text, assessable boolean)`.execute(
    scope.db,
  )
}

/** How many are new. */
export async function insertMappings(scope: EngineScope, mappings: readonly Mapping[]): Promise<number> {
  if (mappings.length === 0) return 0
  const { rows } =
    await sql`insert into framework_mappings (from_key, from_ref, to_key, to_ref, relation, source)
    select distinct on ("fromKey", "fromRef", "toKey", "toRef", source) "fromKey", "fromRef", "toKey", "toRef", relation, source
    from jsonb_to_recordset(${JSON.stringify(mappings)}::jsonb) as m("fromKey" text, "fromRef" text, "toKey" text, "toRef" text, relation text, source text)
    on conflict (from_key, from_ref, to_key, to_ref, source) do nothing returning id`.execute(scope.db)
  return rows.length
}

/** By key, the newest import first. */
export async function selectFrameworks(scope: Reading): Promise<readonly Framework[]> {
  const { rows } =
    await sql<Framework>`select ${columns} from frameworks order by key, imported_at desc, id desc limit 500`.execute(
      scope.db,
    )
  return rows
}

export async function selectRequirements(
  scope: Reading,
  frameworkId: number,
): Promise<readonly Requirement[]> {
  const { rows } = await sql<Requirement>`
    select ref, depth, title, text, assessable from framework_requirements where framework_id = ${frameworkId} order by position`.execute(
    scope.db,
  )
  return rows
}

export async function selectMappings(scope: Reading, key: string): Promise<readonly Mapping[]> {
  const { rows } = await sql<Mapping>`
    select from_key as "fromKey", from_ref as "fromRef", to_key as "toKey", to_ref as "toRef", relation, source
    from framework_mappings where from_key = ${key} or to_key = ${key} order by id limit 100000`.execute(
    scope.db,
  )
  return rows
}

/** False where it was confirmed before. */
export async function markConfirmed(
  scope: CentreScope,
  id: number,
  by: { readonly at: Date; readonly name: string; readonly right: string },
): Promise<boolean> {
  const { rows } =
    await sql`update frameworks set confirmed_at = ${by.at}, confirmed_by_name = ${by.name}, confirmed_right = ${by.right}
    where id = ${id} and confirmed_at is null and withdrawn_at is null returning id`.execute(scope.db)
  return rows.length > 0
}

export async function markWithdrawn(scope: CentreScope, id: number, at: Date): Promise<boolean> {
  const { rows } =
    await sql`update frameworks set withdrawn_at = ${at} where id = ${id} and withdrawn_at is null returning id`.execute(
      scope.db,
    )
  return rows.length > 0
}
