// Takes off what some publishers write in front of their versions: a product ("Gate SE: 8.1"), a branch ("8.10.x: 8.10.4").
// SPDX-License-Identifier: EUPL-1.2
import { classOfWord, emptyWords } from '../versions/generic-words.ts'
import { branchSpan, type VersionScheme } from '../versions/index.ts'
import { type Atom, from, readAtom } from './atom.ts'
import type { Interval } from './index.ts'

export interface LabelledPart {
  /** Product in front, without branch; empty where only words such as "version" stand there. */
  readonly name: string
  /** Branch or first version in front ("8.10.x.x", "10.6.0.0"). */
  readonly branch: string | null
  /** What follows the colon, or the whole part where nothing stands in front. */
  readonly rest: string
}

const maxParts = 20
/** A longer text in front of a colon is prose. */
const maxLabel = 60
const labelled = /^([\p{L}\d][\p{L}\d .+_*-]{1,60}): (?=\S)/u
const branchAtEnd = /^(.{0,60}?)\s?\bv?(\d{1,6}(?:\.(?:\d{1,6}|x|\*)){1,5})$/i
/** "Fixed in Gate 3.0.5 (Affected 3.0.0-3.0.4)": what is affected stands in the brackets. */
const fixedThenAffected =
  /^(?:fixed in )?[^()]{1,80}\((?:affected|affects|affecting)(?: versions?)?:? ([^()]{1,200})\)$/i

/** The versions that a text calls affected beside those that it calls fixed; null where it does not speak so. */
export function affectedBesideFixed(text: string): string | null {
  // "1.1.1-1.1.1k" is a range here; elsewhere it may be one version with a suffix.
  return fixedThenAffected.exec(text)?.[1]?.replace(/(\d[\w.]{0,30})-(?=v?\d)/g, '$1 through ') ?? null
}

/** Null where no part of the text has anything in front of a colon. */
export function readLabels(text: string): readonly LabelledPart[] | null {
  const parts = text.split(';').map((part) => part.trim())
  if (parts.length > maxParts || !parts.some((part) => labelled.test(part))) return null
  return parts.filter((part) => part !== '').map(readPart)
}

function readPart(part: string): LabelledPart {
  const match = labelled.exec(part)
  const label = match?.[1]?.trim() ?? ''
  if (!match || label.length > maxLabel) return { name: '', branch: null, rest: part }
  const branched = branchAtEnd.exec(label)
  const words = (branched?.[1] ?? label).trim()
  const isName = words
    .toLowerCase()
    .split(/\s+/)
    .some((word) => /\p{L}/u.test(word) && !emptyWords.has(word) && !classOfWord.has(word))
  return { name: isName ? words : '', branch: branched?.[2] ?? null, rest: part.slice(match[0].length) }
}

/** The versions that a branch in front leaves; null where it cannot be read. */
export function spanOfBranch(branch: string, scheme: VersionScheme): readonly Interval[] | null {
  const stem = branch.replace(/(?:\.[x*])+$/i, '')
  if (stem !== branch) {
    const span = branchSpan(scheme, stem)
    return span === null ? null : [span]
  }
  const atom: Atom | null = readAtom(branch, scheme)
  return atom === null ? null : from(atom, scheme)
}
