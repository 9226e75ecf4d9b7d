// Reads what somebody typed as the value of a fact, by the fact's shape; says what is wrong where it does not fit.
// SPDX-License-Identifier: EUPL-1.2
import { instantAt } from '../../platform/time/zone.ts'
import type { FactValue } from './fact.ts'
import { type FactKey, type FactShape, factShapes } from './fact-keys.ts'

export type FactFault =
  | 'missing'
  | 'too-long'
  | 'no-time'
  | 'not-yet'
  | 'no-answer'
  | 'no-number'
  | 'no-share'
  | 'no-country'

export type ReadFact =
  | { readonly ok: true; readonly value: FactValue }
  | { readonly ok: false; readonly fault: FactFault }

export const maxFactText = 8_000
const maxCount = 1_000_000_000
const maxHours = 24 * 366
/** A clock of the hospital may run ahead of ours. */
const aheadMs = 10 * 60_000

export function isFactKey(key: string): key is FactKey {
  return Object.hasOwn(factShapes, key)
}

/** `timeZone` is the member's, in which `2026-03-29T02:15` is meant; an instant with a zone of its own keeps it. */
export function readFactValue(key: FactKey, typed: string, timeZone: string, now: Date): ReadFact {
  const text = typed.replaceAll('\0', '').toWellFormed().trim()
  if (text === '') return { ok: false, fault: 'missing' }
  return readShape(factShapes[key], text, timeZone, now)
}

function readShape(shape: FactShape, text: string, timeZone: string, now: Date): ReadFact {
  switch (shape.kind) {
    case 'text':
      return text.length > maxFactText ? { ok: false, fault: 'too-long' } : { ok: true, value: text }
    case 'instant':
      return readInstant(text, timeZone, now)
    case 'answer':
      return ['yes', 'no', 'unknown'].includes(text)
        ? { ok: true, value: text }
        : { ok: false, fault: 'no-answer' }
    case 'choice':
      return shape.choices.includes(text) ? { ok: true, value: text } : { ok: false, fault: 'no-answer' }
    case 'count':
      return readNumber(text, maxCount, 'no-number')
    case 'hours':
      return readNumber(text, maxHours, 'no-number')
    case 'percent':
      return readNumber(text, 100, 'no-share')
    case 'countries':
      return readCountries(text)
  }
}

function readInstant(text: string, timeZone: string, now: Date): ReadFact {
  // Shown twice on the day when clocks go back, the first is meant: every deadline from it is the earlier one.
  const isLocal = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/.test(text)
  const at = isLocal ? instantAt(text.replace(' ', 'T'), timeZone) : readZoned(text)
  if (!at || Number.isNaN(at.getTime())) return { ok: false, fault: 'no-time' }
  if (at.getTime() > now.getTime() + aheadMs) return { ok: false, fault: 'not-yet' }
  return { ok: true, value: at.toISOString() }
}

function readZoned(text: string): Date | null {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? new Date(text)
    : null
}

/** "4.000" and "4 000" are four thousand: nobody writes parts of patients. */
function readNumber(text: string, highest: number, fault: FactFault): ReadFact {
  const digits = text.replaceAll(/[\s.,'\u00a0\u202f]/g, '')
  const number = /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN
  return number <= highest ? { ok: true, value: number } : { ok: false, fault }
}

function readCountries(text: string): ReadFact {
  const codes = [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  return codes.length > 0 && codes.length <= 60 && codes.every((code) => /^[A-Z]{2}$/.test(code))
    ? { ok: true, value: codes }
    : { ok: false, fault: 'no-country' }
}
