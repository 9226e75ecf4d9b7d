// The groups of one correlation: least recently used first, bounded in number and in events.
// SPDX-License-Identifier: EUPL-1.2
import { chainOf } from '../chain.ts'
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
  /** In the place of all groups that are there. */
  load(entries: readonly (readonly [string, number, State])[]): void
}

export interface GroupOptions {
  /** Told of a group that had to go for want of room. */
  readonly onEvict?: (key: string) => void
  readonly limits?: { readonly maxGroupsOfRule: number; readonly maxEventsOfRule: number }
}

interface Group<State> {
  readonly state: State
  at: number
}

export function groupsWith<State>(
  sizeOf: (state: State) => number,
  { onEvict, limits = correlationLimits }: GroupOptions = {},
): Groups<State> {
  const groups = chainOf<Group<State>>()
  let size = 0
  let evicted = 0
  const remove = (key: string, { state }: Group<State>): void => {
    size -= sizeOf(state)
    groups.delete(key)
  }
  const evictBefore = (kept: string): void => {
    while (groups.size() > limits.maxGroupsOfRule || size > limits.maxEventsOfRule) {
      const oldest = groups.oldest()
      if (oldest === null || oldest.key === kept) return
      remove(oldest.key, oldest.value)
      evicted++
      onEvict?.(oldest.key)
    }
  }
  return {
    touch(key, at, make) {
      const group = groups.get(key) ?? { state: make(), at }
      group.at = at
      groups.put(key, group)
      evictBefore(key)
      return group.state
    },
    expire(instant) {
      for (let oldest = groups.oldest(); oldest && oldest.value.at < instant; oldest = groups.oldest())
        remove(oldest.key, oldest.value)
    },
    resize(by) {
      size += by
    },
    drop(key) {
      const group = groups.get(key)
      if (group) remove(key, group)
    },
    peek: (key) => groups.get(key)?.state,
    evicted: () => evicted,
    entries: () => groups.entries().map(([key, { at, state }]) => [key, at, state] as const),
    load(entries) {
      groups.clear()
      for (const [key, at, state] of entries) groups.put(key, { state, at })
      size = groups.entries().reduce((sum, [, { state }]) => sum + sizeOf(state), 0)
    },
  }
}
