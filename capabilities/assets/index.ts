// The door of assets: what hospitals run, how it is imported, and how much of it can be watched.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { identifyProductVersions } from '../matching/index.ts'
import { continueImport } from './actions/continue-import.ts'
import { importInventory as importWith } from './actions/import-inventory.ts'
import { type InventoryFile, requestImport } from './actions/imports.ts'
import { type Inventory, importConfirmed, importRequested } from './actions/inventory.ts'
import type { Import } from './import.ts'
import { assetsJobs } from './jobs.ts'
import { assetsPages } from './pages/index.ts'
import { assetsPermissions } from './permissions.ts'
import { assetsRoutes } from './routes.ts'

export { importInventory as importInventoryWith } from './actions/import-inventory.ts'
export type { InventoryFile } from './actions/imports.ts'
export { type Inventory, inventoryChanged } from './actions/inventory.ts'
export { inventoryFacts } from './actions/known-facts.ts'
export { type Asset, type AssetFacts, type Matchable, titleOf as titleOfAsset } from './asset.ts'
export { assetUnknown } from './contract/refusals.ts'
export type { Coverage } from './coverage.ts'
export type { Import, ImportSummary } from './import.ts'
export { exposureBits, roleBits, type Standing, standingFrom } from './standing.ts'
export { assetsOfVersions, findAsset as assetById, runningAssets } from './store/assets.ts'
export { coverageOf } from './store/coverage.ts'
export { installedPieces, installedVersions, installedVersionsOf } from './store/installed.ts'
export { ownAssets } from './store/own.ts'

export function createAssets(context: Context): Capability {
  const inventory = inventoryOf(context)
  return {
    name: 'assets',
    permissions: assetsPermissions,
    routes: assetsRoutes(inventory),
    pages: assetsPages(context, inventory),
    subscriptions: [
      handleLater(importRequested, 'assets.read-import', 1, async (_scope, payloads, now) => {
        for (const payload of payloads) await continueImport(inventory, { ...payload, actor: 'engine' }, now)
      }),
      handleLater(importConfirmed, 'assets.store-import', 1, async (_scope, payloads, now) => {
        for (const payload of payloads) await continueImport(inventory, payload, now)
      }),
    ],
    jobs: assetsJobs(inventory),
    menu: [
      {
        area: 'member',
        label: 'assets.menu',
        permission: 'assets:read',
        position: 30,
        href: (organisationId) => `/o/${organisationId}/assets`,
      },
    ],
  }
}

/** From file to stored assets at once, with the guessed columns; refuses with the reason when it cannot be stored. */
export function importInventory(
  context: Context,
  organisationId: number,
  file: InventoryFile,
  actor: string,
  now: Date,
): Promise<Import> {
  return importWith(inventoryOf(context), organisationId, file, actor, now)
}

/** Keeps the file for a person to look at: the page of the import shows the difference, and nothing is stored before it is confirmed. */
export function requestInventoryImport(
  context: Context,
  organisationId: number,
  file: InventoryFile,
  actor: string,
  now: Date,
): Promise<number> {
  return requestImport(inventoryOf(context), organisationId, file, actor, now)
}

function inventoryOf(context: Context): Inventory {
  return { context, identify: identifyProductVersions }
}
