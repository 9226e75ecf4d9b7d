// The door of catalogue: items of every kind, for whom and why, requests and what came of them.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'
import { catalogueJobs } from './jobs.ts'
import { cataloguePages } from './pages/index.ts'
import { catalogueRoutes } from './routes.ts'
import { countWaiting } from './store/requests.ts'

export { exportCatalogue } from './actions/export.ts'
export { listedItems } from './actions/items.ts'
export { type ChoiceKind, type Choices, choiceNow, doerOf, type ItemChoice } from './choice.ts'
export {
  audienceTable,
  type Item,
  type ItemKind,
  type ItemOf,
  itemKinds,
  type Pillar,
  pillars,
} from './item.ts'
export { type Purchase, purchases } from './kinds/clause.ts'
export { type CourseRole, courseRoles } from './kinds/course.ts'
export { type Law, laws } from './kinds/duty.ts'
export { art21Measures, type HouseSize, houseSizes } from './kinds/measure.ts'
export {
  type AlertSituation,
  alertLinks,
  alertSituations,
  helpFor,
  itemsForFacts,
  itemsLinkedTo,
  type Topic,
} from './links.ts'
export { type Need, needsOf, sizeOf } from './month.ts'
export { fitOf, type Offer, offersFor, openMeasures } from './offering.ts'
export { type MeasureStanding, measureStanding, type Standing, type StandingRow } from './standing.ts'
export { selectChoices as choicesOf } from './store/choices.ts'
export { itemByKey, itemHref, ownItems, ownItemsOf } from './store/library.ts'

export function createCatalogue(context: Context, facts: FactBook): Capability {
  return {
    name: 'catalogue',
    permissions: {
      'catalogue:read': ['reader', 'responder', 'lead'],
      'catalogue:plan': ['responder', 'lead'],
      'catalogue:request': ['responder', 'lead'],
      'catalogue:assist': ['duty-officer', 'administrator'],
      'catalogue:edit': ['administrator'],
    },
    routes: catalogueRoutes(context),
    pages: cataloguePages(context, facts),
    subscriptions: [],
    jobs: catalogueJobs(context),
    menu: [
      {
        area: 'member',
        label: 'catalogue.menu',
        permission: 'catalogue:read',
        position: 12,
        href: (organisationId) => `/o/${organisationId}/month`,
      },
      {
        area: 'centre',
        label: 'catalogue.menu.requests',
        permission: 'catalogue:assist',
        position: 12,
        href: () => '/centre/requests',
        count: countWaiting,
      },
    ],
  }
}
