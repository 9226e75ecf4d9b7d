// Tests that nobody who keeps all that was ever shown learns of fewer than three hospitals, nor that there are any.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assetClasses, sightingOutcomes } from '@salus/standards/sightings'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { epochAt, takesSightings } from './epoch.ts'
import { groupOf, minimumHospitals, mostWithin, type Subject, type Waiting } from './release.ts'
import { barsOf, type SeenGroup, seenOf, weeksOf } from './seen.ts'

const epoch = epochAt(new Date('2026-11-27T10:00:00Z'))
const subject: Subject = {
  epoch: epoch.epoch,
  kind: 'rule',
  itemId: 'one',
  isFalsePositive: false,
}
let made = 0
const waiting = (pseudonym: string, hour: string, changes: Partial<Waiting> = {}): Waiting => ({
  key: String(++made),
  pseudonym,
  hour: new Date(hour),
  assetClass: 'server',
  outcome: 'unknown',
  ...changes,
})

test('two hospitals, however often they saw it, are no group; the third makes one', () => {
  const two = [waiting('a', '2026-11-25T10:00:00Z'), waiting('b', '2026-11-25T11:00:00Z')]
  const often = [...two, waiting('a', '2026-11-25T12:00:00Z')]
  assert.equal(groupOf(subject, often, epoch), null)
  const three = groupOf(subject, [...often, waiting('c', '2026-11-25T13:00:00Z')], epoch)
  assert.deepEqual(three, {
    ...subject,
    hospitals: 3,
    span: 'day',
    fromDay: '2026-11-25',
    untilDay: '2026-11-25',
    assetClass: 'server',
    outcome: 'unknown',
  })
})

test('hours are merged to the calendar day, week or epoch that holds all of them, never to the hours themselves', () => {
  const of = (...hours: readonly string[]) =>
    groupOf(
      subject,
      hours.map((hour, index) => waiting(String(index), hour)),
      epoch,
    )
  const week = of('2026-11-24T23:00:00Z', '2026-11-25T00:00:00Z', '2026-11-26T10:00:00Z')
  assert.deepEqual([week?.span, week?.fromDay, week?.untilDay], ['week', '2026-11-23', '2026-11-29'])
  const long = of('2026-11-29T23:00:00Z', '2026-11-30T00:00:00Z', '2026-11-30T10:00:00Z')
  assert.equal(long?.span, 'epoch')
  assert.deepEqual(
    [long?.fromDay, long?.untilDay],
    [
      epoch.beginsAt.toISOString().slice(0, 10),
      new Date(epoch.endsAt.getTime() - 1).toISOString().slice(0, 10),
    ],
  )
})

test('what is not the same for all of a group is not said of a part of it', () => {
  const day = '2026-11-25T10:00:00Z'
  const group = groupOf(
    subject,
    [
      waiting('a', day),
      waiting('b', day, { assetClass: 'pacs' }),
      waiting('c', day),
      waiting('d', day, { outcome: 'blocked' }),
    ],
    epoch,
  )
  assert.deepEqual([group?.assetClass, group?.outcome], [null, null])
})

test('three within seven days are proposed; three within eight are not', () => {
  const at = (day: number, pseudonym: string) =>
    waiting(pseudonym, `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`)
  assert.equal(mostWithin([at(1, 'a'), at(4, 'b'), at(7, 'c')], 7), 3)
  assert.equal(mostWithin([at(1, 'a'), at(4, 'b'), at(8, 'c')], 7), 2)
  assert.equal(mostWithin([at(1, 'a'), at(2, 'a'), at(3, 'a')], 7), 1)
})

test('a hospital that tells of every hour of every kind of system does not hold up the clock', () => {
  const begins = Date.parse('2026-11-01T00:00:00Z')
  const many = ['a', 'b', 'c'].flatMap((pseudonym) =>
    Array.from({ length: 5_000 }, (_, index) =>
      waiting(pseudonym, new Date(begins + (index % 720) * 3_600_000).toISOString()),
    ),
  )
  const started = processorMs()
  assert.equal(mostWithin(many, 7), 3)
  assert.ok(processorMs() - started < 1_000)
})

test('an epoch takes sightings from its beginning until some days after its end', () => {
  assert.equal(epoch.epoch, epochAt(new Date(epoch.endsAt.getTime() - 1)).epoch)
  assert.equal(epoch.epoch + 1, epochAt(epoch.endsAt).epoch)
  assert.equal(takesSightings(epoch, new Date(epoch.beginsAt.getTime() - 1)), false)
  assert.equal(takesSightings(epoch, new Date(epoch.endsAt.getTime() + 6 * 86_400_000)), true)
  assert.equal(takesSightings(epoch, new Date(epoch.endsAt.getTime() + 7 * 86_400_000)), false)
})

test('what was seen last is the group whose time begins last, not the one that lasts longest', () => {
  const seen = (id: number, fromDay: string, untilDay: string): SeenGroup => ({
    ...subject,
    id,
    hospitals: 3,
    span: 'day',
    fromDay,
    untilDay,
    assetClass: null,
    outcome: null,
    releasedAt: epoch.beginsAt,
  })
  const { groups } = seenOf([
    seen(1, '2026-11-26', '2026-12-25'),
    seen(2, '2026-11-27', '2026-11-27'),
    seen(3, '2026-11-23', '2026-11-29'),
    seen(4, '2026-11-27', '2026-12-03'),
  ])
  assert.deepEqual(
    groups.map(({ id }) => id),
    [2, 4, 1, 3],
  )
})

