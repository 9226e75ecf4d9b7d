// Whom a call that nobody has taken reaches, how often, and that an exercise stays among the hospital's own people.
// SPDX-License-Identifier: EUPL-1.2
import type { Realm } from '../incidents/index.ts'
import type { Call } from './call.ts'

/** Short at first, for a ward that waits; hourly when the whole centre has been told several times. */
const minutesAtFirst = 10
const stepsAtFirst = 6
const minutesLater = 60

export function minutesBefore(step: number): number {
  return step < stepsAtFirst ? minutesAtFirst : minutesLater
}

/** Counted from 0; null where somebody has it, or the last reminder is not old enough. */
export function reminderDue(call: Pick<Call, 'state' | 'toldSteps' | 'toldAt'>, now: Date): number | null {
  if (call.state !== 'asked') return null
  if (call.toldAt === null) return call.toldSteps
  return now.getTime() - call.toldAt.getTime() >= minutesBefore(call.toldSteps) * 60_000
    ? call.toldSteps
    : null
}

/** Once for each promise: the time that was promised has passed and nobody has come. */
export function isPromiseBroken(
  call: Pick<Call, 'state' | 'promisedFor' | 'promiseToldAt'>,
  now: Date,
): boolean {
  return (
    call.state === 'promised' &&
    call.promisedFor !== null &&
    call.promiseToldAt === null &&
    now > call.promisedFor
  )
}

export interface Reachable {
  readonly personId: number
  readonly email: string
  readonly language: string
  readonly role: string
}

/**
 * Of a real call: the duty officers first, then everybody of the centre. Of an exercise: the hospital's own people and
 * nobody else, whatever the step, because the centre's night is real.
 */
export function recipientsOf<P extends Reachable>(
  realm: Realm,
  step: number,
  people: { readonly own: readonly P[]; readonly centre: readonly P[] },
): readonly P[] {
  if (realm === 'exercise') return people.own
  const officers = people.centre.filter(({ role }) => role === 'duty-officer')
  return step === 0 && officers.length > 0 ? officers : people.centre
}
