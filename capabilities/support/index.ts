// The door of support: calls for help, the dossier for the reserve, mutual aid, the pack for the police.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { tellOfDossier } from './actions/news.ts'
import { remindOfCalls } from './actions/remind.ts'
import { tellCircle } from './actions/tell-circle.ts'
import { type CaseSource, noCases } from './case.ts'
import { callAsked, dossierMoved, needPosted } from './events.ts'
import { supportJobs } from './jobs.ts'
import { supportPages } from './pages/index.ts'
import { countCalls } from './store/calls.ts'

export type { CaseDetails, CaseFact, CaseService, CaseSource, CaseSummary, PoliceFacts } from './case.ts'

/** `cases`: where cases are read. */
export function createSupport(context: Context, cases: CaseSource = noCases): Capability {
  return {
    name: 'support',
    permissions: {
      'support:read': ['reader', 'responder', 'lead'],
      'support:call': ['reader', 'responder', 'lead'],
      'support:write': ['responder', 'lead'],
      'support:endorse': ['lead'],
      'support:assist': ['duty-officer', 'administrator'],
    },
    routes: [],
    pages: supportPages(context, cases),
    jobs: supportJobs(context),
    subscriptions: [
      handleLater(callAsked, 'support.tell-of-call', 20, async (_scope, _payloads, now) => {
        await remindOfCalls(context, now)
      }),
      handleLater(needPosted, 'support.tell-circle', 20, async (scope, payloads, now) => {
        for (const posted of payloads) await tellCircle(context, scope, posted, now)
      }),
      handleLater(dossierMoved, 'support.tell-of-dossier', 20, async (scope, payloads, now) => {
        for (const moved of payloads) await tellOfDossier(context, scope, moved, now)
      }),
    ],
    menu: [
      {
        area: 'member',
        label: 'support.menu',
        permission: 'support:read',
        position: 16,
        href: (organisationId) => `/o/${organisationId}/support`,
        count: (scope) => countCalls(scope, scope.organisationId),
      },
      {
        area: 'centre',
        label: 'support.menu.centre',
        permission: 'support:assist',
        position: 6,
        href: () => '/centre/support',
        count: (scope) => countCalls(scope, null),
      },
    ],
  }
}
