// A person with an account: mail address, name, language, and how they sign in.
// SPDX-License-Identifier: EUPL-1.2
import type { AccountRole, Person } from '../../platform/http/caller.ts'

export type Theme = Person['theme']
export const themes = ['device', 'light', 'dark'] as const satisfies readonly Theme[]

/** With what only sign-in needs. */
export interface Account extends Person {
  readonly passwordHash: string | null
  readonly totpSecret: Buffer | null
  readonly totpConfirmedAt: Date | null
  readonly totpLastStep: number | null
  readonly disabledAt: Date | null
}

/** A colleague as the people of the same organisation see them. */
export interface Colleague {
  readonly personId: number
  readonly name: string
  readonly email: string
  readonly language: string
  readonly role: AccountRole
  readonly since: Date
}

export const emailMaxLength = 254
const emailShape = /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@"(),:;<>[\]\\.]+(\.[^\s@"(),:;<>[\]\\.]+)+$/

/** Addresses are compared in lower case: no mail system in use tells them apart by case. Null when it is none. */
export function normalEmail(text: string): string | null {
  const email = text
    .trim()
    .slice(0, emailMaxLength + 1)
    .toLowerCase()
  return email.length <= emailMaxLength && emailShape.test(email) ? email : null
}

/** Every organisation must keep one person who can let others in. */
export const keyRoles = { provider: 'lead', supplier: 'lead', centre: 'administrator' } as const

export function leavesNobodyInCharge(
  people: readonly Pick<Colleague, 'personId' | 'role'>[],
  keyRole: AccountRole,
  change: { readonly personId: number; readonly role: AccountRole | null },
): boolean {
  const inCharge = people.filter((person) => person.role === keyRole)
  const others = inCharge.filter((person) => person.personId !== change.personId)
  return others.length === 0 && inCharge.length > 0 && change.role !== keyRole
}
