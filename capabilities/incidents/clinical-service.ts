// Clinical services and what each can still do: five states, and "not told" which is none of them.
// SPDX-License-Identifier: EUPL-1.2
import type { ClinicalService } from '../readiness/index.ts'

export { type ClinicalService, clinicalServices } from '../readiness/index.ts'

/** From all to nothing. A service of which nobody told is none of these and never counts as running. */
export const serviceStates = ['running', 'reduced', 'on-paper', 'diverted', 'stopped'] as const
export type ServiceState = (typeof serviceStates)[number]

export interface ServiceStanding {
  readonly service: ClinicalService
  readonly state: ServiceState
  readonly expectedAt: Date | null
  readonly divertedTo: string | null
  readonly note: string | null
  readonly recordedAt: Date
  readonly recordedByName: string
}

/** An estimate that has passed says nothing any more: somebody has to ask again. */
export function isEstimatePassed(
  { expectedAt, state }: Pick<ServiceStanding, 'expectedAt' | 'state'>,
  now: Date,
): boolean {
  return state !== 'running' && expectedAt !== null && expectedAt < now
}
