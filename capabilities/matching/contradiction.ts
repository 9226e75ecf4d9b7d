// Where the text of a remedy contradicts the stated range: what it calls fixed, the range calls affected.
// SPDX-License-Identifier: EUPL-1.2
import { readRangeText } from '@salus/standards/ranges'
import { compareVersions } from '@salus/standards/versions'
import type { ExplanationStep } from './explanation.ts'
import { rememberByObject } from './memo.ts'
import type { Remedy } from './remedies.ts'
import type { StatedRange } from './stated-range.ts'
import { decideVersion, type VersionedItem } from './version-decision.ts'

interface Stated {
  readonly range: StatedRange
  readonly remedies: () => readonly Remedy[]
}

/**
 * The step that says why nobody can tell, for a version that the range holds and that is not older than the newest fix
 * named in a remedy; null elsewhere, where the range decides. Fixes of older branches below the newest are no
 * contradiction as long as the newest lies outside of the range.
 */
export function findContradiction(item: VersionedItem, stated: Stated): ExplanationStep | null {
  const remedy = contradictingRemedy(stated)
  if (!remedy || item.version === null) return null
  const fromFix = plainRange(`>= ${remedy.version}`)
  if (decideVersion({ ...item, isMember: null }, fromFix).answer !== 'in') return null
  return {
    code: 'remedy-contradicts',
    remedy: remedy.text,
    fix: remedy.version,
    versions: stated.range.text || '*',
  }
}

/** The newest fix, where the range calls it affected. */
export const contradictingRemedy = rememberByObject(({ range, remedies }: Stated): Remedy | null => {
  if (isRestricted(range)) return null
  const newest = newestOf(remedies())
  if (!newest || isNamedItself(newest.version, range.text)) return null
  const fix = { version: newest.version, nameWords: new Set<string>(), isMember: null, models: [] }
  return decideVersion(fix, range).answer === 'in' ? newest : null
})

/** Where the versions belong to models or to something else that is installed, a remedy may speak of either. */
function isRestricted({ reading, members }: StatedRange): boolean {
  return (
    reading.grade === 'unparsed' || members.length + reading.conditions.length + reading.models.length > 0
  )
}

/** A range that lists the fix by itself, or begins with it, means it: an advice for older versions changes nothing. */
function isNamedItself(fix: string, range: string): boolean {
  const number = fix.replace(/^[vr]\.? ?(?=\d)/i, '').toLowerCase()
  const isBounded = /[<]|\b(?:prior|earlier|before|below|older|previous|through|up to)\b/i.test(range)
  const words = range.toLowerCase().split(/[\s|,;]+/)
  const listed = words.some((word) => word.replace(/^v(?=\d)/, '') === number)
  const begins = words.some(
    (word, index) => /^>=?v?/.test(word) && (word.replace(/^>=?v?/, '') || words[index + 1]) === number,
  )
  return (listed && !isBounded) || begins
}

function newestOf(remedies: readonly Remedy[]): Remedy | null {
  return remedies.reduce<Remedy | null>((newest, one) => {
    if (!newest) return one
    return compareVersions('generic', one.version, newest.version) === 1 ? one : newest
  }, null)
}

function plainRange(text: string): StatedRange {
  const reading = readRangeText(text)
  return {
    text,
    reading,
    bounds: null,
    display: null,
    named: null,
    branch: null,
    members: [],
    labels: [],
    isUnstated: false,
  }
}
