// A campaign: the centre asks its members for the check of a year; when each is reminded, and what the centre sees.
// SPDX-License-Identifier: EUPL-1.2

export interface Campaign {
  readonly id: number
  readonly year: number
  readonly dueAt: Date
  readonly forAll: boolean
  readonly openedAt: Date
  readonly openedByName: string
  readonly endedAt: Date | null
}

export interface Invitation {
  readonly organisationId: number
  readonly campaignId: number
  readonly year: number
  readonly dueAt: Date
  readonly invitedAt: Date
  readonly toldStep: number
  readonly closedAt: Date | null
}

const dayMs = 24 * 3_600_000

/** Step 1 invites; then so many days before the date, and after it (negative). Nobody is asked more often. */
export const reminderDays = [30, 7, 1, -1, -8, -22] as const

/** The furthest step whose time has come; those that were missed are not made up for. */
export function stepAt(dueAt: Date, now: Date): number {
  const left = (dueAt.getTime() - now.getTime()) / dayMs
  return 1 + reminderDays.filter((days) => left <= days).length
}

export type Occasion = 'invited' | 'reminded' | 'late'

export function occasionOf({ toldStep, dueAt }: Pick<Invitation, 'toldStep' | 'dueAt'>, now: Date): Occasion {
  if (toldStep === 0) return 'invited'
  return now <= dueAt ? 'reminded' : 'late'
}

export type InvitationState = 'closed' | 'waiting' | 'late'

export function stateOf(
  { closedAt, dueAt }: Pick<Invitation, 'closedAt' | 'dueAt'>,
  now: Date,
): InvitationState {
  if (closedAt) return 'closed'
  return now <= dueAt ? 'waiting' : 'late'
}

/** A longer one is a mistyped year. */
export const maxCampaignDays = 400
