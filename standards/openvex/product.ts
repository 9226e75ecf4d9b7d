// Reads an OpenVEX product or subcomponent: its identifiers, and what they say about name and version.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct, StatedVersion } from '../advisory/advisory.ts'
import { versionOfIdentifiers } from '../csaf/identifiers.ts'
import { type JsonNode, objectAt, quoteForeign, textAt } from '../json/index.ts'
import { parsePurl } from '../purl/index.ts'

export interface VexProduct {
  readonly pointer: string
  /** By which a later statement on the same product is recognised. */
  readonly key: string
  readonly product: StatedProduct
  readonly version: StatedVersion
}

/** A `component` of 0.2.0; null with a fault where no inventory could be compared with it. */
export function readComponent(node: JsonNode, supplier: string | null): VexProduct | null {
  const id = textAt(node, '@id')
  const identifiers = objectAt(node, 'identifiers')
  const named = identifiers === null ? null : textAt(identifiers, 'purl')
  const cpe = identifiers === null ? null : (textAt(identifiers, 'cpe23') ?? textAt(identifiers, 'cpe22'))
  return productOf(node, node.pointer, { ids: [id, named], cpe, supplier })
}

/** A bare identifier, as 0.0.1 writes products and subcomponents. */
export function readIdentifier(
  node: JsonNode,
  pointer: string,
  id: string,
  supplier: string | null,
): VexProduct | null {
  return productOf(node, pointer, { ids: [id], cpe: null, supplier })
}

interface Identified {
  readonly ids: readonly (string | null)[]
  readonly cpe: string | null
  readonly supplier: string | null
}

function productOf(node: JsonNode, pointer: string, { ids, cpe, supplier }: Identified): VexProduct | null {
  const texts = ids.filter((id) => id !== null)
  const purls = [...new Set(texts.filter((text) => parsePurl(text) !== null))]
  const cpes = [...new Set([...(cpe === null ? [] : [cpe]), ...texts.filter(isCpe)])]
  const first = purls[0] === undefined ? null : parsePurl(purls[0])
  if (first === null && cpes.length === 0) return reportUnidentified(node, pointer, texts[0] ?? null)
  const product: StatedProduct = {
    vendor: supplier,
    name: first?.name ?? null,
    family: null,
    fullName: purls[0] ?? cpes[0] ?? '',
    ecosystem: null,
    purls,
    cpes,
    modelNumbers: [],
    serialNumbers: [],
    skus: [],
    platforms: [],
  }
  const version = versionOfIdentifiers(product) ?? { kind: 'unstated' }
  return { pointer, key: [...purls, ...cpes].join(' '), product, version }
}

function isCpe(text: string): boolean {
  return text.startsWith('cpe:')
}

/** A hash or an address of its own says nothing that stands in an inventory. */
function reportUnidentified(node: JsonNode, pointer: string, id: string | null): null {
  const what = id === null ? 'only hashes, or nothing' : quoteForeign(id)
  node.faults.add(
    'unidentified-product',
    pointer,
    `The product is named by ${what}; without purl or CPE no inventory can be compared with it.`,
    'Add the purl or the CPE of the product to "identifiers".',
  )
  return null
}
