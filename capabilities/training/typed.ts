// What people typed into the forms of a class and a campaign, read into values or into one fault for each field.
// SPDX-License-Identifier: EUPL-1.2
import { addDays, dayOf, instantOf } from '../../platform/time/zone.ts'

export const maxLabel = 120
/** A class that is open for years is forgotten with its sheet on the wall. */
const maxDaysOpen = 366

export type ClassField = 'course' | 'label' | 'until' | 'language'
export type ClassFault = 'choose' | 'missing' | 'long' | 'day' | 'past' | 'far'
export type ClassFaults = Readonly<Partial<Record<ClassField, ClassFault>>>

export interface TypedClass {
  readonly course: string
  readonly label: string
  readonly 'until-day': string
  readonly 'until-month': string
  readonly 'until-year': string
  readonly language: string
}

export interface ClassWish {
  readonly courseKey: string
  readonly label: string
  /** The end of the last day in the house's time zone. */
  readonly until: Date
  readonly language: string
}

export interface ClassChoices {
  readonly courses: readonly string[]
  readonly languages: readonly string[]
  readonly timeZone: string
  readonly now: Date
}

export type ReadClass =
  | { readonly wish: ClassWish; readonly faults: null }
  | { readonly wish: null; readonly faults: ClassFaults }

export function readClass(typed: TypedClass, choices: ClassChoices): ReadClass {
  const faults: Partial<Record<ClassField, ClassFault>> = {}
  if (!choices.courses.includes(typed.course)) faults.course = 'choose'
  if (!choices.languages.includes(typed.language)) faults.language = 'choose'
  const label = typed.label.trim()
  if (label === '') faults.label = 'missing'
  if (label.length > maxLabel) faults.label = 'long'
  const day = dayTyped(typed)
  const fault = faultOfDay(day, choices)
  if (fault) faults.until = fault
  if (Object.keys(faults).length > 0 || day === null) return { wish: null, faults }
  const until = instantOf(addDays(day, 1), 0, choices.timeZone)
  return { wish: { courseKey: typed.course, label, until, language: typed.language }, faults: null }
}

function dayTyped(typed: TypedClass): string | null {
  const parts = [typed['until-year'], typed['until-month'], typed['until-day']].map((part) => part.trim())
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null
  const [year = '', month = '', day = ''] = parts
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${text}T00:00:00Z`)
  // The engine takes 30 February for 2 March; nobody means that.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) ? text : null
}

function faultOfDay(day: string | null, { timeZone, now }: ClassChoices): ClassFault | null {
  if (day === null) return 'day'
  const today = dayOf(now, timeZone)
  if (day < today) return 'past'
  return day > addDays(today, maxDaysOpen) ? 'far' : null
}
