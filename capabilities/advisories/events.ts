// What the capability announces to others.
// SPDX-License-Identifier: EUPL-1.2

/** New or revised; also where it was withdrawn, deleted, or brought back. */
export interface AdvisoryRecorded {
  readonly advisoryId: number
  /** Set where the centre, not the publisher, took it out of force. */
  readonly because?: 'deleted'
}

/** CVE ids whose EPSS value became high, or high no longer, and which some advisory names. */
export interface EpssChanged {
  readonly cveIds: readonly string[]
}

/** Entries of the catalogue of exploited vulnerabilities that were added or changed. */
export interface KevChanged {
  readonly cveIds: readonly string[]
}
