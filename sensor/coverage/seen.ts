// Remembers which kinds of events ever came: the record by which blind rules are told from silent ones.
// SPDX-License-Identifier: EUPL-1.2
import type { Traits } from '../engine/groups.ts'
import { traitsOf } from '../engine/router.ts'
import type { LogEvent } from '../event/event.ts'

/** Logs choose their channels and ids; beyond this many kinds, further ones are counted and not remembered. */
const maxKinds = 20_000

export interface SeenKinds {
  see(event: LogEvent): void
  kinds(): readonly Traits[]
  readonly forgotten: () => number
}

export function seenKinds(known: readonly Traits[] = []): SeenKinds {
  const kinds = new Map<string, Traits>()
  let forgotten = 0
  const add = (traits: Traits): void => {
    const { channel, eventId, product, category, service } = traits
    const key = `${channel}\u0000${eventId}\u0000${product}\u0000${category}\u0000${service}`
    if (kinds.has(key)) return
    if (kinds.size < maxKinds) kinds.set(key, traits)
    else forgotten++
  }
  for (const traits of known) add(traits)
  return {
    see: (event) => add(traitsOf(event)),
    kinds: () => [...kinds.values()],
    forgotten: () => forgotten,
  }
}
