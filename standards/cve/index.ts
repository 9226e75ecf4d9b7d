// Reads CVE records in CVE JSON 5.x, with the containers that others add to them.
// SPDX-License-Identifier: EUPL-1.2
export { readCve } from './read.ts'
