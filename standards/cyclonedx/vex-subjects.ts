// Finds what the references of a CycloneDX VEX point at: components of the document, or of another BOM.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct, StatedVersion } from '../advisory/advisory.ts'
import { readVersionText } from '../advisory/version-text.ts'
import { versionOfIdentifiers } from '../csaf/identifiers.ts'
import { type JsonNode, objectAt, objectsAt, quoteForeign, textAt } from '../json/index.ts'
import { parsePurl } from '../purl/index.ts'
import { maxVexComponents } from './vex-limits.ts'

export interface VexSubject {
  readonly product: StatedProduct
  readonly version: StatedVersion
  /** What the component is a part of; null for the described product itself, and where nothing is described. */
  readonly inside: VexSubject | null
}

export interface VexSubjects {
  /** Null with a fault where a reference leads nowhere. */
  find(ref: string, node: JsonNode): VexSubject | null
}

export function readSubjects(root: JsonNode): VexSubjects {
  const metadata = objectAt(root, 'metadata')
  const described = metadata === null ? null : objectAt(metadata, 'component')
  const main = described === null ? null : subjectOf(described, null)
  const byRef = new Map<string, VexSubject>()
  const pending: JsonNode[] = [
    ...(described === null ? [] : objectsAt(described, 'components')),
    ...objectsAt(root, 'components'),
  ].reverse()
  const take = (node: JsonNode, subject: VexSubject) => {
    const ref = textAt(node, 'bom-ref')
    if (ref !== null && !byRef.has(ref)) byRef.set(ref, subject)
  }
  if (described !== null && main !== null) take(described, main)
  let seen = 0
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    seen += 1
    if (seen > maxVexComponents) {
      reportLimit(root)
      break
    }
    take(next, subjectOf(next, main))
    pending.push(...objectsAt(next, 'components').reverse())
  }
  return { find: (ref, node) => byRef.get(ref) ?? findElsewhere(ref, node) }
}

function subjectOf(node: JsonNode, inside: VexSubject | null): VexSubject {
  const [name, group, version] = [textAt(node, 'name'), textAt(node, 'group'), textAt(node, 'version')]
  const [purl, cpe] = [textAt(node, 'purl'), textAt(node, 'cpe')]
  const product: StatedProduct = {
    vendor: nameAt(node, 'manufacturer') ?? nameAt(node, 'supplier') ?? textAt(node, 'publisher'),
    name: name ?? group,
    family: null,
    fullName: [group, name].filter((part) => part !== null).join(' ') || (purl ?? cpe ?? ''),
    ecosystem: null,
    purls: purl === null ? [] : [purl],
    cpes: cpe === null ? [] : [cpe],
    modelNumbers: [],
    serialNumbers: [],
    skus: [],
    platforms: inside === null ? [] : [inside.product.name ?? inside.product.fullName],
  }
  const stated = version === null ? versionOfIdentifiers(product) : readVersionText(version)
  return { product, version: stated ?? { kind: 'unstated' }, inside }
}

function nameAt(node: JsonNode, key: string): string | null {
  const organisation = objectAt(node, key)
  return organisation === null ? null : textAt(organisation, 'name')
}

// BOM-Link (CycloneDX, "Linking"): urn:cdx:<serial number>/<version>#<bom-ref>.
const bomLink = /^urn:cdx:([0-9a-f-]{36})\/(\d{1,10})(?:#(.{1,2000}))?$/i

/** The BOM behind a link is not here; where its reference is a purl, that is the product. */
function findElsewhere(ref: string, node: JsonNode): VexSubject | null {
  const link = bomLink.exec(ref)
  const inner = decode(link?.[3] ?? ref)
  if (parsePurl(inner) !== null) return ofPurl(inner)
  if (link === null) return reportUnknown(ref, node)
  node.faults.add(
    'other-bom',
    node.pointer,
    `The product is ${quoteForeign(inner || 'the whole')} of another BOM, ${quoteForeign(link[1])}, which is not in this document; what is said of it was left out.`,
    'Send a document that holds the component, or refer to it by its purl.',
  )
  return null
}

function ofPurl(text: string): VexSubject {
  const product: StatedProduct = {
    vendor: null,
    name: parsePurl(text)?.name ?? null,
    family: null,
    fullName: text,
    ecosystem: null,
    purls: [text],
    cpes: [],
    modelNumbers: [],
    serialNumbers: [],
    skus: [],
    platforms: [],
  }
  return { product, version: versionOfIdentifiers(product) ?? { kind: 'unstated' }, inside: null }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Half a percent sequence: the reference is taken as it is written.
    return text
  }
}

function reportUnknown(ref: string, node: JsonNode): null {
  node.faults.add(
    'unknown-ref',
    node.pointer,
    `${quoteForeign(ref)} is no component of this document; what is said of it was left out.`,
    'List the component, or correct the reference.',
  )
  return null
}

function reportLimit(root: JsonNode): void {
  root.faults.add(
    'too-many-components',
    '/components',
    `The document lists more than ${maxVexComponents} components; references to the rest lead nowhere.`,
    'List only the components that the statements are about.',
  )
}
