// Reads JSON from outside safely: limits, encoding, depth, and typed access with places.
// SPDX-License-Identifier: EUPL-1.2
export {
  atKey,
  booleanAt,
  type JsonNode,
  numberAt,
  objectAt,
  objectsAt,
  rootOf,
  textAt,
  textsAt,
} from './access.ts'
export { collectFaults, type FaultCollector, maxFaultsOfDocument } from './collector.ts'
export { escapePointer, quoteForeign } from './foreign.ts'
export { isHttpAddress, readInstant } from './formats.ts'
export { defaultJsonLimits, type JsonLimits } from './limits.ts'
export { readJson } from './read.ts'
