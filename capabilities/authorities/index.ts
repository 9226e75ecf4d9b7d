// The door of authorities: whom to file a duty with, by which way, and what is known of the night.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { authoritiesPages, centrePath, memberHref } from './pages/index.ts'

export type { Authority, AuthorityRole, Channel, ChannelKind, GapReason, Source } from './authority.ts'
export { type Connector, type ConnectorName, connectorNames, connectors } from './connectors.ts'
export { directory, knownCountries } from './directory.ts'
export type { Open } from './hours.ts'
export { authorityName } from './names.ts'
export {
  authoritiesFor,
  authoritiesWithRole,
  type Bearer,
  type Recipient,
  type Recipients,
  type Seat,
  type Way,
} from './recipients.ts'

export function createAuthorities(context: Context): Capability {
  return {
    name: 'authorities',
    permissions: {
      'authorities:read': ['reader', 'responder', 'lead', 'duty-officer', 'administrator'],
    },
    routes: [],
    pages: authoritiesPages(context),
    subscriptions: [],
    jobs: [],
    menu: [
      {
        area: 'member',
        label: 'authorities.menu',
        permission: 'authorities:read',
        position: 65,
        href: memberHref,
      },
      {
        area: 'centre',
        label: 'authorities.menu',
        permission: 'authorities:read',
        position: 65,
        href: () => centrePath,
      },
    ],
  }
}
