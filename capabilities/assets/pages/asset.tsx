// One asset: what we know, whether it can be matched, correcting it, and saying that it is gone.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { PageHead } from '../../../web/kit/index.ts'
import { proposalsOfAsset } from '../../matching/index.ts'
import { addAsset, confirmAssetGone, editAsset } from '../actions/assets.ts'
import type { Inventory } from '../actions/inventory.ts'
import { type AssetFacts, noFacts, titleOf } from '../asset.ts'
import { assetUnknown } from '../contract/refusals.ts'
import { assetPath, factsForm } from '../contract/schemas.ts'
import { findAsset } from '../store/assets.ts'
import { AssetContent, type Shown } from './asset-content.tsx'
import { AssetForm, type FactFaults, FaultSummary, faultsOf } from './asset-form.tsx'
import { wayToAssets } from './way-to.ts'
import { actorOf, hrefs, readerOf } from './words.ts'

const assetQuery = z.object({ saved: z.enum(['yes', 'proposal']).optional().catch(undefined) })
const proposalsShown = 10

export function assetPages(context: Context, inventory: Inventory): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/assets/new',
      permission: 'assets:write',
      params: memberPath,
      query: nothing,
      body: nothing,
      handle: (request) => showNew(context, request, noFacts, {}),
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/assets/new',
      permission: 'assets:write',
      params: memberPath,
      query: nothing,
      body: factsForm,
      handle: async (request) => {
        const { organisationId, body, now } = request
        const faults = faultsOf(body, context.translator(request.locale))
        if (Object.keys(faults).length > 0) return showNew(context, request, body, faults)
        const id = await addAsset(inventory, organisationId, body, actorOf(request), now)
        return { redirect: `${hrefs.asset(organisationId, id)}?saved=yes` }
      },
    }),
    definePage({
      method: 'GET',
      path: '/o/:organisationId/assets/:assetId',
      permission: 'assets:read',
      params: assetPath,
      query: assetQuery,
      body: nothing,
      handle: (request) => {
        const note = request.query.saved ?? null
        return showAsset(context, request, request.params.assetId, { note, typed: null, faults: {} })
      },
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/assets/:assetId',
      permission: 'assets:write',
      params: assetPath,
      query: nothing,
      body: factsForm,
      handle: async (request) => {
        const { organisationId, params, body, now } = request
        const faults = faultsOf(body, context.translator(request.locale))
        if (Object.keys(faults).length > 0)
          return showAsset(context, request, params.assetId, { note: null, typed: body, faults })
        await editAsset(inventory, organisationId, params.assetId, body, actorOf(request), now)
        return { redirect: `${hrefs.asset(organisationId, params.assetId)}?saved=yes` }
      },
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/assets/:assetId/gone',
      permission: 'assets:write',
      params: assetPath,
      query: nothing,
      body: nothing,
      handle: async (request) => {
        const { organisationId, params, now } = request
        await confirmAssetGone(inventory, organisationId, params.assetId, actorOf(request), now)
        return { redirect: hrefs.asset(organisationId, params.assetId) }
      },
    }),
  ]
}

async function showNew(
  context: Context,
  request: AnyRequest,
  facts: AssetFacts,
  faults: FactFaults,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const title = t('assets.asset.new')
  const content = (
    <>
      <FaultSummary faults={faults} reader={reader} />
      <PageHead title={title} lead={t('assets.asset.newLead')} wayTo={wayToAssets(reader)} />
      <div class="s-sheet">
        <div class="s-sheet__body">
          <AssetForm
            action={hrefs.newAsset(reader.organisationId)}
            facts={facts}
            faults={faults}
            reader={reader}
          />
        </div>
      </div>
    </>
  )
  const current = hrefs.list(reader.organisationId)
  return {
    html: await context.render(request, { title, content, current }),
    ...(Object.keys(faults).length > 0 ? { status: 422 } : {}),
  }
}

export async function showAsset(
  context: Context,
  request: AnyRequest,
  assetId: number,
  shown: Shown,
): Promise<PageReply> {
  const { asset, proposals } = await context.database.asMember(request.organisationId, async (scope) => ({
    asset: await findAsset(scope, assetId),
    proposals: await proposalsOfAsset(scope, assetId, proposalsShown),
  }))
  if (!asset) throw assetUnknown(assetId)
  const reader = readerOf(context, request)
  return {
    html: await context.render(request, {
      title: titleOf(asset.facts),
      current: hrefs.list(reader.organisationId),
      content: <AssetContent asset={asset} proposals={proposals} shown={shown} reader={reader} />,
    }),
    ...(shown.typed || shown.alias ? { status: 422 } : {}),
  }
}
