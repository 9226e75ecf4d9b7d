// JSON over HTTP: list, one alert, and its answer.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { defineRoute, personOf, type Route } from '../../platform/http/endpoint.ts'
import { idParam, memberPath, nothing } from '../../platform/http/input.ts'
import { answerAlert, noSuchAlert } from './actions/answer.ts'
import { alertStates } from './alert.ts'
import { alertReply, answerFields } from './contract.ts'
import { answerFrom } from './given-answer.ts'
import { matchRoutes } from './routes/matches.ts'
import { remediationRoutes } from './routes/remediation.ts'
import { runRoutes } from './routes/runs.ts'
import { listAlerts, selectListed } from './store.ts'

const listLimit = 500
const alertPath = z.object({ organisationId: idParam, alertId: idParam })

export function alertRoutes(context: Context): readonly Route[] {
  return [
    ...matchRoutes(context),
    ...remediationRoutes(context),
    ...runRoutes(context),
    defineRoute({
      method: 'GET',
      path: '/organisations/:organisationId/alerts',
      permission: 'alerts:read',
      summary: 'Alerts of one organisation, next due first',
      params: memberPath,
      query: z.object({ state: z.enum(['open', 'closed', ...alertStates]).optional() }),
      body: nothing,
      reply: z.object({ alerts: z.array(alertReply) }),
      async handle({ organisationId, query }) {
        const filter = {
          search: null,
          urgency: null,
          state: query.state ?? null,
          answer: null,
          sort: 'due',
          after: null,
          limit: listLimit,
        } as const
        return {
          alerts: [
            ...(await context.database.asMember(organisationId, (scope) => listAlerts(scope, filter))),
          ],
        }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/organisations/:organisationId/alerts/:alertId',
      permission: 'alerts:read',
      summary: 'One alert',
      params: alertPath,
      query: nothing,
      body: nothing,
      reply: alertReply,
      async handle({ organisationId, params }) {
        const [alert] = await context.database.asMember(organisationId, (scope) =>
          selectListed(scope, [params.alertId]),
        )
        if (!alert) throw noSuchAlert(params.alertId)
        return alert
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/organisations/:organisationId/alerts/:alertId/answer',
      permission: 'alerts:answer',
      summary: 'Answer an alert: acknowledge, progress, remediate, accept-risk, not-applicable, reopen',
      params: alertPath,
      query: nothing,
      body: answerFields,
      reply: z.object({ state: z.enum(alertStates) }),
      async handle(request) {
        const { organisationId, alertId } = request.params
        const state = await answerAlert(
          context,
          {
            organisationId,
            alertId,
            answer: answerFrom(request.body),
            personId: personOf(request).id,
            timeZone: request.membership?.timeZone ?? 'UTC',
          },
          request.now,
        )
        return { state }
      },
    }),
  ]
}
