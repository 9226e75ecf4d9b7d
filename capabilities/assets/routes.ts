// The JSON addresses: the list, one asset, adding one, and importing a file.
// SPDX-License-Identifier: EUPL-1.2
import { maxInventoryBytes } from '@salus/standards/inventory'
import { defineRoute, personOf, type Route } from '../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../platform/http/input.ts'
import { addAsset } from './actions/assets.ts'
import { requestImport } from './actions/imports.ts'
import type { Inventory } from './actions/inventory.ts'
import type { Asset } from './asset.ts'
import { assetUnknown, fileMissing, importUnknown } from './contract/refusals.ts'
import {
  assetPath,
  assetReply,
  assetsReply,
  factsSchema,
  importPath,
  importReply,
  listQuery,
  uploadFields,
} from './contract/schemas.ts'
import type { Import } from './import.ts'
import { readPosition, writePosition } from './position.ts'
import { findAsset, listAssets } from './store/assets.ts'
import { coverageOf } from './store/coverage.ts'
import { findImport } from './store/imports.ts'

const assetsAPage = 200

export function assetsRoutes(inventory: Inventory): readonly Route[] {
  const { database } = inventory.context
  return [
    defineRoute({
      method: 'GET',
      path: '/organisations/:organisationId/assets',
      permission: 'assets:read',
      summary: 'The assets that are run, page by page, and their coverage',
      params: memberPath,
      query: listQuery,
      body: nothing,
      reply: assetsReply,
      handle: ({ organisationId, query }) =>
        database.asMember(organisationId, async (scope) => {
          const filter = { ...query, missing: query.missing === 'yes' }
          const page = await listAssets(scope, filter, readPosition(query.after), assetsAPage)
          return {
            coverage: await coverageOf(scope, organisationId),
            assets: page.assets.map(replyOf),
            next: page.next && writePosition(page.next),
          }
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/organisations/:organisationId/assets/:assetId',
      permission: 'assets:read',
      summary: 'One asset',
      params: assetPath,
      query: nothing,
      body: nothing,
      reply: assetReply,
      handle: ({ organisationId, params }) =>
        database.asMember(organisationId, async (scope) => replyOf(await assetOr404(scope, params.assetId))),
    }),
    defineRoute({
      method: 'POST',
      path: '/organisations/:organisationId/assets',
      permission: 'assets:write',
      summary: 'Adds one asset and compares it with all advisories at once',
      params: memberPath,
      query: nothing,
      body: factsSchema,
      reply: assetReply,
      handle: async (request) => {
        const { organisationId, body, now } = request
        const id = await addAsset(inventory, organisationId, body, `person:${personOf(request).id}`, now)
        return database.asMember(organisationId, async (scope) => replyOf(await assetOr404(scope, id)))
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/organisations/:organisationId/assets/imports',
      permission: 'assets:write',
      summary:
        'Takes a file (multipart/form-data) of assets; it is read in the background and stored once confirmed',
      params: memberPath,
      query: nothing,
      body: uploadFields,
      reply: importReply,
      maxUploadBytes: maxInventoryBytes,
      handle: async (request) => {
        const { organisationId, body, now } = request
        const [file] = request.files
        if (!file) throw fileMissing()
        const upload = { ...body, fileName: file.name, content: file.content }
        const id = await requestImport(
          inventory,
          organisationId,
          upload,
          `person:${personOf(request).id}`,
          now,
        )
        return database.asMember(organisationId, async (scope) =>
          importReplyOf(await importOr404(scope, organisationId, id)),
        )
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/organisations/:organisationId/assets/imports/:importId',
      permission: 'assets:read',
      summary: 'Where an import stands',
      params: importPath,
      query: nothing,
      body: nothing,
      reply: importReply,
      handle: ({ organisationId, params }) =>
        database.asMember(organisationId, async (scope) =>
          importReplyOf(await importOr404(scope, organisationId, params.importId)),
        ),
    }),
  ]
}

async function assetOr404(scope: Parameters<typeof findAsset>[0], id: number): Promise<Asset> {
  const asset = await findAsset(scope, id)
  if (!asset) throw assetUnknown(id)
  return asset
}

async function importOr404(
  scope: Parameters<typeof findImport>[0],
  organisationId: number,
  id: number,
): Promise<Import> {
  const found = await findImport(scope, organisationId, id)
  if (!found) throw importUnknown(id)
  return found
}

function replyOf(asset: Asset) {
  return {
    ...asset.facts,
    id: asset.id,
    matchable: asset.matchable,
    source: asset.source,
    changedAt: asset.changedAt.toISOString(),
    missingSince: asset.missingSince?.toISOString() ?? null,
    goneAt: asset.goneAt?.toISOString() ?? null,
  }
}

function importReplyOf({
  id,
  fileName,
  format,
  state,
  covers,
  rowsTotal,
  rowsDone,
  summary,
  faults,
}: Import) {
  return {
    id,
    fileName,
    format,
    state,
    covers,
    rowsTotal,
    rowsDone,
    summary,
    faults: [...faults],
  }
}
