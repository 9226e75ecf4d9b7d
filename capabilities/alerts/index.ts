// The door of alerts: what hospitals are told, how they answer, and what the duty officer sees.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleAtOnce, handleLater } from '../../platform/events/event.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { advisoryIdsOfCves, epssChanged, kevChanged } from '../advisories/index.ts'
import { inventoryChanged } from '../assets/index.ts'
import { exemptionsChanged, lockMatching, verdictsDecided } from '../matching/index.ts'
import { followRaised } from './actions/follow-raised.ts'
import { notifyOpened } from './actions/notify.ts'
import { refreshAlertsFor, refreshAlertsOf } from './actions/refresh.ts'
import { alertOpened, alertsRaised } from './events.ts'
import { alertJobs } from './jobs.ts'
import { alertPages } from './pages.tsx'
import { alertRoutes } from './routes.ts'
import { countAlerts } from './store.ts'

export { type AnswerCommand, answerAlert } from './actions/answer.ts'
export { alertFacts } from './actions/known-facts.ts'
export { alertsLeadingTo } from './actions/leading-to.ts'
export { runAgainAsOperator } from './actions/run-again.ts'
export { raiseWarning, type WarnCommand, type Warned, type WarningContext } from './actions/warn.ts'
export { type AlertOpened, alertOpened } from './events.ts'
export { audienceText } from './pages/warning.tsx'
export { findAlertOfAdvisory } from './store.ts'
export { urgencyOfWarning } from './urgency.ts'
export {
  type WarningAudience,
  type WarningText,
  type WarningTexts,
  warningLimits,
  warningText,
} from './warning.ts'

const openedAtOnce = 200

export function createAlerts(context: Context): Capability {
  return {
    name: 'alerts',
    permissions: {
      'alerts:read': ['reader', 'responder', 'lead'],
      'alerts:answer': ['responder', 'lead'],
      'board:read': ['duty-officer', 'administrator'],
    },
    routes: alertRoutes(context),
    pages: alertPages(context),
    jobs: alertJobs(context),
    subscriptions: [
      handleAtOnce(
        verdictsDecided,
        'alerts.follow-verdicts',
        async (scope, { advisoryIds, because }, now) => {
          await refreshAlertsOf(context, scope, advisoryIds, { cause: 'advisory', because }, now)
        },
      ),
      handleAtOnce(inventoryChanged, 'alerts.follow-inventory', async (scope, { organisationId }, now) => {
        await refreshAlertsFor(context, scope, organisationId, { cause: 'inventory' }, now)
      }),
      handleAtOnce(exemptionsChanged, 'alerts.follow-exemptions', async (scope, { organisationId }, now) => {
        await refreshAlertsFor(context, scope, organisationId, { cause: 'advisory', because: 'vex' }, now)
      }),
      handleLater(kevChanged, 'alerts.follow-exploitation', 1, async (scope, payloads, now) => {
        const cveIds = payloads.flatMap((payload) => payload.cveIds)
        const advisoryIds = await advisoryIdsOfCves(scope, cveIds)
        await lockMatching(scope, 'advisory')
        await refreshAlertsOf(context, scope, advisoryIds, { cause: 'advisory' }, now)
      }),
      handleLater(epssChanged, 'alerts.follow-forecasts', 1, async (scope, payloads, now) => {
        const cveIds = payloads.flatMap((payload) => payload.cveIds)
        const advisoryIds = await advisoryIdsOfCves(scope, cveIds)
        await lockMatching(scope, 'advisory')
        await refreshAlertsOf(context, scope, advisoryIds, { cause: 'advisory' }, now)
      }),
      handleLater(alertsRaised, 'alerts.follow-raised', 1, followRaised(context)),
      handleLater(alertOpened, 'alerts.notify', openedAtOnce, notifyOpened(context)),
    ],
    menu: [
      {
        area: 'member',
        label: 'alerts.menu.today',
        permission: 'alerts:read',
        position: 10,
        href: (organisationId) => `/o/${organisationId}`,
      },
      {
        area: 'member',
        label: 'alerts.menu',
        permission: 'alerts:read',
        position: 20,
        href: (organisationId) => `/o/${organisationId}/alerts`,
        count: async (scope) => (await countAlerts(scope, new Date(0))).open,
      },
      {
        area: 'centre',
        label: 'alerts.menu.board',
        permission: 'board:read',
        position: 10,
        href: () => '/centre/board',
      },
    ],
  }
}
