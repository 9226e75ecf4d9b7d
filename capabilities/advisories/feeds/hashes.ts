// Compares a document with the hash that its provider publishes beside it.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { FeedError } from './feed.ts'
import type { Fetcher } from './fetch.ts'
import type { ListedDocument } from './listing.ts'

const maxHashFileBytes = 10_000

/** A hash file that is not there is no fault: only trusted providers must have one (CSAF 2.0, 7.1.18). */
export async function checkHash(fetcher: Fetcher, listed: ListedDocument, bytes: Uint8Array): Promise<void> {
  const published =
    (await readHash(fetcher, listed.sha512Url, 'sha512')) ??
    (await readHash(fetcher, listed.sha256Url, 'sha256'))
  if (published === null) return
  const found = createHash(published.algorithm).update(bytes).digest('hex')
  if (found === published.hash) return
  throw new FeedError(
    listed.url,
    'feed/hash',
    `The document is not the one its ${published.algorithm} file is about: ${found.slice(0, 16)}… instead of ${published.hash.slice(0, 16)}….`,
    'It was not taken. It is fetched again by itself; if it stays so, tell the publisher.',
  )
}

type Algorithm = 'sha256' | 'sha512'
const lengths: Readonly<Record<Algorithm, number>> = { sha256: 64, sha512: 128 }

/** The file holds the hash in hex, mostly followed by the name of the document. */
async function readHash(fetcher: Fetcher, url: string | null, algorithm: Algorithm) {
  const text = url === null ? null : await fetchText(fetcher, url)
  if (text === null) return null
  const hash = /^[0-9a-fA-F]+/.exec(text.trim())?.[0].toLowerCase() ?? ''
  if (hash.length === lengths[algorithm]) return { algorithm, hash }
  throw new FeedError(url ?? '', 'feed/hash', `This is no ${algorithm} hash in hex.`, 'Tell the publisher.')
}

async function fetchText(fetcher: Fetcher, url: string): Promise<string | null> {
  try {
    const fetched = await fetcher.fetch(url, maxHashFileBytes)
    return fetched.isChanged ? fetched.bytes.toString('latin1') : null
  } catch (error) {
    if (error instanceof FeedError && error.fault.code === 'feed/not-found') return null
    throw error
  }
}
