// Tests that no attacker who asks for every group of every year finds one below the least, whatever the population.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atomsOf, cellsFor, type Group, type House, minimumGroup, nameOfCell, safeGroups } from './groups.ts'

const houses = (count: number, changes: Partial<House> = {}, from = 1): readonly House[] =>
  Array.from({ length: count }, (_, index) => ({
    id: from + index,
    country: 'AT',
    size: 'hospital',
    kind: 'hospital',
    ...changes,
  }))
const names = (groups: readonly Group[]) => groups.map(({ cell }) => nameOfCell(cell))

test('fewer houses than the least are shown nowhere, not even as all', () => {
  assert.deepEqual(safeGroups(houses(minimumGroup - 1), []), [])
  assert.ok(names(safeGroups(houses(minimumGroup), [])).includes('*/*/*'))
})

test('where the rest would be too small, houses are left out so that the difference is not', () => {
  const groups = safeGroups([...houses(13), ...houses(2, { country: 'IT' }, 100)], [])
  const all = groups.find(({ cell }) => nameOfCell(cell) === '*/*/*')
  const austria = groups.find(({ cell }) => nameOfCell(cell) === 'AT/*/*')
  assert.equal(all?.members.length, 15)
  assert.equal(austria?.members.length, 10)
  assert.ok(!names(groups).some((name) => name.startsWith('IT')))
})

test('a group that would lose most of its houses is not shown at all', () => {
  const groups = safeGroups([...houses(6), ...houses(1, { country: 'IT' }, 100)], [])
  assert.ok(!names(groups).includes('AT/*/*'))
})

test('a house of unknown size stands only in groups that do not ask for it', () => {
  const unsure = houses(1, { size: null }, 50)
  const groups = safeGroups([...houses(20), ...unsure], [])
  for (const { cell, members } of groups) if (members.includes(50)) assert.equal(cell.size, null)
  assert.deepEqual(cellsFor({ country: 'AT', size: null, kind: 'clinic' }).map(nameOfCell), [
    'AT/*/clinic',
    'AT/*/*',
    '*/*/clinic',
    '*/*/*',
  ])
})

test('with the same houses a second year shows the same groups', () => {
  const population = [...houses(8), ...houses(9, { size: 'practice', kind: 'practice' }, 20)]
  const first = safeGroups(population, [])
  assert.deepEqual(safeGroups(population, first), first)
})

test('one that joins waits until enough have joined; one that leaves is hidden among others', () => {
  const first = safeGroups(houses(20), [])
  const more = safeGroups(houses(21), first)
  assert.ok(more.every(({ members }) => !members.includes(21)))
  const left = safeGroups(houses(19), first)
  assert.ok(left.length > 0)
  assertNothingSmall([...first, ...left])
})

const population = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 70 }),
    country: fc.constantFrom('AT', 'DE', 'IT'),
    size: fc.constantFrom('practice', 'clinic', 'hospital', null),
    kind: fc.constantFrom('practice', 'clinic', 'hospital'),
  }),
  { maxLength: 90, size: 'max' },
)
/** Each year some come, some go, and some change their kind. */
const years = fc.array(population, { minLength: 1, maxLength: 3, size: 'max' })

test('an attacker who asks for everything, over years, finds no group, difference or union below the least', () => {
  fc.assert(
    fc.property(years, (all) => {
      const shown: Group[] = []
      for (const year of all) {
        const once = [...new Map(year.map((house) => [house.id, house])).values()]
        const groups = safeGroups(once, shown)
        for (const { cell, members } of groups) for (const id of members) assertFits(once, id, cell)
        shown.push(...groups)
      }
      assertNothingSmall(shown)
      attack(shown)
    }),
    { numRuns: 60 },
  )
})

function assertFits(all: readonly House[], id: number, cell: Group['cell']): void {
  const house = all.find((one) => one.id === id)
  assert.ok(house)
  for (const dimension of ['country', 'size', 'kind'] as const)
    assert.ok(cell[dimension] === null || cell[dimension] === house[dimension])
}

/** Every set that can be made by joining, cutting and taking away is a union of atoms. */
function assertNothingSmall(groups: readonly Group[]): void {
  for (const atom of atomsOf(groups)) assert.ok(atom.length >= minimumGroup, `only ${atom.join(', ')}`)
}

/** The same without the theory: each group, each difference, each union minus a group, a group minus each union. */
function attack(groups: readonly Group[]): void {
  const sets = groups.map(({ members }) => new Set(members)).slice(0, 24)
  const isSafe = (found: ReadonlySet<number>) =>
    assert.ok(found.size === 0 || found.size >= minimumGroup, [...found].join(', '))
  for (const a of sets) {
    isSafe(a)
    for (const b of sets) {
      isSafe(without(a, b))
      isSafe(without(a, without(a, b)))
      for (const c of sets) {
        isSafe(without(joined(a, b), c))
        isSafe(without(a, joined(b, c)))
        isSafe(joined(without(a, b), without(c, a)))
      }
    }
  }
}

function without(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...a].filter((id) => !b.has(id)))
}

function joined(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...a, ...b])
}
