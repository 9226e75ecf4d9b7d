// Registering a member, by the centre's administrator.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { locales } from '../../../platform/i18n/index.ts'
import { registerMember } from '../actions.ts'
import { typedList, typedText } from '../contract.ts'
import { centreOf } from '../store/organisations.ts'
import { type FactField, type FieldFaults, type MemberField, readFacts, readMember } from '../typed.ts'
import { actOf } from './own.tsx'
import { RegistrationForm, type TypedMember } from './registration-form.tsx'

const typedMember = z.object({
  name: typedText,
  country: typedText,
  providerKind: typedText,
  language: typedText,
  languages: typedList,
  timeZone: typedText,
  employees: typedText,
  turnoverEuro: typedText,
  balanceSheetEuro: typedText,
})
export function registrationPages(context: Context) {
  return [
    definePage({
      method: 'GET',
      path: '/centre/members/new',
      permission: 'members:register',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: async (request) => showRegistration(context, request, await suggestion(context), {}),
    }),
    definePage({
      method: 'POST',
      path: '/centre/members/new',
      permission: 'members:register',
      params: nothing,
      query: nothing,
      body: typedMember,
      handle: (request) => register(context, request, request.body),
    }),
  ]
}

/** The centre's own country, language and time zone: most members share them. */
async function suggestion(context: Context): Promise<TypedMember> {
  const centre = await context.database.asCentre(centreOf)
  return {
    name: '',
    country: centre?.country ?? '',
    providerKind: '',
    language: centre?.languages[0] ?? 'en',
    languages: [],
    timeZone: centre?.timeZone ?? 'Europe/Brussels',
    employees: '',
    turnoverEuro: '',
    balanceSheetEuro: '',
  }
}

async function register(context: Context, request: AnyRequest, typed: TypedMember): Promise<PageReply> {
  const member = readMember(typed)
  const facts = readFacts(typed, locales)
  if (member.faults || facts.faults)
    return showRegistration(context, request, typed, { ...member.faults, ...facts.faults })
  const organisation = { kind: 'provider' as const, ...member.value, ...facts.value }
  const result = await context.database.asCentre((scope) =>
    registerMember(context, scope, organisation, actOf(request)),
  )
  if (result.outcome === 'name-taken') return showRegistration(context, request, typed, { name: true }, true)
  return { redirect: `/centre/members/${result.id}` }
}

async function showRegistration(
  context: Context,
  request: AnyRequest,
  typed: TypedMember,
  faults: FieldFaults<MemberField | FactField>,
  nameTaken = false,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const csrfToken = request.caller?.csrfToken ?? null
  const content = <RegistrationForm {...{ translator, csrfToken, typed, faults, nameTaken }} />
  const title = translator.t('organisations.register.title')
  const html = await context.render(request, { title, content, current: '/centre/members', width: 'narrow' })
  return { html, status: Object.keys(faults).length > 0 ? 422 : 200 }
}
