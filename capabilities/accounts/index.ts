// The door of accounts: people, their roles, and how they sign in.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { mailSubscriptions, tidyJob } from './jobs.ts'
import { accountPages } from './pages/account.tsx'
import { invitationPages } from './pages/invitation.tsx'
import { languagePage } from './pages/language.ts'
import { linkPages } from './pages/links.tsx'
import { peoplePages } from './pages/people.tsx'
import { signInPages } from './pages/sign-in.tsx'

export { identifyWith } from './actions/identify.ts'
export { createSignInLink } from './actions/links.ts'
export { addMembership, ensurePerson, type PersonToEnsure } from './actions/people.ts'
export { localeOf } from './locale.ts'
export {
  type InvitationSent,
  invitationSent,
  type SignInLinkRequested,
  signInLinkRequested,
} from './mails.ts'
export type { Colleague } from './person.ts'
export { deputyOf, officersOf, ownerOf, type Recipient } from './recipients.ts'
export { sessionCookieName } from './session.ts'
/** People with an account in these organisations, with their roles; for member, centre, engine and identity scopes. */
export { colleaguesIn } from './store/memberships.ts'
export { deletePeopleOnlyIn, type PersonName, readPersonNames } from './store/persons.ts'

export function createAccounts(context: Context): Capability {
  return {
    name: 'accounts',
    permissions: {
      'people:read': ['reader', 'responder', 'lead', 'duty-officer', 'administrator'],
      'people:manage': ['lead', 'administrator'],
    },
    routes: [],
    pages: [
      ...signInPages(context),
      ...linkPages(context),
      ...invitationPages(context),
      languagePage(context),
      ...accountPages(context),
      ...peoplePages(context),
    ],
    subscriptions: mailSubscriptions(context),
    jobs: [tidyJob(context)],
    menu: [
      {
        area: 'member',
        label: 'accounts.menu.people',
        permission: 'people:read',
        position: 80,
        href: (organisationId) => `/o/${organisationId}/people`,
      },
      {
        area: 'centre',
        label: 'accounts.menu.people',
        permission: 'people:read',
        position: 80,
        href: () => '/centre/people',
      },
    ],
  }
}
