// What keeps the sensor from telling the centre: what happened, what to do, and whether waiting helps.
// SPDX-License-Identifier: EUPL-1.2

export type SightingFaultCode =
  | 'sightings/address'
  | 'sightings/not-enrolled'
  | 'sightings/already-enrolled'
  | 'sightings/unreachable'
  | 'sightings/refused'
  | 'sightings/answer'
  | 'sightings/epoch'
  | 'sightings/elsewhere'
  | 'sightings/share'
  | 'sightings/consent'
  | 'sightings/state'
  | 'sightings/busy'
  | 'sightings/file'

export class SightingFault extends Error {
  readonly code: SightingFaultCode
  readonly remedy: string
  /** Trying again later can help. */
  readonly isPassing: boolean
  /** The centre asked to wait this long, in milliseconds. */
  readonly waitMs: number
  /** The centre's own word for the problem, such as `sensors/unknown-token`; empty where it said none. */
  readonly problem: string

  constructor(
    code: SightingFaultCode,
    detail: string,
    remedy: string,
    options: { isPassing?: boolean; waitMs?: number; problem?: string; cause?: unknown } = {},
  ) {
    super(`${detail} ${remedy}`, { cause: options.cause })
    this.name = 'SightingFault'
    this.code = code
    this.remedy = remedy
    this.isPassing = options.isPassing ?? false
    this.waitMs = options.waitMs ?? 0
    this.problem = options.problem ?? ''
  }
}
