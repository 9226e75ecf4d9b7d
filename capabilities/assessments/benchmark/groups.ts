// Which groups of houses may be shown, so that no group, difference or union of differences is smaller than the least.
// SPDX-License-Identifier: EUPL-1.2

/** Fewer houses than this stand in no cell and in no difference of cells, over all years. */
export const minimumGroup = 5

/** A group from which more than this share had to be left out says too little of its kind, and is not shown. */
const largestShareLeftOut = 0.5

export interface House {
  readonly id: number
  readonly country: string
  /** Null: not known; such a house stands only in groups that do not ask for it. */
  readonly size: string | null
  readonly kind: string
}

/** Null: every one. */
export interface Cell {
  readonly country: string | null
  readonly size: string | null
  readonly kind: string | null
}

export interface Group {
  readonly cell: Cell
  readonly members: readonly number[]
}

type Dimension = keyof Cell
/** From coarse to fine: what is coarse serves more houses, so it is settled first. */
const levels: readonly (readonly Dimension[])[] = [
  [],
  ['kind'],
  ['size'],
  ['country'],
  ['size', 'kind'],
  ['country', 'kind'],
  ['country', 'size'],
  ['country', 'size', 'kind'],
]

/**
 * `before`: the groups that were shown of the same figure in earlier years. The sets that anybody can make of all groups
 * by joining, cutting and taking away are unions of atoms (houses that stand in the same groups); so each atom is kept
 * at least as large as the least group. Where a group would cut off a smaller one, houses are left out of it until it
 * does not; where too many would have to be, it is not shown.
 */
export function safeGroups(houses: readonly House[], before: readonly Group[]): readonly Group[] {
  let atoms = atomsOf(before)
  const shown: Group[] = []
  for (const { cell, members } of candidatesOf(houses)) {
    const kept = fit(members, atoms)
    if (kept.length < minimumGroup || kept.length < members.length * (1 - largestShareLeftOut)) continue
    const group = { cell, members: kept }
    shown.push(group)
    atoms = atomsOf([...before, ...shown])
  }
  return shown
}

/** The houses of each atom, for every combination of groups that some house stands in. */
export function atomsOf(groups: readonly Group[]): readonly (readonly number[])[] {
  const signatures = new Map<number, number[]>()
  for (const [index, { members }] of groups.entries())
    for (const id of members) {
      const known = signatures.get(id)
      if (known) known.push(index)
      else signatures.set(id, [index])
    }
  const atoms = new Map<string, number[]>()
  for (const [id, signature] of signatures) {
    const name = signature.join(' ')
    const atom = atoms.get(name)
    if (atom) atom.push(id)
    else atoms.set(name, [id])
  }
  return [...atoms.values()]
}

/** Of each atom all, none, or so many that neither what is in nor what stays out is smaller than the least group. */
function fit(members: readonly number[], atoms: readonly (readonly number[])[]): readonly number[] {
  const wanted = new Set(members)
  const seen = new Set<number>()
  const kept: number[] = []
  for (const atom of atoms) {
    for (const id of atom) seen.add(id)
    const inside = atom.filter((id) => wanted.has(id))
    const outside = atom.length - inside.length
    const toLeave = outside === 0 ? 0 : Math.max(0, minimumGroup - outside)
    const rest = inside.toSorted((a, b) => a - b).slice(0, Math.max(0, inside.length - toLeave))
    if (rest.length >= minimumGroup) kept.push(...rest)
  }
  // Houses that never stood in any group: what stays out of all of them appears in no difference.
  const fresh = members.filter((id) => !seen.has(id))
  if (fresh.length >= minimumGroup) kept.push(...fresh)
  return kept
}

function* candidatesOf(houses: readonly House[]): Generator<Group> {
  for (const level of levels) {
    const cells = new Map<string, { cell: Cell; members: number[] }>()
    for (const house of houses) {
      if (level.some((dimension) => house[dimension] === null)) continue
      const cell = cellAt(house, level)
      const name = nameOfCell(cell)
      const known = cells.get(name)
      if (known) known.members.push(house.id)
      else cells.set(name, { cell, members: [house.id] })
    }
    for (const name of [...cells.keys()].toSorted()) {
      const found = cells.get(name)
      if (found) yield found
    }
  }
}

function cellAt(house: House, level: readonly Dimension[]): Cell {
  const at = (dimension: Dimension) => (level.includes(dimension) ? house[dimension] : null)
  return { country: at('country'), size: at('size'), kind: at('kind') }
}

export function nameOfCell({ country, size, kind }: Cell): string {
  return `${country ?? '*'}/${size ?? '*'}/${kind ?? '*'}`
}

/** For one house the cells that it would stand in, the closest first. */
export function cellsFor(house: Omit<House, 'id'>): readonly Cell[] {
  return levels
    .toReversed()
    .filter((level) => level.every((dimension) => house[dimension] !== null))
    .map((level) => cellAt({ ...house, id: 0 }, level))
}
