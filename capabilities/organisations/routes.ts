// JSON about organisations: a member reads itself, the centre lists its members.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { defineRoute } from '../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../platform/http/input.ts'
import { noOrganisation } from './actions.ts'
import { memberListReply, organisationReply } from './contract.ts'
import { entityClassOf } from './entity-class.ts'
import { contactsOf } from './store/contacts.ts'
import { findOrganisation, listOrganisations } from './store/organisations.ts'
import { sitesOf } from './store/sites.ts'

export function organisationsRoutes({ database }: Context) {
  return [
    defineRoute({
      method: 'GET',
      path: '/organisations/:organisationId',
      summary: 'The organisation with its entity class, sites and contacts',
      permission: 'organisations:read',
      params: memberPath,
      query: nothing,
      body: nothing,
      reply: organisationReply,
      handle: ({ organisationId, now }) =>
        database.asMember(organisationId, async (scope) => {
          const organisation = await findOrganisation(scope, organisationId)
          if (!organisation) throw noOrganisation()
          const { languages, ...rest } = organisation
          const { computed, ...entityClass } = entityClassOf(organisation, now)
          return {
            ...rest,
            languages: [...languages],
            entityClass: {
              ...entityClass,
              computed: {
                ...computed,
                possible: [...computed.possible],
                decided: [...computed.decided],
                lacking: [...computed.lacking],
                rule: computed.rule && { ...computed.rule, articles: [...computed.rule.articles] },
              },
            },
            sites: [...(await sitesOf(scope, [organisationId]))],
            contacts: [...(await contactsOf(scope, [organisationId]))],
          }
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/centre/members',
      summary: 'All members with their entity class',
      permission: 'members:read',
      params: nothing,
      query: nothing,
      body: nothing,
      reply: memberListReply,
      handle: async ({ now }) => {
        const members = await database.asCentre((scope) => listOrganisations(scope, { kind: 'provider' }))
        return {
          members: members.map((member) => ({ ...member, entityClass: entityClassOf(member, now).answer })),
        }
      },
    }),
  ]
}
