// Reads one line of facts, as the command line takes them, into a situation; says every fault at once.
// SPDX-License-Identifier: EUPL-1.2
import { dayOf, isTimeZone } from '../../../platform/time/zone.ts'
import { significanceOf } from '../significance.ts'
import { answersOfFact, type StatedFacts, statedFacts } from './condition-facts.ts'
import { type Moments, momentKeys } from './moments.ts'
import type { Situation } from './situation.ts'
import { readTypedInstant } from './typed-instant.ts'

const maxLineCharacters = 100_000
const maxIdCharacters = 500

export interface LineFault {
  /** JSON pointer; empty is the line as a whole. */
  readonly pointer: string
  readonly detail: string
}

export interface FactLine {
  readonly id: string | number
  readonly situation: Situation
  /** The moment at which it is asked how clocks stand. */
  readonly at: Date
}

export interface ReadLine {
  /** Null when there are faults. */
  readonly line: FactLine | null
  readonly faults: readonly LineFault[]
  /** What does not hinder an answer: a field that nobody knows, a time that clocks show twice. */
  readonly remarks: readonly LineFault[]
}

/**
 * Fields: `id`, `country`, `timeZone`; the answers of `statedFacts`, the moments of `momentKeys`; `at` (default: now) and
 * `lawOn`, the day whose law counts (default: today, or the day of awareness where that is later). What is left out or
 * null is unknown.
 */
export function readFactLine(text: string, now: Date): ReadLine {
  const faults: LineFault[] = []
  const remarks: LineFault[] = []
  const found = parseObject(text, faults)
  if (!found) return { line: null, faults, remarks }
  const fault = (field: string, detail: string) => faults.push({ pointer: pointerTo(field), detail })
  const remark = (field: string, detail: string) => remarks.push({ pointer: pointerTo(field), detail })

  const id = readId(found.id, fault)
  const country = readCountry(found.country, fault)
  const timeZone = readZone(found.timeZone, fault)
  const facts = readFacts(found, fault)
  const moments = readMoments(found, timeZone, fault, remark)
  const at = readMoment(found, 'at', timeZone, fault, remark) ?? now
  const lawOn = readDay(found.lawOn, fault)
  for (const field of Object.keys(found).filter((name) => !knownFields.has(name)))
    remark(field, 'is no field that clocks know; it was left aside')
  if (faults.length > 0 || id === null || country === null || timeZone === null)
    return { line: null, faults, remarks }
  const asked = [dayOf(now, timeZone), ...(moments.awareAt ? [dayOf(moments.awareAt, timeZone)] : [])]
  return {
    line: {
      id,
      at,
      situation: { country, timeZone, facts, moments, lawOn: lawOn ?? asked.sort().at(-1) ?? null },
    },
    faults,
    remarks,
  }
}

const knownFields = new Set<string>([
  'id',
  'country',
  'timeZone',
  'at',
  'lawOn',
  ...statedFacts,
  ...momentKeys,
])

type Fields = Readonly<Record<string, unknown>>
type Say = (field: string, detail: string) => void

function parseObject(text: string, faults: LineFault[]): Fields | null {
  const whole = (detail: string) => {
    faults.push({ pointer: '', detail })
    return null
  }
  if (text.length > maxLineCharacters) return whole(`is longer than ${maxLineCharacters} characters`)
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
    return whole('is no JSON object')
  } catch (error) {
    return whole(`is no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function pointerTo(field: string): string {
  return `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function readId(value: unknown, fault: Say): string | number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'string' && value !== '' && value.length <= maxIdCharacters) return value
  fault('id', `must be a text of 1 to ${maxIdCharacters} characters or a number`)
  return null
}

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

function readCountry(value: unknown, fault: Say): string | null {
  if (typeof value === 'string' && /^[A-Z]{2}$/.test(value) && regionNames.of(value) !== undefined)
    return value
  fault('country', `must be a country code of ISO 3166-1 in capitals, such as FR, DE or GR: ${show(value)}`)
  return null
}

function readZone(value: unknown, fault: Say): string | null {
  if (typeof value === 'string' && isTimeZone(value)) return value
  fault('timeZone', `must be the name of a time zone, such as Europe/Paris: ${show(value)}`)
  return null
}

function readFacts(fields: Fields, fault: Say): StatedFacts {
  const stated: Record<string, string> = {}
  for (const fact of statedFacts) {
    const value = plainAnswer(fields[fact])
    if (value === null) continue
    if (typeof value === 'string' && answersOfFact[fact].includes(value)) stated[fact] = value
    else fault(fact, `must be one of ${answersOfFact[fact].join(', ')}: ${show(fields[fact])}`)
  }
  // The three questions decide where nobody said whether it is significant.
  return stated.significant === undefined ? { ...stated, significant: significanceOf(stated).answer } : stated
}

/** true, false and null are ways to write yes, no and unknown; `not-in-scope` is our own spelling elsewhere. */
function plainAnswer(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return value === 'not-in-scope' ? 'not_in_scope' : value
}

function readMoments(fields: Fields, timeZone: string | null, fault: Say, remark: Say): Moments {
  const moments = Object.fromEntries(
    momentKeys.flatMap((key) => {
      const at = readMoment(fields, key, timeZone, fault, remark)
      return at ? [[key, at]] : []
    }),
  ) as Moments
  if (moments.awareAt && moments.notificationSubmittedAt && moments.notificationSubmittedAt < moments.awareAt)
    remark('notificationSubmittedAt', 'lies before awareAt; one of the two may be wrong')
  return moments
}

function readMoment(
  fields: Fields,
  key: string,
  timeZone: string | null,
  fault: Say,
  remark: Say,
): Date | null {
  const value = fields[key]
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') {
    fault(key, `must be an ISO 8601 instant in quotes: ${show(value)}`)
    return null
  }
  const read = readTypedInstant(value, timeZone)
  if (read.at === undefined) {
    // A zone that is wrong has its own fault; the local times that hang on it would only repeat it.
    if (timeZone !== null || !read.fault.startsWith('has no offset'))
      fault(key, `${read.fault}: ${show(value)}`)
    return null
  }
  if (read.isAmbiguous) remark(key, `the clocks of ${timeZone} show this time twice; the first was taken`)
  return read.at
}

function readDay(value: unknown, fault: Say): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' && readTypedInstant(`${value}T00:00Z`, null).at) return value
  fault('lawOn', `must be a calendar day such as 2026-11-27: ${show(value)}`)
  return null
}

const shownCharacters = 60

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing'
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text
}
