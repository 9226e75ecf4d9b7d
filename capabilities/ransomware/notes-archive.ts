// Reads a collection of ransom notes: one folder for each family, the notes in it under the names they were found with.
// SPDX-License-Identifier: EUPL-1.2
import { type FamilyEntry, keyOf } from './family.ts'
import { decodeNote, plainText } from './note.ts'
import { maxPatternCharacters } from './pattern.ts'

export interface ArchiveFile {
  /** With `/` between folders; only looked at, never opened. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface NotesReading {
  readonly entries: readonly FamilyEntry[]
  /** The text of the collection's own licence; null where it brings none. */
  readonly licence: string | null
  readonly notes: number
  /** Files that are no notes: empty, or outside of a family's folder. */
  readonly skipped: number
}

const licenceName = /(?:^|\/)(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i
const documentation = /(?:^|\/)(?:\.[^/]*|readme\.md|contributing\.md)$/i
const maxLicenceCharacters = 20_000
const minNoteCharacters = 20

export function readNotesArchive(files: readonly ArchiveFile[]): NotesReading {
  const licence = files.find(({ path }) => licenceName.test(path))
  const families = new Map<string, { notes: string[]; fileNames: string[] }>()
  let skipped = 0
  for (const file of files) {
    if (file === licence) continue
    const [name, folder] = file.path.split('/').reverse()
    const text = plainText(decodeNote(file.bytes))
    if (!name || !folder || documentation.test(file.path) || text.length < minNoteCharacters) {
      skipped += 1
      continue
    }
    const family = families.get(folder) ?? { notes: [], fileNames: [] }
    families.set(folder, family)
    family.notes.push(text)
    const dropped = droppedName(folder, name)
    if (dropped) family.fileNames.push(dropped)
  }
  const entries = [...families].map(([name, { notes, fileNames }]) => ({
    name,
    synonyms: [],
    extensions: [],
    fileNames,
    notes,
    references: [],
  }))
  return {
    entries,
    licence: licence ? new TextDecoder().decode(licence.bytes).slice(0, maxLicenceCharacters) : null,
    notes: entries.reduce((sum, { notes }) => sum + notes.length, 0),
    skipped,
  }
}

/** `conti1.txt` in the folder `conti` is the collector's name for it, not the one the victims saw. */
function droppedName(folder: string, name: string): string | null {
  const stem = name.replace(/\.[^.]{1,5}$/, '')
  const bare = keyOf(stem).replace(/v?\d+$/, '')
  if (bare === '' || bare === keyOf(folder).replace(/v?\d+$/, '') || name.length > maxPatternCharacters)
    return null
  // A second note under the same name was given a number.
  return name.replace(/_?\d(?=\.[^.]{1,5}$)/, (digits) => (digits.startsWith('_') ? '' : digits))
}
