// Reads CSAF 2.0 and 2.1 documents and checks them against the mandatory tests of the standard.
// SPDX-License-Identifier: EUPL-1.2
export { maxBranchDepth, maxProducts, maxStatements } from './limits.ts'
export { fitsPartialNumber, isWholeNumber, maxNumberCharacters } from './partial.ts'
export { type CsafOptions, type CsafReading, readCsaf } from './read.ts'
