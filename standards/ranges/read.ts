// Reads a range as a publisher wrote it: vers notation, comparison signs or prose.
// SPDX-License-Identifier: EUPL-1.2
import { rewriteDates } from '../versions/generic-dates.ts'
import type { VersionScheme } from '../versions/index.ts'
import { splitBeside } from './beside.ts'
import { cleanText } from './clean.ts'
import type { Interval, RangeReading } from './index.ts'
import { intersect, union } from './intervals.ts'
import { affectedBesideFixed, type LabelledPart, readLabels, spanOfBranch } from './labels.ts'
import { replacePhrases, sign } from './phrases.ts'
import { allVersions, someVersions, unparsed } from './reading.ts'
import { readSigns } from './signs.ts'
import { readVers } from './vers.ts'

/** Longer texts are descriptions, not ranges. */
export const maxRangeLength = 1_000

export function readRangeText(text: string, scheme: VersionScheme = 'generic'): RangeReading {
  if (text.length > maxRangeLength) {
    return unparsed(scheme, [`the text has ${text.length} characters, more than a range of versions has`])
  }
  const cleaned = cleanText(text)
  if (/^vers:/i.test(cleaned)) {
    const reading = readVers(cleaned, scheme)
    if (reading) return reading
  }
  const plain = cleaned.replace(/^vers:[a-z0-9.+-]*\//i, '')
  const affected = affectedBesideFixed(plain)
  if (affected !== null) {
    const reading = readProse(affected, scheme)
    const step = `read "${affected}" as what is affected`
    if (reading.grade !== 'unparsed') return { ...reading, steps: [step, ...reading.steps] }
  }
  return readLabelled(readLabels(plain), scheme) ?? readProse(plain, scheme)
}

/** Null where a part cannot be read alone, so that the text is better read as one. */
function readLabelled(parts: readonly LabelledPart[] | null, scheme: VersionScheme): RangeReading | null {
  if (parts === null) return null
  const sets: (readonly Interval[])[] = []
  const steps: string[] = []
  for (const { name, branch, rest } of parts) {
    const reading = readProse(rest, scheme)
    const span = branch === null ? null : spanOfBranch(branch, scheme)
    const isPlain = reading.grade !== 'unparsed' && !reading.all && reading.models.length === 0
    if (!isPlain || (branch !== null && span === null)) return null
    if (name !== '') steps.push(`took "${name}" as the product of "${rest}"`)
    if (branch !== null) steps.push(`took "${branch}" as the branch of "${rest}"`)
    steps.push(...reading.steps)
    sets.push(span === null ? reading.intervals : intersect(reading.intervals, span))
  }
  return someVersions('parsed', scheme, union(...sets), steps, { conditions: [], models: [] })
}

function readProse(cleaned: string, scheme: VersionScheme): RangeReading {
  const steps: string[] = []
  const beside = splitBeside(scheme === 'generic' ? rewriteDates(cleaned) : cleaned)
  steps.push(...beside.steps)
  if (beside.version === '' && beside.conditions.length + beside.models.length > 0) {
    return allVersions('parsed', scheme, [...steps, 'no version is named: every version is meant'], beside)
  }
  const signs = replacePhrases(beside.version, steps)
  if (signs === sign.all || signs === '*') return allVersions('parsed', scheme, steps, beside)
  const result = readSigns(signs, scheme)
  const restricted = { conditions: beside.conditions, models: [...beside.models, ...result.names] }
  steps.push(...result.steps)
  if (!result.intervals) return unparsed(scheme, steps, restricted)
  if (result.onlyNames) return allVersions('parsed', scheme, steps, restricted)
  return someVersions('parsed', scheme, result.intervals, steps, restricted)
}
