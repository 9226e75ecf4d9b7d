// Builds one product of a CSAF tree from the branches above it and its own identification.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct, StatedVersion } from '../advisory/advisory.ts'
import { readVersionText } from '../advisory/version-text.ts'
import { type JsonNode, objectAt, textAt, textsAt } from '../json/index.ts'
import { readFurtherIdentifiers } from './further-identifiers.ts'
import { versionOfIdentifiers } from './identifiers.ts'

/** A product as statements refer to it. */
export interface CsafProduct {
  readonly pointer: string
  readonly product: StatedProduct
  readonly version: StatedVersion
}

/** All definitions of each product id; more than one is wrong (6.1.2), but none of them is dropped. */
export type CsafProducts = Map<string, CsafProduct[]>

/** What the branches from the root down to a product say. */
export interface BranchPath {
  readonly vendor: string | null
  readonly family: string | null
  readonly name: string | null
  readonly version: string | null
  readonly versionRange: string | null
  /** `service_pack` and `patch_level`, which continue the version. */
  readonly versionParts: readonly string[]
  /** `architecture`, `platform`, `host_name`, `language`, `specification`. */
  readonly platforms: readonly string[]
}

export const emptyPath: BranchPath = {
  vendor: null,
  family: null,
  name: null,
  version: null,
  versionRange: null,
  versionParts: [],
  platforms: [],
}

/** The path with one more branch; an inner branch of the same category is the more precise one. */
export function extendPath(path: BranchPath, category: string | null, name: string | null): BranchPath {
  if (name === null) return path
  if (category === 'vendor') return { ...path, vendor: name }
  if (category === 'product_family') return { ...path, family: name }
  if (category === 'product_name') return { ...path, name }
  // A legacy branch is what a converted document could not classify; as a rule, the product.
  if (category === 'legacy') return { ...path, name: path.name ?? name }
  if (category === 'product_version') return { ...path, version: name, versionRange: null }
  if (category === 'product_version_range') return { ...path, versionRange: name, version: null }
  if (category === 'service_pack' || category === 'patch_level') {
    return { ...path, versionParts: [...path.versionParts, name] }
  }
  return { ...path, platforms: [...path.platforms, name] }
}

/** Reads a `full_product_name_t` below a path. */
export function readProduct(node: JsonNode, path: BranchPath): CsafProduct {
  const fullName = textAt(node, 'name') ?? path.name ?? textAt(node, 'product_id') ?? ''
  const helper = objectAt(node, 'product_identification_helper')
  const product: StatedProduct = {
    vendor: path.vendor,
    name: path.name,
    family: path.family,
    fullName,
    ecosystem: null,
    purls: helper === null ? [] : readPurls(helper),
    cpes: helper === null ? [] : readOne(helper, 'cpe'),
    modelNumbers: helper === null ? [] : textsAt(helper, 'model_numbers'),
    serialNumbers: helper === null ? [] : textsAt(helper, 'serial_numbers'),
    skus: helper === null ? [] : textsAt(helper, 'skus'),
    platforms: path.platforms,
    ...(helper === null ? {} : readFurtherIdentifiers(helper)),
  }
  return { pointer: node.pointer, product, version: versionOf(path, product) }
}

/** CSAF 2.0 has `purl`, 2.1 has `purls`. */
function readPurls(helper: JsonNode): string[] {
  return [...new Set([...readOne(helper, 'purl'), ...textsAt(helper, 'purls')])]
}

function readOne(helper: JsonNode, key: string): string[] {
  const text = textAt(helper, key)
  return text === null ? [] : [text]
}

function versionOf(path: BranchPath, product: StatedProduct): StatedVersion {
  if (path.versionRange !== null) return readRange([path.versionRange, ...path.versionParts].join(' '))
  if (path.version !== null) return readVersionText([path.version, ...path.versionParts].join(' '))
  if (path.versionParts.length > 0) return { kind: 'text', text: path.versionParts.join(' ') }
  return versionOfIdentifiers(product) ?? versionInFullName(product) ?? { kind: 'unstated' }
}

/** A range branch is text even where it holds one version only: its category says that more may be meant. */
function readRange(text: string): StatedVersion {
  const version = readVersionText(text)
  return version.kind === 'exact' ? { kind: 'text', text: version.text } : version
}

const maxVersionText = 200
const versionStart =
  /^(?:all\b|any\b|version|ver\b|v\.? ?\d|prior|before|up to|firmware|software|release|rev|<|>|=|\d)/i

/** `Infusor X: versions prior to 3.2` below the branch `Infusor X`: the rest of the name is the version. */
function versionInFullName({ name, fullName }: StatedProduct): StatedVersion | null {
  const at = name === null ? -1 : fullName.indexOf(name)
  if (name === null || at === -1) return null
  const rest = fullName.slice(at + name.length).replace(/^[\s:,;-]+/, '')
  const isVersion =
    rest.length <= maxVersionText && versionStart.test(rest) && /\d|\ball\b|\bany\b/i.test(rest)
  return isVersion ? { kind: 'text', text: rest } : null
}
