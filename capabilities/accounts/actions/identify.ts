// Who a session cookie belongs to, asked at every request.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { IdentityScope } from '../../../platform/database/database.ts'
import type { Caller, Membership } from '../../../platform/http/caller.ts'
import { readOrganisations } from '../../organisations/index.ts'
import { isSessionLive, lastSeenResolutionMs } from '../session.ts'
import { rolesOf } from '../store/memberships.ts'
import { findSession, touchSession } from '../store/sessions.ts'
import { csrfTokenOf, hashOfToken } from '../token.ts'

type IdentifyContext = Pick<Context, 'database' | 'secret'>

/** A session that still owes its second factor belongs to nobody yet. */
export function identifyWith(context: IdentifyContext) {
  return async (sessionCookie: string | undefined, now: Date): Promise<Caller> => {
    const tokenHash = hashOfToken(sessionCookie)
    if (!tokenHash) return null
    return context.database.asIdentity(async (scope) => {
      const found = await findSession(scope, tokenHash)
      if (!found || found.session.awaitsTotp || !isSessionLive(found.session, now)) return null
      if (now.getTime() - found.session.lastSeenAt.getTime() >= lastSeenResolutionMs)
        await touchSession(scope, tokenHash, now)
      return {
        person: found.person,
        memberships: await membershipsOf(scope, found.person.id),
        csrfToken: csrfTokenOf(context.secret, tokenHash),
      }
    })
  }
}

async function membershipsOf(scope: IdentityScope, personId: number): Promise<readonly Membership[]> {
  const roles = await rolesOf(scope, personId)
  const organisations = await readOrganisations(
    scope,
    roles.map((role) => role.organisationId),
  )
  return organisations.flatMap((organisation) => {
    const role = roles.find((role) => role.organisationId === organisation.id)?.role
    return role
      ? [
          {
            organisationId: organisation.id,
            organisationName: organisation.name,
            organisationKind: organisation.kind,
            timeZone: organisation.timeZone,
            role,
          },
        ]
      : []
  })
}
