// How far assets are with each vulnerability of an advisory, over JSON: read with statistics, and marked.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, personOf, type Route } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { markRemediation } from '../actions/mark-remediation.ts'
import { markFields } from '../contract.ts'
import { remediationStatuses, statusOfAsset } from '../remediation.ts'
import { countRemediation, selectRemediation } from '../store.ts'

const maxAssets = 1_000
const path = '/organisations/:organisationId/advisories/:advisoryId/remediation'
const params = z.object({ organisationId: idParam, advisoryId: idParam })
const status = z.enum(remediationStatuses)

export function remediationRoutes(context: Context): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path,
      permission: 'alerts:read',
      summary:
        'How far each matched asset is with each vulnerability, at most 1,000 assets, and the counts over all of them.',
      params,
      query: nothing,
      body: nothing,
      reply: z.object({
        /** `vulnerability` null is the advisory as a whole. */
        statistics: z.array(
          z.object({
            vulnerability: z.string().nullable(),
            matching: z.number(),
            notRemediated: z.number(),
            inProgress: z.number(),
            done: z.number(),
          }),
        ),
        assets: z.array(
          z.object({
            assetId: z.number(),
            title: z.string(),
            list: z.string().nullable(),
            answer: z.string(),
            status,
            vulnerabilities: z.array(
              z.object({ vulnerability: z.string(), status, staleStatus: status.nullable() }),
            ),
          }),
        ),
      }),
      handle: ({ organisationId, params: { advisoryId } }) =>
        context.database.asMember(organisationId, async (scope) => ({
          statistics: [...(await countRemediation(scope, advisoryId))],
          assets: (await selectRemediation(scope, advisoryId, maxAssets)).map((asset) => ({
            ...asset,
            vulnerabilities: [...asset.vulnerabilities],
            status: statusOfAsset(asset.vulnerabilities.map((one) => one.status)),
          })),
        })),
    }),
    defineRoute({
      method: 'POST',
      path,
      permission: 'alerts:answer',
      summary:
        'Mark assets as not remediated, in progress or done: those in `assetIds`, or all; for one vulnerability, or all.',
      params,
      query: nothing,
      body: markFields,
      reply: z.object({ assets: z.number().int() }),
      async handle(request) {
        const { organisationId, body, now } = request
        const { advisoryId } = request.params
        const command = {
          organisationId,
          advisoryId,
          assetIds: body.all ? null : body.assetIds,
          vulnerability: body.vulnerability,
          status: body.status,
          personId: personOf(request).id,
        }
        return { assets: await markRemediation(context, command, now) }
      },
    }),
  ]
}
