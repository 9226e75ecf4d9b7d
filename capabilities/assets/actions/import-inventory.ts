// A whole import in one go, without a person in between: for the command line, the example centre and tests.
// SPDX-License-Identifier: EUPL-1.2
import { problemsOfUses, readUses } from '../columns.ts'
import { columnsUnclear, importNotStored } from '../contract/refusals.ts'
import type { Import } from '../import.ts'
import { findImport } from '../store/imports.ts'
import { continueImport } from './continue-import.ts'
import { chooseMapping, confirmImport, discardImport, type InventoryFile, requestImport } from './imports.ts'
import type { Inventory } from './inventory.ts'

const maxRounds = 4

/** Takes the guessed columns as they are. Refuses when the file cannot be stored, and says why. */
export async function importInventory(
  inventory: Inventory,
  organisationId: number,
  file: InventoryFile,
  actor: string,
  now: Date,
): Promise<Import> {
  const importId = await requestImport(inventory, organisationId, file, actor, now)
  const of = { organisationId, importId }
  for (let round = 0; round < maxRounds; round++) {
    await continueImport(inventory, { ...of, actor }, now)
    const found = await inventory.context.database.asEngineFor(organisationId, (scope) =>
      findImport(scope, organisationId, importId),
    )
    if (found?.state === 'stored') return found
    if (found?.state === 'mapping') await takeGuess(inventory, found, actor, now)
    else if (found?.state === 'compared') await confirmImport(inventory, of, actor, now)
    else if (found) throw importNotStored(found)
  }
  throw new Error(`import ${importId} came to no end in ${maxRounds} rounds`)
}

/** A table without a naming column would make everything that is stored look gone. */
async function takeGuess(inventory: Inventory, found: Import, actor: string, now: Date): Promise<void> {
  const of = { organisationId: found.organisationId, importId: found.id }
  const uses = readUses(found.mapping, found.table?.header.length ?? 0)
  if (!uses || problemsOfUses(uses).length > 0) {
    await discardImport(inventory, of, actor, now)
    throw columnsUnclear(found)
  }
  await chooseMapping(inventory, { ...of, mapping: uses, remember: false }, actor, now)
}
