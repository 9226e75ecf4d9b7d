// STIX 2.1 out: a bundle with what an incident showed, under a TLP 2.0 marking, without its victim.
// SPDX-License-Identifier: EUPL-1.2
export { type IncidentExtract, type SharedIndicator, stixBundle, type TlpLevel, tlpLevels } from './bundle.ts'
export { stixPattern } from './pattern.ts'
