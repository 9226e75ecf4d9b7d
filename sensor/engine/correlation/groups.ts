// The groups of one correlation: least recently used first, bounded in number and in events.
// SPDX-License-Identifier: EUPL-1.2
import { correlationLimits } from './hit.ts'

export interface Groups<State> {
  /** The group's state, now the most recent; made where there was none. */
  touch(key: string, at: number, make: () => State): State
  /** Drops what nobody touched since the instant. */
  expire(instant: number): void
  resize(by: number): void
  drop(key: string): void
  peek(key: string): State | undefined
  readonly evicted: () => number
  entries(): readonly (readonly [string, number, State])[]
  load(entries: readonly (readonly [string, number, State])[]): void
}

/** A link of the chain from the group that was touched longest ago to the newest. */
interface Link<State> {
  readonly key: string
  readonly state: State
  at: number
  before: Link<State> | null
  after: Link<State> | null
}

/** A chain beside the map, because the first key of a map is found only by passing over all that were deleted before it. */
export function groupsWith<State>(sizeOf: (state: State) => number): Groups<State> {
  const groups = new Map<string, Link<State>>()
  let oldest: Link<State> | null = null
  let newest: Link<State> | null = null
  let size = 0
  let evicted = 0
  const unlink = (link: Link<State>): void => {
    if (link.before) link.before.after = link.after
    else oldest = link.after
    if (link.after) link.after.before = link.before
    else newest = link.before
  }
  const append = (link: Link<State>): void => {
    link.before = newest
    link.after = null
    if (newest) newest.after = link
    else oldest = link
    newest = link
  }
  const remove = (link: Link<State>): void => {
    size -= sizeOf(link.state)
    groups.delete(link.key)
    unlink(link)
  }
  const add = (key: string, at: number, state: State): Link<State> => {
    const link: Link<State> = { key, state, at, before: null, after: null }
    groups.set(key, link)
    append(link)
    return link
  }
  return {
    touch(key, at, make) {
      const known = groups.get(key)
      const link = known ?? add(key, at, make())
      if (known) {
        known.at = at
        unlink(known)
        append(known)
      }
      while (groups.size > correlationLimits.maxGroupsOfRule || size > correlationLimits.maxEventsOfRule) {
        if (oldest === null || oldest === link) break
        remove(oldest)
        evicted++
      }
      return link.state
    },
    expire(instant) {
      while (oldest !== null && oldest.at < instant) remove(oldest)
    },
    resize(by) {
      size += by
    },
    drop(key) {
      const link = groups.get(key)
      if (link) remove(link)
    },
    peek: (key) => groups.get(key)?.state,
    evicted: () => evicted,
    entries() {
      const all: (readonly [string, number, State])[] = []
      for (let link = oldest; link !== null; link = link.after) all.push([link.key, link.at, link.state])
      return all
    },
    load(entries) {
      for (const [key, at, state] of entries) {
        add(key, at, state)
        size += sizeOf(state)
      }
    },
  }
}
