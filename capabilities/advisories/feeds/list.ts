// The kinds of feeds, and well-known feeds that the operator may add with one click; none is fetched before it is enabled.
// SPDX-License-Identifier: EUPL-1.2
import { readCsafProvider } from './csaf-provider.ts'
import { readEpssFeed } from './epss.ts'
import type { FeedKind, NewFeed } from './feed.ts'
import { readKevFeed } from './kev.ts'
import type { FeedReader } from './reader.ts'

/** A new kind is one file and one line here (and one word in `feedKinds`). */
export const feedReaders: Readonly<Record<FeedKind, FeedReader>> = {
  'csaf-provider': readCsafProvider,
  kev: readKevFeed,
  epss: readEpssFeed,
}

export const wellKnownFeeds: readonly NewFeed[] = [
  {
    kind: 'kev',
    name: 'CISA Known Exploited Vulnerabilities',
    url: 'https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json',
    intervalSeconds: 3_600,
  },
  {
    kind: 'epss',
    name: 'FIRST Exploit Prediction Scoring System',
    url: 'https://epss.empiricalsecurity.com/epss_scores-current.csv.gz',
    intervalSeconds: 21_600,
  },
  {
    kind: 'csaf-provider',
    name: 'CISA advisories',
    url: 'https://www.cisa.gov/sites/default/files/csaf/provider-metadata.json',
    intervalSeconds: 3_600,
  },
  {
    kind: 'csaf-provider',
    name: 'Siemens ProductCERT',
    url: 'https://cert-portal.siemens.com/productcert/csaf/provider-metadata.json',
    intervalSeconds: 7_200,
  },
]
