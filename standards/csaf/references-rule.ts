// CSAF 6.1.1 and 6.1.4: whatever refers to a product or a group refers to one that the document defines.
// SPDX-License-Identifier: EUPL-1.2
import { escapePointer } from '../json/index.ts'
import { maxFaultsOfRule } from './limits.ts'
import type { RuleFinding } from './rule.ts'

interface Vocabulary {
  /** Keys that define an id, keys with one reference, keys with a list of them. */
  readonly definition: string
  readonly single: ReadonlySet<string>
  readonly lists: ReadonlySet<string>
}

const products: Vocabulary = {
  definition: 'product_id',
  single: new Set([
    'product_reference',
    'relates_to_product_reference',
    'beginning_product_reference',
    'next_product_reference',
  ]),
  lists: new Set([
    'product_ids',
    'products',
    'first_affected',
    'first_fixed',
    'fixed',
    'known_affected',
    'known_not_affected',
    'last_affected',
    'recommended',
    'under_investigation',
    'unknown',
  ]),
}

const groups: Vocabulary = {
  definition: 'group_id',
  single: new Set(),
  lists: new Set(['group_ids']),
}

/** The library looks every reference up in a list: 20 seconds for 40,000 products, hence an own test. */
export function findUndefinedProducts(document: unknown): RuleFinding[] {
  return findUndefined(document, products)
}

export function findUndefinedGroups(document: unknown): RuleFinding[] {
  return findUndefined(document, groups)
}

interface Reference {
  readonly id: string
  readonly pointer: string
}

function findUndefined(document: unknown, vocabulary: Vocabulary): RuleFinding[] {
  const defined = new Set<string>()
  const references: Reference[] = []
  walk(document, '', vocabulary, defined, references)
  return references
    .filter(({ id }) => !defined.has(id))
    .slice(0, maxFaultsOfRule * 4)
    .map(({ id, pointer }) => ({
      instancePath: pointer,
      message: `nothing in the document defines the ${vocabulary.definition} "${id.slice(0, 60)}"`,
    }))
}

/** Depth is bounded by the JSON reader; deeper trees from elsewhere end in the validator's catch. */
function walk(
  value: unknown,
  pointer: string,
  vocabulary: Vocabulary,
  defined: Set<string>,
  references: Reference[],
): void {
  if (value === null || typeof value !== 'object') return
  for (const [key, child] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`
    if (key === vocabulary.definition && typeof child === 'string') defined.add(child)
    else if (vocabulary.single.has(key) && typeof child === 'string')
      references.push({ id: child, pointer: at })
    else if (vocabulary.lists.has(key) && Array.isArray(child)) addListed(child, at, references)
    walk(child, at, vocabulary, defined, references)
  }
}

function addListed(ids: readonly unknown[], pointer: string, references: Reference[]): void {
  for (const [index, id] of ids.entries()) {
    if (typeof id === 'string') references.push({ id, pointer: `${pointer}/${index}` })
  }
}
