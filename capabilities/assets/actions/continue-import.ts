// The engine's part of an import: whatever its state asks for next, resumable after a kill at any point.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { type Import, type ImportState, isRunning } from '../import.ts'
import { readFile } from '../store/import-files.ts'
import { beginAttempt, findImport } from '../store/imports.ts'
import { compareImport } from './compare-import.ts'
import { endImport } from './import-progress.ts'
import type { Inventory } from './inventory.ts'
import { readImport } from './read-import.ts'
import { storeImport } from './store-import.ts'

const maxAttempts = 5

export interface ImportWork {
  readonly organisationId: number
  readonly importId: number
  /** Who confirmed it; the journal names them when it is stored. */
  readonly actor: string
}

/**
 * State and file are in the database and each step ends in one transaction that moves the state on, so a step that
 * was cut off is done again from its beginning, and one that was done is not done twice.
 */
export async function continueImport(inventory: Inventory, work: ImportWork, now: Date): Promise<void> {
  for (let before: ImportState | null = null; ; ) {
    const found = await inventory.context.database.asEngineFor(work.organisationId, (scope) =>
      findImport(scope, work.organisationId, work.importId),
    )
    if (!found || !isRunning(found.state) || found.state === before) return
    // Storing may go back to comparing; what was seen then is no longer what would be stored.
    before = found.state
    const attempts = await inventory.context.database.asEngineFor(work.organisationId, (scope) =>
      beginAttempt(scope, found),
    )
    if (attempts > maxAttempts) await endImport(inventory, found, [gaveUp], now)
    else await takeStep(inventory, found, work.actor, now)
  }
}

async function takeStep(inventory: Inventory, found: Import, actor: string, now: Date): Promise<void> {
  if (found.state === 'storing') return storeImport(inventory, found, actor, now)
  const content = await inventory.context.database.asEngineFor(found.organisationId, (scope) =>
    readFile(scope, { organisationId: found.organisationId, importId: found.id }),
  )
  if (!content) return endImport(inventory, found, [fileLost], now)
  if (found.state === 'reading') return readImport(inventory, found, content, now)
  return compareImport(inventory, found, content, now)
}

const gaveUp: Fault = {
  code: 'assets/gave-up',
  place: 'file',
  detail: `The work on this file was cut off ${maxAttempts} times and was given up. Nothing was stored.`,
  remedy: 'Split the file and import the parts, or call the centre.',
}

const fileLost: Fault = {
  code: 'assets/file-not-kept',
  place: 'file',
  detail: 'The file of this import is no longer kept. Nothing was stored.',
  remedy: 'Import the file again.',
}
