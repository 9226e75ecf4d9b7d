// What a person answered on a page, read into the value of the fact or into one fault.
// SPDX-License-Identifier: EUPL-1.2
import { type FactKey, type FactValue, isValueOf } from './fact-key.ts'

export type AnswerFault = 'choose' | 'number' | 'range' | 'both'

export type ReadAnswer =
  | { readonly value: FactValue; readonly fault: null }
  | { readonly value: null; readonly fault: AnswerFault }

/** `typed`: every value of the field; `unknown`: whether "I don't know" was ticked beside it. */
export function readAnswer(key: FactKey, typed: readonly string[], unknown: boolean): ReadAnswer {
  const said = typed.map((one) => one.trim()).filter((one) => one !== '')
  if (unknown && said.length > 0) return { value: null, fault: 'both' }
  if (unknown) return { value: 'unknown', fault: null }
  const [first] = said
  if (key.shape.kind === 'several') return checked(key, said.length > 0 ? said : null, 'choose')
  if (first === undefined) return { value: null, fault: key.shape.kind === 'number' ? 'number' : 'choose' }
  if (key.shape.kind !== 'number') return checked(key, first, 'choose')
  // People group digits with spaces, dots, commas or apostrophes, as their language does.
  const digits = first.replace(/[\s.,'’]/g, '')
  return /^\d{1,15}$/.test(digits) ? checked(key, Number(digits), 'range') : { value: null, fault: 'number' }
}

function checked(key: FactKey, value: FactValue | null, fault: AnswerFault): ReadAnswer {
  return value !== null && isValueOf(key, value) ? { value, fault: null } : { value: null, fault }
}
