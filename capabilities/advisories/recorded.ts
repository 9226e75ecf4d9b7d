// What is kept of an advisory, and what became of a document that arrived.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '@salus/standards/advisory'
import type { Fault } from '@salus/standards/fault'

/** `known`: nothing to do, also where an older revision than the stored one arrived late. */
export const outcomes = ['new', 'revised', 'known', 'quarantined', 'kev', 'epss'] as const
export type Outcome = (typeof outcomes)[number]

export interface ReceivedDocument {
  /** File name or address, for people. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Where it came from: `upload`, `import`, `feed:3`. */
  readonly source: string
}

export interface RecordingOptions {
  readonly now: Date
  /** `person:12`, `operator`, `feed:3`. */
  readonly actor: string
  /** Content of the example centre, taken out again with it. */
  readonly isExample?: boolean
}

/** What became of one document. */
export interface DocumentOutcome {
  readonly name: string
  readonly outcome: Outcome
  readonly advisoryId: number | null
  readonly faults: readonly Fault[]
}

export type Validity = 'valid' | 'invalid'

/** What pages show: everything but the statements, which stay in the document. */
export type AdvisoryContent = Omit<Advisory, 'statements'>

/** The stored advisory as matching reads it: statements included. */
export interface RecordedAdvisory {
  readonly advisoryId: number
  readonly revisionId: number
  /** Hex, of the document as received. */
  readonly sha256: string
  readonly state: Advisory['state']
  readonly validity: Validity
  readonly advisory: Advisory
}

export interface AdvisorySummary {
  readonly advisoryId: number
  readonly title: string
  readonly publisher: string
  readonly trackingId: string
  readonly version: string
  readonly state: Advisory['state']
  readonly validity: Validity
  readonly publishedAt: Date | null
  readonly revisedAt: Date | null
  readonly content: AdvisoryContent
}

/** What is known about the danger behind an advisory, from itself, CVE records and the KEV catalogue. */
export interface ThreatFactsOfAdvisory {
  /** False once it is withdrawn or rejected, and while it is a draft. */
  readonly isLive: boolean
  readonly maxBaseScore: number | null
  /** The vector of that score. */
  readonly cvssVector: string | null
  readonly exploitation: 'none' | 'poc' | 'active' | null
  readonly automatable: boolean | null
  /** `2025-08-25`, the earliest of its vulnerabilities. */
  readonly kevDateAdded: string | null
  readonly kevRansomware: boolean
  /** The gravest vector of each of its own vulnerabilities. */
  readonly cvssVectors: readonly string[]
  /** The gravest exploit maturity that a CVSS vector states. */
  readonly exploitMaturity: 'none' | 'poc' | 'active' | null
  /** The gravest of its vulnerabilities; null where EPSS knows none of them. */
  readonly epss: {
    /** From 0 to 1. */
    readonly probability: number
    readonly percentile: number
    /** The day since which it has this value, `2026-09-29`. */
    readonly scoreDate: string
    readonly isHigh: boolean
  } | null
  readonly cveIds: readonly string[]
  readonly hasFix: boolean
  /** Hex. */
  readonly remediationFingerprint: string
}
