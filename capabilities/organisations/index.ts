// The door of organisations: who they are, how large, where, and whom to call.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { ownFormPages } from './pages/forms.tsx'
import { memberPages } from './pages/members.tsx'
import { ownPages } from './pages/own.tsx'
import { registrationPages } from './pages/registration.tsx'
import { organisationsRoutes } from './routes.ts'

export { organisationChanged, registerOrganisation } from './actions.ts'
export {
  type ComputedClass,
  type DecidingFact,
  type EntityClass,
  type EntityClassAnswer,
  type EntityFacts,
  entityClassOf,
} from './entity-class.ts'
export {
  type Contact,
  type ContactDuty,
  type Designation,
  missingDuties,
  type NewContact,
  type NewOrganisation,
  type Organisation,
  type OrganisationKind,
  type ProviderKind,
  providerKinds,
  type Site,
} from './organisation.ts'
export { providerKindNames } from './pages/words.ts'
export { contactsOf, putContact } from './store/contacts.ts'
export {
  centreOf,
  countProviders,
  deleteExampleOrganisations,
  findOrganisation,
  listOrganisations,
  organisationNames,
  readOrganisations,
} from './store/organisations.ts'
export { insertSite, sitesOf } from './store/sites.ts'

export function createOrganisations(context: Context): Capability {
  return {
    name: 'organisations',
    permissions: {
      'organisations:read': ['reader', 'responder', 'lead'],
      'organisations:edit': ['lead'],
      'members:read': ['duty-officer', 'administrator'],
      'members:register': ['administrator'],
      'members:designate': ['administrator'],
    },
    routes: organisationsRoutes(context),
    pages: [
      ...ownPages(context),
      ...ownFormPages(context),
      ...memberPages(context),
      ...registrationPages(context),
    ],
    subscriptions: [],
    jobs: [],
    menu: [
      {
        area: 'member',
        label: 'organisations.menu',
        permission: 'organisations:read',
        position: 70,
        href: (organisationId) => `/o/${organisationId}/organisation`,
      },
      {
        area: 'centre',
        label: 'organisations.menu.members',
        permission: 'members:read',
        position: 70,
        href: () => '/centre/members',
      },
    ],
  }
}
