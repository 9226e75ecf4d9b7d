// Takes in a collection of notes or the MISP galaxy; what the same source brought before is replaced as a whole.
// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../../../platform/database/database.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { FamilyEntry, SourceKind } from '../family.ts'
import { galaxyLicence, readGalaxy } from '../galaxy.ts'
import { readNotesArchive } from '../notes-archive.ts'
import { replaceSource } from '../store.ts'
import type { ReadFiles } from './read-files.ts'

export interface ImportSummary {
  readonly source: SourceKind
  readonly families: number
  readonly notes: number
  /** Files or values that say nothing of a family. */
  readonly skipped: number
  readonly licence: string
}

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly summary: ImportSummary }
  | { readonly outcome: 'not-this-format' | 'no-families' | 'no-licence' }

/** `licence` names it where the collection brings no file of its own; without either it is not taken. */
export async function importNotes(
  database: Database,
  read: ReadFiles,
  licence: string | null,
  now: Date,
): Promise<ImportOutcome> {
  const reading = readNotesArchive(read.files)
  const licenceText = reading.licence ?? licence
  if (reading.entries.length === 0) return { outcome: 'no-families' }
  if (licenceText === null) return { outcome: 'no-licence' }
  const summary = {
    source: 'notes' as const,
    families: reading.entries.length,
    notes: reading.notes,
    skipped: reading.skipped + read.ignored,
    licence: firstLine(licenceText),
  }
  await save(
    database,
    summary,
    { entries: reading.entries, licenceText, version: '', sha256: read.sha256 },
    now,
  )
  return { outcome: 'imported', summary }
}

export async function importGalaxy(database: Database, read: ReadFiles, now: Date): Promise<ImportOutcome> {
  const [file] = read.files
  const reading = readGalaxy(parse(file?.bytes))
  if (reading === null) return { outcome: 'not-this-format' }
  if (reading.entries.length === 0) return { outcome: 'no-families' }
  const { entries, version } = reading
  const summary = {
    source: 'misp-galaxy' as const,
    families: entries.length,
    notes: entries.reduce((sum, { notes }) => sum + notes.length, 0),
    skipped: reading.skipped,
    licence: galaxyLicence,
  }
  await save(database, summary, { entries, licenceText: galaxyLicence, version, sha256: read.sha256 }, now)
  return { outcome: 'imported', summary }
}

interface Content {
  readonly entries: readonly FamilyEntry[]
  readonly licenceText: string
  readonly version: string
  readonly sha256: string
}

async function save(database: Database, summary: ImportSummary, content: Content, now: Date): Promise<void> {
  await database.asEngine(async (scope) => {
    await replaceSource(scope, { ...summary, ...content, importedAt: now })
    const { source, ...counts } = summary
    await record(scope, {
      organisationId: centreJournal,
      at: now,
      actor: 'operator',
      action: 'ransomware.families-imported',
      objectType: 'ransomware-source',
      objectId: source,
      details: { ...counts, version: content.version, sha256: content.sha256 },
    })
  })
}

function parse(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return null
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

function firstLine(text: string): string {
  return (text.split('\n').find((line) => line.trim() !== '') ?? '').trim().slice(0, 120)
}
