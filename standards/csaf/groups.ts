// Reads the product groups of a CSAF document, to which remediations refer.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectsAt, textAt, textsAt } from '../json/index.ts'

export type ProductGroups = ReadonlyMap<string, readonly string[]>

/** Product ids by group id. */
export function readGroups(tree: JsonNode): ProductGroups {
  const groups = new Map<string, readonly string[]>()
  for (const group of objectsAt(tree, 'product_groups')) {
    const id = textAt(group, 'group_id')
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), ...textsAt(group, 'product_ids')])
  }
  return groups
}
