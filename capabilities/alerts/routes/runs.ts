// Manual runs of matching over JSON: one asset or SBOM component, or a list of them, for a hospital.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, personOf, type Route } from '../../../platform/http/endpoint.ts'
import { idParam, memberPath, nothing } from '../../../platform/http/input.ts'
import { runAgain } from '../actions/run-again.ts'
import { maxAssetsOfCommand } from '../contract.ts'

export function runRoutes(context: Context): readonly Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/organisations/:organisationId/matching/runs',
      permission: 'alerts:answer',
      summary:
        'Match one own asset or a list of them again; answers with the advisories on which something changed.',
      params: memberPath,
      query: nothing,
      body: z.object({ assetIds: z.array(idParam).min(1).max(maxAssetsOfCommand) }),
      reply: z.object({ advisoryIds: z.array(z.number().int()) }),
      async handle(request) {
        const { organisationId, body, now } = request
        const command = { organisationId, assetIds: body.assetIds, personId: personOf(request).id }
        return { advisoryIds: [...(await runAgain(context, command, now)).advisoryIds] }
      },
    }),
  ]
}
