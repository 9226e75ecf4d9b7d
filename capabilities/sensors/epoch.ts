// Epochs: the thirty days for which a hospital has one pseudonym, and the centre one key to sign pseudonyms unseen.
// SPDX-License-Identifier: EUPL-1.2
import { epochGraceMs } from '@salus/standards/sightings'

export const epochDays = 30
const dayMs = 86_400_000
const firstAt = Date.UTC(2026, 0, 1)

export interface EpochSpan {
  readonly epoch: number
  readonly beginsAt: Date
  /** The first instant that belongs to the next one. */
  readonly endsAt: Date
}

export function epochAt(now: Date): EpochSpan {
  const passed = Math.floor((now.getTime() - firstAt) / (epochDays * dayMs))
  // A clock before the first epoch is wrong; the first one is the least harm.
  const epoch = Math.max(1, passed + 1)
  const begins = firstAt + (epoch - 1) * epochDays * dayMs
  return { epoch, beginsAt: new Date(begins), endsAt: new Date(begins + epochDays * dayMs) }
}

/** What was begun in an epoch may still arrive for some days after its end. */
export function takesSightings({ beginsAt, endsAt }: Omit<EpochSpan, 'epoch'>, now: Date): boolean {
  return now >= beginsAt && now.getTime() < endsAt.getTime() + epochGraceMs
}
