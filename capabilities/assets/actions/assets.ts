// What a person does to single assets: add, correct, say that they are gone.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { FileHash } from '@salus/standards/inventory'
import type { EngineScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { hashesOfVersion } from '../../matching/index.ts'
import { type AssetFacts, asInventoryItem, cleanFacts, type FactName, factNames, isNamed } from '../asset.ts'
import { assetAlreadyGone, assetUnknown, assetUnnamed } from '../contract/refusals.ts'
import { findAsset, insertAsset, markGone, updateAsset } from '../store/assets.ts'
import { announceChange, beginChange, type IdentifiedItem, type Inventory } from './inventory.ts'

/** What makes an asset another product or version. */
const productFacts: ReadonlySet<FactName> = new Set([
  'name',
  'vendor',
  'product',
  'model',
  'version',
  'udiDi',
  'purl',
  'cpe',
])

export async function addAsset(
  inventory: Inventory,
  organisationId: number,
  given: AssetFacts,
  actor: string,
  now: Date,
): Promise<number> {
  const facts = namedFacts(given)
  return inventory.context.database.asEngineFor(organisationId, async (scope) => {
    const change = await beginChange(scope, organisationId)
    const identity = await identifyOne(inventory, scope, facts, now)
    const recognisedBy = `form:${randomUUID()}`
    const id = await insertAsset(scope, organisationId, { ...identity, recognisedBy, facts, at: now })
    await record(scope, {
      organisationId,
      at: now,
      actor,
      action: 'asset.added',
      objectType: 'asset',
      objectId: id,
    })
    await announceChange(inventory, scope, change, null, now)
    return id
  })
}

export async function editAsset(
  inventory: Inventory,
  organisationId: number,
  id: number,
  given: AssetFacts,
  actor: string,
  now: Date,
): Promise<void> {
  const facts = namedFacts(given)
  await inventory.context.database.asEngineFor(organisationId, async (scope) => {
    const change = await beginChange(scope, organisationId)
    const asset = await findAsset(scope, id)
    if (!asset) throw assetUnknown(id)
    if (asset.goneAt) throw assetAlreadyGone(asset)
    const changed = factNames.filter((name) => asset.facts[name] !== facts[name])
    if (changed.length === 0) return
    // Its files stay those that the list named, unless it is corrected to be something else.
    const isSame = !changed.some((name) => productFacts.has(name))
    const hashes = isSame ? await hashesOfVersion(scope, asset.productVersionId) : []
    const identity = await identifyOne(inventory, scope, facts, now, hashes)
    await updateAsset(scope, organisationId, id, { ...identity, facts, at: now })
    await record(scope, {
      organisationId,
      at: now,
      actor,
      action: 'asset.changed',
      objectType: 'asset',
      objectId: id,
      details: { changed },
    })
    await announceChange(inventory, scope, change, null, now)
  })
}

/** It is no longer run: no alert is raised for it any more. The record stays. */
export async function confirmAssetGone(
  inventory: Inventory,
  organisationId: number,
  id: number,
  actor: string,
  now: Date,
): Promise<void> {
  await inventory.context.database.asEngineFor(organisationId, async (scope) => {
    const change = await beginChange(scope, organisationId)
    const asset = await findAsset(scope, id)
    if (!asset) throw assetUnknown(id)
    if (asset.goneAt) throw assetAlreadyGone(asset)
    await markGone(scope, organisationId, [id], now)
    await record(scope, {
      organisationId,
      at: now,
      actor,
      action: 'asset.gone',
      objectType: 'asset',
      objectId: id,
    })
    await announceChange(inventory, scope, change, null, now)
  })
}

function namedFacts(given: AssetFacts): AssetFacts {
  const facts = cleanFacts(given)
  if (!isNamed(facts)) throw assetUnnamed()
  return facts
}

async function identifyOne(
  inventory: Inventory,
  scope: EngineScope,
  facts: AssetFacts,
  now: Date,
  hashes: readonly FileHash[] = [],
): Promise<IdentifiedItem> {
  const [identity] = await inventory.identify(scope, [asInventoryItem(facts, 'form', hashes)], now)
  if (!identity) throw new Error('matching identified no product version for an asset')
  return identity
}