test('what came to light is counted by the week of its release, each rule once, and a week without anything is shown', () => {
  const released = (itemId: string, at: string, isFalsePositive = false): SeenGroup => ({
    ...subject,
    itemId,
    isFalsePositive,
    hospitals: 3,
    span: 'day',
    fromDay: '2026-11-25',
    untilDay: '2026-11-25',
    assetClass: null,
    outcome: null,
    id: ++made,
    releasedAt: new Date(at),
  })
  const groups = [
    released('one', '2026-11-08T23:59:00Z'),
    released('one', '2026-11-09T00:00:00Z'),
    released('one', '2026-11-15T23:59:00Z'),
    released('two', '2026-11-12T10:00:00Z'),
    released('two', '2026-11-27T10:00:00Z', true),
  ]
  assert.deepEqual(
    weeksOf(groups, new Date('2026-11-29T23:59:00Z'), 3).map((week) => Object.values(week)),
    [
      ['2026-11-09', 2, 0],
      ['2026-11-16', 0, 0],
      ['2026-11-23', 0, 1],
    ],
  )
})

/** Each step some sightings arrive, and then the clock may release. */
const arrival = fc.record({
  pseudonym: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  day: fc.integer({ min: 20, max: 29 }),
  assetClass: fc.constantFrom(...assetClasses),
  outcome: fc.constantFrom(...sightingOutcomes),
})
const history = fc.array(fc.array(arrival, { maxLength: 4 }), { minLength: 1, maxLength: 14 })
type Arrivals = readonly (readonly {
  readonly pseudonym: string
  readonly day: number
  readonly assetClass: Waiting['assetClass']
  readonly outcome: Waiting['outcome']
}[])[]

interface Release {
  readonly group: SeenGroup
  readonly of: readonly Waiting[]
}

/** The same as the job does: false alarms apart, everything that waits in one group, each sighting once. */
function live(steps: Arrivals): { readonly releases: readonly Release[]; readonly views: readonly string[] } {
  const releases: Release[] = []
  const views: string[] = []
  const queues = new Map<boolean, Waiting[]>([
    [true, []],
    [false, []],
  ])
  for (const step of steps) {
    for (const { pseudonym, day, assetClass, outcome } of step)
      queues
        .get(outcome === 'false-positive')
        ?.push(waiting(pseudonym, `2026-11-${day}T10:00:00Z`, { assetClass, outcome }))
    for (const [isFalsePositive, queue] of queues) {
      const group = groupOf({ ...subject, isFalsePositive }, queue, epoch)
      if (!group) continue
      const seen = { ...group, id: releases.length + 1, releasedAt: epoch.beginsAt }
      releases.push({ group: seen, of: queue.splice(0) })
    }
    views.push(viewOf(releases.map(({ group }) => group)))
  }
  return { releases, views }
}

/** Everything that any page or mail is made of. */
function viewOf(groups: readonly SeenGroup[]): string {
  const seen = seenOf(groups)
  const weeks = weeksOf(groups, epoch.endsAt, 5)
  return JSON.stringify({ seen, bars: barsOf(seen.groups), weeks })
}

test('an attacker who keeps every view finds each figure and each change covered by three hospitals', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { releases, views } = live(steps)
      const told = new Set<string>()
      for (const { group, of } of releases) {
        const pseudonyms = new Set(of.map(({ pseudonym }) => pseudonym))
        assert.ok(pseudonyms.size >= minimumHospitals)
        assert.equal(group.hospitals, pseudonyms.size)
        // What is said of the group holds for every one of it, so it cuts off nobody.
        for (const one of of) {
          assert.ok(group.assetClass === null || one.assetClass === group.assetClass)
          assert.ok(group.outcome === null || one.outcome === group.outcome)
          assert.ok(group.fromDay <= dayOf(one) && dayOf(one) <= group.untilDay)
          // No sighting stands in two groups: no two of them differ by it.
          assert.ok(!told.has(one.key))
          told.add(one.key)
        }
      }
      // A view changes only with a group, never with a sighting that waits.
      const changes = views.filter((view, index) => view !== (views[index - 1] ?? viewOf([]))).length
      assert.ok(changes <= releases.length)
    }),
    { numRuns: 200 },
  )
})

test('worlds that differ in what fewer than three hospitals told look alike, to the letter', () => {
  fc.assert(
    fc.property(history, fc.subarray(['x', 'y']), (steps, strangers) => {
      made = 0
      const { releases, views } = live(steps)
      // At most two hospitals more, of another rule: nothing of it may be seen anywhere.
      const alone = strangers.map((pseudonym) => waiting(pseudonym, '2026-11-25T10:00:00Z'))
      assert.equal(groupOf({ ...subject, itemId: 'two' }, alone, epoch), null)
      // And without what still waits at the end, every view of the past is the same.
      const told = new Set(releases.flatMap(({ of }) => of.map(({ key }) => key)))
      let number = 0
      const toldOnly = steps.map((step) => step.filter(() => told.has(String(++number))))
      assert.deepEqual(live(toldOnly).views, views)
    }),
    { numRuns: 50 },
  )
})

const dayOf = ({ hour }: Waiting) => hour.toISOString().slice(0, 10)
