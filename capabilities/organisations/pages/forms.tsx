// The forms to change an organisation's own facts and to name a contact.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { locales } from '../../../platform/i18n/index.ts'
import { changeOwnFacts, nameContact, noOrganisation } from '../actions.ts'
import { dutyParam, typedList, typedText } from '../contract.ts'
import type { ContactDuty } from '../organisation.ts'
import { contactsOf } from '../store/contacts.ts'
import { findOrganisation } from '../store/organisations.ts'
import {
  type ContactField,
  type FactField,
  type FieldFaults,
  readContact,
  readFacts,
  type TypedFacts,
} from '../typed.ts'
import { ContactForm, type TypedContact } from './contact-form.tsx'
import { FactsForm } from './facts-form.tsx'
import { actOf, done } from './own.tsx'
import { dutyNames } from './words.ts'

const typedFacts = z.object({
  language: typedText,
  languages: typedList,
  timeZone: typedText,
  employees: typedText,
  turnoverEuro: typedText,
  balanceSheetEuro: typedText,
})
const typedContact = z.object({
  name: typedText,
  email: typedText,
  phone: typedText,
  outOfHoursPhone: typedText,
  language: typedText,
})

export function ownFormPages(context: Context) {
  const path = '/o/:organisationId/organisation'
  const common = { permission: 'organisations:edit', query: nothing } as const
  const contactPath = memberPath.extend({ duty: dutyParam })
  return [
    definePage({
      ...common,
      method: 'GET',
      path: `${path}/facts`,
      params: memberPath,
      body: nothing,
      handle: async (request) => showFacts(context, request, await presentFacts(context, request), {}),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/facts`,
      params: memberPath,
      body: typedFacts,
      handle: async (request) => {
        const read = readFacts(request.body, locales)
        if (read.faults) return showFacts(context, request, request.body, read.faults)
        await context.database.asMember(request.organisationId, (scope) =>
          changeOwnFacts(context, scope, read.value, actOf(request)),
        )
        return done(request, 'facts')
      },
    }),
    definePage({
      ...common,
      method: 'GET',
      path: `${path}/contacts/:duty`,
      params: contactPath,
      body: nothing,
      handle: async (request) => {
        const { duty } = request.params
        return showContact(context, request, duty, await presentContact(context, request, duty), {})
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/contacts/:duty`,
      params: contactPath,
      body: typedContact,
      handle: async (request) => {
        const { duty } = request.params
        const read = readContact(duty, request.body, locales)
        if (read.faults) return showContact(context, request, duty, request.body, read.faults)
        await context.database.asMember(request.organisationId, (scope) =>
          nameContact(scope, request.organisationId, read.value, actOf(request)),
        )
        return done(request, 'contact')
      },
    }),
  ]
}

async function presentFacts(context: Context, { organisationId }: AnyRequest): Promise<TypedFacts> {
  const found = await context.database.asMember(organisationId, (scope) =>
    findOrganisation(scope, organisationId),
  )
  if (!found) throw noOrganisation()
  const text = (value: number | null): string => (value === null ? '' : String(value))
  return {
    language: found.languages[0] ?? '',
    languages: found.languages,
    timeZone: found.timeZone,
    employees: text(found.employees),
    turnoverEuro: text(found.turnoverEuro),
    balanceSheetEuro: text(found.balanceSheetEuro),
  }
}

async function presentContact(
  context: Context,
  request: AnyRequest,
  duty: ContactDuty,
): Promise<TypedContact> {
  const contacts = await context.database.asMember(request.organisationId, (scope) =>
    contactsOf(scope, [request.organisationId]),
  )
  const contact = contacts.find((contact) => contact.duty === duty)
  return {
    name: contact?.name ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    outOfHoursPhone: contact?.outOfHoursPhone ?? '',
    language: contact?.language ?? request.locale,
  }
}

async function showFacts(
  context: Context,
  request: AnyRequest,
  typed: TypedFacts,
  faults: FieldFaults<FactField>,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const form = { translator, csrfToken: request.caller?.csrfToken ?? null, ...backOf(request) }
  return show(
    context,
    request,
    translator.t('organisations.facts.change'),
    faults,
    <FactsForm {...form} typed={typed} faults={faults} />,
  )
}

async function showContact(
  context: Context,
  request: AnyRequest,
  duty: ContactDuty,
  typed: TypedContact,
  faults: FieldFaults<ContactField>,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const form = { translator, csrfToken: request.caller?.csrfToken ?? null, ...backOf(request) }
  return show(
    context,
    request,
    dutyNames(translator)[duty],
    faults,
    <ContactForm {...form} duty={duty} typed={typed} faults={faults} />,
  )
}

function backOf(request: AnyRequest): { readonly back: string } {
  return { back: `/o/${request.organisationId}/organisation` }
}

async function show(
  context: Context,
  request: AnyRequest,
  title: string,
  faults: object,
  content: ReturnType<typeof FactsForm>,
): Promise<PageReply> {
  const { back } = backOf(request)
  const html = await context.render(request, { title, content, current: back, width: 'narrow' })
  return { html, status: Object.keys(faults).length > 0 ? 422 : 200 }
}
