// Reads what people type about restore tests, recovery orders and the crisis pack; answers with the value or the faults.
// SPDX-License-Identifier: EUPL-1.2
import { instantOf } from '../../platform/time/zone.ts'
import {
  maxTestHours,
  type NewRestoreTest,
  systemClasses,
  systemKey,
  type TestOutcome,
  testOutcomes,
} from './restore-test.ts'

export const maxNameCharacters = 120
export const maxNoteCharacters = 2_000
export const maxPageCharacters = 10_000
export const maxSystems = 40
const maxSizeGb = 10_000_000

export type Faults<Field extends string> = Partial<Record<Field, true>>
export type Read<Value, Field extends string> =
  | { readonly value: Value; readonly faults: null }
  | { readonly value: null; readonly faults: Faults<Field> }

export type TestField =
  | 'system'
  | 'systemClass'
  | 'startedAt'
  | 'endedAt'
  | 'sizeGb'
  | 'watchedBy'
  | 'outcome'
  | 'note'
export type TypedTest = Readonly<Record<TestField, string>>

/** `note` is at fault where neither a note nor a file shows that it happened. */
export function readTest(
  typed: TypedTest,
  evidence: NewRestoreTest['evidence'],
  timeZone: string,
  now: Date,
): Read<NewRestoreTest, TestField> {
  const system = oneLine(typed.system)
  const watchedBy = oneLine(typed.watchedBy)
  const systemClass = systemClasses.find((one) => one === typed.systemClass)
  const outcome: TestOutcome | undefined = testOutcomes.find((one) => one === typed.outcome)
  const startedAt = readLocal(typed.startedAt, timeZone)
  const endedAt = readLocal(typed.endedAt, timeZone)
  const sizeGb = readSize(typed.sizeGb)
  const note = typed.note.trim()
  const isEnded = startedAt !== null && endedAt !== null && isPossible(startedAt, endedAt, now)
  const faults: Faults<TestField> = {
    ...(isName(system) ? {} : { system: true }),
    ...(systemClass ? {} : { systemClass: true }),
    ...(startedAt ? {} : { startedAt: true }),
    ...(isEnded || !startedAt ? (endedAt ? {} : { endedAt: true }) : { endedAt: true }),
    ...(sizeGb === 'fault' ? { sizeGb: true } : {}),
    ...(isName(watchedBy) ? {} : { watchedBy: true }),
    ...(outcome ? {} : { outcome: true }),
    ...((note === '' && evidence === null) || note.length > maxNoteCharacters ? { note: true } : {}),
  }
  if (
    Object.keys(faults).length > 0 ||
    !systemClass ||
    !outcome ||
    !startedAt ||
    !endedAt ||
    sizeGb === 'fault'
  )
    return { value: null, faults }
  return {
    value: {
      system,
      systemClass,
      startedAt,
      endedAt,
      sizeGb,
      watchedBy,
      outcome,
      note: note === '' ? null : note,
      evidence,
    },
    faults: null,
  }
}

function isPossible(startedAt: Date, endedAt: Date, now: Date): boolean {
  const hours = (endedAt.getTime() - startedAt.getTime()) / 3_600_000
  return hours > 0 && hours <= maxTestHours && endedAt <= now
}

/** `2026-11-17 08:40` on the member's clocks; null when it is none. */
export function readLocal(text: string, timeZone: string): Date | null {
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})$/.exec(text.trim()) ?? []
  if (!day || Number(hour) > 23 || Number(minute) > 59) return null
  const noon = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) return null
  return new Date(instantOf(day, Number(hour), timeZone).getTime() + Number(minute) * 60_000)
}

function readSize(text: string): number | null | 'fault' {
  const typed = text.trim().replace(',', '.')
  if (typed === '') return null
  if (!/^\d{1,8}(?:\.\d{1,3})?$/.test(typed)) return 'fault'
  const size = Number(typed)
  return size <= maxSizeGb ? size : 'fault'
}

/** One system in a line, first first; a system named twice counts where it stands first. Null: too many or too long. */
export function readOrder(text: string): readonly string[] | null {
  const systems = [
    ...new Map(
      text
        .split('\n')
        .map(oneLine)
        .filter((line) => line !== '')
        .map((line) => [systemKey(line), line] as const)
        .toReversed(),
    ).values(),
  ].toReversed()
  return systems.length <= maxSystems && systems.every(isName) ? systems : null
}

export type PersonField = 'name' | 'task' | 'phone' | 'agreed'
export interface NewPerson {
  readonly name: string
  readonly task: string
  readonly phone: string
}

/** A private number is taken only with the word that its owner agreed. */
export function readPerson(typed: Readonly<Record<PersonField, string>>): Read<NewPerson, PersonField> {
  const person = { name: oneLine(typed.name), task: oneLine(typed.task), phone: oneLine(typed.phone) }
  const faults: Faults<PersonField> = {
    ...(isName(person.name) ? {} : { name: true }),
    ...(isName(person.task) ? {} : { task: true }),
    ...(isPhone(person.phone) ? {} : { phone: true }),
    ...(typed.agreed === 'yes' ? {} : { agreed: true }),
  }
  return Object.keys(faults).length > 0 ? { value: null, faults } : { value: person, faults: null }
}

export type SupplierField = 'name' | 'supplies' | 'phone' | 'contract'
export interface NewSupplier {
  readonly name: string
  readonly supplies: string
  readonly phone: string
  /** Contract or customer number, and hours of support. */
  readonly contract: string
}

export function readSupplier(
  typed: Readonly<Record<SupplierField, string>>,
): Read<NewSupplier, SupplierField> {
  const supplier = {
    name: oneLine(typed.name),
    supplies: oneLine(typed.supplies),
    phone: oneLine(typed.phone),
    contract: oneLine(typed.contract),
  }
  const faults: Faults<SupplierField> = {
    ...(isName(supplier.name) ? {} : { name: true }),
    ...(isName(supplier.supplies) ? {} : { supplies: true }),
    ...(isPhone(supplier.phone) ? {} : { phone: true }),
    ...(supplier.contract.length <= maxNameCharacters ? {} : { contract: true }),
  }
  return Object.keys(faults).length > 0 ? { value: null, faults } : { value: supplier, faults: null }
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

export function isName(text: string): boolean {
  return text.length >= 1 && text.length <= maxNameCharacters
}

function isPhone(text: string): boolean {
  return /^\+?[0-9 ()/.-]{3,40}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, ''))
}
