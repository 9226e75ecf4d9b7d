// The values of facts as filings carry them: plain JSON, checked against the shape of their fact.
// SPDX-License-Identifier: EUPL-1.2
import { type FactKey, type FactShape, factShapes } from '../fact-keys.ts'

/**
 * `text`, `answer`, `choice`: string. `instant`: ISO 8601 with offset or Z. `count`: whole number from 0. `percent`: 0 to 100.
 * `hours`: number from 0. `countries`: ISO 3166-1 alpha-2 codes.
 */
export type FilingValue = string | number | readonly string[]

export interface KnownFact {
  readonly value: FilingValue
  /** ISO 8601: when it was entered. */
  readonly recordedAt: string
  /** Who says so: a person, a task, a log. */
  readonly source: string
  readonly confidence: string
  /** The number is a lower bound: "at least 400". */
  readonly isAtLeast?: boolean
  /** Values that this one replaced, each with the reason that was recorded; the newest last. */
  readonly corrects?: readonly Correction[]
}

export interface Correction {
  readonly value: FilingValue
  readonly reason: string
  readonly correctedAt: string
}

export type KnownFacts = Readonly<Partial<Record<FactKey, KnownFact>>>

const maxTextCharacters = 20_000
const maxCountries = 60
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

export function fitsShape(key: FactKey, value: unknown): value is FilingValue {
  return fits(factShapes[key], value)
}

function fits(shape: FactShape, value: unknown): boolean {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= maxTextCharacters
    case 'instant':
      return typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value))
    case 'answer':
      return value === 'yes' || value === 'no' || value === 'unknown'
    case 'choice':
      return typeof value === 'string' && shape.choices.includes(value)
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= 0
    case 'percent':
      return typeof value === 'number' && value >= 0 && value <= 100
    case 'hours':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0
    case 'countries':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.length <= maxCountries &&
        value.every((code) => typeof code === 'string' && /^[A-Z]{2}$/.test(code))
      )
  }
}

/** "Unknown" is an answer that was given; it is neither a value nor silence. */
export function saysUnknown(key: FactKey, value: FilingValue): boolean {
  const { kind } = factShapes[key]
  return (kind === 'answer' || kind === 'choice') && value === 'unknown'
}
