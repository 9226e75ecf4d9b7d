// CSAF 2.1, 6.2.50 and 6.3.19: ranges and versions below one branch that meet, and what their statuses say of it.
// SPDX-License-Identifier: EUPL-1.2
import { atKey, type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../../json/index.ts'
import { type BranchPlace, branchesOf, finding, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'
import { rangeHolds, rangesMeet } from './range-sets.ts'
import { readRangeName } from './range-text.ts'

export const overlapAdvice: readonly CsafRule[] = [
  { id: '6.2.50.1', check: (document) => findOverlaps(document, 'vers', contradict) },
  { id: '6.2.50.2', check: (document) => findOverlaps(document, 'constraints', contradict) },
  { id: '6.2.50.3', check: (document) => findOverlaps(document, 'version', contradict) },
  { id: '6.3.19.1', check: (document) => findOverlaps(document, 'vers', agree) },
  { id: '6.3.19.2', check: (document) => findOverlaps(document, 'constraints', agree) },
  { id: '6.3.19.3', check: (document) => findOverlaps(document, 'version', agree) },
  { id: '6.3.19.4', check: (document) => findInnerOverlaps(document, 'range') },
  { id: '6.3.19.5', check: (document) => findInnerOverlaps(document, 'version') },
]

/** Comparisons of siblings, counted for the whole document. */
const maxPairs = 200_000

interface Pair {
  readonly range: BranchPlace
  readonly other: BranchPlace
}

type Kind = 'vers' | 'constraints' | 'version'

function findOverlaps(
  document: unknown,
  kind: Kind,
  judge: (one: ReadonlySet<string>, other: ReadonlySet<string>) => boolean,
): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  const pairs = meetingPairs(root).filter(
    ({ range, other }) => isLeaf(range) && isLeaf(other) && kindOf(other) === kind,
  )
  return objectsAt(root, 'vulnerabilities').flatMap((vulnerability) => {
    const statuses = statusGroupsOf(vulnerability)
    return pairs
      .filter(({ range, other }) => judge(groupsOf(range, statuses), groupsOf(other, statuses)))
      .map(({ range, other }) =>
        finding(
          vulnerability,
          `${range.name.slice(0, 60)} and ${other.name.slice(0, 60)} meet`,
          'product_status',
        ),
      )
  })
}

/** The branches below such a range name the same products twice. */
function findInnerOverlaps(document: unknown, kind: 'range' | 'version'): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return meetingPairs(root)
    .filter(
      ({ range, other }) =>
        !isLeaf(range) && !isLeaf(other) && (kindOf(other) === 'version') === (kind === 'version'),
    )
    .map(({ range, other }) => finding(range.node, `meets ${other.name.slice(0, 60)} beside it`, 'name'))
}

function kindOf({ category, name }: BranchPlace): Kind {
  if (category === 'product_version') return 'version'
  return readRangeName(name).type === null ? 'constraints' : 'vers'
}

function isLeaf({ node }: BranchPlace): boolean {
  return atKey(node, 'product') !== undefined
}

/** Siblings of which one is a range and the other a range or version that it meets. */
function meetingPairs(root: JsonNode): Pair[] {
  const families = Map.groupBy(branchesOf(root), ({ node }) => node.pointer.replace(/\/\d+$/, ''))
  const pairs: Pair[] = []
  let left = maxPairs
  for (const siblings of families.values()) {
    const ranges = siblings.filter(({ category }) => category === 'product_version_range')
    const versions = siblings.filter(({ category }) => category === 'product_version')
    for (const [at, range] of ranges.entries()) {
      for (const other of [...ranges.slice(at + 1), ...versions]) {
        left -= 1
        if (left < 0) return pairs
        if (meets(range, other)) pairs.push({ range, other })
      }
    }
  }
  return pairs
}

function meets(range: BranchPlace, other: BranchPlace): boolean {
  const text = readRangeName(range.name)
  if (text.fault !== null) return false
  if (other.category === 'product_version') return rangeHolds(text, other.name) === true
  const otherText = readRangeName(other.name)
  return otherText.fault === null && rangesMeet(text, otherText) === true
}

/** CSAF 2.1, 3.2.4.10: statuses of one group say the same, of two groups contradict each other. */
const statusGroups: ReadonlyMap<string, string> = new Map([
  ['first_affected', 'affected'],
  ['known_affected', 'affected'],
  ['last_affected', 'affected'],
  ['known_not_affected', 'not affected'],
  ['first_fixed', 'fixed'],
  ['fixed', 'fixed'],
  ['under_investigation', 'under investigation'],
  ['unknown', 'unknown'],
])

function statusGroupsOf(vulnerability: JsonNode): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = objectAt(vulnerability, 'product_status')
  const groups = new Map<string, Set<string>>()
  if (lists === null) return groups
  for (const [status, group] of statusGroups) {
    for (const id of textsAt(lists, status)) groups.set(id, (groups.get(id) ?? new Set()).add(group))
  }
  return groups
}

function groupsOf(
  { node }: BranchPlace,
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const product = objectAt(node, 'product')
  return groups.get((product === null ? null : textAt(product, 'product_id')) ?? '') ?? new Set()
}

function contradict(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((group) => [...other].some((otherGroup) => otherGroup !== group))
}

function agree(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((group) => other.has(group))
}
