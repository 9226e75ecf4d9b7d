// What people typed into a form, read into values or into one fault for each field.
// SPDX-License-Identifier: EUPL-1.2
import { plainText } from '../../platform/http/plain-text.ts'

export type Fault = 'missing' | 'choose' | 'long'
export type Faults<F extends string = string> = Readonly<Partial<Record<F, Fault>>>

export type Read<T, F extends string> =
  | { readonly value: T; readonly faults: null }
  | { readonly value: null; readonly faults: Faults<F> }

/** Collects faults while the fields are read, so that all of them are said at once. */
export class Reading<F extends string> {
  readonly #faults: Partial<Record<F, Fault>> = {}

  text(field: F, typed: string, maxLength: number): string {
    const text = plainText(typed)
    if (text === '') this.fault(field, 'missing')
    return this.#short(field, text, maxLength)
  }

  optional(field: F, typed: string, maxLength: number): string | null {
    return this.#short(field, plainText(typed), maxLength) || null
  }

  several<C extends string>(field: F, typed: readonly string[], choices: readonly C[]): readonly C[] {
    const found = choices.filter((one) => typed.includes(one))
    if (found.length === 0) this.fault(field, 'choose')
    return found
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
