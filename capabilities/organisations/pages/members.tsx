// The centre's pages about members: the list, one member, and its designation.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type PageReply } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { designate, noOrganisation } from '../actions.ts'
import { typedText } from '../contract.ts'
import { type EntityClass, entityClasses } from '../entity-class.ts'
import { contactsOf } from '../store/contacts.ts'
import { findOrganisation, listOrganisations } from '../store/organisations.ts'
import { sitesOf } from '../store/sites.ts'
import { oneLine } from '../typed.ts'
import { MemberList } from './member-list.tsx'
import { type DesignationFault, MemberView } from './member-view.tsx'
import { actOf } from './own.tsx'

const memberParam = z.object({ memberId: idParam })
const sourceMaxLength = 200
const designation = z.object({
  entityClass: z.enum(['', ...entityClasses]).catch(''),
  source: typedText,
})

export function memberPages(context: Context) {
  return [
    definePage({
      method: 'GET',
      path: '/centre/members',
      permission: 'members:read',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) => showList(context, request),
    }),
    definePage({
      method: 'GET',
      path: '/centre/members/:memberId',
      permission: 'members:read',
      params: memberParam,
      query: nothing,
      body: nothing,
      handle: (request) => showMember(context, request, request.params.memberId, {}),
    }),
    definePage({
      method: 'POST',
      path: '/centre/members/:memberId/designation',
      permission: 'members:designate',
      params: memberParam,
      query: nothing,
      body: designation,
      handle: (request) => setDesignation(context, request, request.params.memberId, request.body),
    }),
  ]
}

async function showList(context: Context, request: AnyRequest): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { members, contacts } = await context.database.asCentre(async (scope) => {
    const members = await listOrganisations(scope, { kind: 'provider' })
    const ids = members.map((member) => member.id)
    return { members, contacts: await contactsOf(scope, ids) }
  })
  const mayRegister = request.membership?.role === 'administrator'
  const content = (
    <MemberList
      translator={translator}
      members={members}
      contacts={contacts}
      now={request.now}
      mayRegister={mayRegister}
    />
  )
  const title = translator.t('organisations.members.title', { count: members.length })
  return {
    html: await context.render(request, { title, content, current: '/centre/members', width: 'wide' }),
  }
}

async function setDesignation(
  context: Context,
  request: AnyRequest,
  memberId: number,
  typed: { readonly entityClass: EntityClass | ''; readonly source: string },
): Promise<PageReply> {
  const source = oneLine(typed.source)
  if (typed.entityClass !== '' && (source === '' || source.length > sourceMaxLength))
    return showMember(context, request, memberId, { typed, fault: 'source' })
  const wanted = typed.entityClass === '' ? null : { entityClass: typed.entityClass, source }
  await context.database.asCentre((scope) => designate(context, scope, memberId, wanted, actOf(request)))
  return { redirect: `/centre/members/${memberId}` }
}

async function showMember(
  context: Context,
  request: AnyRequest,
  memberId: number,
  shown: {
    readonly typed?: { readonly entityClass: EntityClass | ''; readonly source: string }
    readonly fault?: DesignationFault
  },
): Promise<PageReply> {
  const { organisation, contacts, sites } = await context.database.asCentre(async (scope) => ({
    organisation: await findOrganisation(scope, memberId),
    contacts: await contactsOf(scope, [memberId]),
    sites: await sitesOf(scope, [memberId]),
  }))
  if (organisation?.kind !== 'provider') throw noOrganisation()
  const content = (
    <MemberView
      translator={context.translator(request.locale)}
      csrfToken={request.caller?.csrfToken ?? null}
      now={request.now}
      organisation={organisation}
      contacts={contacts}
      sites={sites}
      isAdministrator={request.membership?.role === 'administrator'}
      typed={shown.typed ?? designationOf(organisation.designation)}
      fault={shown.fault ?? null}
    />
  )
  const html = await context.render(request, {
    title: organisation.name,
    content,
    current: '/centre/members',
  })
  return { html, status: shown.fault ? 422 : 200 }
}

function designationOf(present: { readonly entityClass: EntityClass; readonly source: string } | null) {
  return present ?? ({ entityClass: '', source: '' } as const)
}
