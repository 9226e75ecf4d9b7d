// An organisation's own page: facts, class with its reason, contacts and sites.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type PageReply, personOf } from '../../../platform/http/endpoint.ts'
import { idParam, memberPath, nothing } from '../../../platform/http/input.ts'
import { addSite, noOrganisation, removeContact, removeSite } from '../actions.ts'
import { dutyParam, typedText } from '../contract.ts'
import { contactsOf } from '../store/contacts.ts'
import { findOrganisation } from '../store/organisations.ts'
import { sitesOf } from '../store/sites.ts'
import { readSite } from '../typed.ts'
import { OrganisationView } from './organisation-view.tsx'
import type { SiteFault } from './sites.tsx'

const accomplishments = ['facts', 'contact', 'contact-removed', 'site', 'site-removed'] as const
export type Accomplishment = (typeof accomplishments)[number]

export function ownPages(context: Context) {
  const path = '/o/:organisationId/organisation'
  const edit = { method: 'POST', permission: 'organisations:edit', query: nothing } as const
  return [
    definePage({
      method: 'GET',
      path,
      permission: 'organisations:read',
      params: memberPath,
      query: z.object({ done: z.enum(accomplishments).optional().catch(undefined) }),
      body: nothing,
      handle: (request) => showOrganisation(context, request, { done: request.query.done }),
    }),
    definePage({
      ...edit,
      path: `${path}/sites`,
      params: memberPath,
      body: z.object({ name: typedText, city: typedText }),
      handle: (request) => submitSite(context, request, request.body),
    }),
    definePage({
      ...edit,
      path: `${path}/sites/:siteId/remove`,
      params: memberPath.extend({ siteId: idParam }),
      body: nothing,
      handle: async (request) => {
        await context.database.asMember(request.organisationId, (scope) =>
          removeSite(scope, request.params.siteId, actOf(request)),
        )
        return done(request, 'site-removed')
      },
    }),
    definePage({
      ...edit,
      path: `${path}/contacts/:duty/remove`,
      params: memberPath.extend({ duty: dutyParam }),
      body: nothing,
      handle: async (request) => {
        await context.database.asMember(request.organisationId, (scope) =>
          removeContact(scope, request.params.duty, actOf(request)),
        )
        return done(request, 'contact-removed')
      },
    }),
  ]
}

export function actOf(request: AnyRequest) {
  return { actor: `person:${personOf(request).id}`, now: request.now }
}

export function done(request: AnyRequest, what: Accomplishment): PageReply {
  return { redirect: `/o/${request.organisationId}/organisation?done=${what}` }
}

async function submitSite(
  context: Context,
  request: AnyRequest,
  typed: { readonly name: string; readonly city: string },
): Promise<PageReply> {
  const site = readSite(typed)
  if (!site) return showOrganisation(context, request, { typed, fault: 'name' })
  const isNew = await context.database.asMember(request.organisationId, (scope) =>
    addSite(scope, site, actOf(request)),
  )
  return isNew ? done(request, 'site') : showOrganisation(context, request, { typed, fault: 'taken' })
}

async function showOrganisation(
  context: Context,
  request: AnyRequest,
  shown: {
    readonly done?: Accomplishment | undefined
    readonly typed?: { readonly name: string; readonly city: string }
    readonly fault?: SiteFault
  },
): Promise<PageReply> {
  const { organisationId } = request
  const facts = await context.database.asMember(organisationId, async (scope) => ({
    organisation: await findOrganisation(scope, organisationId),
    contacts: await contactsOf(scope, [organisationId]),
    sites: await sitesOf(scope, [organisationId]),
  }))
  if (!facts.organisation) throw noOrganisation()
  const translator = context.translator(request.locale)
  const content = (
    <OrganisationView
      translator={translator}
      csrfToken={request.caller?.csrfToken ?? null}
      now={request.now}
      base={`/o/${organisationId}/organisation`}
      organisation={facts.organisation}
      contacts={facts.contacts}
      sites={facts.sites}
      mayEdit={request.membership?.role === 'lead'}
      typed={shown.typed ?? { name: '', city: '' }}
      fault={shown.fault ?? null}
      done={shown.done ?? null}
    />
  )
  const html = await context.render(request, {
    title: facts.organisation.name,
    content,
    current: `/o/${organisationId}/organisation`,
  })
  return { html, status: shown.fault ? 422 : 200 }
}
