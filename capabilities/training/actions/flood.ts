// Keeps strangers from trying out codes: counts in this process's memory, per network and quarter of an hour.
// SPDX-License-Identifier: EUPL-1.2
import type { FloodLimit } from '../../../platform/http/flood.ts'

const quarterHourMs = 15 * 60_000

export const floodLimits = {
  /** Codes that are none: a ward mistypes a few, and a house shares one address to the outside. */
  codesFromRemote: { max: 30, withinMs: quarterHourMs },
  /** New tries: a whole early shift at one address, and no more. */
  triesFromRemote: { max: 120, withinMs: quarterHourMs },
} as const satisfies Record<string, FloodLimit>
