// What the next shift must know of each open case, and the clocks that nobody owns yet.
// SPDX-License-Identifier: EUPL-1.2
import type { Duty } from './duties/duty.ts'

/** Subject of the decision who answers for a clock, behind which the key of its rule stands. */
export const ownerSubject = 'owner:'

export interface OwnedClock {
  readonly key: string
  readonly dueAt: Date | null
  readonly state: Duty['state']
  /** Null where nobody has said who answers for it. */
  readonly owner: string | null
}

/** The clocks that somebody has to watch: those that run or have run out, and those that apply without a figure. */
export function openClocks(
  duties: readonly Duty[],
  decisions: readonly { readonly subject: string; readonly answer: string }[],
): readonly OwnedClock[] {
  const owners = new Map(decisions.map(({ subject, answer }) => [subject, answer]))
  return duties
    .filter(({ rule, state }) => rule.owedBy === 'hospital' && watched.has(state))
    .map(({ rule, dueAt, state }) => ({
      key: rule.key,
      dueAt,
      state,
      owner: owners.get(`${ownerSubject}${rule.key}`) ?? null,
    }))
    .toSorted((a, b) => timeOf(a.dueAt) - timeOf(b.dueAt))
}

const watched: ReadonlySet<Duty['state']> = new Set(['running', 'overdue'])

function timeOf(at: Date | null): number {
  return at?.getTime() ?? Number.POSITIVE_INFINITY
}

export interface CaseInBrief {
  readonly organisationId: number
  readonly incidentId: number
  readonly word: string
  readonly organisation: string
  readonly clocks: readonly OwnedClock[]
  readonly promises: readonly {
    readonly title: string
    readonly toWhom: string
    readonly owner: string
    readonly dueAt: Date
  }[]
}

export function unownedIn(cases: readonly CaseInBrief[]): number {
  return cases.reduce((sum, { clocks }) => sum + clocks.filter(({ owner }) => owner === null).length, 0)
}
