// A product name as a catalogue stores it, and how it is taken from an inventory item or an advisory statement.
// SPDX-License-Identifier: EUPL-1.2
import { cpeBase, parseCpe } from '@salus/standards/cpe'
import type { HashedItem, InventoryItem } from '@salus/standards/inventory'
import { parsePurl, purlBase } from '@salus/standards/purl'
import { rememberByText } from './memo.ts'
import { readNameText } from './name-text.ts'
import { foldText } from './text.ts'
import { rankOf, stemKey } from './words.ts'

export interface ProductName {
  readonly vendor: string | null
  readonly product: string | null
  readonly model: string | null
  readonly fullName: string | null
  /** Without version, qualifiers that choose a distribution kept. */
  readonly purl: string | null
  /** `part:vendor:product`. */
  readonly cpe: string | null
  readonly ecosystem: string | null
  readonly modelNumbers: readonly string[]
  /** Family the product belongs to, or the software that runs on it: words that may explain others. */
  readonly family: string | null
  readonly udiDi: string | null
  readonly platforms: readonly string[]
}

/** What matching looks at of an inventory item; fields that a source does not have may be left out. */
export type InventoryLike = Pick<InventoryItem, 'vendor' | 'product' | 'version'> &
  Partial<Pick<HashedItem, 'name' | 'model' | 'purl' | 'cpe' | 'udiDi' | 'environment' | 'serial' | 'hashes'>>

/** The catalogue name of an inventory item. */
export function inventoryName(item: InventoryLike): ProductName {
  return {
    vendor: item.vendor,
    product: item.product ?? item.name ?? null,
    model: item.model ?? null,
    fullName: item.name ?? null,
    purl: baseOfPurl(item.purl ?? null),
    cpe: baseOfCpe(item.cpe ?? null),
    ecosystem: null,
    modelNumbers: item.model ? [item.model] : [],
    family: softwareInVersion(item.version),
    udiDi: item.udiDi ?? null,
    platforms: item.environment ? [item.environment] : platformsInName(item.product ?? item.name ?? null),
  }
}

export function baseOfPurl(text: string | null): string | null {
  return text === null ? null : readPurl(text)
}

export function baseOfCpe(text: string | null): string | null {
  return text === null ? null : readCpe(text)
}

const readPurl = rememberByText((text) => {
  const purl = parsePurl(text)
  return purl && purlBase(purl)
})

const readCpe = rememberByText((text) => {
  const cpe = parseCpe(text)
  return cpe && cpeBase(cpe)
})

/** "Ward Workplace (Windows XP)" says its platform in the name. */
function platformsInName(product: string | null): readonly string[] {
  return product !== null && /windows|\bapp/i.test(product) ? readNameText(product).platforms : []
}

/** The software in a version such as "GateOS 6.4.14": appliances are often listed by their hardware. */
function softwareInVersion(version: string | null): string | null {
  const words = /^([\p{L}][\p{L} -]{3,40}?)[ -]+v?\d/u.exec(version?.trim() ?? '')?.[1] ?? ''
  const telling = words
    .split(/[ -]+/)
    .filter((word) => word.length >= 4 && rankOf(stemKey(foldText(word))) === 'brand')
  return telling.length > 0 ? telling.join(' ') : null
}
