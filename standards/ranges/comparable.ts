// Whether a device's version is of the same kind as the bounds it is held against.
// SPDX-License-Identifier: EUPL-1.2
import { shapeOf } from '../versions/index.ts'
import type { RangeReading } from './index.ts'

/**
 * False where the order of keys says nothing: revision letters ("K and earlier") against a dotted number.
 * Such a pair should be shown as "cannot tell", not decided by `intervalsContain`.
 */
export function comparable(reading: RangeReading, key: Uint8Array): boolean {
  if (reading.grade === 'unparsed') return false
  if (reading.all || reading.scheme !== 'generic') return true
  const shape = shapeOf(key)
  const bounds = reading.intervals.flatMap(({ low, high }) => [low, high]).filter((bound) => bound !== null)
  return bounds.length === 0 || bounds.some((bound) => shapeOf(bound) === shape)
}
