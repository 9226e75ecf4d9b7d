// Reads CISA's catalogue of known exploited vulnerabilities.
// SPDX-License-Identifier: EUPL-1.2
export { type KevCatalogue, type KevEntry, readKev } from './read.ts'
