// Whom the members of a country tell, for the duty officer on the telephone.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { centreOf } from '../../organisations/index.ts'
import { union } from '../directory.ts'
import { AuthorityList, titleOf } from './list.tsx'
import { centrePath, countryQuery } from './paths.ts'

export function centrePage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: centrePath,
    permission: 'authorities:read',
    params: nothing,
    query: countryQuery,
    body: nothing,
    async handle(request) {
      const centre = await context.database.asCentre((scope) => centreOf(scope))
      const country = request.query.country ?? centre?.country ?? union
      const translator = context.translator(request.locale)
      const content = <AuthorityList {...{ translator, country, now: request.now, base: centrePath }} />
      const title = titleOf(country, translator)
      return { html: await context.render(request, { title, content, current: centrePath }) }
    },
  })
}
