// Decides whether the version of an item is in a stated range, or that nobody can tell.
// SPDX-License-Identifier: EUPL-1.2
import { comparable, intervalsContain, type RangeGrade, type RangeReading } from '@salus/standards/ranges'
import { versionKey } from '@salus/standards/versions'
import type { ExplanationStep, VersionResult } from './explanation.ts'
import { liesBetween } from './pairwise-order.ts'
import type { StatedRange } from './stated-range.ts'
import { foldText, squeeze } from './text.ts'

export interface VersionedItem {
  readonly version: string | null
  /** Words of its own name and of the stated one, which the version text may repeat. */
  readonly nameWords: ReadonlySet<string>
  /** Whether it is one of the members named in the place of versions: null where it does not say. */
  readonly isMember: boolean | null
  /** Model numbers that it states, letters and digits only. */
  readonly models: readonly string[]
}

export interface VersionDecision {
  readonly answer: 'in' | 'out' | 'cannot-tell'
  readonly result: VersionResult
  readonly grade: RangeGrade
  readonly steps: readonly ExplanationStep[]
}

const maxVersionText = 200

export function decideVersion(item: VersionedItem, range: StatedRange): VersionDecision {
  const readSteps = range.reading.steps.map((step): ExplanationStep => ({ code: 'range-read', step }))
  const asModels = decideByModel(item, range)
  if (asModels) return { ...asModels, steps: [...readSteps, ...asModels.steps] }
  const conditions = range.reading.conditions.map(
    (condition): ExplanationStep => ({ code: 'condition-not-stated', condition }),
  )
  const decision = decideByField(item, range)
  return { ...decision, steps: [...readSteps, ...conditions, ...decision.steps] }
}

/** Models in the place of versions, or beside them ("9.x model 35700"), decide before any version is compared. */
function decideByModel(item: VersionedItem, range: StatedRange): VersionDecision | null {
  const stated = [...range.members, ...range.reading.models]
  if (stated.length === 0) return null
  const step = (own: string, fits: boolean): ExplanationStep => ({
    code: 'model-compared',
    own,
    stated: stated.join(', '),
    fits,
  })
  if (range.members.length > 0 && item.isMember !== null) {
    const answer = item.isMember ? 'in' : 'out'
    return { answer, result: answer, grade: 'parsed', steps: [step(item.models.join(', '), item.isMember)] }
  }
  const wanted = range.reading.models.map(normalizeModel)
  if (range.members.length === 1 && item.version === null) {
    const condition: ExplanationStep = { code: 'condition-not-stated', condition: range.members[0] ?? '' }
    return { answer: 'in', result: 'in', grade: 'parsed', steps: [condition] }
  }
  const own = item.models.find((one) => wanted.some((other) => isSameKind(one, other)))
  if (own !== undefined && !wanted.includes(own))
    return { answer: 'out', result: 'out', grade: 'parsed', steps: [step(own, false)] }
  return null
}

function normalizeModel(text: string): string {
  return squeeze(foldText(text))
}

/** Two order numbers of one maker begin alike; a number of another kind says nothing about the stated ones. */
function isSameKind(own: string, stated: string): boolean {
  return (
    own.length >= 4 && own.slice(0, 2) === stated.slice(0, 2) && Math.abs(own.length - stated.length) <= 2
  )
}

function decideByField(item: VersionedItem, range: StatedRange): VersionDecision {
  const restricted = range.named && (range.reading.all || range.isUnstated) ? range.named : null
  if (restricted) return compareWith(item, restricted.text, restricted.reading)
  if (range.isUnstated) return settle('in', 'not-needed', item, range.text, range.reading.grade)
  const byBranch = range.branch && compareWith(item, range.branch.text, range.branch.reading)
  if (byBranch?.answer === 'out') return byBranch
  const byField = compareInPairs(item, range) ?? compareWith(item, range.text, range.reading)
  const byDisplay = range.display && compareWith(item, range.display.text, range.display.reading)
  if (
    !range.display ||
    !byDisplay ||
    byDisplay.answer === 'cannot-tell' ||
    byDisplay.answer === byField.answer
  )
    return byField
  // Two single versions that differ ("2.2" and "2.20"): both may be meant.
  if (
    byField.answer === 'in' &&
    byDisplay.grade === 'parsed' &&
    !/[a-z<>=]{2}|[<>=]/i.test(range.display.text)
  )
    return byField
  const step: ExplanationStep = {
    code: 'display-name-decides',
    field: range.text,
    display: range.display.text,
  }
  return { ...byDisplay, steps: [step, ...byDisplay.steps] }
}

