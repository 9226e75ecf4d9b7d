// A folder that the centre serves: its newest root, what is announced, what is only built, and all of it as one file.
// SPDX-License-Identifier: EUPL-1.2
import { createWriteStream, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  isRepositoryName,
  type Published,
  type Root,
  readSigned,
  rootName,
  snapshotName,
  type TargetFile,
  targetFileName,
  targetFileOf,
  targetsName,
  timestampName,
  writeContainer,
} from '@salus/standards/packs'
import { writeDurably, writePublic } from '../state/durable.ts'

export interface PublishedFolder extends Published {
  readonly root: Root | null
  /** Targets that are built and not announced yet. */
  readonly draft: ReadonlyMap<string, TargetFile> | null
}

const draftName = 'draft.json'

/** Throws `PackRefusal` where a file of it cannot be read. */
export async function readPublished(folder: string): Promise<PublishedFolder> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  const versions = names.flatMap(
    (name) => /^(\d{1,10})\.root\.json$/.exec(name)?.slice(1, 2).map(Number) ?? [],
  )
  const bytesOf = async (name: string) => (names.includes(name) ? await readFile(join(folder, name)) : null)
  const timestamp = await bytesOf(timestampName)
  const meta = timestamp && readSigned('timestamp', timestamp, timestampName).signed.meta['snapshot.json']
  const snapshot = meta && (await bytesOf(snapshotName(meta.version)))
  const listed = snapshot && readSigned('snapshot', snapshot, 'snapshot.json').signed.meta['targets.json']
  const root = versions.length === 0 ? null : await bytesOf(rootName(Math.max(...versions)))
  const draft = await bytesOf(draftName)
  return {
    timestamp,
    snapshot: snapshot ?? null,
    targets: (listed && (await bytesOf(targetsName(listed.version)))) ?? null,
    root: root && readSigned('root', root, 'root.json').signed,
    // A cast because `writeDraft` of this file has written it.
    draft: draft && new Map(JSON.parse(draft.toString('utf8')) as [string, TargetFile][]),
  }
}

/** Puts the targets there under their hashes; nobody finds them before they are announced. */
export async function writeDraft(folder: string, targets: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const files: (readonly [string, TargetFile])[] = []
  for (const [name, bytes] of targets) {
    const file = targetFileOf(bytes)
    await writePublic(join(folder, targetFileName(name, file.hashes.sha256)), bytes)
    files.push([name, file])
  }
  await writeDurably(join(folder, draftName), [JSON.stringify(files, null, 1)])
}

/** In the order given, so that the timestamp comes last. Nothing in a pack is secret, and another account serves it. */
export async function writePublished(
  folder: string,
  files: readonly (readonly [string, Uint8Array])[],
): Promise<void> {
  for (const [name, bytes] of files) await writePublic(join(folder, name), bytes)
}

export async function endDraft(folder: string): Promise<void> {
  await rm(join(folder, draftName), { force: true })
}

/** Every root, what is announced, and the targets of it, as one `.salus-pack` file. */
export async function exportPublished(folder: string, path: string): Promise<number> {
  const { timestamp, snapshot, targets } = await readPublished(folder)
  if (timestamp === null || snapshot === null || targets === null)
    throw new Error(
      `Nothing is announced in ${folder} yet. Sign it first: sensor pack sign ${folder} --keys DIR.`,
    )
  const listed = readSigned('targets', targets, 'targets.json').signed
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.root.json') && isRepositoryName(name))
    .sort()
  names.push(
    ...Object.entries(listed.targets).map(([name, { hashes }]) => targetFileName(name, hashes.sha256)),
    targetsName(listed.version),
    snapshotName(readSigned('snapshot', snapshot, 'snapshot.json').signed.version),
    timestampName,
  )
  let bytes = 0
  // One after the other, because sets of indicators are large; and on the stick when it is said to be there.
  function* files(): Generator<readonly [string, Uint8Array]> {
    for (const name of names) {
      const file = readFileSync(join(folder, name))
      bytes += file.length
      yield [name, file]
    }
  }
  const beside = `${path}.part`
  await pipeline(Readable.from(writeContainer(files())), createWriteStream(beside, { flush: true }))
  await rename(beside, path)
  return bytes
}
