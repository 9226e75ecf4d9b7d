// Limits of a CycloneDX document as VEX; whatever exceeds them is a fault, not a crash.
// SPDX-License-Identifier: EUPL-1.2

/** Vulnerabilities times affected products times their versions. */
export const maxVexStatements = 200_000
/** Components, nested ones counted, that the statements may refer to. */
export const maxVexComponents = 100_000
/** Details are shown, not computed with: the rest stands in the document. */
export const maxDetailCharacters = 2_000
export const maxTrackingIdCharacters = 300
