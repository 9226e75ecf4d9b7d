// Reads the version entries of a CVE record, with their changes of status, into stated versions.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedVersion } from '../advisory/advisory.ts'
import { isPlaceholder, readVersionText } from '../advisory/version-text.ts'
import { type JsonNode, objectsAt, textAt } from '../json/index.ts'

export interface VersionStatus {
  readonly pointer: string
  /** `affected`, `unaffected`, `unknown`; null where the record says none. */
  readonly status: string | null
  readonly version: StatedVersion
}

/** One entry as written, placeholders taken away. */
interface Entry {
  readonly node: JsonNode
  readonly status: string | null
  readonly type: string
  readonly low: string | null
  readonly lowInclusive: boolean
  readonly high: string | null
  readonly highInclusive: boolean
  /** Written as "from 0" or "up to *", which is all versions, unlike a placeholder such as `n/a`. */
  readonly isUnbounded: boolean
}

export function readVersions(nodes: readonly JsonNode[]): VersionStatus[] {
  const statuses: VersionStatus[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node === undefined) continue
    const next = nodes[index + 1]
    const joined = next === undefined ? null : joinSplitRange(node, next)
    if (joined !== null) index += 1
    statuses.push(...(joined === null ? readEntry(node) : splitAtChanges(joined)))
  }
  return statuses
}

/**
 * Records converted from CVE JSON 4 split ">= 8.14.0 and < 8.14.1" into two entries, one without an end and
 * one without a start. Read apart they would cover every version there is.
 */
function joinSplitRange(node: JsonNode, next: JsonNode): Entry | null {
  if (textAt(node, 'status') !== textAt(next, 'status') || textAt(node, 'lessThan') !== 'unspecified')
    return null
  const start = entryOf(node)
  const end = entryOf(next)
  if (start.low === null || end.low !== null || end.high === null) return null
  return { ...end, node, low: start.low, lowInclusive: start.lowInclusive }
}

function readEntry(node: JsonNode): VersionStatus[] {
  const text = versionAt(node, 'version') ?? ''
  const isRange = textAt(node, 'lessThan') !== null || textAt(node, 'lessThanOrEqual') !== null
  if (isRange || objectsAt(node, 'changes').length > 0) return splitAtChanges(entryOf(node))
  return [{ pointer: node.pointer, status: textAt(node, 'status'), version: readSingle(text, node) }]
}

/** A lone "0" is how some assigners say "from the first version on"; nobody runs version 0. */
function readSingle(text: string, node: JsonNode): StatedVersion {
  if (text !== '0') return textAt(node, 'versionType') === 'git' ? gitCommit(text) : readVersionText(text)
  node.faults.add(
    'version-zero',
    `${node.pointer}/version`,
    'The only version given is "0"; it is taken as "no version said".',
    'Ask the assigner to add lessThan or lessThanOrEqual.',
  )
  return { kind: 'unstated' }
}

function gitCommit(text: string): StatedVersion {
  return { kind: 'bounds', type: 'git', low: text, lowInclusive: true, high: text, highInclusive: true }
}

// The converter of CVE JSON 4 wrote this for "greater than".
const nextOf = /^next of /i

function entryOf(node: JsonNode): Entry {
  const version = versionAt(node, 'version') ?? ''
  const below = versionAt(node, 'lessThan')
  const end = below ?? versionAt(node, 'lessThanOrEqual') ?? ''
  const high = boundOf(end)
  const low = version === '0' ? null : boundOf(version.replace(nextOf, ''))
  return {
    node,
    status: textAt(node, 'status'),
    type: textAt(node, 'versionType') ?? 'custom',
    // Older records repeat the upper bound as version to say "all up to it"; as a range it would be empty.
    low: low === high ? null : low,
    lowInclusive: !nextOf.test(version),
    high,
    highInclusive: below === null,
    isUnbounded: version === '0' || version === '*' || end === '*',
  }
}

/** CISA copies versions out of CPE names with their escapes: `12.2\(33\)scc4`. */
function versionAt(node: JsonNode, key: string): string | null {
  return textAt(node, key)?.replaceAll(/\\([^\w\s])/g, '$1') ?? null
}

function boundOf(text: string): string | null {
  return isPlaceholder(text) || text === '*' ? null : text
}

/** `changes` say from which version on another status holds: each one ends the interval before it. */
function splitAtChanges(entry: Entry): VersionStatus[] {
  const pieces: VersionStatus[] = []
  let { node, status, low, lowInclusive } = entry
  let pointer = node.pointer
  for (const change of objectsAt(entry.node, 'changes')) {
    const at = versionAt(change, 'at')
    if (at === null) continue
    const version = versionOf({ ...entry, low, lowInclusive, high: at, highInclusive: false })
    pieces.push({ pointer, status, version })
    node = change
    pointer = change.pointer
    status = textAt(change, 'status')
    low = at
    lowInclusive = true
  }
  const last = versionOf({ ...entry, low, lowInclusive })
  // A change exactly at the exclusive end leaves nothing behind it.
  const isEmpty = low !== null && low === entry.high && !entry.highInclusive
  return isEmpty && pieces.length > 0 ? pieces : [...pieces, { pointer, status, version: last }]
}

function versionOf({ type, low, lowInclusive, high, highInclusive, isUnbounded }: Entry): StatedVersion {
  if (low === null && high === null) return { kind: isUnbounded ? 'all' : 'unstated' }
  if (isProse(low) || isProse(high)) return { kind: 'text', text: proseOf(low, high, highInclusive) }
  return { kind: 'bounds', type, low, lowInclusive, high, highInclusive }
}

// Words and signs inside a bound, and Microsoft's "publication" where the fixed build was not yet known.
const prose =
  /[<>=,|]|\b(?:before|prior|earlier|later|older|newer|below|above|through|all|versions?|publication|and|or|to)\b/i

/** "23.2R1-S2, 23.2R2": the fix came in several releases; the range grammar takes the first. */
const several = /^v?\d[^\s,]{0,60}(?:, ?v?\d[^\s,]{0,60}){1,10}$/i

function isProse(bound: string | null): boolean {
  return bound !== null && prose.test(bound) && !several.test(bound)
}

function proseOf(low: string | null, high: string | null, highInclusive: boolean): string {
  const start = low === null || /^[<>=]/.test(low) ? low : `>= ${low}`
  const end = high === null || /^[<>=]/.test(high) ? high : `${highInclusive ? '<=' : '<'} ${high}`
  return [start, end === start ? null : end].filter((part) => part !== null).join(', ')
}
