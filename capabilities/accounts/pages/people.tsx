// The people of an organisation, for its lead and for the centre: list, invite, change role, remove.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AccountRole, centreRoles, memberRoles } from '../../../platform/http/caller.ts'
import { type AnyRequest, definePage, type PageReply, personOf } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { invite, withdrawInvitation } from '../actions/invitations.ts'
import { changeRole } from '../actions/people.ts'
import { typedText } from '../contract.ts'
import { rolesFor } from '../invitation.ts'
import { normalEmail } from '../person.ts'
import { openInvitationsOf } from '../store/invitations.ts'
import { colleaguesIn } from '../store/memberships.ts'
import { type PeopleArea, peopleAreas } from './people-areas.ts'
import { type PeopleFaults, PeopleList } from './people-list.tsx'

const accomplishments = ['invited', 'changed', 'removed', 'withdrawn'] as const
type Accomplishment = (typeof accomplishments)[number]
const anyRole = z.enum([...memberRoles, ...centreRoles])

export function peoplePages(context: Context) {
  return peopleAreas(context).flatMap((area) => pagesOf(context, area))
}

function pagesOf(context: Context, area: PeopleArea) {
  const { path, params } = area
  const colleague = params.extend({ personId: idParam })
  const by = (request: AnyRequest) => personOf(request)
  const back = (request: AnyRequest, done: Accomplishment): PageReply => ({
    redirect: `${baseOf(request)}?done=${done}`,
  })
  const setRole = async (
    request: AnyRequest,
    personId: number,
    role: AccountRole | null,
  ): Promise<PageReply> => {
    const organisationId = await area.within(request, async (_scope, { id }) => id)
    const change = { organisationId, personId, role, by: by(request).id }
    const { outcome } = await changeRole(context, change, request.now)
    if (outcome === 'done' || outcome === 'unchanged')
      return back(request, role === null ? 'removed' : 'changed')
    return showPeople(context, area, request, { faults: { people: outcome } })
  }
  return [
    definePage({
      method: 'GET',
      path,
      permission: area.readPermission,
      params,
      query: z.object({ done: z.enum(accomplishments).optional().catch(undefined) }),
      body: nothing,
      handle: (request) => showPeople(context, area, request, { done: request.query.done }),
    }),
    definePage({
      method: 'POST',
      path: `${path}/invite`,
      permission: 'people:manage',
      params,
      query: nothing,
      body: z.object({ email: typedText, role: anyRole.optional().catch(undefined) }),
      handle: async (request) => {
        const { email: typed, role } = request.body
        const email = normalEmail(typed)
        if (!email) return showPeople(context, area, request, { typed, role, faults: { email: 'wrong' } })
        if (!role) return showPeople(context, area, request, { typed, role, faults: { role: 'missing' } })
        const result = await area.within(request, (scope, { id }) =>
          invite(
            context,
            scope,
            { organisationId: id, email, role, invitedBy: by(request), origin: context.origin() },
            request.now,
          ),
        )
        if (result.outcome === 'invited') return back(request, 'invited')
        if (result.outcome === 'no-such-role')
          return showPeople(context, area, request, { typed, role, faults: { role: 'missing' } })
        return showPeople(context, area, request, { typed, role, faults: { email: result.outcome } })
      },
    }),
    definePage({
      method: 'POST',
      path: `${path}/:personId/role`,
      permission: 'people:manage',
      params: colleague,
      query: nothing,
      body: z.object({ role: anyRole }),
      handle: (request) => setRole(request, request.params.personId, request.body.role),
    }),
    definePage({
      method: 'POST',
      path: `${path}/:personId/remove`,
      permission: 'people:manage',
      params: colleague,
      query: nothing,
      body: nothing,
      handle: (request) => setRole(request, request.params.personId, null),
    }),
    definePage({
      method: 'POST',
      path: `${path}/invitations/:invitationId/withdraw`,
      permission: 'people:manage',
      params: params.extend({ invitationId: idParam }),
      query: nothing,
      body: nothing,
      handle: async (request) => {
        const { invitationId } = request.params
        await area.within(request, (scope, { id }) =>
          withdrawInvitation(
            scope,
            { organisationId: id, id: invitationId, by: by(request).id },
            request.now,
          ),
        )
        return back(request, 'withdrawn')
      },
    }),
  ]
}

/** The list's own address, whichever of its forms was sent. */
function baseOf(request: AnyRequest): string {
  const path = request.path.split('?')[0] ?? ''
  return path.slice(0, path.lastIndexOf('/people') + '/people'.length)
}

async function showPeople(
  context: Context,
  area: PeopleArea,
  request: AnyRequest,
  shown: {
    readonly done?: Accomplishment | undefined
    readonly typed?: string
    readonly role?: AccountRole | undefined
    readonly faults?: PeopleFaults
  },
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { organisation, people, invitations } = await area.within(request, async (scope, organisation) => ({
    organisation,
    people: await colleaguesIn(scope, [organisation.id]),
    invitations: await openInvitationsOf(scope, organisation.id, request.now),
  }))
  const roles = rolesFor(organisation.kind)
  const role = request.membership?.role
  const content = (
    <PeopleList
      translator={translator}
      csrfToken={request.caller?.csrfToken ?? null}
      base={baseOf(request)}
      organisation={organisation}
      timeZone={request.membership?.timeZone ?? organisation.timeZone}
      people={people}
      invitations={invitations}
      roles={roles}
      mayManage={role === 'lead' || role === 'administrator'}
      ownId={personOf(request).id}
      typed={{ email: shown.typed ?? '', role: shown.role }}
      faults={shown.faults ?? {}}
      done={shown.done ?? null}
    />
  )
  const title = translator.t('accounts.people.title', { organisation: organisation.name })
  const html = await context.render(request, { title, content, current: area.current(organisation) })
  return { html, status: shown.faults ? 422 : 200 }
}
