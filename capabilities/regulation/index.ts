// The door of regulation: which legal duties apply to this organisation, on which article, since when, and who decided.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'
import { organisationChanged } from '../organisations/index.ts'
import { lookAtDuties } from './actions/look.ts'
import { regulationJobs } from './jobs.ts'
import { regulationPages } from './pages/index.ts'
import { hrefOf } from './pages/reader.ts'

export {
  type DutyStanding,
  type DutyState,
  type RuleBook,
  type Standing,
  standingOf,
} from './duty-standing.ts'
export { classFact } from './entity-class.ts'
export { regulationTables, ruleBook } from './store/tables.ts'

export function createRegulation(context: Context, book: FactBook): Capability {
  return {
    name: 'regulation',
    permissions: {
      'duties:read': ['reader', 'responder', 'lead'],
      // Management answers for it (NIS2 Art. 20), so not everybody says that a duty is kept.
      'duties:keep': ['lead'],
    },
    routes: [],
    pages: regulationPages(context, book),
    subscriptions: [
      handleLater(
        organisationChanged,
        'regulation.organisation-changed',
        20,
        async (scope, payloads, now) => {
          for (const { organisationId } of payloads)
            await lookAtDuties(book, scope, organisationId, { actor: 'regulation', now })
        },
      ),
    ],
    jobs: regulationJobs(context, book),
    menu: [
      {
        area: 'member',
        label: 'regulation.menu',
        permission: 'duties:read',
        position: 60,
        href: hrefOf,
      },
    ],
  }
}
