// Reads OSV records (schema 1.x) of open-source packages.
// SPDX-License-Identifier: EUPL-1.2
export { readOsv } from './read.ts'
