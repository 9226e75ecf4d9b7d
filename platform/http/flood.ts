// Counts in this process's memory how often somebody did something lately, so that strangers neither flood nor guess.
// SPDX-License-Identifier: EUPL-1.2

export interface FloodLimit {
  readonly max: number
  readonly withinMs: number
}

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
