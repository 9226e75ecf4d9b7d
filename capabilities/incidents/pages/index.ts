// Every screen of incidents, one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import { afterPages } from './after/index.ts'
import { cardPages } from './cards.tsx'
import { filingPages } from './filings/index.ts'
import { firstContactPages } from './first-contact/index.ts'
import { listPages } from './list.tsx'
import { recoveryPages } from './recovery/index.ts'
import { roomPages } from './room/index.ts'
import { playbookRunPages } from './runs/index.ts'
import { shiftPages } from './shift.tsx'
import { statisticsPages } from './statistics.tsx'

export function incidentPages(context: Context): readonly Page[] {
  return [
    ...listPages(context),
    ...roomPages(context),
    ...playbookRunPages(context),
    ...recoveryPages(context),
    ...filingPages(context),
    ...firstContactPages(context),
    ...cardPages(context),
    ...shiftPages(context),
    ...afterPages(context),
    ...statisticsPages(context),
  ]
}
