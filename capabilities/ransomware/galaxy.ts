// Reads the ransomware cluster of the MISP galaxy: names, synonyms, endings, note file names, note texts, reports.
// SPDX-License-Identifier: EUPL-1.2
import type { FamilyEntry } from './family.ts'
import { maxNoteCharacters, plainText } from './note.ts'
import { maxPatternCharacters } from './pattern.ts'

/** https://github.com/MISP/misp-galaxy, LICENSE.md: either, at the reader's choice. */
export const galaxyLicence = 'CC0-1.0 OR BSD-2-Clause'

export const maxFamilies = 20_000
const maxListed = 200
const maxNameCharacters = 120

export interface GalaxyReading {
  readonly entries: readonly FamilyEntry[]
  readonly version: string
  /** Values without a name, or more than are taken. */
  readonly skipped: number
}

/** Null when this is no ransomware cluster. Keys of the document are those of MISP, with the misspellings that occur. */
export function readGalaxy(document: unknown): GalaxyReading | null {
  if (!isRecord(document) || document.type !== 'ransomware' || !Array.isArray(document.values)) return null
  const entries = document.values
    .slice(0, maxFamilies)
    .map(entryOf)
    .filter((entry) => entry !== null)
  return {
    entries,
    version: typeof document.version === 'number' ? String(document.version) : '',
    skipped: document.values.length - entries.length,
  }
}

function entryOf(value: unknown): FamilyEntry | null {
  if (!isRecord(value) || typeof value.value !== 'string') return null
  const name = value.value.trim().slice(0, maxNameCharacters)
  if (name === '') return null
  const meta = isRecord(value.meta) ? value.meta : {}
  return {
    name,
    synonyms: texts(meta.synonyms, maxNameCharacters),
    extensions: [...texts(meta.extensions, 300), ...texts(meta.extension, 300)].flatMap(endingOf),
    fileNames: [
      'ransomnotes-filenames',
      'ransomnotes-files',
      'ransomnotes-filesnames',
      'ransomenotes-files',
    ].flatMap((key) => texts(meta[key], 300).flatMap(fileNameOf)),
    notes: ['ransomnotes', 'ransomenotes']
      .flatMap((key) => texts(meta[key], maxNoteCharacters))
      .map(plainText),
    references: texts(meta.refs, 500).filter(
      (text) => text.startsWith('https://') && !/\.onion(?:[/:]|$)/i.test(text),
    ),
  }
}

/** Many are sentences or say "random": only what looks like an ending is kept. */
export function endingOf(text: string): readonly string[] {
  const [beforeRemark = ''] = text.replace(/^(?:example:|e\.g\.)\s*/i, '').split(/ \(|, e\.g\./)
  const plain = beforeRemark.trim()
  if (
    plain === '' ||
    plain.length > maxPatternCharacters ||
    /\s/.test(plain) ||
    /^(?:aes|rsa)\b/i.test(plain)
  )
    return []
  return [plain]
}

/** Without the folder; a name in which everything changes, such as `<random>.gif`, falls away as a pattern. */
function fileNameOf(text: string): readonly string[] {
  const last = text.trim().split(/[\\/]/).at(-1)?.trim() ?? ''
  return last === '' || last.length > maxPatternCharacters ? [] : [last]
}

function texts(value: unknown, maxCharacters: number): readonly string[] {
  if (!Array.isArray(value)) return []
  return value
    .slice(0, maxListed)
    .filter((one) => typeof one === 'string')
    .map((one) => one.trim().slice(0, maxCharacters))
    .filter((one) => one !== '')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
