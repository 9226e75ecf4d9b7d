// How large and how deep a JSON document from outside may be.
// SPDX-License-Identifier: EUPL-1.2

export interface JsonLimits {
  readonly maxBytes: number
  /** Nested arrays and objects. */
  readonly maxDepth: number
}

/** Fits the largest advisories seen (CSAF with 40,000 products is about 20 MB). */
export const defaultJsonLimits: JsonLimits = { maxBytes: 32 * 1024 * 1024, maxDepth: 200 }
