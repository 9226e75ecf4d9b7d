// The door of guidance: what to do: measures by size of house, ten-minute tasks, and what to ask for in a purchase.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'
import { guidancePages } from './pages/index.ts'

export function createGuidance(context: Context, facts: FactBook): Capability {
  return {
    name: 'guidance',
    permissions: {
      'guidance:read': ['reader', 'responder', 'lead'],
      'guidance:tick': ['reader', 'responder', 'lead'],
      'guidance:write': ['responder', 'lead'],
    },
    routes: [],
    pages: guidancePages(context, facts),
    subscriptions: [],
    jobs: [],
    menu: [
      {
        area: 'member',
        label: 'guidance.menu.measures',
        permission: 'guidance:read',
        position: 47,
        href: (organisationId) => `/o/${organisationId}/measures`,
      },
      {
        area: 'member',
        label: 'guidance.menu.purchases',
        permission: 'guidance:read',
        position: 48,
        href: (organisationId) => `/o/${organisationId}/purchases`,
      },
    ],
  }
}
