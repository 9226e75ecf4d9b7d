// How far one system is on its way back, how long the rest will take, and which states may follow one another.
// SPDX-License-Identifier: EUPL-1.2
import { type ServiceForecast, type StepForecast, systemKey } from '../readiness/index.ts'
import type { ClinicalService } from './clinical-service.ts'

/** `checked`: whoever restored it found it complete and clean; `back`: the wards work with it again. */
export const recoveryStates = ['waiting', 'restoring', 'checked', 'back'] as const
export type RecoveryState = (typeof recoveryStates)[number]

/** Nothing goes back to the wards that nobody checked; and what went wrong begins again. */
export const nextStates: Readonly<Record<RecoveryState, readonly RecoveryState[]>> = {
  waiting: ['restoring'],
  restoring: ['checked', 'waiting'],
  checked: ['back', 'restoring'],
  back: ['restoring'],
}

export interface RecoveryMark {
  readonly id: number
  readonly system: string
  readonly state: RecoveryState
  readonly note: string | null
  readonly recordedAt: Date
  readonly recordedByName: string
}

/** Why nobody can tell: as the restore tests say, or it has been restored for longer than in its test, or stands in no order. */
export type Unknown = NonNullable<StepForecast['lack']> | 'over-time' | 'in-no-order'

export interface SystemStanding {
  readonly key: string
  /** As it was written first. */
  readonly system: string
  readonly state: RecoveryState
  /** Everything that was said of it, the oldest first. */
  readonly marks: readonly RecoveryMark[]
  /** Of its last good restore test. */
  readonly testedHours: number | null
  readonly age: StepForecast['age']
  readonly hoursLeft: number | null
  readonly unknown: Unknown | null
  /** Services that need it. */
  readonly services: readonly ClinicalService[]
  /** Of those, the ones for which nothing else is missing. */
  readonly opens: readonly ClinicalService[]
}

export function stateOfMarks(marks: readonly RecoveryMark[]): RecoveryState {
  return marks.at(-1)?.state ?? 'waiting'
}

/** A system of which nobody has said anything may be entered as waiting, or be begun at once. */
export function mayFollow(marks: readonly RecoveryMark[], state: RecoveryState): boolean {
  if (marks.length === 0 && state === 'waiting') return true
  return nextStates[stateOfMarks(marks)].includes(state)
}

/** Each system once, at its first place in the order of the services; then those that only this case knows. */
export function standingsOf(
  forecasts: readonly ServiceForecast[],
  marks: readonly RecoveryMark[],
  now: Date,
): readonly SystemStanding[] {
  const marksOf = Map.groupBy(marks, ({ system }) => systemKey(system))
  const steps = new Map<string, StepForecast>()
  for (const step of forecasts.flatMap((one) => one.steps))
    if (!steps.has(systemKey(step.system))) steps.set(systemKey(step.system), step)
  const missing = new Map(
    forecasts.map(({ service, steps: own }) => [
      service,
      new Set(
        own
          .map(({ system }) => systemKey(system))
          .filter((key) => stateOfMarks(marksOf.get(key) ?? []) !== 'back'),
      ),
    ]),
  )
  const services = Map.groupBy(
    forecasts.flatMap(({ service, steps: own }) =>
      [...new Set(own.map(({ system }) => systemKey(system)))].map((key) => ({ key, service })),
    ),
    ({ key }) => key,
  )
  const keys = [...steps.keys(), ...[...marksOf.keys()].filter((key) => !steps.has(key))]
  return keys.map((key) => {
    const step = steps.get(key) ?? null
    const own = marksOf.get(key) ?? []
    const needing = (services.get(key) ?? []).map(({ service }) => service)
    return {
      key,
      system: step?.system ?? own[0]?.system ?? key,
      state: stateOfMarks(own),
      marks: own,
      testedHours: step?.hours ?? null,
      age: step?.age ?? null,
      ...leftOf(step, own, now),
      services: needing,
      opens: needing.filter((service) => {
        const still = missing.get(service)
        return still?.size === 1 && still.has(key)
      }),
    }
  })
}

const hourMs = 3_600_000

function leftOf(
  step: StepForecast | null,
  marks: readonly RecoveryMark[],
  now: Date,
): Pick<SystemStanding, 'hoursLeft' | 'unknown'> {
  const state = stateOfMarks(marks)
  if (state === 'back') return { hoursLeft: 0, unknown: null }
  if (!step || step.hours === null) return { hoursLeft: null, unknown: step?.lack ?? 'in-no-order' }
  if (state === 'waiting') return { hoursLeft: step.hours, unknown: null }
  const begun = marks.findLast((mark) => mark.state === 'restoring')?.recordedAt ?? now
  const left = step.hours - (now.getTime() - begun.getTime()) / hourMs
  return left < 0 ? { hoursLeft: null, unknown: 'over-time' } : { hoursLeft: left, unknown: null }
}
