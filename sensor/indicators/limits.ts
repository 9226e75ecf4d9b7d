// How much a list, a set, an event and the index of what was seen may ask of the sensor.
// SPDX-License-Identifier: EUPL-1.2

export const indicatorLimits = {
  /** One list as text; a line holds one indicator. */
  maxTextBytes: 1024 * 1024 * 1024,
  /** One list as JSON, which is whole in memory several times over. */
  maxJsonBytes: 256 * 1024 * 1024,
  maxJsonDepth: 64,
  /** A longer line is a fault and passed over. */
  maxLineBytes: 16 * 1024,
  maxColumns: 200,
  /** Faults of one list that are told one by one; all are counted. */
  maxFaults: 500,
  /** UTF-16 units of one STIX pattern. */
  maxPatternUnits: 64 * 1024,
  /** Values of one STIX pattern. */
  maxPatternTerms: 10_000,
  /** A name in the DNS, as text without the last dot (RFC 1035 2.3.4). */
  maxDomainUnits: 253,
  maxEmailUnits: 320,
  maxUrlUnits: 2_048,
  /** A wider network would be met by half of the Internet. */
  minPrefixV4: 8,
  minPrefixV6: 20,
  /** UTF-16 units of names of lists, sources, licences. */
  maxWordUnits: 200,
} as const

export const setLimits = {
  /** One file: what one read and one typed array can hold. */
  maxBytes: 2 ** 31 - 1,
  maxHeadBytes: 1024 * 1024,
  maxLists: 1_000,
  maxRegisteredIds: 20_000,
  /** Indicators that share a bucket; twelve do on average, and a random set of 10 million has never above 40. */
  maxOfBucket: 64,
  maxBlockBytes: 256 * 1024,
} as const

export const eventLimits = {
  /** Values of one event that are looked up. */
  maxObservables: 256,
  /** UTF-16 units of free text of one event that are searched for values; an event of Windows has 64 KiB at the most. */
  maxTextUnits: 32 * 1024,
  /** UTF-16 units of one value; a longer one is no address, name, hash or mail address, and a URL is cut. */
  maxValueUnits: 4_096,
  /** Indicator, asset and hour that are remembered as told. */
  maxTold: 100_000,
} as const

export const seenLimits = {
  days: 90,
  /** Different observables; at more, those seen longest ago are forgotten and counted. */
  maxEntries: 4_000_000,
  /** Records kept in memory until they are written. */
  maxPending: 4_096,
  /** Records of the journal before it is folded into the table. */
  maxJournal: 1_000_000,
  /** Addresses of all networks together that one hunt looks up one by one. */
  maxHuntedAddresses: 1_048_576,
  /** A network with more addresses is not hunted, and told. */
  minHuntedPrefix: 16,
} as const
