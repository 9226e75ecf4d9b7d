// What people typed into a form of the check, read into values or into one fault for each field.
// SPDX-License-Identifier: EUPL-1.2
import { isLocale } from '../../platform/i18n/index.ts'

export type Fault = 'missing' | 'long' | 'mail' | 'address' | 'choose' | 'date' | 'past' | 'far' | 'year'
export type Faults<F extends string> = Readonly<Partial<Record<F, Fault>>>

export type Read<T, F extends string> =
  | { readonly value: T; readonly faults: null }
  | { readonly value: null; readonly faults: Faults<F> }

/** Collects faults while the fields are read, so that all of them are said at once. */
export class Reading<F extends string> {
  readonly #faults: Partial<Record<F, Fault>> = {}

  text(field: F, typed: string, maxLength: number): string {
    const text = typed.trim()
    if (text === '') this.fault(field, 'missing')
    if (text.length > maxLength) this.fault(field, 'long')
    return text
  }

  optional(field: F, typed: string, maxLength: number): string | null {
    const text = typed.trim()
    if (text.length > maxLength) this.fault(field, 'long')
    return text || null
  }

  fault(field: F, fault: Fault): void {
    this.#faults[field] ??= fault
  }

  result<T>(value: T): Read<T, F> {
    return Object.keys(this.#faults).length > 0
      ? { value: null, faults: this.#faults }
      : { value, faults: null }
  }
}

const maxNote = 2000
const maxAddress = 500

export type EvidenceField = 'note' | 'evidence'

export function readEvidence(typed: {
  readonly note: string
  readonly evidence: string
}): Read<{ readonly note: string | null; readonly evidenceUrl: string | null }, EvidenceField> {
  const reading = new Reading<EvidenceField>()
  const note = reading.optional('note', typed.note, maxNote)
  const evidenceUrl = reading.optional('evidence', typed.evidence, maxAddress)
  // Shown as a link, so nothing but an address of the web may stand there.
  if (evidenceUrl && !(/^https?:\/\/[^\s"<>]{3,}$/i.test(evidenceUrl) && URL.canParse(evidenceUrl)))
    reading.fault('evidence', 'address')
  return reading.result({ note, evidenceUrl })
}

export type AskField = 'what' | 'forWhom' | 'email' | 'language' | 'words'

export function readAsking(typed: Readonly<Record<AskField, string>>): Read<
  {
    readonly what: 'question' | 'section'
    readonly forWhom: string
    readonly email: string
    readonly language: string
    readonly words: string | null
  },
  AskField
> {
  const reading = new Reading<AskField>()
  const what = typed.what === 'section' ? 'section' : 'question'
  if (typed.what !== what) reading.fault('what', 'choose')
  const forWhom = reading.text('forWhom', typed.forWhom, 200)
  const email = reading.text('email', typed.email, 254)
  if (email !== '' && !/^[^\s@<>"(),;:\\]{1,64}@[^\s@<>"(),;:\\]{1,185}\.[^\s@.<>"(),;:\\]{2,}$/.test(email))
    reading.fault('email', 'mail')
  if (!isLocale(typed.language)) reading.fault('language', 'choose')
  const words = reading.optional('words', typed.words, 1000)
  return reading.result({ what, forWhom, email, language: typed.language, words })
}

export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** `2026-12-18`, or null where it is none. */
export function readDay({ day, month, year }: TypedDate): string | null {
  const [d, m, y] = [day.trim(), month.trim(), year.trim()]
  if (!/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^\d{4}$/.test(y)) return null
  const text = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

/** A day that is still to come, and not further than `maxDays`. */
export function futureDay<F extends string>(
  reading: Reading<F>,
  field: F,
  typed: TypedDate,
  { today, maxDays }: { readonly today: string; readonly maxDays: number },
): string {
  const day = readDay(typed)
  if (day === null) {
    reading.fault(field, typed.day || typed.month || typed.year ? 'date' : 'missing')
    return today
  }
  if (day <= today) reading.fault(field, 'past')
  else if (Date.parse(day) - Date.parse(today) > maxDays * 86_400_000) reading.fault(field, 'far')
  return day
}

export function readYear<F extends string>(reading: Reading<F>, field: F, typed: string, now: Date): number {
  const year = Number(typed.trim())
  const today = now.getUTCFullYear()
  if (!/^\d{4}$/.test(typed.trim()) || year < today - 3 || year > today + 1) reading.fault(field, 'year')
  return year
}
