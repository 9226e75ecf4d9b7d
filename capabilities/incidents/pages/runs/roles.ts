// What somebody is in a run: the duty officer by the door, everybody else by their own word.
// SPDX-License-Identifier: EUPL-1.2
import type { RunView } from '../../../playbooks/index.ts'
import type { Access } from '../../access.ts'

export const officerRole = 'duty-officer'

export interface RoleChoice {
  readonly role: string
  readonly name: string
}

/** The roles that the steps name, in the order in which they come up. */
export function rolesOf({ steps }: Pick<RunView, 'steps'>): readonly RoleChoice[] {
  const names = new Map(steps.map(({ role, roleName }) => [role, roleName]))
  return [...names].map(([role, name]) => ({ role, name }))
}

/** Null where somebody has not said what they are, or said what this playbook does not know. */
export function roleIn(
  view: Pick<RunView, 'steps'>,
  { via }: Pick<Access, 'via'>,
  said: string,
): string | null {
  if (via === 'centre') return officerRole
  return rolesOf(view).find(({ role }) => role === said)?.role ?? null
}
