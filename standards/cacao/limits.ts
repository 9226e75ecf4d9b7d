// Limits of one CACAO playbook; whatever exceeds them is refused with a fault, not cut.
// SPDX-License-Identifier: EUPL-1.2
import type { JsonLimits } from '../json/index.ts'

/** Real playbooks have some kilobytes; nested parts of a signature chain are the deepest. */
export const cacaoJsonLimits: JsonLimits = { maxBytes: 2 * 1024 * 1024, maxDepth: 60 }
/** Steps of a workflow; nobody follows a longer one. */
export const maxSteps = 1_000
/** Entries of any list or dictionary inside. */
export const maxEntries = 1_000
/** Characters of one text. */
export const maxTextCharacters = 50_000
export const maxIdentifierCharacters = 300
/** Countersignatures inside of each other. */
export const maxCountersignatures = 10