function compareWith(item: VersionedItem, text: string, reading: RangeReading): VersionDecision {
  if (reading.all) return settle('in', 'all', item, text, reading.grade)
  const version = item.version?.trim().slice(0, maxVersionText) ?? ''
  if (version === '' || /^(?:n\/?a|unknown|unbekannt|inconnue?|sconosciut[ao]|\?+|-)$/i.test(version)) {
    return settle('cannot-tell', 'missing', item, text, reading.grade)
  }
  if (reading.grade === 'unparsed') {
    const isWritten = isWrittenIn(version, text)
    return settle(
      isWritten ? 'in' : 'cannot-tell',
      isWritten ? 'in' : 'unreadable-range',
      item,
      text,
      reading.grade,
    )
  }
  return compareKeys(item, version, text, reading)
}

/** Where versions of the scheme have no keys for all of them, the ecosystem's own comparison decides. */
function compareInPairs(item: VersionedItem, { text, reading, bounds }: StatedRange): VersionDecision | null {
  const version = item.version?.trim().slice(0, maxVersionText) ?? ''
  const isInside = version === '' ? null : liesBetween(reading.scheme, version, bounds)
  if (isInside === null) return null
  const answer = isInside ? 'in' : 'out'
  const decision = settle(answer, answer, item, text, 'exact')
  const step = `compared with each bound by the rules of ${reading.scheme}, whose versions do not all stand in one row`
  return { ...decision, steps: [{ code: 'range-read', step }, ...decision.steps] }
}

function compareKeys(
  item: VersionedItem,
  version: string,
  text: string,
  reading: RangeReading,
): VersionDecision {
  let sawKey = false
  for (const candidate of spellings(version, item.nameWords, text)) {
    const key = versionKey(reading.scheme, candidate)
    if (!key) continue
    sawKey = true
    if (!comparable(reading, key)) continue
    const answer = intervalsContain(reading.intervals, key) ? 'in' : 'out'
    const decision = settle(answer, answer, item, text, reading.grade)
    if (candidate === version) return decision
    return {
      ...decision,
      steps: [{ code: 'version-cleaned', from: version, to: candidate }, ...decision.steps],
    }
  }
  return settle('cannot-tell', sawKey ? 'other-notation' : 'unreadable-version', item, text, reading.grade)
}

/** A service pack of the number nought is none. */
const noPack = /[\s_-]sp[\s_-]?0+(?!\d)/i
const lineMark = /-[a-z]{2,5}$/i

/** The text as it is; without what it repeats of the name; without words before the first number; the plain number. */
function spellings(written: string, nameWords: ReadonlySet<string>, range: string): string[] {
  const mark = lineMark.exec(written)?.[0]
  // "22.4R3-EVO" below "< 22.4R3-S3-EVO": both name the product line behind the version.
  const isLine = mark !== undefined && range.toLowerCase().includes(mark.toLowerCase())
  const version = (isLine ? written.slice(0, -mark.length) : written)
    .replace(noPack, '')
    .replace(/^v(?=[A-Z]\d)/, '')
  const words = version.split(/\s+/)
  const named = words.filter((word) => !nameWords.has(squeeze(foldText(word))))
  const first = words.findIndex((word) => /\d/.test(word))
  const fromNumber = first > 0 ? words.slice(first).join(' ') : ''
  const number = /\d+(?:\.\d+)+/.exec(version)?.[0] ?? ''
  const withoutPatch = version.replace(/\s(?:with|incl\.?|including|plus|mit|avec|con)\s.*$/i, '')
  return [...new Set([withoutPatch, named.join(' '), fromNumber, number])].filter((text) => text !== '')
}

function isWrittenIn(version: string, text: string): boolean {
  const wanted = foldText(version).replace(/^v(?=\d)/, '')
  return (
    wanted.length >= 2 &&
    foldText(text)
      .split(/[\s|,;()]+/)
      .some((word) => word.replace(/^v(?=\d)/, '') === wanted)
  )
}

function settle(
  answer: VersionDecision['answer'],
  result: VersionResult,
  item: VersionedItem,
  versions: string,
  grade: RangeGrade,
): VersionDecision {
  return { answer, result, grade, steps: [{ code: 'version', version: item.version, versions, result }] }
}
