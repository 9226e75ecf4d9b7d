// Opens the public test corpora of version comparison, for tests only.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface CorpusCase {
  readonly test_type: string
  readonly input: unknown
  readonly expected_output?: unknown
  readonly expected_failure?: boolean
}

const block = 512

/** All cases of one archive, or null when this machine does not have it. */
export function corpusCases(folder: 'univers-tests' | 'vers-tests'): CorpusCase[] | null {
  const data = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../../shared/data')
  return corpusFiles(data, folder)?.flatMap(({ cases }) => cases) ?? null
}

export interface CorpusFile {
  /** Path inside of the archive. */
  readonly path: string
  readonly cases: readonly CorpusCase[]
}

/** The files of one archive with their cases, or null when the folder of test data does not have it. */
export function corpusFiles(
  dataFolder: string,
  folder: 'univers-tests' | 'vers-tests',
): readonly CorpusFile[] | null {
  const archive = join(dataFolder, folder, `${folder}.tar.gz`)
  if (!existsSync(archive)) return null
  return filesIn(gunzipSync(readFileSync(archive)))
    .filter(({ name }) => /tests\/.*\.json$/.test(name))
    .map(({ name, text }) => {
      // The two corpora are trusted test data with the documented shape of the vers test schema.
      const parsed = JSON.parse(text) as CorpusCase[] | { tests: CorpusCase[] }
      return { path: name, cases: Array.isArray(parsed) ? parsed : parsed.tests }
    })
}

function filesIn(tar: Buffer): { name: string; text: string }[] {
  const files: { name: string; text: string }[] = []
  for (let at = 0; at + block <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    if (name === '') break
    const size = Number.parseInt(tar.toString('ascii', at + 124, at + 136), 8)
    files.push({ name, text: tar.toString('utf8', at + block, at + block + size) })
    at += block + Math.ceil(size / block) * block
  }
  return files
}
