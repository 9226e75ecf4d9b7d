// The recovery board: which system comes back when, for which clinical service, and whether that is soon enough.
// SPDX-License-Identifier: EUPL-1.2
import { type ServiceForecast, systemKey } from '../readiness/index.ts'
import type { ClinicalService, ServiceStanding } from './clinical-service.ts'
import { type RecoveryMark, type SystemStanding, standingsOf } from './recovery-system.ts'

/** How long a service can do without its systems, as its own people said. */
export interface Tolerance {
  readonly service: ClinicalService
  readonly hours: number
  readonly recordedAt: Date
  readonly recordedByName: string
  /** False: said in an earlier case. */
  readonly isOfThisCase: boolean
}

export interface Situation {
  readonly forecasts: readonly ServiceForecast[]
  /** In the order in which they were recorded. */
  readonly marks: readonly RecoveryMark[]
  readonly tolerances: readonly Tolerance[]
  /** What was told of the services in this case, the oldest first. */
  readonly care: readonly Pick<ServiceStanding, 'service' | 'state' | 'recordedAt'>[]
  readonly openedAt: Date
}

/**
 * `runs`: the service does all it can; `in-time`, `too-late`: the forecast against what it can do without; `past`: that time
 * is over already; `unknown`: one of the two is not known, which never counts as in time.
 */
export type Verdict = 'runs' | 'in-time' | 'too-late' | 'past' | 'unknown'

export interface ServiceRecovery {
  readonly service: ClinicalService
  readonly systems: readonly SystemStanding[]
  /** Hours from now until its last system is back, restored one after the other in the order of the board; null: nothing is known. */
  readonly hoursLeft: number | null
  /** Systems on that way of which nobody can tell: it takes at least as long as said. */
  readonly unknownSystems: number
  readonly tolerance: Tolerance | null
  /** Since when it has done less than everything. */
  readonly downSince: Date
  /** Nobody told since when: counted from the opening of the case. */
  readonly isDownSinceAssumed: boolean
  /** When it can do without no longer. */
  readonly neededAt: Date | null
  readonly verdict: Verdict
}

export interface Recovery {
  /** What can wait least comes first. */
  readonly services: readonly ServiceRecovery[]
  /** In the order in which they are to be restored. */
  readonly systems: readonly SystemStanding[]
}

const hourMs = 3_600_000

export function recoveryOf(situation: Situation, now: Date): Recovery {
  const forecasts = inOrder(situation)
  const systems = standingsOf(forecasts, situation.marks, now)
  return {
    systems,
    services: forecasts.map((forecast) => serviceOf(forecast, systems, situation, now)),
  }
}

/** Nobody's word on a service leaves it where the list has it, behind those that were spoken for. */
function inOrder({ forecasts, tolerances }: Situation): readonly ServiceForecast[] {
  const hours = new Map(tolerances.map((one) => [one.service, one.hours]))
  const wait = ({ service }: ServiceForecast) => hours.get(service) ?? Number.MAX_VALUE
  return forecasts.toSorted((a, b) => wait(a) - wait(b))
}

function serviceOf(
  { service, steps }: ServiceForecast,
  all: readonly SystemStanding[],
  { tolerances, care, openedAt }: Situation,
  now: Date,
): ServiceRecovery {
  const keys = new Set(steps.map(({ system }) => systemKey(system)))
  const systems = all.filter(({ key }) => keys.has(key))
  const last = all.findLastIndex(({ key, state }) => keys.has(key) && state !== 'back')
  const way = all.slice(0, last + 1).filter(({ state }) => state !== 'back')
  const known = way.map(({ hoursLeft }) => hoursLeft).filter((hours) => hours !== null)
  const hoursLeft =
    systems.length === 0 || (way.length > 0 && known.length === 0)
      ? null
      : known.reduce((sum, hours) => sum + hours, 0)
  const unknownSystems = way.length - known.length
  const tolerance = tolerances.find((one) => one.service === service) ?? null
  const told = downSinceOf(
    care.filter((one) => one.service === service),
    openedAt,
  )
  const neededAt = tolerance && new Date(told.downSince.getTime() + tolerance.hours * hourMs)
  const verdict = told.runs ? 'runs' : verdictOf({ hoursLeft, unknownSystems, neededAt }, now)
  return {
    ...{ service, systems, hoursLeft, unknownSystems, tolerance, neededAt, verdict },
    ...{ downSince: told.downSince, isDownSinceAssumed: told.isAssumed },
  }
}

function downSinceOf(told: Situation['care'], openedAt: Date) {
  const lastRunning = told.findLastIndex(({ state }) => state === 'running')
  const since = told[lastRunning + 1]?.recordedAt
  return {
    runs: told.length > 0 && since === undefined,
    downSince: since ?? openedAt,
    isAssumed: since === undefined,
  }
}

/** What is at least too long is too late, even while nobody can tell how long it really takes. */
function verdictOf(
  { hoursLeft, unknownSystems, neededAt }: Pick<ServiceRecovery, 'hoursLeft' | 'unknownSystems' | 'neededAt'>,
  now: Date,
): Verdict {
  if (neededAt === null) return 'unknown'
  if (neededAt < now) return 'past'
  if (hoursLeft === null) return 'unknown'
  if (now.getTime() + hoursLeft * hourMs > neededAt.getTime()) return 'too-late'
  return unknownSystems > 0 ? 'unknown' : 'in-time'
}
