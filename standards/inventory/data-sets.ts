// Reads the archives of real documents that stand beside the project, for tests only.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const projectRoot = join(import.meta.dirname, '..', '..')
const folder = process.env.SALUS_TEST_DATA ?? join(projectRoot, '..', 'shared', 'data')
const blockBytes = 512

export interface DataFile {
  /** Path inside the archive. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** For the `skip` option of a test: a message when the set is absent, else false. */
export function absent(archive: string): string | false {
  return existsSync(join(folder, archive)) ? false : `test data ${archive} is not there`
}

/** All files of a `.tar.gz`; only for the known archives, so names and sizes are trusted. */
export function readDataSet(archive: string): DataFile[] {
  const tar = gunzipSync(readFileSync(join(folder, archive)))
  const files: DataFile[] = []
  for (let at = 0; at + blockBytes <= tar.length; ) {
    const name = textOf(tar, at, 100)
    if (name === '') break
    const size = Number.parseInt(textOf(tar, at + 124, 12), 8)
    const kind = textOf(tar, at + 156, 1)
    const prefix = textOf(tar, at + 345, 155)
    const start = at + blockBytes
    if (kind === '0' || kind === '') {
      files.push({
        path: prefix === '' ? name : `${prefix}/${name}`,
        bytes: tar.subarray(start, start + size),
      })
    }
    at = start + Math.ceil(size / blockBytes) * blockBytes
  }
  return files
}

function textOf(tar: Buffer, at: number, length: number): string {
  return tar
    .toString('utf8', at, at + length)
    .replace(/\0[\s\S]*$/, '')
    .trim()
}
