// Questions of a check that somebody else answers by a signed link, without an account.
// SPDX-License-Identifier: EUPL-1.2

export interface Delegation {
  readonly id: number
  readonly assessmentId: number
  readonly facts: readonly string[]
  readonly forWhom: string
  readonly email: string
  readonly language: string
  readonly words: string | null
  readonly until: Date
  readonly revokedAt: Date | null
  readonly recordedAt: Date
  readonly recordedByName: string
}

/** Long enough for a holiday; a check takes weeks. */
export const delegationDays = 14
/** More is not asking a colleague, it is handing over the check. */
export const maxQuestionsAsked = 60

export type DelegationState = 'waiting' | 'answered' | 'over' | 'taken-back'

/** `answeredAt`: the facts that were answered, by whomever, after the link was made. */
export function delegationState(
  link: Pick<Delegation, 'facts' | 'until' | 'revokedAt'>,
  answered: ReadonlySet<string>,
  now: Date,
): DelegationState {
  if (link.revokedAt) return 'taken-back'
  if (link.facts.every((fact) => answered.has(fact))) return 'answered'
  return now <= link.until ? 'waiting' : 'over'
}

/** The last instant is still within it; a closed check takes no more answers. */
export function isLinkGood(
  link: Pick<Delegation, 'until' | 'revokedAt'>,
  check: { readonly closedAt: Date | null } | null,
  now: Date,
): boolean {
  return check !== null && check.closedAt === null && link.revokedAt === null && now <= link.until
}
