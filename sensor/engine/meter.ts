// Counts what each rule costs, and takes a rule out of service that costs too much: with an alarm, never in silence.
// SPDX-License-Identifier: EUPL-1.2

/**
 * Costs are steps of work and not time, so that the same input quarantines the same rules on every machine. A step is
 * a few nanoseconds: a rule may use twenty microseconds of each event that reaches it, and a second to begin with.
 */
export const costLimits = {
  startSteps: 200_000_000,
  stepsPerEvent: 5_000,
} as const

export interface Meter {
  /** False: the rule was just put into quarantine. */
  charge(rule: number, steps: number, eventsReached: number): boolean
  readonly quarantined: Uint8Array
  stepsOf(rule: number): number
  evaluationsOf(rule: number): number
}

export function meterOf(
  rules: number,
  limits: { startSteps: number; stepsPerEvent: number } = costLimits,
): Meter {
  const steps = new Float64Array(rules)
  const evaluations = new Float64Array(rules)
  const quarantined = new Uint8Array(rules)
  return {
    charge(rule, used, eventsReached) {
      steps[rule] = (steps[rule] as number) + used
      evaluations[rule] = (evaluations[rule] as number) + 1
      if ((steps[rule] as number) <= limits.startSteps + limits.stepsPerEvent * eventsReached) return true
      quarantined[rule] = 1
      return false
    },
    quarantined,
    stepsOf: (rule) => steps[rule] ?? 0,
    evaluationsOf: (rule) => evaluations[rule] ?? 0,
  }
}
