// Bounds of what sensors and people send to the centre about sensors.
// SPDX-License-Identifier: EUPL-1.2

const mebibyte = 1024 * 1024
const quarterHourMs = 15 * 60_000

export const sensorLimits = {
  /** Of a house; a hospital has a few log servers, not thousands. */
  maxSensors: 200,
  /** Codes of a house that are still valid. */
  maxOpenCodes: 20,
  maxLabel: 80,
  /** Of one pseudonym and epoch: a house that sees more has other worries than telling. */
  maxSightingsOfPseudonym: 5_000,
  maxUploadBytes: 50 * mebibyte,
  /** All files of one pack together, from the command line. */
  maxPackBytes: 512 * mebibyte,
} as const

/** Counted in memory, by network; never stored. */
export const floodLimits = {
  codes: { max: 20, withinMs: quarterHourMs },
  unknownTokens: { max: 60, withinMs: quarterHourMs },
  unknownSignatures: { max: 60, withinMs: quarterHourMs },
  /** By pseudonym: each takes a few questions to the database, and a sensor only names what is in its pack. */
  unknownIds: { max: 300, withinMs: quarterHourMs },
} as const
