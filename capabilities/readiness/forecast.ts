// How long a clinical service would need to come back: its systems in order, each as long as its last good restore test.
// SPDX-License-Identifier: EUPL-1.2
import type { ClinicalService } from './clinical-service.ts'
import { ageOf, hoursOf, type ProofAge, type RestoreTest, systemKey } from './restore-test.ts'

/** `failed-since`: a later test did not restore it, so the good one before proves nothing any more. */
export type Lack = 'never-tested' | 'failed-since' | 'only-stale'

export interface StepForecast {
  readonly system: string
  /** Null where we can't tell. */
  readonly hours: number | null
  readonly lack: Lack | null
  /** The test that was counted, or that stands against it. */
  readonly test: RestoreTest | null
  readonly age: ProofAge | null
}

export interface ServiceForecast {
  readonly service: ClinicalService
  readonly steps: readonly StepForecast[]
  /** Sum of what is known; null where nothing is, or where no order was written down. */
  readonly knownHours: number | null
  /** Some step is unknown: it takes at least as long as said, never "as long". */
  readonly isAtLeast: boolean
  /** The worst age among the tests that were counted. */
  readonly age: ProofAge | null
}

/** One after the other: nobody has proved that two people can restore two systems at once. */
export function forecastService(
  service: ClinicalService,
  systems: readonly string[],
  tests: readonly RestoreTest[],
  now: Date,
): ServiceForecast {
  const steps = systems.map((system) => forecastStep(system, tests, now))
  const known = steps.map(({ hours }) => hours).filter((hours) => hours !== null)
  const ages = steps.filter(({ hours }) => hours !== null).map(({ age }) => age)
  return {
    service,
    steps,
    knownHours: known.length === 0 ? null : known.reduce((sum, hours) => sum + hours, 0),
    isAtLeast: known.length < steps.length,
    age: ages.includes('ageing') ? 'ageing' : (ages[0] ?? null),
  }
}

function forecastStep(system: string, tests: readonly RestoreTest[], now: Date): StepForecast {
  const own = tests
    .filter((test) => test.withdrawnAt === null && systemKey(test.system) === systemKey(system))
    .toSorted((a, b) => b.endedAt.getTime() - a.endedAt.getTime())
  const [last] = own
  if (!last) return { system, hours: null, lack: 'never-tested', test: null, age: null }
  const age = ageOf(last, now)
  if (last.outcome !== 'restored') return { system, hours: null, lack: 'failed-since', test: last, age }
  if (age === 'stale') return { system, hours: null, lack: 'only-stale', test: last, age }
  return { system, hours: hoursOf(last), lack: null, test: last, age }
}
