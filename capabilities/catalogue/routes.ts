// The catalogue as JSON-LD, for members and the centre.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { defineRoute, type Route } from '../../platform/http/endpoint.ts'
import { nothing } from '../../platform/http/input.ts'
import { exportCatalogue } from './actions/export.ts'
import { listedItems } from './actions/items.ts'

const node = z.looseObject({ '@id': z.string(), '@type': z.string() })

export function catalogueRoutes(context: Context): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/catalogue',
      permission: 'signed-in',
      summary: 'The catalogue of services in CPSV-AP 3.2 (JSON-LD)',
      params: nothing,
      query: nothing,
      body: nothing,
      reply: z.object({ '@context': z.record(z.string(), z.string()), '@graph': z.array(node) }),
      handle: async () => {
        const { '@context': names, '@graph': graph } = exportCatalogue(
          context,
          await context.database.asEngine(listedItems),
        )
        return { '@context': { ...names }, '@graph': [...graph] }
      },
    }),
  ]
}
