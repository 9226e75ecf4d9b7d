// Finds the places of a CSAF document that the tests of the standard speak of: branches, products, metrics.
// SPDX-License-Identifier: EUPL-1.2
import { collectFaults, type JsonNode, objectAt, objectsAt, rootOf, textAt } from '../json/index.ts'
import { maxBranchDepth } from './limits.ts'
import type { RuleFinding } from './rule.ts'

/** The document as a node; what has a wrong type is the schema's finding, not that of another rule. */
export function openDocument(document: unknown): JsonNode | null {
  return rootOf(document, collectFaults('csaf'))
}

export interface BranchPlace {
  readonly node: JsonNode
  readonly category: string
  readonly name: string
  /** Branches above, from the root down. */
  readonly above: readonly BranchPlace[]
}

/** Every branch of the product tree, each after those above it. */
export function branchesOf(root: JsonNode): readonly BranchPlace[] {
  const tree = objectAt(root, 'product_tree')
  const found: BranchPlace[] = []
  const collect = (parent: JsonNode, above: readonly BranchPlace[]): void => {
    if (above.length >= maxBranchDepth) return
    for (const node of objectsAt(parent, 'branches')) {
      const place = {
        node,
        category: textAt(node, 'category') ?? '',
        name: textAt(node, 'name') ?? '',
        above,
      }
      found.push(place)
      collect(node, [...above, place])
    }
  }
  if (tree !== null) collect(tree, [])
  return found
}

/** Every `full_product_name_t`: at the end of branches, in the list, and of relationships or product paths. */
export function fullProductNamesOf(root: JsonNode): readonly JsonNode[] {
  const tree = objectAt(root, 'product_tree')
  if (tree === null) return []
  return [
    ...branchesOf(root).flatMap(({ node }) => objectAt(node, 'product') ?? []),
    ...objectsAt(tree, 'full_product_names'),
    ...['relationships', 'product_paths'].flatMap((key) =>
      objectsAt(tree, key).flatMap((node) => objectAt(node, 'full_product_name') ?? []),
    ),
  ]
}

export function helpersOf(root: JsonNode): readonly JsonNode[] {
  return fullProductNamesOf(root).flatMap((node) => objectAt(node, 'product_identification_helper') ?? [])
}

export interface MetricPlace {
  readonly vulnerability: JsonNode
  readonly metric: JsonNode
  readonly content: JsonNode
}

export function metricsOf(root: JsonNode): readonly MetricPlace[] {
  return objectsAt(root, 'vulnerabilities').flatMap((vulnerability) =>
    objectsAt(vulnerability, 'metrics').flatMap((metric) => {
      const content = objectAt(metric, 'content')
      return content === null ? [] : [{ vulnerability, metric, content }]
    }),
  )
}

export function categoryOf(root: JsonNode): string {
  const document = objectAt(root, 'document')
  return (document === null ? null : textAt(document, 'category')) ?? ''
}

/** English, or nothing said: the standard then asks for its own English titles. */
export function isEnglish(root: JsonNode): boolean {
  const document = objectAt(root, 'document')
  const language = document === null ? null : textAt(document, 'lang')
  return language === null || /^en(?:-|$)/i.test(language)
}

/** A finding at a node, or at a key of it. */
export function finding(node: JsonNode, message: string, key = ''): RuleFinding {
  return { instancePath: key === '' ? node.pointer : `${node.pointer}/${key}`, message }
}
