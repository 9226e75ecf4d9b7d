// What leaves a hospital's sensor: sightings and health as closed schemas, and the words of the API that takes them.
// SPDX-License-Identifier: EUPL-1.2
export {
  type EnrolAnswer,
  type EpochAnswer,
  enrolAnswer,
  enrolRequest,
  epochAnswer,
  epochNumber,
  epochTokenAnswer,
  epochTokenRequest,
  healthAnswer,
  type RefusalReason,
  refusalReasons,
  type SightingsAnswer,
  type SightingsMessage,
  sensorApi,
  sensorToken,
  sightingsAnswer,
  sightingsMessage,
} from './api.ts'
export { type HealthReport, healthReport, sensorPlatforms } from './health.ts'
export * from './limits.ts'
export { type LogSourceId, logSourceIds, type SourceKind, sourceKinds } from './log-sources.ts'
export { endOfHour, hourOf, hourText, type PackReference, packReference, registeredId } from './parts.ts'
export { type Sighting, sightingKey, sightingSchema, subjectOf } from './sighting.ts'
export {
  type AssetClass,
  assetClasses,
  type CountBucket,
  countBucketOf,
  countBuckets,
  type SightingKind,
  type SightingOutcome,
  sightingKinds,
  sightingOutcomes,
} from './words.ts'
