// Remembers what was read from texts and objects that matching meets again and again.
// SPDX-License-Identifier: EUPL-1.2

/** Texts remembered by one reader. */
const maxKnown = 4_000

/** Reads when first asked. */
export function once<T>(read: () => T): () => T {
  let value: { readonly read: T } | null = null
  return () => {
    value ??= { read: read() }
    return value.read
  }
}

/** `read` must depend on nothing but its text. */
export function rememberByText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    // Emptied when full: what is needed comes back at once, and memory does not grow with the catalogue.
    if (known.size >= maxKnown) known.clear()
    known.set(text, value)
    return value
  }
}

/** `read` must depend on nothing but its object, which nobody changes. */
export function rememberByObject<K extends object, T>(read: (object: K) => T): (object: K) => T {
  const known = new WeakMap<K, T>()
  return (object) => {
    const before = known.get(object)
    if (before !== undefined) return before
    const value = read(object)
    known.set(object, value)
    return value
  }
}
