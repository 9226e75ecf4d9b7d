// The vers notation of package-url (vers:npm/>=1.2|<2), and its look-alike "vers:all/<V4" in CSAF documents.
// SPDX-License-Identifier: EUPL-1.2
import { type Constraint, readConstraintList } from '../vers/index.ts'
import { compareKeys, type VersionScheme, versionSpan } from '../versions/index.ts'
import type { Interval, RangeReading } from './index.ts'
import { everything, subtract, union } from './intervals.ts'
import { allVersions, someVersions, unparsed } from './reading.ts'
import { schemeFor } from './schemes.ts'

/** Null when the text only looks like vers: then its part behind the slash is read as prose. */
export function readVers(text: string, fallback: VersionScheme): RangeReading | null {
  const match = /^vers:([a-z0-9.+-]+)\/(.*)$/i.exec(text)
  if (!match?.[1]) return null
  const type = match[1].toLowerCase()
  const constraints = (match[2] ?? '').trim()
  const known = type !== 'all' && type !== 'generic'
  const scheme = known ? schemeFor({ purlType: type }) : fallback
  if (constraints === '*') return allVersions('exact', scheme, [`read "${text}" as every version`])
  if (scheme === 'generic') return null
  const parts = readConstraintList(constraints)
  if (typeof parts === 'string') return unparsed(scheme, [parts])
  const signposts: Signpost[] = []
  for (const part of parts) {
    const signpost = 'fault' in part ? null : placeOf(part, scheme)
    if (!signpost) {
      const written = 'fault' in part ? part.text : part.version
      return unparsed(scheme, [`could not read "${written}" as a ${scheme} version`])
    }
    signposts.push(signpost)
  }
  return someVersions('exact', scheme, intervalsOf(signposts), [
    `read "${text}" as a vers range of ${scheme} versions`,
  ])
}

interface Signpost {
  readonly sign: string
  /** The stretch of keys that counts as the version named. */
  readonly floor: Uint8Array
  readonly after: Uint8Array
}

function placeOf({ comparator, version }: Constraint, scheme: VersionScheme): Signpost | null {
  const span = versionSpan(scheme, version)
  return span && { sign: comparator, floor: span.floor, after: span.after }
}

// Sorted by version, a lower bound runs to the next upper bound; equal versions are added, unequal ones taken out.
function intervalsOf(constraints: readonly Signpost[]): Interval[] {
  const sorted = [...constraints].sort((a, b) => compareKeys(a.floor, b.floor))
  const points = sorted.filter(({ sign }) => sign === '=').map(stretch)
  const holes = sorted.filter(({ sign }) => sign === '!=').map(stretch)
  const written = sorted.filter(({ sign }) => sign !== '=' && sign !== '!=')
  // Of upper bounds in a row the highest counts, of lower bounds the lowest (vers: redundant constraints).
  const bounds = written.filter((bound, at) => {
    const neighbour = written[isUpper(bound) ? at + 1 : at - 1]
    return !neighbour || isUpper(neighbour) !== isUpper(bound)
  })
  const ranges: Interval[] = bounds.flatMap((bound, at): Interval[] => {
    const before = bounds[at - 1]
    if (isUpper(bound)) return [{ low: before ? lowOf(before) : null, high: highOf(bound) }]
    return at === bounds.length - 1 ? [{ low: lowOf(bound), high: null }] : []
  })
  // "!=2.0" alone leaves every other version.
  if (bounds.length === 0 && points.length === 0) ranges.push(everything)
  return subtract(union(ranges, points), holes)
}

function lowOf({ sign, floor, after }: Signpost): Uint8Array {
  return sign === '>=' ? floor : after
}

function highOf({ sign, floor, after }: Signpost): Uint8Array {
  return sign === '<' ? floor : after
}

function isUpper({ sign }: Signpost): boolean {
  return sign === '<' || sign === '<='
}

function stretch({ floor, after }: Signpost): Interval {
  return { low: floor, high: after }
}
