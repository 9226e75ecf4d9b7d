// Every screen of the catalogue, one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import type { FactBook } from '../../facts/index.ts'
import { decidePages } from './decide.tsx'
import { demandPage } from './demand.tsx'
import { monthPage } from './month.tsx'
import { offerPages } from './offer.tsx'
import { offersPage } from './offers.tsx'
import { ownItemPages } from './own-items.tsx'
import { ownListPage } from './own-list.tsx'
import { queuePage } from './queue.tsx'
import { requestPages } from './requests.tsx'

export function cataloguePages(context: Context, book: FactBook): readonly Page[] {
  return [
    monthPage(context, book),
    ...decidePages(context, book),
    offersPage(context, book),
    ...offerPages(context, book),
    ...requestPages(context, book),
    queuePage(context, book),
    demandPage(context, book),
    ownListPage(context, book),
    ...ownItemPages(context, book),
  ]
}
