// An asset: one thing that a hospital runs, by the facts that its lists and its people gave.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHash, HashedItem, InventoryItem } from '@salus/standards/inventory'

/** What is said of an asset. The place in a file is not a fact about the asset. */
export type AssetFacts = Omit<InventoryItem, 'place'>
export type FactName = keyof AssetFacts

/** In the order in which screens and differences show them. */
export const factNames = [
  'externalId',
  'name',
  'vendor',
  'product',
  'model',
  'version',
  'serial',
  'udiDi',
  'purl',
  'cpe',
  'site',
  'networkExposure',
  'clinicalRole',
  'environment',
] as const satisfies readonly FactName[]

/** Whether the naming is enough to be compared with advisories. */
export const matchables = ['yes', 'needs-version', 'needs-product'] as const
export type Matchable = (typeof matchables)[number]

export interface Asset {
  readonly id: number
  readonly facts: AssetFacts
  readonly productVersionId: number
  readonly matchable: Matchable
  readonly source: 'import' | 'form'
  readonly importId: number | null
  readonly createdAt: Date
  readonly changedAt: Date
  readonly missingSince: Date | null
  readonly goneAt: Date | null
}

/** Most characters of one fact; longer ones are accidents (a whole document in a cell) or attacks. */
export const maxFactCharacters = 500

export const noFacts: AssetFacts = {
  externalId: null,
  name: null,
  vendor: null,
  product: null,
  model: null,
  version: null,
  serial: null,
  udiDi: null,
  purl: null,
  cpe: null,
  site: null,
  networkExposure: null,
  clinicalRole: null,
  environment: null,
}

/** Facts from outside, ready to be stored: no NUL and no half letters, which PostgreSQL refuses. */
export function cleanFacts(item: AssetFacts): AssetFacts {
  const clean = (text: string | null): string | null =>
    text?.replaceAll('\0', '').toWellFormed().trim() || null
  return {
    externalId: clean(item.externalId),
    name: clean(item.name),
    vendor: clean(item.vendor),
    product: clean(item.product),
    model: clean(item.model),
    version: clean(item.version),
    serial: clean(item.serial),
    udiDi: clean(item.udiDi),
    purl: clean(item.purl),
    cpe: clean(item.cpe),
    site: clean(item.site),
    networkExposure: item.networkExposure,
    clinicalRole: item.clinicalRole,
    environment: clean(item.environment),
  }
}

/** An asset needs a name of some kind: what it is called, what it is, who made it, or an identifier of its product. */
export function isNamed(facts: AssetFacts): boolean {
  const { name, vendor, product, model, udiDi, purl, cpe } = facts
  return [name, vendor, product, model, udiDi, purl, cpe].some((fact) => fact !== null)
}

/** What a list or a heading calls the asset. */
export function titleOf(facts: AssetFacts): string {
  return (
    facts.name ??
    facts.model ??
    facts.product ??
    facts.purl ??
    facts.cpe ??
    facts.udiDi ??
    facts.vendor ??
    '?'
  )
}

/** As a reader of lists hands it over, for identifying the product. */
export function asInventoryItem(
  facts: AssetFacts,
  place: string,
  hashes: readonly FileHash[] = [],
): HashedItem {
  return { ...facts, place, ...(hashes.length > 0 ? { hashes } : {}) }
}

export function sameFacts(a: AssetFacts, b: AssetFacts): boolean {
  return factNames.every((name) => a[name] === b[name])
}
