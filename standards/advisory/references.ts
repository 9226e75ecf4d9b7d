// Collects the web addresses of an advisory; anything but http and https is left out with a fault.
// SPDX-License-Identifier: EUPL-1.2
import { isHttpAddress, type JsonNode, quoteForeign, textAt } from '../json/index.ts'
import type { Reference } from './advisory.ts'

/** More references than this help nobody; the rest is left out with a fault. */
const maxReferences = 1000

/** Reads `url` of each node; the first mention of an address wins. */
export function readReferences(
  nodes: readonly JsonNode[],
  summaryOf: (node: JsonNode) => string | null,
  isSelf: (node: JsonNode) => boolean,
): Reference[] {
  const references = new Map<string, Reference>()
  for (const node of nodes) {
    const url = readAddress(node, 'url')
    if (url === null || references.has(url)) continue
    if (references.size === maxReferences) {
      reportTooMany(node, nodes.length)
      break
    }
    references.set(url, { url, summary: summaryOf(node), isSelf: isSelf(node) })
  }
  return [...references.values()]
}

/** An `http:` or `https:` address, or null with a fault. */
export function readAddress(node: JsonNode, key: string): string | null {
  const url = textAt(node, key)
  if (url === null || isHttpAddress(url)) return url
  node.faults.add(
    'address',
    `${node.pointer}/${key}`,
    `The address ${quoteForeign(url)} is not a web address (http or https); it was left out.`,
    'Give the full address of the page, starting with https://.',
  )
  return null
}

function reportTooMany(node: JsonNode, found: number): void {
  node.faults.add(
    'too-many-references',
    node.pointer,
    `The document has ${found} references; only the first ${maxReferences} addresses were kept.`,
    'Open the original document for the rest.',
  )
}
