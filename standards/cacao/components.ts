// Finds the circles of a directed graph: sets of places that all lead to each other (Tarjan 1972), without recursion.
// SPDX-License-Identifier: EUPL-1.2

/** Each circle with its members in the given order; a place alone only if it leads to itself. Linear in places and ways. */
export function componentsOf(
  places: readonly string[],
  next: (place: string) => readonly string[],
): readonly (readonly string[])[] {
  const order = new Map(places.map((place, index) => [place, index]))
  const found = new Map<string, number>()
  const lowest = new Map<string, number>()
  const waiting: string[] = []
  const isWaiting = new Set<string>()
  const circles: string[][] = []
  const low = (place: string) => lowest.get(place) ?? Number.POSITIVE_INFINITY

  for (const start of places) {
    if (found.has(start)) continue
    const path: { readonly place: string; readonly ways: readonly string[]; at: number }[] = []
    const enter = (place: string) => {
      found.set(place, found.size)
      lowest.set(place, found.size - 1)
      waiting.push(place)
      isWaiting.add(place)
      path.push({ place, ways: next(place), at: 0 })
    }
    enter(start)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const way = top.ways[top.at]
      top.at += 1
      if (way !== undefined) {
        if (!found.has(way)) enter(way)
        else if (isWaiting.has(way)) lowest.set(top.place, Math.min(low(top.place), found.get(way) ?? 0))
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above) lowest.set(above.place, Math.min(low(above.place), low(top.place)))
      if (low(top.place) !== found.get(top.place)) continue
      const members = waiting.splice(waiting.lastIndexOf(top.place))
      for (const member of members) isWaiting.delete(member)
      if (members.length > 1 || next(top.place).includes(top.place))
        circles.push(members.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)))
    }
  }
  return circles
}
