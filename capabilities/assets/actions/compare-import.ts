// Compares a file with the stored assets and keeps the difference for somebody to confirm.
// SPDX-License-Identifier: EUPL-1.2
import { countDifference, differenceOf } from '../difference.ts'
import type { Import } from '../import.ts'
import { recogniseItems } from '../recognition.ts'
import { deleteRows, insertRows } from '../store/import-rows.ts'
import { findImport, lockImport, moveImport } from '../store/imports.ts'
import { currentRevision, storedAssetsOf } from '../store/inventory.ts'
import { endImport, showProgress } from './import-progress.ts'
import type { Inventory } from './inventory.ts'
import { readItems } from './read-list.ts'

export async function compareImport(
  inventory: Inventory,
  found: Import,
  content: Buffer,
  now: Date,
): Promise<void> {
  const { list } = found
  if (!list) throw new Error(`import ${found.id} is being compared without a list`)
  const reading = await readItems(content, found.fileName, found.mapping)
  if (reading.outcome === 'refused') return endImport(inventory, found, reading.faults, now)
  const recognition = recogniseItems(list, reading.value.items)
  const read = {
    recognised: recognition.recognised,
    rejected: [...reading.value.rejected, ...recognition.rejected],
  }
  const of = { organisationId: found.organisationId, importId: found.id }
  await inventory.context.database.asEngineFor(found.organisationId, async (scope) => {
    await lockImport(scope, found.id)
    const current = await findImport(scope, found.organisationId, found.id)
    if (current?.state !== 'comparing') return
    // The revision first: a change in between makes the difference look older than it is, never newer.
    const comparedWith = await currentRevision(scope, found.organisationId)
    const stored = await storedAssetsOf(scope, found.organisationId, list)
    const difference = differenceOf(stored, read, found.covers)
    const rows =
      difference.added.length +
      difference.changed.length +
      difference.gone.length +
      difference.rejected.length
    await deleteRows(scope, of)
    await insertRows(scope, of, difference, (done) => showProgress(inventory, found, done, rows))
    const moved = await moveImport(scope, found, 'compared', now, {
      summary: { ...countDifference(difference), storedAt: null },
      comparedWith,
      faults: [
        ...found.faults.filter((fault) => fault.code === 'assets/changed-meanwhile'),
        ...reading.warnings,
      ],
      rowsTotal: read.recognised.length + read.rejected.length,
    })
    // Given up by a person while the comparison ran.
    if (!moved) await deleteRows(scope, of)
  })
}
