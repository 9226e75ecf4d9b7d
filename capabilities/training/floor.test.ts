// Tests of the floor: whatever an employer adds and subtracts, on whichever days, no group below five comes out.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { groupFloor, type NewRelease, type Outcome, outcomes, releasesOf, type Waiting } from './floor.ts'
import { type Rate, type Release, rateOf, ratesBy } from './rates.ts'

const waiting = (changes: Partial<Waiting> = {}): Waiting => ({
  organisationId: 1,
  classId: 1,
  courseKey: 'course-example',
  isClassPast: false,
  outcome: 'passed',
  people: 5,
  lastDay: '2026-12-07',
  ...changes,
})
const said = (releases: readonly NewRelease[]) =>
  releases.map(({ classId, outcome, people, month }) => [classId, outcome, people, month])

test('four wait, five are released in the month of the last one', () => {
  assert.deepEqual(releasesOf([waiting({ people: 4 })]), [])
  assert.deepEqual(said(releasesOf([waiting({ people: 5 })])), [[1, 'passed', 5, '2026-12-01']])
})

test('those left over from past classes of one course come together without a class', () => {
  const rest = [
    waiting({ people: 3, isClassPast: true }),
    waiting({ people: 2, isClassPast: true, classId: 2, lastDay: '2027-01-02' }),
  ]
  assert.deepEqual(said(releasesOf(rest)), [[null, 'passed', 5, '2027-01-01']])
  const [first] = rest
  assert.ok(first)
  assert.deepEqual(releasesOf([first, waiting({ people: 2, classId: 2 })]), [], 'an open class keeps waiting')
  assert.deepEqual(
    releasesOf([first, waiting({ ...rest[1], organisationId: 2 })]),
    [],
    'not with another house',
  )
  assert.deepEqual(
    releasesOf([first, waiting({ ...rest[1], courseKey: 'other' })]),
    [],
    'not with another course',
  )
  assert.deepEqual(
    releasesOf([first, waiting({ ...rest[1], outcome: 'started' })]),
    [],
    'not with another end',
  )
})

interface Person {
  readonly classId: number
  readonly outcome: Outcome
  readonly night: number
}

const courseOf = (classId: number) => (classId < 3 ? 'a' : 'b')
const nights = 60

const people = fc.array(
  fc.record({
    classId: fc.integer({ min: 1, max: 5 }),
    outcome: fc.constantFrom(...outcomes),
    night: fc.integer({ min: 0, max: nights }),
  }),
  { maxLength: 120 },
)
/** The night from which on each class is past. */
const ends = fc.array(fc.integer({ min: 10, max: nights + 20 }), { minLength: 5, maxLength: 5 })

type Placed = Release & { readonly members: ReadonlySet<number> }

/** The job of every night over the whole time; each release remembers who is in it, as nobody else does. */
function live(all: readonly Person[], endOf: readonly number[]): readonly (readonly Placed[])[] {
  let open = new Map<string, number[]>()
  const released: Placed[] = []
  return Array.from({ length: nights + 30 }, (_, night) => {
    for (const [index, person] of all.entries())
      if (person.night === night) {
        const key = JSON.stringify([person.classId, person.outcome])
        open.set(key, [...(open.get(key) ?? []), index])
      }
    const groups = [...open].map(([key, members]) => {
      const [classId, outcome] = JSON.parse(key) as [number, Outcome]
      const isClassPast = night >= (endOf[classId - 1] ?? 0)
      const last = Math.max(...members.map((one) => all[one]?.night ?? 0))
      const lastDay = new Date(Date.UTC(2026, 11, 1 + last)).toISOString().slice(0, 10)
      return {
        ...waiting({ classId, outcome, isClassPast, lastDay, people: members.length }),
        courseKey: courseOf(classId),
        key,
        members,
      }
    })
    for (const release of releasesOf(groups)) {
      const taken = groups.filter((group) => release.of.includes(group))
      released.push({
        ...release,
        releasedAt: new Date(Date.UTC(2026, 11, 1 + night)),
        members: new Set(taken.flatMap(({ members }) => members)),
      })
      open = new Map([...open].filter(([key]) => !taken.some((group) => group.key === key)))
    }
    return [...released]
  })
}

/** Every cell of every table on one night: for the house, a class, a course, a month, and each of them crossed. */
function cellsOf(releases: readonly Placed[]): readonly ReadonlySet<number>[] {
  const keys: readonly ((one: Placed) => string)[] = [
    () => 'all',
    ({ classId }) => `class ${classId}`,
    ({ courseKey }) => `course ${courseKey}`,
    ({ month }) => `month ${month}`,
    ({ month, classId }) => `${month} ${classId}`,
    ({ month, courseKey }) => `${month} ${courseKey}`,
  ]
  const columns: readonly (readonly Outcome[])[] = [
    ['passed'],
    ['passed', 'finished'],
    ['passed', 'finished', 'started'],
  ]
  return keys.flatMap((keyOf) =>
    [...Map.groupBy(releases, keyOf).values()].flatMap((own) =>
      columns.map(
        (column) =>
          new Set(
            own.filter(({ outcome }) => column.includes(outcome)).flatMap(({ members }) => [...members]),
          ),
      ),
    ),
  )
}

function less(one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...one].filter((member) => !other.has(member)))
}

test('an employer who reads every figure every night and subtracts any from any sees nobody below five', () => {
  fc.assert(
    fc.property(people, ends, (all, endOf) => {
      const history = live(all, endOf)
      const sampled = [0, 9, 20, 33, 47, nights, nights + 29].map((night) => history[night] ?? [])
      const cells = sampled.flatMap(cellsOf)
      for (const one of cells) assert.ok(one.size === 0 || one.size >= groupFloor)
      for (const one of cells)
        for (const other of cells) {
          const difference = less(one, other)
          assert.ok(
            difference.size === 0 || difference.size >= groupFloor,
            `a difference of ${difference.size}`,
          )
          const common = less(one, less(one, other))
          assert.ok(common.size === 0 || common.size >= groupFloor, `a common part of ${common.size}`)
        }
    }),
    { numRuns: 25 },
  )
})

test('nobody is counted twice, and only those who wait are missing', () => {
  fc.assert(
    fc.property(people, ends, (all, endOf) => {
      const last = live(all, endOf).at(-1) ?? []
      const counted = last.flatMap(({ members }) => [...members])
      assert.equal(new Set(counted).size, counted.length)
      assert.equal(
        last.reduce((sum, one) => sum + one.people, 0),
        counted.length,
      )
      for (const { members, people: said } of last) assert.equal(members.size, said)
      for (const { members, outcome } of last)
        for (const one of members) assert.equal(all[one]?.outcome, outcome)
    }),
    { numRuns: 25 },
  )
})

test('the figures themselves: none below five, and each difference of two columns is none or five', () => {
  const isSafe = ({ started, finished, passed }: Rate) => {
    for (const figure of [started, finished, passed]) assert.ok(figure === null || figure >= groupFloor)
    for (const [more, less] of [
      [started, finished],
      [finished, passed],
      [started, passed],
    ])
      if (more != null && less != null) assert.ok(more - less === 0 || more - less >= groupFloor)
  }
  fc.assert(
    fc.property(people, ends, (all, endOf) => {
      const last = live(all, endOf).at(-1) ?? []
      isSafe(rateOf(last))
      for (const rate of ratesBy(last, ({ month }) => month).values()) isSafe(rate)
      for (const rate of ratesBy(last, ({ classId }) => classId).values()) isSafe(rate)
    }),
    { numRuns: 50 },
  )
})
