// The form post that marks how far assets are.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, personOf } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { noSuchAlert } from '../actions/answer.ts'
import { markRemediation } from '../actions/mark-remediation.ts'
import { markFields } from '../contract.ts'
import { findAlert } from '../store.ts'
import { alertPath } from './alert.tsx'

export function markRemediationPage(context: Context): Page {
  return definePage({
    method: 'POST',
    path: '/o/:organisationId/alerts/:alertId/remediation',
    permission: 'alerts:answer',
    params: alertPath,
    query: nothing,
    body: markFields,
    async handle(request) {
      const { organisationId, alertId } = request.params
      const { all, assetIds, vulnerability, status } = request.body
      const alert = await context.database.asMember(organisationId, (scope) => findAlert(scope, alertId))
      if (!alert) throw noSuchAlert(alertId)
      const command = {
        organisationId,
        advisoryId: alert.advisoryId,
        assetIds: all ? null : assetIds,
        vulnerability,
        status,
        personId: personOf(request).id,
      }
      await markRemediation(context, command, request.now)
      return { redirect: `/o/${organisationId}/alerts/${alertId}#remediation` }
    },
  })
}
