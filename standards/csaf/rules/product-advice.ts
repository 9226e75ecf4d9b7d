// CSAF 2.1, 6.2.31, 6.2.32, 6.2.48 and 6.3.22: signs of a product tree that was put together wrongly.
// SPDX-License-Identifier: EUPL-1.2
import { atKey, type JsonNode, objectAt, objectsAt, textAt } from '../../json/index.ts'
import { branchesOf, finding, fullProductNamesOf, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const productAdvice: readonly CsafRule[] = [
  { id: '6.2.31', check: findUnrelatedHardware },
  { id: '6.2.32', check: findSharedIdentifiers },
  { id: '6.2.48', check: findNoVendor },
  { id: '6.3.22', check: findNestedPaths },
]

/** Serial and model numbers belong to hardware; firmware runs on it by a product path. */
function findUnrelatedHardware(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  const referenced = new Set(pathsOf(root).flatMap(referencesOf))
  return fullProductNamesOf(root).flatMap((node) => {
    const helper = objectAt(node, 'product_identification_helper')
    const isHardware =
      helper !== null && ['serial_numbers', 'model_numbers'].some((key) => Object.hasOwn(helper.value, key))
    const isReferenced = referenced.has(textAt(node, 'product_id') ?? '')
    return isHardware && !isReferenced
      ? [finding(node, 'no product path says what runs on this hardware')]
      : []
  })
}

function findSharedIdentifiers(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  const owners = new Map<string, string>()
  return fullProductNamesOf(root).flatMap((node) => {
    const id = textAt(node, 'product_id') ?? node.pointer
    const helper = objectAt(node, 'product_identification_helper')
    if (helper === null) return []
    return identifiersOf(helper).flatMap((identifier) => {
      const owner = owners.get(identifier) ?? id
      owners.set(identifier, owner)
      return owner === id
        ? []
        : [finding(helper, `product "${owner.slice(0, 60)}" is identified by the same value`)]
    })
  })
}

/** Each value of each kind as one text; objects with their keys in order. */
function identifiersOf(helper: JsonNode): string[] {
  return Object.entries(helper.value).flatMap(([kind, value]) => {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    return values.map((one) => `${kind} ${canonical(one)}`)
  })
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`)
  return `{${entries.sort().join(',')}}`
}

function findNoVendor(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return branchesOf(root)
    .filter(
      ({ category, name }) =>
        category === 'vendor' && name.replaceAll(/\s/g, '').toLowerCase() === 'opensource',
    )
    .map(({ node }) => finding(node, 'this names no vendor', 'name'))
}

function findNestedPaths(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  const paths = pathsOf(root)
  const defined = new Set(
    paths.flatMap((path) => {
      const product = objectAt(path, 'full_product_name')
      return product === null ? [] : [textAt(product, 'product_id')]
    }),
  )
  return paths
    .filter((path) => referencesOf(path).some((id) => defined.has(id)))
    .map((path) => finding(path, 'a product path builds on another one'))
}

function pathsOf(root: JsonNode): JsonNode[] {
  const tree = objectAt(root, 'product_tree')
  return tree === null || atKey(tree, 'product_paths') === undefined ? [] : objectsAt(tree, 'product_paths')
}

function referencesOf(path: JsonNode): string[] {
  const next = objectsAt(path, 'subpaths').map((step) => textAt(step, 'next_product_reference'))
  return [textAt(path, 'beginning_product_reference'), ...next].flatMap((id) => id ?? [])
}
