// All pages of readiness.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import { envelopePages } from './envelope.tsx'
import { envelopeFactsPages } from './envelope-facts.tsx'
import { orderPages } from './order.tsx'
import { overviewPages } from './overview.tsx'
import { protocolPages } from './protocols.tsx'
import { testPages } from './test-form.tsx'

export function readinessPages(context: Context): readonly Page[] {
  return [
    ...overviewPages(context),
    ...testPages(context),
    ...orderPages(context),
    ...protocolPages(context),
    ...envelopePages(context),
    ...envelopeFactsPages(context),
  ]
}
