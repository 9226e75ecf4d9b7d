// All families made ready for the finder: what each note says, and how rare each word, name and address is.
// SPDX-License-Identifier: EUPL-1.2
import type { Family } from './family.ts'
import type { Note } from './note.ts'
import type { NamePattern } from './pattern.ts'

export interface Library {
  readonly families: readonly Family[]
  readonly notes: readonly KnownNote[]
  /** How many families use this run of words, of those that have notes. */
  readonly usersOf: ReadonlyMap<string, Users>
  /** Families of which notes are known. */
  readonly familiesWithNotes: number
  /** Which families left this address in a note, by number. */
  readonly marks: ReadonlyMap<string, ReadonlySet<number>>
  /** Families by what they are called, squeezed to letters and digits. */
  readonly names: ReadonlyMap<string, ReadonlySet<number>>
  /** In the notes of how many families a name stands that is not their own. */
  readonly strangersSaying: ReadonlyMap<string, Users>
  /** Families that share a pattern, by the pattern's key. */
  readonly sharing: ReadonlyMap<string, Users>
}

export interface Users {
  /** How many families. */
  readonly count: number
}

export interface KnownNote {
  /** Position of its family in `families`. */
  readonly family: number
  readonly runs: ReadonlySet<string>
  /** Sum of what its runs weigh. */
  readonly weight: number
}

export function createLibrary(families: readonly Family[]): Library {
  const read = families.flatMap((family, index) => family.notes.map((note) => ({ family: index, note })))
  const usersOf = countFamilies(read.map(({ family, note }) => ({ family, values: note.runs })))
  const familiesWithNotes = new Set(read.map(({ family }) => family)).size
  const names = namesOf(families)
  return {
    families,
    notes: read.map(({ family, note: { runs } }) => ({
      family,
      runs,
      weight: weightOf(runs, usersOf, familiesWithNotes),
    })),
    usersOf,
    familiesWithNotes,
    marks: ownersOf(read.flatMap(({ family, note }) => note.marks.map(({ value }) => ({ family, value })))),
    names,
    strangersSaying: strangers(read, names),
    sharing: countFamilies(
      families.map((family, index) => ({
        family: index,
        values: [...family.extensions.map(endingKey), ...family.fileNames.map(fileKey)],
      })),
    ),
  }
}

/** What a run of words says: much where few families use it. */
export function weightOfRun(
  run: string,
  usersOf: ReadonlyMap<string, Users>,
  familiesWithNotes: number,
): number {
  return Math.log((familiesWithNotes + 1) / ((usersOf.get(run)?.count ?? 0) + 0.5))
}

export function weightOf(
  runs: Iterable<string>,
  usersOf: ReadonlyMap<string, Users>,
  familiesWithNotes: number,
): number {
  let sum = 0
  for (const run of runs) sum += weightOfRun(run, usersOf, familiesWithNotes)
  return sum
}

export const endingKey = ({ key }: NamePattern): string => `ending ${key}`
export const fileKey = ({ key }: NamePattern): string => `file ${key}`

function namesOf(families: readonly Family[]): ReadonlyMap<string, ReadonlySet<number>> {
  return ownersOf(families.flatMap(({ sayable }, family) => sayable.map((value) => ({ family, value }))))
}

function strangers(
  read: readonly { readonly family: number; readonly note: Note }[],
  names: ReadonlyMap<string, ReadonlySet<number>>,
): ReadonlyMap<string, Users> {
  return countFamilies(
    read.map(({ family, note }) => ({
      family,
      values: [...note.namesSaid].filter((name) => names.get(name)?.has(family) === false),
    })),
  )
}

/** Uses come in the order of families, so that a family is counted once by looking at the one before. */
function countFamilies(
  uses: readonly { readonly family: number; readonly values: Iterable<string> }[],
): ReadonlyMap<string, Users> {
  const users = new Map<string, { count: number; last: number }>()
  for (const { family, values } of uses)
    for (const value of values) {
      const known = users.get(value)
      if (!known) users.set(value, { count: 1, last: family })
      else if (known.last !== family) {
        known.last = family
        known.count += 1
      }
    }
  return users
}

function ownersOf(
  uses: readonly { readonly family: number; readonly value: string }[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const owners = new Map<string, Set<number>>()
  for (const { family, value } of uses) {
    const known = owners.get(value)
    if (known) known.add(family)
    else owners.set(value, new Set([family]))
  }
  return owners
}
