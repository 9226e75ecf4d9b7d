// CPE names: 2.3 formatted strings and 2.2 URIs, parsed, printed and compared (NISTIR 7695, 7696).
// SPDX-License-Identifier: EUPL-1.2
export {
  any,
  type Cpe,
  type CpeAttribute,
  type CpeAttributeName,
  cpeAttributeNames,
  cpeBase,
  na,
  unescapeAttribute,
} from './cpe.ts'
export { type AttributeRelation, compareCpe, compareCpeAttribute, cpeMatches } from './match.ts'
export { maxCpeCharacters, parseCpe } from './parse.ts'
export { printCpe } from './print.ts'
export { printCpeUri } from './print-uri.ts'
