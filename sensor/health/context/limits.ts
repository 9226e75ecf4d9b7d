// How much the extracts of a hospital may hold, and for how long around it a reason counts.
// SPDX-License-Identifier: EUPL-1.2

export const contextLimits = {
  maxStaff: 200_000,
  maxPatients: 5_000_000,
  /** Lines of encounters, appointments, orders and care teams together. */
  maxReasons: 10_000_000,
  maxTurns: 2_000_000,
  maxUnits: 50_000,
  maxPlaces: 20_000,
  maxListValues: 20_000,
  /** UTF-16 units of a value that is kept; longer ones are a fault of their line. */
  maxWordUnits: 128,
  maxColumns: 100,
  /** Faults that are kept with their line; all are counted. */
  maxFaults: 1_000,
  maxSpansOfLeave: 50,
} as const

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** A span counts from some time before it to some time after: a letter is written after the patient has left. */
export const reasonSpans = {
  ward: { beforeMs: 2 * dayMs, afterMs: 7 * dayMs },
  appointment: { beforeMs: 2 * dayMs, afterMs: 7 * dayMs },
  order: { beforeMs: 12 * hourMs, afterMs: 7 * dayMs },
  'care-team': { beforeMs: 0, afterMs: 7 * dayMs },
} as const

/** Somebody comes early, and ends what was begun. */
export const shiftSpan = { beforeMs: hourMs, afterMs: 2 * hourMs } as const

/** More patients at one address are no household but a home or a tower. */
export const maxHousehold = 12

/** An extract says nothing about events that came so long after its newest line; nightly ones are a day old at most. */
export const staleAfterMs = 36 * hourMs
