// Takes a hospital's proposal that one of its assets is the product of another name, and hands it to the centre's queue.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, personOf } from '../../../platform/http/endpoint.ts'
import { proposeAlias } from '../../matching/index.ts'
import { asInventoryItem } from '../asset.ts'
import { assetAlreadyGone, assetUnknown } from '../contract/refusals.ts'
import { assetPath } from '../contract/schemas.ts'
import { findAsset } from '../store/assets.ts'
import { aliasFaultsOf } from './alias-section.tsx'
import { showAsset } from './asset.tsx'
import { hrefs } from './words.ts'

/** What is too long comes back to the person instead of being refused. */
const typed = z
  .string()
  .max(100_000)
  .default('')
  .transform((text) => text.replaceAll('\0', '').toWellFormed().trim())

const aliasForm = z.object({ vendor: typed, product: typed, words: typed })

export function aliasPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'POST',
      path: '/o/:organisationId/assets/:assetId/alias',
      permission: 'assets:write',
      params: assetPath,
      query: z.object({}),
      body: aliasForm,
      async handle(request) {
        const { organisationId, body, now } = request
        const { assetId } = request.params
        const faults = aliasFaultsOf(body, context.translator(request.locale))
        if (Object.keys(faults).length > 0)
          return showAsset(context, request, assetId, {
            note: null,
            typed: null,
            faults: {},
            alias: { typed: body, faults },
          })
        await context.database.asEngineFor(organisationId, async (scope) => {
          const asset = await findAsset(scope, assetId)
          if (!asset) throw assetUnknown(assetId)
          if (asset.goneAt) throw assetAlreadyGone(asset)
          const proposal = {
            organisationId,
            organisationName: request.membership?.organisationName ?? '',
            assetId,
            item: asInventoryItem(asset.facts, 'form'),
            stated: { vendor: body.vendor, product: body.product },
            words: body.words,
            person: personOf(request),
          }
          await proposeAlias(scope, proposal, now)
        })
        return { redirect: `${hrefs.asset(organisationId, assetId)}?saved=proposal` }
      },
    }),
  ]
}
