// Limits of one OpenVEX document; whatever exceeds them is a fault, not a crash.
// SPDX-License-Identifier: EUPL-1.2

/** Statements times products times subcomponents. */
export const maxClaims = 200_000
/** Longer ids are no names. */
export const maxIdCharacters = 1_000
/** Impact statements are shown, not computed with: the rest stands in the document. */
export const maxImpactCharacters = 2_000
/** Other names of one vulnerability. */
export const maxAliases = 50
