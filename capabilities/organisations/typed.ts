// Reads what people type about an organisation; every reader answers with the value or with what is wrong.
// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../../platform/i18n/index.ts'
import {
  type ContactDuty,
  type NewContact,
  type OwnFacts,
  type ProviderKind,
  providerKinds,
} from './organisation.ts'
import { countries, timeZones } from './places.ts'

export const employeesMax = 2_000_000
export const moneyMaxEuro = 1_000_000_000_000
const nameMaxLength = 200
const emailMaxLength = 254
const phoneShape = /^\+?[0-9 ()/.-]{3,40}$/
const emailShape = /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@"(),:;<>[\]\\.]+(\.[^\s@"(),:;<>[\]\\.]+)+$/

export type FieldFaults<Field extends string> = Partial<Record<Field, true>>
export type Read<Value, Field extends string> =
  | { readonly value: Value; readonly faults: null }
  | { readonly value: null; readonly faults: FieldFaults<Field> }

/** 1200, 1 200, 1.200, 1,200 and 1’200 are the same number; 1.5 is none, for people and euros are counted whole. */
export function readWhole(text: string, max: number): number | null | 'fault' {
  const typed = text.trim()
  if (typed === '') return null
  if (!/^(?:\d{1,15}|\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3}){1,4})$/.test(typed)) return 'fault'
  const value = Number(typed.replace(/\D/g, ''))
  return value <= max ? value : 'fault'
}

export type FactField = 'language' | 'timeZone' | 'employees' | 'turnoverEuro' | 'balanceSheetEuro'
export type TypedFacts = Readonly<Record<FactField, string>> & { readonly languages: readonly string[] }

export function readFacts(typed: TypedFacts, known: readonly Locale[]): Read<OwnFacts, FactField> {
  const employees = readWhole(typed.employees, employeesMax)
  const turnoverEuro = readWhole(typed.turnoverEuro, moneyMaxEuro)
  const balanceSheetEuro = readWhole(typed.balanceSheetEuro, moneyMaxEuro)
  const faults: FieldFaults<FactField> = {
    ...(known.some((locale) => locale === typed.language) ? {} : { language: true }),
    ...(timeZones.includes(typed.timeZone) ? {} : { timeZone: true }),
    ...(employees === 'fault' ? { employees: true } : {}),
    ...(turnoverEuro === 'fault' ? { turnoverEuro: true } : {}),
    ...(balanceSheetEuro === 'fault' ? { balanceSheetEuro: true } : {}),
  }
  if (
    Object.keys(faults).length > 0 ||
    employees === 'fault' ||
    turnoverEuro === 'fault' ||
    balanceSheetEuro === 'fault'
  )
    return { value: null, faults }
  const others = known.filter((locale) => locale !== typed.language && typed.languages.includes(locale))
  const languages = [typed.language, ...others]
  return {
    value: { languages, timeZone: typed.timeZone, employees, turnoverEuro, balanceSheetEuro },
    faults: null,
  }
}

export type MemberField = 'name' | 'country' | 'providerKind'
export interface NamedMember {
  readonly name: string
  readonly country: string
  readonly providerKind: ProviderKind
}

export function readMember(typed: Readonly<Record<MemberField, string>>): Read<NamedMember, MemberField> {
  const name = oneLine(typed.name)
  const providerKind = providerKinds.find((kind) => kind === typed.providerKind)
  const faults: FieldFaults<MemberField> = {
    ...(isName(name) ? {} : { name: true }),
    ...(countries.includes(typed.country) ? {} : { country: true }),
    ...(providerKind ? {} : { providerKind: true }),
  }
  if (Object.keys(faults).length > 0 || !providerKind) return { value: null, faults }
  return { value: { name, country: typed.country, providerKind }, faults: null }
}

export type ContactField = 'name' | 'email' | 'phone' | 'outOfHoursPhone' | 'language'

/** Management is called at night when nobody else answers, so it needs a telephone that is answered then. */
export function readContact(
  duty: ContactDuty,
  typed: Readonly<Record<ContactField, string>>,
  known: readonly Locale[],
): Read<NewContact, ContactField> {
  const name = oneLine(typed.name)
  const email = typed.email.trim()
  const phone = typed.phone.trim() || null
  const outOfHoursPhone = typed.outOfHoursPhone.trim() || null
  const faults: FieldFaults<ContactField> = {
    ...(isName(name) ? {} : { name: true }),
    ...(email.length <= emailMaxLength && emailShape.test(email) ? {} : { email: true }),
    ...(phone === null || phoneShape.test(phone) ? {} : { phone: true }),
    ...(isOutOfHoursPhoneRight(duty, outOfHoursPhone) ? {} : { outOfHoursPhone: true }),
    ...(known.some((locale) => locale === typed.language) ? {} : { language: true }),
  }
  if (Object.keys(faults).length > 0) return { value: null, faults }
  const { language } = typed
  return { value: { duty, name, email, phone, outOfHoursPhone, language, personId: null }, faults: null }
}

export function readSite(typed: { readonly name: string; readonly city: string }) {
  const name = oneLine(typed.name)
  const city = oneLine(typed.city)
  return isName(name) && city.length <= nameMaxLength ? { name, city: city || null } : null
}

function isOutOfHoursPhoneRight(duty: ContactDuty, phone: string | null): boolean {
  return phone === null ? duty !== 'management' : phoneShape.test(phone)
}

function isName(name: string): boolean {
  return name !== '' && name.length <= nameMaxLength
}

/** Names stand in subjects of mails and in tables: no line ends, no control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
