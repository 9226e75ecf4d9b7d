// Stores a confirmed difference: assets, their product versions, the missing ones, and what follows from them.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import type { EngineScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { asInventoryItem } from '../asset.ts'
import type { Import, ImportSummary } from '../import.ts'
import { deleteFile } from '../store/import-files.ts'
import { rowsToStore } from '../store/import-rows.ts'
import { findImport, lockImport, moveImport } from '../store/imports.ts'
import { markMissing, storeRows } from '../store/inventory.ts'
import { showProgress } from './import-progress.ts'
import { announceChange, type BegunChange, beginChange, type Inventory } from './inventory.ts'

/** All or nothing: one transaction, from the first asset to the announcement. */
export async function storeImport(
  inventory: Inventory,
  found: Import,
  actor: string,
  now: Date,
): Promise<void> {
  await inventory.context.database.asEngineFor(found.organisationId, async (scope) => {
    await lockImport(scope, found.id)
    const current = await findImport(scope, found.organisationId, found.id)
    const { list, summary } = found
    if (current?.state !== 'storing' || !list || !summary) return
    const change = await beginChange(scope, found.organisationId)
    if (change.revision !== (found.comparedWith ?? 0) + 1) {
      await moveImport(scope, found, 'comparing', now, { faults: [...found.faults, changedMeanwhile] })
      return
    }
    await storeAll(inventory, scope, { ...found, list, summary }, now)
    await finish(inventory, scope, { ...found, summary }, change, { actor, now })
  })
}

async function storeAll(
  inventory: Inventory,
  scope: EngineScope,
  found: Import & { list: string; summary: ImportSummary },
  now: Date,
): Promise<void> {
  const of = { organisationId: found.organisationId, importId: found.id, list: found.list }
  const total = found.summary.added + found.summary.changed
  let done = 0
  for (let after = 0; ; ) {
    const rows = await rowsToStore(scope, of, after)
    const last = rows.at(-1)
    if (!last) break
    const items = rows.map((row) => asInventoryItem(row.facts, row.place, row.hashes ?? []))
    const identities = await inventory.identify(scope, items, now)
    const identified = rows.map((row, index) => {
      const identity = identities[index]
      if (!identity) throw new Error(`matching identified no product version for row ${row.number}`)
      return { number: row.number, ...identity }
    })
    await storeRows(scope, of, identified, now)
    done += rows.length
    after = last.number
    await showProgress(inventory, found, done, total)
  }
  await markMissing(scope, of, now)
}

async function finish(
  inventory: Inventory,
  scope: EngineScope,
  found: Import & { summary: ImportSummary },
  change: BegunChange,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<void> {
  const { organisationId, id: importId, summary } = found
  const stored = { ...summary, storedAt: now.toISOString() }
  if (!(await moveImport(scope, found, 'stored', now, { summary: stored })))
    throw new Error(`import ${importId} left the state storing while it was being stored`)
  await deleteFile(scope, { organisationId, importId })
  const { added, changed, unchanged, gone, rejected } = summary
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action: 'import.stored',
    objectType: 'import',
    objectId: importId,
    details: { fileName: found.fileName, added, changed, unchanged, gone, rejected },
  })
  await announceChange(inventory, scope, change, importId, now)
}

const changedMeanwhile: Fault = {
  code: 'assets/changed-meanwhile',
  place: 'file',
  detail: 'Somebody changed your assets after this comparison was made, so it was made again.',
  remedy: 'Look at the new comparison and store it.',
}
