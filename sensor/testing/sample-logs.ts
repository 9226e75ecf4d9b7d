// Reads the archives of sample logs that stand beside the project, for tests and measurements only.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'

const project = join(import.meta.dirname, '..', '..')
const folder = process.env.SALUS_TEST_DATA ?? join(project, '..', 'shared', 'data')

/** For the `skip` option of a test: a message when the archive is absent, else false. */
export function sampleLogsAbsent(archive: string): string | false {
  return existsSync(join(folder, archive)) ? false : `test data ${archive} is not there`
}

/** Every file of a `.tar.gz`, by path; one whole file in memory at a time. */
export async function* sampleLogs(archive: string): AsyncGenerator<{ path: string; bytes: Buffer }> {
  const entries = createReadStream(join(folder, archive)).pipe(createGunzip()).pipe(extract())
  for await (const entry of entries) {
    if (entry.header.type !== 'file') {
      entry.resume()
      continue
    }
    const pieces: Buffer[] = []
    // A cast because the types of tar-stream leave the pieces open; they are buffers.
    for await (const piece of entry) pieces.push(piece as Buffer)
    yield { path: entry.header.name, bytes: Buffer.concat(pieces) }
  }
}
