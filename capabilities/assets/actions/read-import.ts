// Reads an uploaded file as far as it can be read without a person: its format, and for spreadsheets its columns.
// SPDX-License-Identifier: EUPL-1.2
import { headerFingerprint, readUses, usesOf } from '../columns.ts'
import { type Import, listOf, type TableFacts } from '../import.ts'
import { moveImport } from '../store/imports.ts'
import { findMapping } from '../store/mappings.ts'
import { endImport } from './import-progress.ts'
import type { Inventory } from './inventory.ts'
import { type OpenedTable, openList } from './read-list.ts'

const firstRows = 5
const shownCharacters = 120

export async function readImport(
  inventory: Inventory,
  found: Import,
  content: Buffer,
  now: Date,
): Promise<void> {
  const opened = await openList(content, found.fileName)
  if (opened.kind === 'refused') return endImport(inventory, found, opened.faults, now)
  const { format, warnings: faults } = opened
  const subject = opened.kind === 'items' ? opened.subject : null
  const list = listOf(format, found.describes ?? subject, found.fileName)
  await inventory.context.database.asEngineFor(found.organisationId, async (scope) => {
    if (opened.kind === 'items') {
      await moveImport(scope, found, 'comparing', now, { format, list, faults, rowsTotal: opened.items })
      return
    }
    const fingerprint = headerFingerprint(opened.table.header)
    const remembered = await findMapping(scope, found.organisationId, fingerprint)
    const uses = readUses(remembered?.mapping, opened.table.header.length)
    const table = tableFacts(opened, fingerprint, uses ? (remembered?.rememberedAt ?? null) : null)
    await moveImport(scope, found, uses ? 'comparing' : 'mapping', now, {
      format,
      list,
      faults,
      table,
      mapping: uses ?? usesOf(opened.guesses),
      rowsTotal: opened.table.rows.length,
    })
  })
}

function tableFacts(
  { table, guesses }: OpenedTable,
  fingerprint: string,
  rememberedAt: Date | null,
): TableFacts {
  return {
    sheet: table.sheet,
    header: table.header.map(storable),
    rows: table.rows.length,
    guesses: guesses.map((guess) => ({
      ...guess,
      header: storable(guess.header),
      firstValues: guess.firstValues.map(storable),
    })),
    firstRows: table.rows.slice(0, firstRows).map(({ place, cells }) => ({
      place,
      cells: cells.map(storable),
    })),
    headerFingerprint: fingerprint,
    rememberedAt: rememberedAt?.toISOString() ?? null,
  }
}

function storable(text: string): string {
  return text.slice(0, shownCharacters).replaceAll('\0', '').toWellFormed()
}
