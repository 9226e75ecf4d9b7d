// The door of catalogue: items of every kind, for whom and why, requests and what came of them.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'

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
export { itemByKey, itemHref, ownItems, ownItemsOf } from './store/library.ts'

export function createCatalogue(_context: Context, _facts: FactBook): Capability {
  return { name: 'catalogue', permissions: {}, routes: [], pages: [], subscriptions: [], jobs: [], menu: [] }
}
