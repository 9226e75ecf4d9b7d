// Imports of all organisations at once, for the engine's tidying.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'

/** Those that have waited for a person since before this moment; file and rows go. */
export async function discardOldImports(scope: EngineScope, before: Date, at: Date): Promise<void> {
  await sql`
    with old as (
      update imports set state = 'discarded', changed_at = ${at}
      where state in ('mapping', 'compared') and changed_at < ${before}
      returning organisation_id, id
    ), files as (
      delete from import_files using old
      where import_files.organisation_id = old.organisation_id and import_files.import_id = old.id
    )
    delete from import_rows using old
    where import_rows.organisation_id = old.organisation_id and import_rows.import_id = old.id`.execute(
    scope.db,
  )
}

/** The counts of a stored import stay; its single rows, a copy of the inventory, do not. */
export async function forgetOldRows(scope: EngineScope, before: Date): Promise<void> {
  await sql`
    delete from import_rows using imports
    where import_rows.organisation_id = imports.organisation_id and import_rows.import_id = imports.id
      and imports.state in ('stored', 'failed', 'discarded') and imports.changed_at < ${before}`.execute(
    scope.db,
  )
}
