// All pages of regulation.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import type { FactBook } from '../../facts/index.ts'
import { dutyPages } from './duty.tsx'
import { overviewPage } from './overview.tsx'

export function regulationPages(context: Context, book: FactBook): readonly Page[] {
  return [overviewPage(context, book), ...dutyPages(context, book)]
}
