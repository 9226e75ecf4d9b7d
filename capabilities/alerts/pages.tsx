// The screens of alerts, one file each.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Page } from '../../platform/http/endpoint.ts'
import { alertPage } from './pages/alert.tsx'
import { answerPage, bulkPage } from './pages/answer.tsx'
import { boardPages } from './pages/board.tsx'
import { consideredPages } from './pages/considered.tsx'
import { listPage } from './pages/list.tsx'
import { markRemediationPage } from './pages/mark-remediation.ts'
import { todayPage } from './pages/today.tsx'

export function alertPages(context: Context): readonly Page[] {
  return [
    todayPage(context),
    listPage(context),
    alertPage(context),
    answerPage(context),
    bulkPage(context),
    markRemediationPage(context),
    ...consideredPages(context),
    ...boardPages(context),
  ]
}
