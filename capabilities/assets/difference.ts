// What a list changes: the assets that are stored compared with those that were read. Pure.
// SPDX-License-Identifier: EUPL-1.2
import type { RejectedItem } from '@salus/standards/inventory'
import { type AssetFacts, type FactName, factNames } from './asset.ts'
import type { RecognisedItem, Recognition } from './recognition.ts'

export interface StoredAsset {
  readonly assetId: number
  readonly recognisedBy: string
  readonly facts: AssetFacts
  readonly presence: 'present' | 'missing' | 'gone'
}

export interface AddedAsset extends RecognisedItem {
  /** Set where it had been confirmed as gone and is now back. */
  readonly assetId: number | null
}

export interface ChangedAsset extends RecognisedItem {
  readonly assetId: number
  /** What the changed facts were. Empty where it only was missing from the last list and is back. */
  readonly before: Partial<AssetFacts>
  readonly wasMissing: boolean
}

export interface GoneAsset {
  readonly assetId: number
  readonly facts: AssetFacts
}

export interface Difference {
  readonly added: readonly AddedAsset[]
  readonly changed: readonly ChangedAsset[]
  readonly gone: readonly GoneAsset[]
  readonly unchanged: number
  readonly rejected: readonly RejectedItem[]
}

/** Whether what is not in the list is gone (`whole`), or nothing is said about it (`part`). */
export type Covers = 'whole' | 'part'

export function differenceOf(stored: readonly StoredAsset[], read: Recognition, covers: Covers): Difference {
  const known = new Map(stored.map((asset) => [asset.recognisedBy, asset]))
  const added: AddedAsset[] = []
  const changed: ChangedAsset[] = []
  let unchanged = 0
  for (const item of read.recognised) {
    const asset = known.get(item.recognisedBy)
    known.delete(item.recognisedBy)
    if (!asset || asset.presence === 'gone') {
      added.push({ ...item, assetId: asset?.assetId ?? null })
      continue
    }
    const change = changeOf(asset, item)
    if (change) changed.push(change)
    else unchanged++
  }
  const gone = covers === 'part' ? [] : [...known.values()].filter((asset) => asset.presence !== 'gone')
  return {
    added,
    changed,
    gone: gone.map(({ assetId, facts }) => ({ assetId, facts })),
    unchanged,
    rejected: read.rejected,
  }
}

function changeOf(asset: StoredAsset, item: RecognisedItem): ChangedAsset | null {
  const names = factNames.filter(
    (name) => item.facts[name] !== null && item.facts[name] !== asset.facts[name],
  )
  const wasMissing = asset.presence === 'missing'
  if (names.length === 0 && !wasMissing) return null
  return {
    ...item,
    facts: mergeFacts(asset.facts, item.facts),
    assetId: asset.assetId,
    before: pickFacts(asset.facts, names),
    wasMissing,
  }
}

/** An empty cell is "not said": it never erases what somebody entered by hand. */
export function mergeFacts(stored: AssetFacts, read: AssetFacts): AssetFacts {
  return {
    externalId: read.externalId ?? stored.externalId,
    name: read.name ?? stored.name,
    vendor: read.vendor ?? stored.vendor,
    product: read.product ?? stored.product,
    model: read.model ?? stored.model,
    version: read.version ?? stored.version,
    serial: read.serial ?? stored.serial,
    udiDi: read.udiDi ?? stored.udiDi,
    purl: read.purl ?? stored.purl,
    cpe: read.cpe ?? stored.cpe,
    site: read.site ?? stored.site,
    networkExposure: read.networkExposure ?? stored.networkExposure,
    clinicalRole: read.clinicalRole ?? stored.clinicalRole,
    environment: read.environment ?? stored.environment,
  }
}

function pickFacts(facts: AssetFacts, names: readonly FactName[]): Partial<AssetFacts> {
  return Object.fromEntries(names.map((name) => [name, facts[name]]))
}

export interface DifferenceCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
  readonly rejected: number
  /** How many changed assets have a new value, fact by fact. */
  readonly changedFacts: Partial<Record<FactName, number>>
}

export function countDifference(difference: Difference): DifferenceCounts {
  const changedFacts: Partial<Record<FactName, number>> = {}
  for (const { before } of difference.changed) {
    for (const name of factNames)
      if (Object.hasOwn(before, name)) changedFacts[name] = (changedFacts[name] ?? 0) + 1
  }
  return {
    added: difference.added.length,
    changed: difference.changed.length,
    unchanged: difference.unchanged,
    gone: difference.gone.length,
    rejected: difference.rejected.length,
    changedFacts,
  }
}
