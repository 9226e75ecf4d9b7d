// What a person does to an import: hand in a file, say what its columns are, confirm the difference, or give it up.
// SPDX-License-Identifier: EUPL-1.2
import { maxInventoryBytes } from '@salus/standards/inventory'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { fileEmpty, fileTooLarge, importMovedOn, importUnknown } from '../contract/refusals.ts'
import type { Covers } from '../difference.ts'
import { type Import, type ImportState, mayFollow } from '../import.ts'
import { markGone } from '../store/assets.ts'
import { deleteFile, insertFile } from '../store/import-files.ts'
import { deleteRows } from '../store/import-rows.ts'
import { findImport, type ImportChange, insertImport, moveImport } from '../store/imports.ts'
import { stillMissing } from '../store/inventory.ts'
import { rememberMapping } from '../store/mappings.ts'
import { announceChange, beginChange, type Inventory, importConfirmed, importRequested } from './inventory.ts'

export interface InventoryFile {
  readonly fileName: string
  readonly content: Uint8Array
  /** Whether what is not in the file is gone; `whole` unless said otherwise. */
  readonly covers?: Covers | undefined
  /** The system that an SBOM describes; else its file name tells. */
  readonly describes?: string | null | undefined
}

/** Keeps the file and answers at once; the engine reads it in the background. */
export async function requestImport(
  inventory: Inventory,
  organisationId: number,
  file: InventoryFile,
  actor: string,
  now: Date,
): Promise<number> {
  if (file.content.byteLength === 0) throw fileEmpty(file.fileName)
  if (file.content.byteLength > maxInventoryBytes) throw fileTooLarge(file.fileName, file.content.byteLength)
  return inventory.context.database.asMember(organisationId, async (scope) => {
    const importId = await insertImport(scope, {
      organisationId,
      fileName: plainText(file.fileName, 255) ?? 'file',
      describes: plainText(file.describes ?? '', 200),
      covers: file.covers ?? 'whole',
      createdBy: actor,
      at: now,
    })
    await insertFile(scope, { organisationId, importId }, file.content)
    await note(scope, { id: importId, organisationId }, 'import.requested', actor, now)
    await inventory.context.events.announce(scope, importRequested, { organisationId, importId }, now)
    return importId
  })
}

function plainText(text: string, most: number): string | null {
  return (
    text
      .replaceAll(/\p{Cc}/gu, ' ')
      .slice(0, most)
      .toWellFormed()
      .trim() || null
  )
}

/** `remember`: a person has looked at it, so the next list with the same headings is read alike. */
export async function chooseMapping(
  inventory: Inventory,
  of: { organisationId: number; importId: number; mapping: unknown; remember: boolean },
  actor: string,
  now: Date,
): Promise<void> {
  await inventory.context.database.asMember(of.organisationId, async (scope) => {
    const found = await move(scope, of, 'comparing', now, { mapping: of.mapping })
    const headerFingerprint = found.table?.headerFingerprint
    if (headerFingerprint && of.remember) await rememberMapping(scope, { ...of, headerFingerprint, at: now })
    await note(scope, found, 'import.mapped', actor, now)
    const { organisationId, importId } = of
    await inventory.context.events.announce(scope, importRequested, { organisationId, importId }, now)
  })
}

/** The columns were read as last time, and this time that is wrong. */
export async function reopenMapping(
  inventory: Inventory,
  of: { organisationId: number; importId: number },
  now: Date,
): Promise<void> {
  await inventory.context.database.asMember(of.organisationId, async (scope) => {
    const found = await load(scope, of)
    if (!found.table) throw importMovedOn(found)
    await move(scope, of, 'mapping', now)
    await deleteRows(scope, of)
  })
}

export async function confirmImport(
  inventory: Inventory,
  of: { organisationId: number; importId: number },
  actor: string,
  now: Date,
): Promise<void> {
  await inventory.context.database.asMember(of.organisationId, async (scope) => {
    const found = await move(scope, of, 'storing', now)
    await note(scope, found, 'import.confirmed', actor, now)
    await inventory.context.events.announce(scope, importConfirmed, { ...of, actor }, now)
  })
}

/** Nothing was stored, and nothing of the file is kept. */
export async function discardImport(
  inventory: Inventory,
  of: { organisationId: number; importId: number },
  actor: string,
  now: Date,
): Promise<void> {
  await inventory.context.database.asMember(of.organisationId, async (scope) => {
    const found = await move(scope, of, 'discarded', now)
    await deleteFile(scope, of)
    await deleteRows(scope, of)
    await note(scope, found, 'import.discarded', actor, now)
  })
}

/** Confirms that what the import found missing is gone. Returns how many there were. */
export async function confirmMissingGone(
  inventory: Inventory,
  of: { organisationId: number; importId: number },
  actor: string,
  now: Date,
): Promise<number> {
  return inventory.context.database.asEngineFor(of.organisationId, async (scope) => {
    const change = await beginChange(scope, of.organisationId)
    const found = await load(scope, of)
    const ids = await stillMissing(scope, of)
    if (ids.length === 0) return 0
    const count = await markGone(scope, of.organisationId, ids, now)
    await note(scope, found, 'import.gone-confirmed', actor, now, { assets: count })
    await announceChange(inventory, scope, change, of.importId, now)
    return count
  })
}

async function load(
  scope: MemberScope | EngineScope,
  of: { organisationId: number; importId: number },
): Promise<Import> {
  const found = await findImport(scope, of.organisationId, of.importId)
  if (!found) throw importUnknown(of.importId)
  return found
}

async function move(
  scope: MemberScope,
  of: { organisationId: number; importId: number },
  to: ImportState,
  now: Date,
  change: ImportChange = {},
): Promise<Import> {
  const found = await load(scope, of)
  if (!mayFollow(found.state, to) || !(await moveImport(scope, found, to, now, change)))
    throw importMovedOn(found)
  return found
}

async function note(
  scope: MemberScope | EngineScope,
  of: Pick<Import, 'id' | 'organisationId'>,
  action: string,
  actor: string,
  at: Date,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await record(scope, {
    organisationId: of.organisationId,
    at,
    actor,
    action,
    objectType: 'import',
    objectId: of.id,
    details,
  })
}
