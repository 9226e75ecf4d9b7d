// Whether the entries of lists differ, in time proportional to the size of the whole document.
// SPDX-License-Identifier: EUPL-1.2

/**
 * The schema library compares each entry with each other: with 100,000 components that takes hours. Here every
 * object and list gets a number, the same for the same content, once for the document; nested lists then compare
 * numbers. The JSON reader bounds the depth.
 */
export function openUniqueness(): (entries: readonly unknown[]) => boolean {
  const numbers = new Map<string, number>()
  const known = new WeakMap<object, string>()

  const nameOf = (value: unknown): string => {
    if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'nothing'
    const earlier = known.get(value)
    if (earlier !== undefined) return earlier
    const content = Array.isArray(value) ? `[${value.map(nameOf).join(',')}]` : contentOf(value)
    const number = numbers.get(content) ?? numbers.size
    numbers.set(content, number)
    // No JSON text begins so, so a number is never taken for a value.
    const name = `#${number}`
    known.set(value, name)
    return name
  }
  const contentOf = (value: object): string => {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${nameOf(member)}`).join(',')}}`
  }
  return (entries) => new Set(entries.map(nameOf)).size === entries.length
}
