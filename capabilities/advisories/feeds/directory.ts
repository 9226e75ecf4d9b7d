// Reads the lists of a directory-based provider: changes.csv with instants, or index.txt without (CSAF 2.0, 7.1.12–13).
// SPDX-License-Identifier: EUPL-1.2
import { readInstant } from '@salus/standards/json'
import { FeedError } from './feed.ts'
import { type ListedDocument, maxListedDocuments, resolveAddress } from './listing.ts'

const changedLine = /^"?([^",]{1,1000})"?\s*,\s*"?([^",]{1,60})"?$/

export function readChanges(bytes: Uint8Array, directoryUrl: string): readonly ListedDocument[] {
  return linesOf(bytes, directoryUrl).flatMap((line) => {
    const [, path, instant] = changedLine.exec(line) ?? []
    const listedAt = readInstant(instant ?? '')
    if (path === undefined || listedAt === null) return []
    return documentAt(path, new Date(listedAt), directoryUrl)
  })
}

export function readIndex(bytes: Uint8Array, directoryUrl: string): readonly ListedDocument[] {
  return linesOf(bytes, directoryUrl).flatMap((path) => documentAt(path, null, directoryUrl))
}

function linesOf(bytes: Uint8Array, url: string): readonly string[] {
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length <= maxListedDocuments) return lines
  throw new FeedError(
    url,
    'feed/too-large',
    `The directory lists ${lines.length} documents; at most ${maxListedDocuments} are taken.`,
    'Check what is published at this address.',
  )
}

/** A path that leads out of the directory is none of this provider's. */
function documentAt(path: string, listedAt: Date | null, directoryUrl: string): readonly ListedDocument[] {
  const url = resolveAddress(path, directoryUrl)
  if (!url?.startsWith(directoryUrl) || !url.endsWith('.json')) return []
  return [{ url, listedAt, sha512Url: `${url}.sha512`, sha256Url: `${url}.sha256`, isSigned: true }]
}
