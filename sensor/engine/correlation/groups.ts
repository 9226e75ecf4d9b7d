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

export function groupsWith<State>(sizeOf: (state: State) => number): Groups<State> {
  const groups = new Map<string, { at: number; state: State }>()
  let size = 0
  let evicted = 0
  const drop = (key: string): void => {
    const group = groups.get(key)
    if (!group) return
    size -= sizeOf(group.state)
    groups.delete(key)
  }
  return {
    touch(key, at, make) {
      const known = groups.get(key)
      const group = known ?? { at, state: make() }
      if (known) groups.delete(key)
      group.at = at
      groups.set(key, group)
      while (groups.size > correlationLimits.maxGroupsOfRule || size > correlationLimits.maxEventsOfRule) {
        const oldest = groups.keys().next().value
        if (oldest === undefined || oldest === key) break
        drop(oldest)
        evicted++
      }
      return group.state
    },
    expire(instant) {
      for (const [key, { at }] of groups) {
        if (at >= instant) break
        drop(key)
      }
    },
    resize(by) {
      size += by
    },
    drop,
    peek: (key) => groups.get(key)?.state,
    evicted: () => evicted,
    entries: () => [...groups].map(([key, { at, state }]) => [key, at, state] as const),
    load(entries) {
      for (const [key, at, state] of entries) {
        groups.set(key, { at, state })
        size += sizeOf(state)
      }
    },
  }
}
