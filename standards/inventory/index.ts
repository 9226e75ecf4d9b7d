// The one shape into which every inventory format is read, and the reading itself.
// SPDX-License-Identifier: EUPL-1.2
export { applyMapping, type ColumnMapping, type MappedTable } from './apply.ts'
export { clinicalRoleOf, networkExposureOf } from './closed-words.ts'
export { detectInventoryFormat } from './detect.ts'
export type { ColumnUse, InventoryField } from './heading-words.ts'
export {
  type ClinicalRole,
  clinicalRoles,
  type FileHash,
  type HashedItem,
  type InventoryFormat,
  type InventoryItem,
  type InventoryReading,
  maxHashesOfItem,
  maxInventoryBytes,
  maxInventoryItems,
  type NetworkExposure,
  networkExposures,
  type RejectedItem,
} from './item.ts'
export { type ColumnGuess, type GuessReason, guessMapping, guessReasons } from './mapping.ts'
export { type InventoryOptions, type ReadInventory, readInventory } from './read.ts'
