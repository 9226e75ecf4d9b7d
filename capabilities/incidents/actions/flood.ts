// Keeps strangers and stolen cards from flooding the officers: counts in this process's memory, per quarter of an hour or hour.
// SPDX-License-Identifier: EUPL-1.2

export interface FloodLimit {
  readonly max: number
  readonly withinMs: number
}

const minuteMs = 60_000

export const floodLimits = {
  /** New cases of one card; a real night has one, and a nervous one has two or three. */
  casesOfCard: { max: 10, withinMs: 60 * minuteMs },
  /** Tries to come back to a case by its word: there are some 50,000 words. */
  wordsOfCard: { max: 20, withinMs: 15 * minuteMs },
  /** Messages without a card; people of one hospital often share one address to the outside. */
  unplacedFromRemote: { max: 5, withinMs: 15 * minuteMs },
  /** Messages without a card, all together. */
  unplaced: { max: 60, withinMs: 15 * minuteMs },
} as const satisfies Record<string, FloodLimit>

/** Subjects remembered under one limit; the longest untouched is forgotten first. */
const maxSubjects = 10_000

export interface Counter {
  /** Whether one more is within the limit. */
  readonly allows: (subject: string, now: Date) => boolean
  readonly count: (subject: string, now: Date) => void
}

export function createCounter({ max, withinMs }: FloodLimit): Counter {
  const moments = new Map<string, readonly number[]>()
  const recent = (subject: string, now: Date) =>
    (moments.get(subject) ?? []).filter((at) => now.getTime() - at < withinMs)
  return {
    allows: (subject, now) => recent(subject, now).length < max,
    count(subject, now) {
      const kept = [...recent(subject, now), now.getTime()].slice(-max)
      moments.delete(subject)
      const [oldest] = moments.size >= maxSubjects ? moments.keys() : []
      if (oldest !== undefined) moments.delete(oldest)
      moments.set(subject, kept)
    },
  }
}
