// Whom a member tells: the authorities of its own country first, others on request.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { memberPath as memberParams, nothing } from '../../../platform/http/input.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { union } from '../directory.ts'
import { AuthorityList, titleOf } from './list.tsx'
import { countryQuery, memberHref, memberPath } from './paths.ts'

export function memberPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: memberPath,
    permission: 'authorities:read',
    params: memberParams,
    query: countryQuery,
    body: nothing,
    async handle(request) {
      const { organisationId, locale, now, query } = request
      const organisation = await context.database.asMember(organisationId, (scope) =>
        findOrganisation(scope, organisationId),
      )
      const country = query.country ?? organisation?.country ?? union
      const translator = context.translator(locale)
      const base = memberHref(organisationId)
      const content = <AuthorityList {...{ translator, country, now, base }} />
      return {
        html: await context.render(request, { title: titleOf(country, translator), content, current: base }),
      }
    },
  })
}
