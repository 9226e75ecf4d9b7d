// What matching does, by occasion.
// SPDX-License-Identifier: EUPL-1.2
export { type IdentifiedItem, identifyProductVersions, type Matchable } from './actions/identify.ts'
export { matchAdvisories } from './actions/match-advisories.ts'
