// Compares CPE names, attribute by attribute (NISTIR 7696, table 6-2).
// SPDX-License-Identifier: EUPL-1.2
import { any, type Cpe, type CpeAttribute, cpeAttributeNames, na } from './cpe.ts'

export type AttributeRelation = 'superset' | 'subset' | 'equal' | 'disjoint' | 'undefined'

/** What the source's set of values is to the target's. A target with wildcards cannot be compared: undefined. */
export function compareCpeAttribute(source: CpeAttribute, target: CpeAttribute): AttributeRelation {
  if (target !== any && target !== na && hasWildcard(target)) return 'undefined'
  if (source === target) return 'equal'
  if (source === any) return 'superset'
  if (target === any) return 'subset'
  if (source === na || target === na) return 'disjoint'
  return hasWildcard(source) && wildcardMatches(source, target) ? 'superset' : 'disjoint'
}

/**
 * The relation of whole names (NISTIR 7696, 6.2): disjoint where one attribute is, else what all attributes agree on;
 * `undefined` where an attribute is, or where one is wider and another narrower.
 */
export function compareCpe(source: Cpe, target: Cpe): AttributeRelation {
  const relations = new Set(cpeAttributeNames.map((name) => compareCpeAttribute(source[name], target[name])))
  if (relations.has('disjoint')) return 'disjoint'
  relations.delete('equal')
  const [only, second] = relations
  return second === undefined ? (only ?? 'equal') : 'undefined'
}

/** Every attribute of the source is the same as, or wider than, that of the target: the target is one of the source. */
export function cpeMatches(source: Cpe, target: Cpe): boolean {
  return cpeAttributeNames.every((name) => {
    const relation = compareCpeAttribute(source[name], target[name])
    return relation === 'superset' || relation === 'equal'
  })
}

function hasWildcard(value: CpeAttribute): boolean {
  return /^[*?]/.test(value) || /(?:^|[^\\])(?:\\\\)*[*?]$/.test(value)
}

/** `*` at an end stands for any text, each `?` for one sign or none (NISTIR 7696, 6.3). */
function wildcardMatches(source: CpeAttribute, target: CpeAttribute): boolean {
  const start = wildcardAt(source, 'start')
  const end = wildcardAt(source.slice(start.length), 'end')
  const core = source.slice(start.length, source.length - end.length)
  for (let at = 0; at + core.length <= target.length; at += 1) {
    const fits = target.startsWith(core, at) && isBetweenSigns(target, at)
    if (fits && covers(start, target.slice(0, at)) && covers(end, target.slice(at + core.length))) return true
  }
  return false
}

function wildcardAt(value: CpeAttribute, side: 'start' | 'end'): string {
  if (side === 'start') return /^(?:\*|\?+)/.exec(value)?.[0] ?? ''
  const found = /(?:\*|\?+)$/.exec(value)
  if (found === null) return ''
  // An escaped sign before the end is text: in `a\??` only the last is a wildcard.
  const escaped = (/\\*$/.exec(value.slice(0, found.index))?.[0].length ?? 0) % 2 === 1
  return escaped ? found[0].slice(1) : found[0]
}

function covers(wildcard: string, text: string): boolean {
  if (wildcard === '*') return true
  return signsOf(text) <= wildcard.length
}

/** An escaped sign counts as one. */
function signsOf(text: string): number {
  return text.replaceAll(/\\./g, 'x').length
}

/** The core must not begin with the second half of an escape. */
function isBetweenSigns(text: string, at: number): boolean {
  return (/\\*$/.exec(text.slice(0, at))?.[0].length ?? 0) % 2 === 0
}
