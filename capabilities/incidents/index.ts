// The door of incidents: cases from the first minute to the final report, with their legal clocks and filings.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { organisationChanged } from '../organisations/index.ts'
import { followProfile } from './actions/follow-profile.ts'
import { wakeOfficers } from './actions/wake.ts'
import { incidentOpened } from './events.ts'
import { incidentJobs } from './jobs.ts'
import { incidentPages } from './pages/index.ts'
import { countOpen } from './store/incidents.ts'

export { incidentCases } from './actions/case-for-others.ts'
export { makeCard } from './actions/doors.ts'
export { incidentFacts } from './actions/known-facts.ts'
export { type Opening, openIncident } from './actions/open.ts'
export { dutiesFor } from './duties/duty.ts'
export { explainDuty } from './duties/explain.ts'
export { type FactLine, readFactLine } from './duties/fact-line.ts'
export { incidentOpened } from './events.ts'
export { type Realm, realmOf } from './incident.ts'
export { selectLessonsTo as lessonsLeadingTo } from './store/statistics.ts'

export function createIncidents(context: Context): Capability {
  return {
    name: 'incidents',
    permissions: {
      'incidents:read': ['reader', 'responder', 'lead'],
      'incidents:write': ['responder', 'lead'],
      'incidents:assist': ['duty-officer', 'administrator'],
    },
    routes: [],
    pages: incidentPages(context),
    jobs: incidentJobs(context),
    subscriptions: [
      handleLater(incidentOpened, 'incidents.wake-officers', 20, async (_scope, _payloads, now) => {
        await wakeOfficers(context, now)
      }),
      handleLater(organisationChanged, 'incidents.follow-profile', 20, async (scope, payloads, now) => {
        for (const { organisationId } of payloads) await followProfile(scope, organisationId, now)
      }),
    ],
    menu: [
      {
        area: 'member',
        label: 'incidents.menu',
        permission: 'incidents:read',
        position: 15,
        href: (organisationId) => `/o/${organisationId}/incidents`,
        count: (scope) => countOpen(scope, scope.organisationId),
      },
      {
        area: 'centre',
        label: 'incidents.menu',
        permission: 'incidents:assist',
        position: 5,
        href: () => '/centre/incidents',
        count: (scope) => countOpen(scope, null),
      },
    ],
  }
}
