// Patients as numbers: flags, surname and address as hashes, and how a person of the staff is related to one.
// SPDX-License-Identifier: EUPL-1.2
import { maxHousehold } from './limits.ts'
import { numberTable } from './numbers.ts'
import type { Person } from './people.ts'

/** The closest first. */
export const relations = ['self', 'family', 'colleague', 'namesake', 'none'] as const
export type Relation = (typeof relations)[number]

export interface Patients {
  /** The patient's place, a new one if need be. */
  place(number: number): number
  find(number: number): number
  describe(place: number, facts: { flags: readonly string[]; surname: number; address: number }): void
  /** Whose own record it is. */
  own(place: number, account: number): void
  /** Account of the person of the staff whose record it is. */
  ownerOf(place: number): number | undefined
  flagsOf(place: number): readonly string[]
  relationOf(place: number, account: number, person: Person): Relation
  readonly size: () => number
  readonly bytes: () => number
}

export function patientsOf(): Patients {
  const table = numberTable()
  let surnames = new Float64Array(4_096)
  let addresses = new Float64Array(4_096)
  const flags = new Map<number, readonly string[]>()
  const owners = new Map<number, number>()
  /** Patients at each address of somebody of the staff: filled when first asked, as patients come last. */
  let households: Map<number, number> | null = null

  const fit = (place: number): void => {
    if (place < surnames.length) return
    const longer = () => new Float64Array(Math.max(surnames.length * 2, place + 1))
    const [more, others] = [longer(), longer()]
    more.set(surnames)
    others.set(addresses)
    surnames = more
    addresses = others
  }
  const householdOf = (address: number): number => {
    households ??= countsOf(addresses.subarray(0, table.size()))
    return households.get(address) ?? 0
  }
  return {
    place: (number) => table.place(number),
    find: (number) => table.find(number),
    describe(place, facts) {
      fit(place)
      surnames[place] = facts.surname
      addresses[place] = facts.address
      if (facts.flags.length > 0) flags.set(place, facts.flags)
      households = null
    },
    own: (place, account) => owners.set(place, account),
    ownerOf: (place) => owners.get(place),
    flagsOf: (place) => flags.get(place) ?? [],
    relationOf(place, account, person) {
      const owner = owners.get(place)
      if (owner === account) return 'self'
      const surname = surnames[place] ?? 0
      const address = addresses[place] ?? 0
      const sameName = surname !== 0 && surname === person.surname
      const sameAddress = address !== 0 && address === person.address
      if (sameAddress && (sameName || householdOf(address) <= maxHousehold)) return 'family'
      if (owner !== undefined) return 'colleague'
      return sameName ? 'namesake' : 'none'
    },
    size: table.size,
    bytes: () => table.bytes() + surnames.byteLength + addresses.byteLength,
  }
}

/** Addresses by how many patients live there; those of one only are left out, to keep it small. */
function countsOf(addresses: Float64Array): Map<number, number> {
  const sorted = addresses.slice().sort()
  const counts = new Map<number, number>()
  for (let from = 0; from < sorted.length; ) {
    const address = sorted[from] as number
    let to = from + 1
    while (sorted[to] === address) to++
    if (address !== 0 && to - from > 1) counts.set(address, to - from)
    from = to
  }
  return counts
}
