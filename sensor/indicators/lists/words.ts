// Words of lists that several formats share: TLP, instants, confidence, short texts.
// SPDX-License-Identifier: EUPL-1.2
import { readInstant } from '@salus/standards/json'
import type { TlpLevel } from '@salus/standards/stix'
import { indicatorLimits } from '../limits.ts'

/** What a list says of all its indicators unless one says otherwise. */
export interface ListOptions {
  /** As findings name the list, e.g. its file. */
  readonly name: string
  readonly source?: string | null
  readonly licence?: string | null
  readonly tlp?: TlpLevel | null
  readonly confidence?: number | null
  /** Milliseconds UTC. */
  readonly since?: number | null
  readonly until?: number | null
}

const tlpWords: ReadonlyMap<string, TlpLevel> = new Map([
  ['clear', 'clear'],
  // TLP 1.0.
  ['white', 'clear'],
  ['green', 'green'],
  ['amber', 'amber'],
  ['amber+strict', 'amber+strict'],
  ['red', 'red'],
])

/** From least to most restricted; of several markings the last of these counts. */
const order: readonly TlpLevel[] = ['clear', 'green', 'amber', 'amber+strict', 'red']

/** `TLP:AMBER+STRICT`, `tlp:white`, `green`; null for what is none of them. */
export function readTlp(text: string): TlpLevel | null {
  const word = /^(?:tlp\s*[:=]\s*)?([a-z+]{3,12})$/i.exec(text.trim())?.[1]
  return tlpWords.get(word?.toLowerCase() ?? '') ?? null
}

export function strictest(levels: readonly (TlpLevel | null)[]): TlpLevel | null {
  return order.findLast((level) => levels.includes(level)) ?? null
}

/** Milliseconds UTC of an ISO instant or of seconds since 1970; null for what is neither. */
export function readTime(text: string): number | null {
  const plain = text.trim().replace(/ ?(?:UTC|GMT)$/, '')
  if (/^\d{9,10}$/.test(plain)) return Number(plain) * 1_000
  const instant = readInstant(plain)
  return instant === null ? null : Date.parse(instant)
}

/** 0 to 100; null for what is none. */
export function readConfidence(value: number | null): number | null {
  return value === null || !(value >= 0 && value <= 100) ? null : Math.round(value)
}

export function shortWord(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text === '') return null
  return text.slice(0, indicatorLimits.maxWordUnits)
}
