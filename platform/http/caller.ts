// Who asks: a stranger or a signed-in person with roles in organisations, and what the roles permit.
// SPDX-License-Identifier: EUPL-1.2

export const memberRoles = ['reader', 'responder', 'lead'] as const
export const centreRoles = ['duty-officer', 'administrator'] as const
export type MemberRole = (typeof memberRoles)[number]
export type CentreRole = (typeof centreRoles)[number]
export type AccountRole = MemberRole | CentreRole

export interface Membership {
  readonly organisationId: number
  readonly organisationName: string
  readonly organisationKind: 'provider' | 'centre' | 'supplier'
  readonly timeZone: string
  readonly role: AccountRole
}

export interface Person {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly language: string
  readonly theme: 'device' | 'light' | 'dark'
}

export interface SignedIn {
  readonly person: Person
  readonly memberships: readonly Membership[]
  /** Stands in forms as `_csrf`; bound to the session. */
  readonly csrfToken: string
}

/** Null is a stranger. */
export type Caller = SignedIn | null

/**
 * What an endpoint asks of its caller. `public`: anybody. `signed-in`: any person. Else a word such as
 * `alerts:answer`, held by roles; in a member's organisation (path has `:organisationId`) or in the centre.
 */
export type Permission = 'public' | 'signed-in' | `${string}:${string}`

/** Which roles hold a permission; each capability declares its own in index.ts. */
export type PermissionTable = Readonly<Record<string, readonly AccountRole[]>>

/** The membership by which the caller may do this, or null. */
export function membershipFor(
  caller: Caller,
  table: PermissionTable,
  permission: Permission,
  organisationId: number | null,
): Membership | null {
  const roles = table[permission] ?? []
  const within = caller?.memberships.find((membership) =>
    organisationId === null
      ? membership.organisationKind === 'centre'
      : membership.organisationId === organisationId && membership.organisationKind !== 'centre',
  )
  return within && roles.includes(within.role) ? within : null
}
