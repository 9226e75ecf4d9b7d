// The sensor's packs on disk: parts by their hash, a record for each pack, and one file that says which is in force.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type RoleName, sha256Of, type TrustedMetadata } from '@salus/standards/packs'
import { asTrouble, writeDurably } from '../state/durable.ts'
import { privateFolder, statePlaces } from '../state/places.ts'
import { installLimits } from './limits.ts'
import { type PackPart, type PackRecord, recordShape } from './record.ts'

export interface PackStore {
  readonly folder: string
  readonly trusted: TrustedMetadata
  /** The bytes of a part with its hash checked, or null where it is absent or damaged. */
  part(expected: PackPart): Promise<Uint8Array | null>
  savePart(bytes: Uint8Array): Promise<PackPart>
  /** The record in force first, then older ones; broken ones are left out and named. */
  records(): Promise<{ readonly records: readonly PackRecord[]; readonly broken: readonly string[] }>
  /** Writes the record, then lets it be the one in force. */
  saveRecord(record: PackRecord): Promise<void>
  switchTo(record: PackRecord): Promise<void>
  /** Removes packs beyond those that are kept, and parts that no kept pack has. */
  collect(): Promise<void>
}

export function packsFolder(stateFolder: string): string {
  return statePlaces(stateFolder).packs
}

export async function openStore(stateFolder: string): Promise<PackStore> {
  const folder = packsFolder(stateFolder)
  const below = (...names: readonly string[]) => join(folder, ...names)
  try {
    for (const path of [folder, below('trusted'), below('parts'), below('records')]) await privateFolder(path)
  } catch (error) {
    throw asTrouble(folder, error)
  }
  return storeOf(folder, below)
}

/** For reading only: null where no pack was ever installed here. */
export async function existingStore(stateFolder: string): Promise<PackStore | null> {
  const folder = packsFolder(stateFolder)
  const found = await readIfThere(join(folder, 'current'))
  return found === null ? null : storeOf(folder, (...names) => join(folder, ...names))
}

function storeOf(folder: string, below: (...names: readonly string[]) => string): PackStore {
  const currentName = async () => (await readIfThere(below('current')))?.toString('latin1').trim() ?? null
  const recordNames = async () =>
    (await readdir(below('records'))).filter((name) => /^\d{1,10}-[0-9a-f]{16}\.json$/.test(name))
  /** The one in force, then by sequence, newest first. */
  const ordered = async () => {
    const current = await currentName()
    const sequenceOf = (name: string) =>
      name === current ? Number.POSITIVE_INFINITY : Number.parseInt(name, 10)
    return (await recordNames()).sort((one, two) => sequenceOf(two) - sequenceOf(one))
  }
  return {
    folder,
    trusted: trustedFiles(below('trusted')),
    async part({ sha256, length }) {
      const bytes = await readIfThere(below('parts', sha256))
      return bytes !== null && bytes.length === length && sha256Of(bytes) === sha256 ? bytes : null
    },
    async savePart(bytes) {
      const sha256 = sha256Of(bytes)
      await writeDurably(below('parts', sha256), [bytes])
      return { length: bytes.length, sha256 }
    },
    async records() {
      const records: PackRecord[] = []
      const broken: string[] = []
      for (const name of await ordered()) {
        const record = readRecord(await readIfThere(below('records', name)))
        if (record) records.push(record)
        else broken.push(name)
      }
      return { records, broken }
    },
    saveRecord: (record) => writeDurably(below('records', recordName(record)), [recordBytes(record)]),
    switchTo: (record) => writeDurably(below('current'), [`${recordName(record)}\n`]),
    async collect() {
      const names = await ordered()
      const kept: PackRecord[] = []
      for (const name of names) {
        const record = readRecord(await readIfThere(below('records', name)))
        if (record && kept.length <= installLimits.oldPacksKept) kept.push(record)
        else await rm(below('records', name), { force: true })
      }
      const used = new Set(
        kept.flatMap(({ parts, compiled }) => [
          compiled.sha256,
          ...Object.values(parts).map(({ sha256 }) => sha256),
        ]),
      )
      for (const name of await readdir(below('parts')))
        if (!used.has(name)) await rm(below('parts', name), { force: true })
      // What an installation that was cut off has left half written.
      for (const place of ['', 'trusted', 'records'])
        for (const name of await readdir(below(place)))
          if (name.endsWith('.new')) await rm(below(place, name), { force: true })
    },
  }
}

/** The hash of its content is part of its name, so that a record in force is never overwritten by another. */
function recordName(record: PackRecord): string {
  return `${record.sequence}-${sha256Of(recordBytes(record)).slice(0, 16)}.json`
}

function recordBytes(record: PackRecord): Buffer {
  return Buffer.from(`${JSON.stringify(record, null, 1)}\n`)
}

function readRecord(bytes: Buffer | null): PackRecord | null {
  if (bytes === null || bytes.length > installLimits.maxRecordBytes) return null
  try {
    return recordShape.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    // Damaged on disk; the caller goes on with the pack before and says so.
    return null
  }
}

function trustedFiles(folder: string): TrustedMetadata {
  const pathOf = (role: RoleName) => join(folder, `${role}.json`)
  return {
    load: (role) => readIfThere(pathOf(role)),
    save: (role, bytes) => writeDurably(pathOf(role), [bytes]),
    remove: (role) => rm(pathOf(role), { force: true }),
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    // In one piece: most parts are read at each start, and in pieces it takes several times the time.
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw asTrouble(path, error)
  }
}
