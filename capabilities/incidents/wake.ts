// Whom the centre wakes for a new case, and when the next one's turn is: until a person answers.
// SPDX-License-Identifier: EUPL-1.2

/** Minutes between two steps: long enough to read a message and press the button, short for a ward that waits. */
export const minutesBetweenSteps = 5

export interface Officer {
  readonly personId: number
  readonly isOnShift: boolean
}

/**
 * The officers of each step: first who is on shift, then one further officer at a time, then all at once, again and
 * again. With nobody on shift all are told at once from the beginning.
 */
export function officersOfStep<O extends Officer>(officers: readonly O[], step: number): readonly O[] {
  const onShift = officers.filter((officer) => officer.isOnShift)
  if (onShift.length === 0 || officers.length === onShift.length) return officers
  if (step === 0) return onShift
  const others = officers.filter((officer) => !officer.isOnShift)
  const next = others[step - 1]
  return next ? [next] : officers
}

export interface Waking {
  readonly openedAt: Date
  readonly answeredAt: Date | null
  readonly state: 'open' | 'closed'
  readonly toldSteps: number
  readonly toldAt: Date | null
}

/** The step that is due now, counted from 0; null where somebody has answered or the last step is not old enough. */
export function stepDue(incident: Waking, now: Date): number | null {
  if (incident.answeredAt !== null || incident.state === 'closed') return null
  if (incident.toldAt === null) return incident.toldSteps
  return now.getTime() - incident.toldAt.getTime() >= minutesBetweenSteps * 60_000 ? incident.toldSteps : null
}

/** When the next officer is told if nobody answers until then. */
export function nextStepAt({ openedAt, toldAt }: Pick<Waking, 'openedAt' | 'toldAt'>): Date {
  return new Date((toldAt ?? openedAt).getTime() + minutesBetweenSteps * 60_000)
}
