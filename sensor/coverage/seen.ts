// Remembers which kinds of events came, and on which day last: by it blind rules are told from silent ones, over restarts too.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Traits } from '../engine/groups.ts'
import { traitsOf } from '../engine/router.ts'
import type { LogEvent } from '../event/event.ts'

export const seenKindLimits = {
  /** Logs choose their channels and ids; beyond this many kinds, further ones are counted and not remembered. */
  maxKinds: 20_000,
  /** A kind that did not come for so long counts as one that does not come. */
  keptDays: 30,
  /** UTF-16 units of all words of a kind together. */
  maxKindUnits: 512,
} as const

export interface SeenKinds {
  /** `readAt` in ms UTC, as the event's own time may be wrong. */
  see(event: LogEvent, readAt: number): void
  kinds(): readonly Traits[]
  readonly forgotten: () => number
  /** Plain data for the checkpoint, without what is too old. */
  save(at: number): SavedKinds
}

const word = z.string().max(seenKindLimits.maxKindUnits)
const savedKinds = z
  .array(z.tuple([word, word, word, word, word, z.int()]))
  .max(seenKindLimits.maxKinds)
  .readonly()
/** Product, category, service, channel, event id, and the day (since 1970) on which it came last. */
export type SavedKinds = z.infer<typeof savedKinds>

interface Kind {
  readonly traits: Traits
  day: number
}

const dayMs = 86_400_000

/** `saved` as `save` gave it, or anything: what has not its form is left out as a whole. `now` in ms UTC. */
export function seenKinds(now: number, saved: unknown = null): SeenKinds {
  const kinds = new Map<string, Kind>()
  let forgotten = 0
  const add = (traits: Traits, day: number): void => {
    const { channel, eventId, product, category, service } = traits
    const key = `${channel}\u0000${eventId}\u0000${product}\u0000${category}\u0000${service}`
    const known = kinds.get(key)
    if (known) known.day = Math.max(known.day, day)
    else if (kinds.size < seenKindLimits.maxKinds && key.length <= seenKindLimits.maxKindUnits)
      kinds.set(key, { traits, day })
    else forgotten++
  }
  const oldestDay = (at: number) => Math.floor(at / dayMs) - seenKindLimits.keptDays
  for (const [product, category, service, channel, eventId, day] of savedKinds.safeParse(saved).data ?? [])
    if (day >= oldestDay(now)) add({ product, category, service, channel, eventId }, day)
  return {
    see: (event, readAt) => add(traitsOf(event), Math.floor(readAt / dayMs)),
    kinds: () => [...kinds.values()].map(({ traits }) => traits),
    forgotten: () => forgotten,
    save(at) {
      for (const [key, { day }] of kinds) if (day < oldestDay(at)) kinds.delete(key)
      return [...kinds.values()].map(({ traits: { product, category, service, channel, eventId }, day }) => [
        product,
        category,
        service,
        channel,
        eventId,
        day,
      ])
    },
  }
}
