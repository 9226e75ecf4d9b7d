// Whose people a page shows, in whose rights, and under which address.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { CentreScope, MemberScope } from '../../../platform/database/database.ts'
import type { AnyRequest } from '../../../platform/http/endpoint.ts'
import { idParam, memberPath, nothing } from '../../../platform/http/input.ts'
import { centreOf, findOrganisation, type Organisation } from '../../organisations/index.ts'
import { noSuchOrganisation } from '../actions/no-such-organisation.ts'

/** The same pages at three addresses: one's own organisation, the centre's people, and a member's seen by the centre. */
export interface PeopleArea {
  readonly path: string
  readonly params: typeof memberPath | typeof memberOfCentre | typeof nothing
  readonly readPermission: 'people:read' | 'people:manage'
  readonly current: (organisation: Organisation) => string
  /** Runs in the rights that the caller has, with the organisation whose people these are. */
  readonly within: <T>(
    request: AnyRequest,
    work: (scope: MemberScope | CentreScope, organisation: Organisation) => Promise<T>,
  ) => Promise<T>
}

const memberOfCentre = z.object({ memberId: idParam })

export function peopleAreas({ database }: Context): readonly PeopleArea[] {
  const found = (organisation: Organisation | null): Organisation => {
    if (!organisation) throw noSuchOrganisation()
    return organisation
  }
  return [
    {
      path: '/o/:organisationId/people',
      params: memberPath,
      readPermission: 'people:read',
      current: ({ id }) => `/o/${id}/people`,
      within: ({ organisationId }, work) =>
        database.asMember(organisationId, async (scope) =>
          work(scope, found(await findOrganisation(scope, organisationId))),
        ),
    },
    {
      path: '/centre/people',
      params: nothing,
      readPermission: 'people:read',
      current: () => '/centre/people',
      within: (_request, work) =>
        database.asCentre(async (scope) => work(scope, found(await centreOf(scope)))),
    },
    {
      path: '/centre/members/:memberId/people',
      params: memberOfCentre,
      readPermission: 'people:manage',
      current: () => '/centre/members',
      within: (request, work) =>
        database.asCentre(async (scope) => {
          const { memberId } = memberOfCentre.parse(request.params)
          return work(scope, found(await findOrganisation(scope, memberId)))
        }),
    },
  ]
}
