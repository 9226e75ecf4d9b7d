// STIX 2.1: a bundle with what an incident showed, under a TLP 2.0 marking, without its victim; and patterns read.
// SPDX-License-Identifier: EUPL-1.2
export {
  type IncidentExtract,
  type SharedIndicator,
  stixBundle,
  type TlpLevel,
  tlpLevels,
  tlpMarkings,
} from './bundle.ts'
export { stixPattern } from './pattern.ts'
export { type PatternReading, type PatternTerm, readStixPattern } from './read-pattern.ts'
