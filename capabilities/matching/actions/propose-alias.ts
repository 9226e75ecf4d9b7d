// A hospital proposes that one of its assets is the product of another name; the pair waits for the centre.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { aliasKey, isAliasKey, writtenName } from '../alias.ts'
import { proposalUnnamed, tooManyProposals } from '../contract.ts'
import { type InventoryLike, inventoryName, type ProductName } from '../product-name.ts'
import { countProposalsSince, ensurePair, insertProposal } from '../store.ts'

export interface AliasProposal {
  readonly organisationId: number
  readonly organisationName: string
  readonly assetId: number
  readonly item: InventoryLike
  /** The product that the hospital takes it for. */
  readonly stated: { readonly vendor: string; readonly product: string }
  readonly words: string
  readonly person: { readonly id: number; readonly name: string }
}

const maxProposalsADay = 50
const dayMs = 86_400_000

/** Nothing is linked by it. In the transaction of the caller, who has made sure that the asset is this hospital's. */
export async function proposeAlias(scope: EngineScope, proposal: AliasProposal, now: Date): Promise<number> {
  const { organisationId, organisationName, assetId, words, person } = proposal
  const since = new Date(now.getTime() - dayMs)
  if ((await countProposalsSince(scope, organisationId, since)) >= maxProposalsADay)
    throw tooManyProposals(maxProposalsADay)
  const { vendor, product } = proposal.stated
  const [own, stated] = [likeListed(proposal.item), nameOf(vendor, product)]
  const [inventoryKey, statedKey] = [aliasKey(own), aliasKey(stated)]
  if (!isAliasKey(inventoryKey) || !isAliasKey(statedKey) || inventoryKey === statedKey)
    throw proposalUnnamed()
  const pair = { inventoryKey, statedKey, inventoryName: writtenName(own), statedName: writtenName(stated) }
  const pairId = await ensurePair(scope, pair, now)
  const actor = `person:${person.id}`
  const proposedByName = person.name
  const id = await insertProposal(scope, {
    organisationId,
    organisationName,
    pairId,
    assetId,
    words,
    proposedBy: actor,
    proposedByName,
    proposedAt: now,
  })
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action: 'alias.proposed',
    objectType: 'asset',
    objectId: assetId,
    details: { pairId, vendor, product },
  })
  return id
}

/** As matching names it when the asset is stored: the name for display only counts where no product is given. */
function likeListed(item: InventoryLike): ProductName {
  return inventoryName({ ...item, name: item.product === null ? (item.name ?? null) : null })
}

function nameOf(vendor: string, product: string): ProductName {
  return inventoryName({ vendor: vendor === '' ? null : vendor, product, version: null })
}
