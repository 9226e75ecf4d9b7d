// Values by key in the order in which they were last put, with the oldest found in one step.
// SPDX-License-Identifier: EUPL-1.2

export interface Chain<Value> {
  size(): number
  get(key: string): Value | undefined
  /** Behind all others, also where the key was there before. */
  put(key: string, value: Value): void
  delete(key: string): void
  oldest(): { readonly key: string; readonly value: Value } | null
  /** The oldest first. */
  entries(): (readonly [string, Value])[]
  clear(): void
}

interface Link<Value> {
  readonly key: string
  value: Value
  before: Link<Value> | null
  after: Link<Value> | null
}

/** Links beside a map, because the first key of a map is found only by passing over all that were deleted before it. */
export function chainOf<Value>(): Chain<Value> {
  const links = new Map<string, Link<Value>>()
  let oldest: Link<Value> | null = null
  let newest: Link<Value> | null = null
  const unlink = (link: Link<Value>): void => {
    if (link.before) link.before.after = link.after
    else oldest = link.after
    if (link.after) link.after.before = link.before
    else newest = link.before
  }
  const append = (link: Link<Value>): void => {
    link.before = newest
    link.after = null
    if (newest) newest.after = link
    else oldest = link
    newest = link
  }
  return {
    size: () => links.size,
    get: (key) => links.get(key)?.value,
    put(key, value) {
      const known = links.get(key)
      const link = known ?? { key, value, before: null, after: null }
      link.value = value
      if (known) unlink(known)
      else links.set(key, link)
      append(link)
    },
    delete(key) {
      const link = links.get(key)
      if (!link) return
      links.delete(key)
      unlink(link)
    },
    oldest: () => oldest,
    entries() {
      const all: (readonly [string, Value])[] = []
      for (let link = oldest; link !== null; link = link.after) all.push([link.key, link.value])
      return all
    },
    clear() {
      links.clear()
      oldest = null
      newest = null
    },
  }
}
