// Manual runs of matching over JSON: one document or a list of them, for the centre.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, personOf, type Route } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { matchAdvisoriesAgain } from '../actions.ts'

/** Each is read whole and judged while the caller waits. */
const maxAdvisoriesOfRun = 100

export function runRoutes(context: Context): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/centre/matching/runs',
      permission: 'matching:run',
      summary:
        'Match one advisory or a list of them again, for all members; answers with those that are there.',
      params: nothing,
      query: nothing,
      body: z.object({ advisoryIds: z.array(idParam).min(1).max(maxAdvisoriesOfRun) }),
      reply: z.object({ advisoryIds: z.array(z.number().int()) }),
      async handle(request) {
        const actor = `person:${personOf(request).id}`
        const run = await matchAdvisoriesAgain(context, request.body.advisoryIds, actor, request.now)
        return { advisoryIds: [...run.advisoryIds] }
      },
    }),
  ]
}
