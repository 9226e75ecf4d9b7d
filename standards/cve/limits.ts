// Limits of one CVE record.
// SPDX-License-Identifier: EUPL-1.2

/** The largest record seen has 3,000 versions. */
export const maxVersionStatements = 50_000
/** Nested `nodes` of a CPE applicability statement. */
export const maxApplicabilityDepth = 20
