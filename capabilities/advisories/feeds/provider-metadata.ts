// Reads provider-metadata.json (CSAF 2.0, 7.1.7): where a provider lists its documents.
// SPDX-License-Identifier: EUPL-1.2
import { collectFaults, objectAt, objectsAt, readJson, rootOf, textAt } from '@salus/standards/json'
import { FeedError } from './feed.ts'
import { resolveAddress } from './listing.ts'

export interface ProviderLists {
  readonly rolieUrls: readonly string[]
  /** With a slash at the end. */
  readonly directoryUrls: readonly string[]
}

const wellKnown = '/.well-known/csaf/provider-metadata.json'
const maxLists = 100

/** A bare domain stands for the well-known address (CSAF 2.0, 7.1.9). */
export function metadataUrlOf(url: string): string {
  const { pathname, origin } = new URL(url)
  return pathname === '/' ? `${origin}${wellKnown}` : url
}

export function readProviderMetadata(bytes: Uint8Array, url: string): ProviderLists {
  const json = readJson(bytes)
  if (json.outcome === 'refused') throw notMetadata(url, json.faults[0].detail)
  const root = rootOf(json.value, collectFaults('feed'))
  const distributions = root === null ? [] : objectsAt(root, 'distributions')
  const rolieUrls: string[] = []
  const directoryUrls: string[] = []
  for (const distribution of distributions.slice(0, maxLists)) {
    const directory = resolveAddress(textAt(distribution, 'directory_url') ?? '//', url)
    if (directory !== null) directoryUrls.push(directory.endsWith('/') ? directory : `${directory}/`)
    const rolie = objectAt(distribution, 'rolie')
    for (const feed of rolie === null ? [] : objectsAt(rolie, 'feeds').slice(0, maxLists)) {
      const address = resolveAddress(textAt(feed, 'url') ?? '//', url)
      if (address !== null) rolieUrls.push(address)
    }
  }
  if (rolieUrls.length + directoryUrls.length === 0)
    throw notMetadata(url, 'It names neither a ROLIE feed nor a directory.')
  return { rolieUrls: [...new Set(rolieUrls)], directoryUrls: [...new Set(directoryUrls)] }
}

function notMetadata(url: string, detail: string): FeedError {
  const remedy = 'Give the address of the publisher\'s "provider-metadata.json".'
  return new FeedError(url, 'feed/not-a-list', `This is no provider metadata of CSAF. ${detail}`, remedy)
}
