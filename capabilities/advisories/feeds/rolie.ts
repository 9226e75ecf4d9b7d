// Reads a ROLIE feed (RFC 8322 in its JSON form, CSAF 2.0, 7.1.15): one entry for each document.
// SPDX-License-Identifier: EUPL-1.2
import {
  collectFaults,
  type JsonNode,
  objectAt,
  objectsAt,
  readInstant,
  readJson,
  rootOf,
  textAt,
} from '@salus/standards/json'
import { FeedError } from './feed.ts'
import { type ListedDocument, maxListedDocuments, resolveAddress } from './listing.ts'

export function readRolie(bytes: Uint8Array, url: string): readonly ListedDocument[] {
  const json = readJson(bytes)
  if (json.outcome === 'refused') throw notAFeed(url, json.faults[0].detail)
  const root = rootOf(json.value, collectFaults('feed'))
  const feed = root === null ? null : objectAt(root, 'feed')
  if (feed === null) throw notAFeed(url, 'It has no "feed".')
  const entries = objectsAt(feed, 'entry')
  if (entries.length > maxListedDocuments) throw notAFeed(url, `It lists ${entries.length} documents.`)
  return entries.flatMap((entry) => readEntry(entry, url) ?? [])
}

function readEntry(entry: JsonNode, base: string): ListedDocument | null {
  const links = objectsAt(entry, 'link')
  const hrefOf = (rel: string, ending = '') =>
    links
      .filter((link) => textAt(link, 'rel') === rel)
      .map((link) => resolveAddress(textAt(link, 'href') ?? '//', base))
      .find((href) => href?.endsWith(ending)) ?? null
  const content = objectAt(entry, 'content')
  const url = hrefOf('self') ?? resolveAddress((content && textAt(content, 'src')) ?? '//', base)
  if (url === null) return null
  const updated = readInstant(textAt(entry, 'updated') ?? '')
  return {
    url,
    listedAt: updated === null ? null : new Date(updated),
    sha512Url: hrefOf('hash', '.sha512'),
    sha256Url: hrefOf('hash', '.sha256'),
    isSigned: hrefOf('signature') !== null,
  }
}

function notAFeed(url: string, detail: string): FeedError {
  const remedy = 'Ask the publisher; the other lists of the provider are read all the same.'
  return new FeedError(url, 'feed/not-a-list', `This is no ROLIE feed. ${detail}`, remedy)
}
