// Estimates what checking a document would cost, so that a small hostile one can't keep the validator busy.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../json/index.ts'
import { maxComparisons, maxGroupMembers, maxValidatedNodes } from './limits.ts'

/** What the document has too much of, in words; null if it can be checked. */
export function findExcess(root: JsonNode): string | null {
  const groupSizes = sizesOfGroups(root)
  const waiting: unknown[] = [root.value]
  let values = 0
  let comparisons = 0
  let groupMembers = 0
  while (waiting.length > 0) {
    const value = waiting.pop()
    values += 1
    if (value === null || typeof value !== 'object') continue
    if (!Array.isArray(value)) {
      comparisons += comparisonsOf(value)
      groupMembers += membersOf(value, groupSizes)
    }
    if (values > maxValidatedNodes) return `more than ${maxValidatedNodes} values`
    if (comparisons > maxComparisons) return 'lists of thousands of objects that must not repeat'
    if (groupMembers > maxGroupMembers) return `groups that stand for more than ${maxGroupMembers} products`
    for (const child of Object.values(value)) waiting.push(child)
  }
  return null
}

/** Lists of objects that the schema wants without repeats; it compares each pair. */
const uniqueLists = ['cwes', 'first_known_exploitation_dates', 'flags', 'ids', 'involvements', 'metrics']

function comparisonsOf(value: object): number {
  return uniqueLists.reduce((sum, key) => {
    const list: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
    return Array.isArray(list) ? sum + list.length ** 2 : sum
  }, 0)
}

function sizesOfGroups(root: JsonNode): ReadonlyMap<string, number> {
  const tree = objectAt(root, 'product_tree')
  const groups = tree === null ? [] : objectsAt(tree, 'product_groups')
  return new Map(
    groups.map((group) => [textAt(group, 'group_id') ?? '', textsAt(group, 'product_ids').length]),
  )
}

/** Members of the groups that an object names, and the search for each of the groups. */
function membersOf(value: object, sizes: ReadonlyMap<string, number>): number {
  const groups: unknown = Object.getOwnPropertyDescriptor(value, 'group_ids')?.value
  if (!Array.isArray(groups)) return 0
  return groups.reduce<number>((sum, id) => sum + sizes.size + (sizes.get(String(id)) ?? 0), 0)
}
