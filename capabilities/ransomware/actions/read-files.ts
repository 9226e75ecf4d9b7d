// Reads a folder or a tar archive, packed or not, into memory, within limits; names are only looked at.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { ArchiveFile } from '../notes-archive.ts'

const maxFiles = 20_000
const maxTotalBytes = 256 * 1024 * 1024
const maxFolders = 5_000

export interface ReadFiles {
  readonly files: readonly ArchiveFile[]
  /** Larger than one file may be. */
  readonly ignored: number
  /** Over names and contents, in the order of names. */
  readonly sha256: string
}

export class TooMuchToRead extends Error {}

/** Only files for which `wanted` is true are kept; links and devices never. */
export async function readFiles(
  path: string,
  wanted: (name: string) => boolean,
  maxFileBytes: number,
): Promise<ReadFiles> {
  const source = (await stat(path)).isDirectory() ? folderFiles(path) : archiveFiles(path, maxFileBytes)
  const files: ArchiveFile[] = []
  let ignored = 0
  let total = 0
  for await (const { path: name, bytes } of source) {
    if (!wanted(name)) continue
    if (bytes.length > maxFileBytes) {
      ignored += 1
      continue
    }
    total += bytes.length
    if (files.length >= maxFiles || total > maxTotalBytes)
      throw new TooMuchToRead(
        `${path} holds more than ${maxFiles} files or ${maxTotalBytes / 1024 / 1024} MB.`,
      )
    files.push({ path: name, bytes })
  }
  return { files, ignored, sha256: hashOf(files) }
}

async function* folderFiles(root: string): AsyncGenerator<ArchiveFile> {
  const waiting = [root]
  for (let seen = 0; waiting.length > 0; seen++) {
    if (seen >= maxFolders) throw new TooMuchToRead(`${root} holds more than ${maxFolders} folders.`)
    const folder = waiting.pop() ?? root
    for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !entry.name.startsWith('.')) waiting.push(path)
      else if (entry.isFile())
        yield { path: relative(root, path).split(sep).join('/'), bytes: await readFile(path) }
    }
  }
}

/** A file that is no archive is its own and only content. */
async function* archiveFiles(path: string, maxFileBytes: number): AsyncGenerator<ArchiveFile> {
  const name = path.split(/[\\/]/).at(-1) ?? path
  const isZipped = /\.(?:gz|tgz)$/i.test(name)
  const content = createReadStream(path)
  const bytes = isZipped ? pipeline(content, createGunzip(), () => undefined) : content
  if (!/\.(?:tar|tgz|tar\.gz)$/i.test(name)) {
    yield { path: name.replace(/\.gz$/i, ''), bytes: await collect(bytes, maxFileBytes) }
    return
  }
  const entries = extract()
  pipeline(bytes, entries, () => undefined)
  for await (const entry of entries) {
    if (entry.header.type !== 'file') {
      entry.resume()
      continue
    }
    // Iterating an entry gives its bytes; the declared types of tar-stream don't say so.
    yield {
      path: entry.header.name,
      bytes: await collect(entry as unknown as AsyncIterable<Uint8Array>, maxFileBytes),
    }
  }
}

/** One byte more than is allowed, so that the caller sees that it was too large; the rest is let go. */
async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    const part = chunk.subarray(0, Math.max(0, maxBytes + 1 - length))
    if (part.length > 0) kept.push(part)
    length += part.length
  }
  return Buffer.concat(kept)
}

function hashOf(files: readonly ArchiveFile[]): string {
  const hash = createHash('sha256')
  for (const { path, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(path).update('\0').update(String(bytes.length)).update('\0').update(bytes)
  return hash.digest('hex')
}
