// What people typed into a form, read into values or into one fault for each field.
// SPDX-License-Identifier: EUPL-1.2
import { instantAt } from '../../platform/time/zone.ts'

export type Fault =
  | 'missing'
  | 'choose'
  | 'phone'
  | 'long'
  | 'time'
  | 'past'
  | 'far'
  | 'order'
  | 'names'
  | 'own-name'
  | 'country'
export type Faults<F extends string = string> = Readonly<Partial<Record<F, Fault>>>

export type Read<T, F extends string> =
  | { readonly value: T; readonly faults: null }
  | { readonly value: null; readonly faults: Faults<F> }

/** Collects faults while the fields are read, so that all of them are said at once. */
export class Reading<F extends string> {
  readonly #faults: Partial<Record<F, Fault>> = {}

  text(field: F, typed: string, maxLength: number): string {
    const text = typed.trim()
    if (text === '') this.fault(field, 'missing')
    return this.#short(field, text, maxLength)
  }

  optional(field: F, typed: string, maxLength: number): string | null {
    return this.#short(field, typed.trim(), maxLength) || null
  }

  phone(field: F, typed: string): string {
    const phone = this.text(field, typed, maxPhoneLength)
    if (phone !== '' && phone.length <= maxPhoneLength && !/^[+0-9][0-9 ()/.-]{2,59}$/.test(phone))
      this.fault(field, 'phone')
    return phone
  }

  choice<C extends string>(field: F, typed: string, choices: readonly C[]): C {
    const found = choices.find((one) => one === typed)
    if (!found) this.fault(field, 'choose')
    // Not read where a fault was noted.
    return found ?? (choices[0] as C)
  }

  /** `2026-11-17T14:30` as the clocks of the zone show it, in the future and not further than `maxDays`. */
  future(
    field: F,
    typed: string,
    { timeZone, now, maxDays }: { readonly timeZone: string; readonly now: Date; readonly maxDays: number },
  ): Date {
    const at = instantAt(typed.trim().slice(0, 16), timeZone)
    if (Number.isNaN(at.getTime())) this.fault(field, typed.trim() === '' ? 'missing' : 'time')
    else if (at <= now) this.fault(field, 'past')
    else if (at.getTime() - now.getTime() > maxDays * dayMs) this.fault(field, 'far')
    return at
  }

  fault(field: F, fault: Fault): void {
    this.#faults[field] ??= fault
  }

  result<T>(value: T): Read<T, F> {
    return Object.keys(this.#faults).length > 0
      ? { value: null, faults: this.#faults }
      : { value, faults: null }
  }

  #short(field: F, text: string, maxLength: number): string {
    if (text.length > maxLength) this.fault(field, 'long')
    return text
  }
}

const maxPhoneLength = 60
const dayMs = 24 * 3_600_000
