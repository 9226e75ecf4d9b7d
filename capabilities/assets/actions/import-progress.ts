// How the engine's work on an import shows while it runs, and how it ends when it cannot go on.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import type { Import } from '../import.ts'
import { deleteFile } from '../store/import-files.ts'
import { moveImport, noteProgress } from '../store/imports.ts'
import type { Inventory } from './inventory.ts'

/** It cannot be imported; why stands on its page, and the file is not kept. */
export async function endImport(
  inventory: Inventory,
  found: Import,
  faults: readonly Fault[],
  now: Date,
): Promise<void> {
  await inventory.context.database.asEngineFor(found.organisationId, async (scope) => {
    await moveImport(scope, found, 'failed', now, { faults })
    await deleteFile(scope, { organisationId: found.organisationId, importId: found.id })
  })
}

/** In a transaction of its own, so that the page shows it while the work still runs. */
export async function showProgress(
  inventory: Inventory,
  found: Import,
  done: number,
  total: number,
): Promise<void> {
  await inventory.context.database.asideFor(found.organisationId, (scope) =>
    noteProgress(scope, found, { done, total }),
  )
}
