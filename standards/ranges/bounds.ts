// Reads bounds that come as fields of their own (OSV events, CVE versions, KEV) and single versions.
// SPDX-License-Identifier: EUPL-1.2
import type { VersionScheme } from '../versions/index.ts'
import { compareKeys } from '../versions/key.ts'
import { type Atom, above, below, from, readAtom, upTo } from './atom.ts'
import { cleanText } from './clean.ts'
import type { Interval, RangeReading } from './index.ts'
import { everything, intersect } from './intervals.ts'
import { readRangeText } from './read.ts'
import { allVersions, someVersions, unparsed } from './reading.ts'
import { schemeFor } from './schemes.ts'

export interface Bounds {
  /** Ecosystem, purl type or CVE versionType: chooses the scheme unless one is given. */
  readonly type?: string | undefined
  readonly low?: string | null | undefined
  /** True unless stated: an "introduced" version is affected. */
  readonly lowInclusive?: boolean | undefined
  readonly high?: string | null | undefined
  /** False unless stated: a "fixed" version is not affected. */
  readonly highInclusive?: boolean | undefined
}

/** A bound left out, empty, "0" (low) or "*" is open. One that does not parse makes the whole range unparsed. */
export function readBounds(bounds: Bounds, scheme?: VersionScheme): RangeReading {
  const chosen = scheme ?? schemeFor(bounds.type === undefined ? {} : { type: bounds.type })
  const highs = severalEnds(bounds.high)
  if (highs.length > 1) return readSeveral(bounds, highs, chosen, scheme)
  const low = readBound(bounds.low, chosen, openLow)
  const high = readBound(bounds.high, chosen, openHigh)
  if (low === 'bad' || high === 'bad')
    return readOtherwise(bounds, chosen, scheme !== undefined, low === 'bad')
  if (!low && !high) return allVersions('exact', chosen, ['neither bound is set: every version'])
  const lowInclusive = bounds.lowInclusive ?? true
  const highInclusive = bounds.highInclusive ?? false
  const lower: Interval[] = !low ? [everything] : lowInclusive ? from(low, chosen) : above(low, chosen)
  const upper: Interval[] = !high ? [everything] : highInclusive ? upTo(high) : below(high)
  const words = [
    ...(low ? [`${lowInclusive ? '>=' : '>'} ${low.text}`] : []),
    ...(high ? [`${highInclusive ? '<=' : '<'} ${high.text}`] : []),
  ]
  return someVersions('exact', chosen, intersect(lower, upper), [`affected: versions ${words.join(' and ')}`])
}

const openLow = ['', '*', '0', '-', 'unspecified', 'n/a']
const openHigh = ['', '*', '-']
/** More ends than these are prose. */
const maxHighs = 20
/** A word behind a dash that all bounds carry ("22.4R3-EVO") names the product line, not the version. */
const lineMark = /-([A-Z]{2,5})$/i

/** Records write prose into a bound ("9.18.0 and below"), or call versions SemVer that are not. */
function readOtherwise(
  bounds: Bounds,
  scheme: VersionScheme,
  isSchemeKnown: boolean,
  isLowBad: boolean,
): RangeReading {
  const [low, high] = [bounds.low ?? '', bounds.high ?? '']
  if (/\s\p{L}{2}/u.test(high) && (openLow.includes(low) || low === high)) {
    const prose = readRangeText(high, scheme)
    if (prose.grade !== 'unparsed') return prose
  }
  if (!isSchemeKnown && scheme === 'semver') {
    const plain = withoutLineMark(bounds)
    const generic = readBounds(plain.bounds, 'generic')
    const step = `the versions are not written as ${scheme}, so they are compared part by part`
    if (generic.grade !== 'unparsed') return { ...generic, steps: [step, ...plain.steps, ...generic.steps] }
  }
  const [side, text] = isLowBad ? ['lower', low] : ['upper', high]
  return unparsed(scheme, [`could not read the ${side} bound "${text}" as a ${scheme} version`])
}

function severalEnds(high: string | null | undefined): string[] {
  if (!high?.includes(',')) return []
  const ends = high.split(',', maxHighs + 1).map((text) => text.trim())
  return ends.length <= maxHighs && ends.every((end) => /^v?\d[^\s,]*$/i.test(end)) ? ends : []
}

/** "23.2R1-S2, 23.2R2" in the place of one end: the fix came in the first and is in all that follow. */
function readSeveral(
  bounds: Bounds,
  highs: readonly string[],
  chosen: VersionScheme,
  scheme: VersionScheme | undefined,
): RangeReading {
  const readings = highs.map((high) => readBounds({ ...bounds, high }, scheme))
  const readable = readings.filter(({ grade, intervals }) => grade !== 'unparsed' && intervals.length > 0)
  const [first] = readable.toSorted((a, b) => compareKeys(endOf(a), endOf(b)))
  if (!first || readable.length < readings.length)
    return unparsed(chosen, [`could not read "${highs.join(', ')}" as ${chosen} versions`])
  return { ...first, grade: 'parsed', steps: [`took the first of "${highs.join(', ')}"`, ...first.steps] }
}

function endOf({ intervals }: RangeReading): Uint8Array {
  return intervals.at(-1)?.high ?? Uint8Array.of(0xff)
}

function withoutLineMark(bounds: Bounds): { bounds: Bounds; steps: string[] } {
  const written = [bounds.low, bounds.high].filter((text) => text && !openLow.includes(text))
  const marks = new Set(written.map((text) => lineMark.exec(text ?? '')?.[1]?.toLowerCase()))
  const [mark] = marks
  if (marks.size !== 1 || mark === undefined) return { bounds, steps: [] }
  const cut = (text: string | null | undefined) => text?.replace(lineMark, '')
  return {
    bounds: { ...bounds, low: cut(bounds.low), high: cut(bounds.high) },
    steps: [`left out "-${mark}"`],
  }
}

/** Exactly this version; for a whole major number or a wildcard every version below it. */
export function readExactVersion(text: string, scheme: VersionScheme = 'generic'): RangeReading {
  const cleaned = cleanText(text)
  if (/^(?:\*|all|all versions|any)$/i.test(cleaned)) return allVersions('exact', scheme, ['every version'])
  const atom = readAtom(cleaned, scheme)
  if (!atom) return unparsed(scheme, [`could not read "${text.slice(0, 200)}" as a ${scheme} version`])
  return someVersions('exact', scheme, atom.exact, [`affected: version ${atom.text}`])
}

function readBound(
  text: string | null | undefined,
  scheme: VersionScheme,
  open: readonly string[],
): Atom | null | 'bad' {
  if (text === null || text === undefined) return null
  const cleaned = cleanText(text)
  if (open.includes(cleaned)) return null
  return readAtom(cleaned, scheme) ?? 'bad'
}
