// What people typed into forms of the catalogue, read into values or into one fault for each field.
// SPDX-License-Identifier: EUPL-1.2
import { plainText } from '../../platform/http/plain-text.ts'
import { addDays, dayOf, instantOf } from '../../platform/time/zone.ts'
import { type ChoiceKind, maxPlanDays, maxPutOffDays } from './choice.ts'
import { type RequestStep, stepsWithNote } from './request.ts'

export type Fault =
  | 'missing'
  | 'choose'
  | 'long'
  | 'date'
  | 'past'
  | 'far'
  | 'phone'
  | 'number'
  | 'language'
  | 'half'
  | 'country'
export type Faults = Readonly<Record<string, Fault>>

export type Read<T> =
  | { readonly value: T; readonly faults: null }
  | { readonly value: null; readonly faults: Faults }

export interface TypedDay {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface Today {
  readonly now: Date
  readonly timeZone: string
}

const maxReason = 1000
const maxText = 4000
const maxName = 200
const maxNote = 2000
const maxPromiseDays = 366

/** `start`: as that day begins, so that what is put off is back on it. `end`: shortly before it ends. */
export function readDay(
  { day, month, year }: TypedDay,
  { now, timeZone }: Today,
  limits: { readonly maxDays: number; readonly at: 'start' | 'end' },
): Date | Fault {
  const parts = [day, month, year].map((part) => part.trim())
  if (parts.every((part) => part === '')) return 'date'
  const text = `${parts[2]?.padStart(4, '0')}-${parts[1]?.padStart(2, '0')}-${parts[0]?.padStart(2, '0')}`
  const read = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(read.getTime())) return 'date'
  // The engine takes 30 February for 2 March; nobody means that.
  if (!read.toISOString().startsWith(text)) return 'date'
  const today = dayOf(now, timeZone)
  if (text <= today) return 'past'
  if (text > addDays(today, limits.maxDays)) return 'far'
  if (limits.at === 'start') return instantOf(text, 0, timeZone)
  return new Date(instantOf(addDays(text, 1), 0, timeZone).getTime() - 60_000)
}

export function readChoice(
  choice: ChoiceKind,
  typed: TypedDay & { readonly reason: string; readonly who: string },
  today: Today,
): Read<{ readonly until: Date | null; readonly reason: string | null; readonly who: string | null }> {
  const faults: Record<string, Fault> = {}
  let until: Date | null = null
  if (choice === 'planned' || choice === 'put-off') {
    const limits =
      choice === 'planned'
        ? { maxDays: maxPlanDays, at: 'end' as const }
        : { maxDays: maxPutOffDays, at: 'start' as const }
    const read = readDay(typed, today, limits)
    if (read instanceof Date) until = read
    else faults.until = read
  }
  const asks = choice === 'put-off' || choice === 'not-for-us'
  const reason = asks ? textOf(typed.reason, { max: maxReason, needed: true }) : { value: null, fault: null }
  if (reason.fault) faults.reason = reason.fault
  const who =
    choice === 'planned' ? textOf(typed.who, { max: maxName, needed: false }) : { value: null, fault: null }
  if (who.fault) faults.who = who.fault
  return result({ until, reason: reason.value, who: who.value }, faults)
}

export function readRequest(typed: {
  readonly text: string
  readonly contactName: string
  readonly contactPhone: string
}): Read<{
  readonly text: string | null
  readonly contactName: string
  readonly contactPhone: string | null
}> {
  const faults: Record<string, Fault> = {}
  const text = textOf(typed.text, { max: maxText, needed: false })
  const name = textOf(typed.contactName, { max: maxName, needed: true })
  const phone = typed.contactPhone.trim()
  if (text.fault) faults.text = text.fault
  if (name.fault) faults.contactName = name.fault
  if (phone !== '' && !/^[+0-9][0-9 ()/.-]{2,58}$/.test(phone)) faults.contactPhone = 'phone'
  return result({ text: text.value, contactName: name.value ?? '', contactPhone: phone || null }, faults)
}

export function readStep(
  step: RequestStep,
  typed: TypedDay & { readonly note: string },
  today: Today,
): Read<{ readonly note: string | null; readonly promisedFor: Date | null }> {
  const faults: Record<string, Fault> = {}
  const note = textOf(typed.note, { max: maxNote, needed: stepsWithNote.has(step) })
  if (note.fault) faults.note = note.fault
  let promisedFor: Date | null = null
  if (step === 'promise') {
    const read = readDay(typed, today, { maxDays: maxPromiseDays, at: 'end' })
    if (read instanceof Date) promisedFor = read
    else faults.when = read
  }
  return result({ note: note.value, promisedFor }, faults)
}

function textOf(
  typed: string,
  { max, needed }: { readonly max: number; readonly needed: boolean },
): { readonly value: string | null; readonly fault: Fault | null } {
  const text = plainText(typed)
  if (text === '') return { value: null, fault: needed ? 'missing' : null }
  return text.length > max ? { value: null, fault: 'long' } : { value: text, fault: null }
}

export function result<T>(value: T, faults: Readonly<Record<string, Fault>>): Read<T> {
  return Object.keys(faults).length > 0 ? { value: null, faults } : { value, faults: null }
}
