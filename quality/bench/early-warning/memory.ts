// The limit (c): the same question answered from typed arrays in memory, storing nothing.
// SPDX-License-Identifier: EUPL-1.2
import type { SampledAdvisory } from './advisory.ts'
import type { World } from './world.ts'

export interface InMemory {
  /** Members concerned and assets affected. */
  match(advisory: SampledAdvisory): { readonly alerts: number; readonly assets: number }
  readonly bytes: number
}

/** `lists` holds the versions of each member, one member after the other; `standings` the bits of each asset. */
export function inMemory(world: World, members: number, lists: Int32Array, standings: Uint16Array): InMemory {
  const perMember = lists.length / members
  const start = new Int32Array(world.versions + 1)
  for (const version of lists) start[version + 1] = (start[version + 1] ?? 0) + 1
  for (let version = 0; version < world.versions; version++)
    start[version + 1] = (start[version + 1] ?? 0) + (start[version] ?? 0)
  const next = start.slice()
  const postings = new Int32Array(lists.length)
  const posted = new Uint16Array(lists.length)
  for (let index = 0; index < lists.length; index++) {
    const version = lists[index] ?? 0
    const place = next[version] ?? 0
    next[version] = place + 1
    postings[place] = Math.floor(index / perMember)
    posted[place] = standings[index] ?? 0
  }
  const counts = new Int32Array(members)
  const bits = new Uint16Array(members)
  const touched = new Int32Array(members)
  return {
    bytes: postings.byteLength + posted.byteLength + start.byteLength,
    match({ ranges }) {
      let alerts = 0
      let assets = 0
      for (const { product, low, high } of ranges) {
        const first = world.firstVersion[product] ?? 0
        const [from, to] = [start[first + low] ?? 0, start[first + high] ?? 0]
        for (let place = from; place < to; place++) {
          const member = postings[place] ?? 0
          if (counts[member] === 0) touched[alerts++] = member
          counts[member] = (counts[member] ?? 0) + 1
          bits[member] = (bits[member] ?? 0) | (posted[place] ?? 0)
        }
        assets += to - from
      }
      for (let index = 0; index < alerts; index++) {
        const member = touched[index] ?? 0
        counts[member] = 0
        bits[member] = 0
      }
      return { alerts, assets }
    },
  }
}
