// The feed kind "CSAF provider": metadata, its lists, and the documents that are new or changed.
// SPDX-License-Identifier: EUPL-1.2
import { defaultJsonLimits } from '@salus/standards/json'
import { readChanges, readIndex } from './directory.ts'
import { dueDocuments, failedDocument } from './due.ts'
import { FeedError } from './feed.ts'
import { checkHash } from './hashes.ts'
import type { ListedDocument } from './listing.ts'
import { metadataUrlOf, readProviderMetadata } from './provider-metadata.ts'
import type { FeedRun, FetchedDocument } from './reader.ts'
import { readRolie } from './rolie.ts'

const maxMetadataBytes = 1024 * 1024
const maxListBytes = 64 * 1024 * 1024
/** Of one run; the others come with the next runs, a minute later. */
const maxDocumentsOfRun = 500

export async function* readCsafProvider(run: FeedRun): AsyncGenerator<FetchedDocument> {
  const url = metadataUrlOf(run.feed.url)
  const metadata = await run.fetcher.fetch(url, maxMetadataBytes)
  if (!metadata.isChanged) return
  const listed = await readLists(run, readProviderMetadata(metadata.bytes, url))
  run.remember({ isSigned: listed.some(({ isSigned }) => isSigned) })
  const due = dueDocuments(listed, run.known, run.now)
  if (due.length > maxDocumentsOfRun) run.continueSoon()
  for (const document of due.slice(0, maxDocumentsOfRun)) {
    if (!run.mayGoOn()) return run.continueSoon()
    const fetched = await fetchDocument(run, document)
    if (fetched !== null) yield fetched
  }
}

/** One list that fails does not hold up the others; if all fail, the run has failed. */
async function readLists(
  run: FeedRun,
  { rolieUrls, directoryUrls }: ReturnType<typeof readProviderMetadata>,
): Promise<readonly ListedDocument[]> {
  const reads = [
    ...rolieUrls.map((url) => () => readRolieList(run, url)),
    ...directoryUrls.map((url) => () => readDirectoryList(run, url)),
  ]
  const listed: ListedDocument[] = []
  let failure: FeedError | null = null
  let succeeded = 0
  for (const read of reads) {
    try {
      for (const document of await read()) listed.push(document)
      succeeded += 1
    } catch (error) {
      failure = asFeedError(error)
      run.report(failure.fault)
    }
  }
  if (failure !== null && succeeded === 0) throw failure
  return listed
}

async function readRolieList({ fetcher }: FeedRun, url: string): Promise<readonly ListedDocument[]> {
  const fetched = await fetcher.fetch(url, maxListBytes)
  return fetched.isChanged ? readRolie(fetched.bytes, url) : []
}

/** index.txt says only which documents there are, so it is read where changes.csv is missing. */
async function readDirectoryList({ fetcher }: FeedRun, url: string): Promise<readonly ListedDocument[]> {
  try {
    const changes = await fetcher.fetch(`${url}changes.csv`, maxListBytes)
    return changes.isChanged ? readChanges(changes.bytes, url) : []
  } catch (error) {
    if (asFeedError(error).fault.code !== 'feed/not-found') throw error
  }
  const index = await fetcher.fetch(`${url}index.txt`, maxListBytes)
  return index.isChanged ? readIndex(index.bytes, url) : []
}

async function fetchDocument(run: FeedRun, listed: ListedDocument): Promise<FetchedDocument | null> {
  const known = run.known.get(listed.url)
  const document = {
    url: listed.url,
    listedAt: listed.listedAt,
    fetchedAt: run.now,
    failures: 0,
    nextAttemptAt: run.now,
  }
  try {
    const fetched = await run.fetcher.fetch(listed.url, defaultJsonLimits.maxBytes, {
      etag: known?.etag ?? null,
    })
    if (!fetched.isChanged) {
      run.note({ ...document, etag: known?.etag ?? null })
      return null
    }
    await checkHash(run.fetcher, listed, fetched.bytes)
    const source = `feed:${run.feed.id}`
    return { name: listed.url, bytes: fetched.bytes, source, document: { ...document, etag: fetched.etag } }
  } catch (error) {
    run.report(asFeedError(error).fault)
    run.note(failedDocument(listed, known, run.now))
    return null
  }
}

function asFeedError(error: unknown): FeedError {
  if (error instanceof FeedError) return error
  throw error
}
