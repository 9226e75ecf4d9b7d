// The door of readiness: restore tests, recovery order, and the red envelope.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { organisationChanged } from '../organisations/index.ts'
import { rebuildPacks } from './actions/rebuild.ts'
import { readinessJobs } from './jobs.ts'
import { readinessPages } from './pages/index.ts'

export { type MemberReadiness, readinessOf } from './actions/board.ts'
export { readinessFacts } from './actions/known-facts.ts'
export { forecastsOf } from './actions/tests.ts'
export { type ClinicalService, clinicalServices } from './clinical-service.ts'
export type { PhoneState } from './envelope/state.ts'
export type { ServiceForecast, StepForecast } from './forecast.ts'
export { systemKey } from './restore-test.ts'

export function createReadiness(context: Context): Capability {
  return {
    name: 'readiness',
    permissions: {
      'readiness:read': ['reader', 'responder', 'lead'],
      'readiness:record': ['responder', 'lead'],
      'envelope:fetch': ['responder', 'lead'],
      'envelope:manage': ['lead'],
    },
    routes: [],
    pages: readinessPages(context),
    subscriptions: [
      handleLater(organisationChanged, 'readiness.organisation-changed', 20, async (scope, payloads, now) => {
        for (const { organisationId } of payloads) await rebuildPacks(context, scope, organisationId, now)
      }),
    ],
    jobs: readinessJobs(context),
    menu: [
      {
        area: 'member',
        label: 'readiness.menu',
        permission: 'readiness:read',
        position: 55,
        href: (organisationId) => `/o/${organisationId}/readiness`,
      },
    ],
  }
}
