// How an obligation stands at an instant.
// SPDX-License-Identifier: EUPL-1.2
import type { ObligationKind } from './rules.ts'

export interface Obligation {
  readonly organisationId: number
  readonly id: number
  readonly kind: ObligationKind
  readonly subjectType: string
  readonly subjectId: number
  readonly basis: string
  readonly startsAt: Date
  readonly dueAt: Date
  readonly dischargedAt: Date | null
  readonly cancelledAt: Date | null
  readonly escalation: number
}

export type ClockState = 'running' | 'late' | 'discharged' | 'discharged-late' | 'cancelled'

export interface Clock {
  readonly state: ClockState
  /** Share of the time that has run, 0 to 1. */
  readonly elapsed: number
  /** Negative when late. */
  readonly leftMs: number
}

export function clockOf(
  obligation: Pick<Obligation, 'startsAt' | 'dueAt' | 'dischargedAt' | 'cancelledAt'>,
  now: Date,
): Clock {
  const start = obligation.startsAt.getTime()
  const due = obligation.dueAt.getTime()
  const elapsed = due === start ? 1 : Math.min(1, Math.max(0, (now.getTime() - start) / (due - start)))
  return { state: stateAt(obligation, now), elapsed, leftMs: due - now.getTime() }
}

/** The due instant itself is still in time. */
function stateAt(
  obligation: Pick<Obligation, 'dueAt' | 'dischargedAt' | 'cancelledAt'>,
  now: Date,
): ClockState {
  if (obligation.cancelledAt) return 'cancelled'
  if (obligation.dischargedAt)
    return obligation.dischargedAt <= obligation.dueAt ? 'discharged' : 'discharged-late'
  return now <= obligation.dueAt ? 'running' : 'late'
}

/** Who is told at which share of the time (1 is the due instant): reminder, deputy, duty officer of the centre. */
export const escalationSteps = [
  { level: 1, who: 'owner', at: 0.75 },
  { level: 2, who: 'deputy', at: 1 },
  { level: 3, who: 'duty-officer', at: 1.25 },
] as const

export type EscalationStep = (typeof escalationSteps)[number]

/** The furthest step that is due now and not yet taken; earlier ones that were missed are not made up for. */
export function escalationDue(obligation: Obligation, now: Date): EscalationStep | null {
  if (obligation.dischargedAt || obligation.cancelledAt) return null
  const length = obligation.dueAt.getTime() - obligation.startsAt.getTime()
  const share =
    length === 0 ? Number.POSITIVE_INFINITY : (now.getTime() - obligation.startsAt.getTime()) / length
  return escalationSteps.findLast((step) => share >= step.at && step.level > obligation.escalation) ?? null
}
