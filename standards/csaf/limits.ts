// Limits of one CSAF document; whatever exceeds them is a fault, not a crash.
// SPDX-License-Identifier: EUPL-1.2

export const maxProducts = 100_000
/** CSAF 2.1 allows 30; documents of 2.0 have no limit of their own. */
export const maxBranchDepth = 100
/** Vulnerabilities times products; 40,000 products with 12 vulnerabilities fit. */
export const maxStatements = 500_000
/** Product ids that remediations and groups point at, counted with repetition. */
export const maxProductReferences = 2_000_000
/** Relationships built upon relationships. */
export const maxRelationshipDepth = 20
/** Values in the whole document; more would make the validator hold hundreds of megabytes of errors. */
export const maxValidatedNodes = 1_500_000
/** Faults that one rule of the standard may add; the rest is counted. */
export const maxFaultsOfRule = 25
/** Names of what a product is installed on or part of. */
export const maxPlatforms = 50
/** Comparisons that the validator makes to find repeats in lists of objects: the square of their lengths. */
export const maxComparisons = 4_000_000
/** Product ids that the validator looks at when it replaces groups by their members. */
export const maxGroupMembers = 2_000_000
