// The replay of generated incident histories in five time zones, against an independent calendar and reading of the law.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fact, generate, placed, profile, randomFrom, shuffle } from './builders/histories.ts'
import { expectedOf, minuteOf } from './builders/oracle.ts'
import { caseEventSchema } from './case-event.ts'
import { dutiesFor } from './duty.ts'
import { type ClockStanding, clockHistory, type HistoryStep, situationOf } from './history.ts'

/** Ten thousand before a release; fewer find the same faults on every change. */
const histories = process.env.SALUS_ALL_JOURNEYS ? 10_000 : 2_000
const places = [
  ['FR', 'Europe/Paris'],
  ['DE', 'Europe/Berlin'],
  ['IT', 'Europe/Rome'],
  ['PL', 'Europe/Warsaw'],
  ['PT', 'Atlantic/Azores'],
] as const

test(`${histories} histories give the same clocks in five zones as the oracle, to the minute`, () => {
  const random = randomFrom(20261127)
  for (let number = 0; number < histories; number++) {
    const { events, truth } = generate(random)
    const read = placed(events, ...places[0])
    for (const [country, timeZone] of places) {
      const situation = situationOf(
        read.map((event) => (event.kind === 'profile' ? { ...event, country, timeZone } : event)),
      )
      assert.ok(situation)
      const clocks = dutiesFor(situation, new Date(events.at(-1)?.at ?? 0))
      for (const [key, expected] of expectedOf(truth, country, timeZone)) {
        const clock = clocks.find(({ rule }) => rule.key === key)
        assert.ok(clock)
        const found = `${clock.applies} ${minuteOf(clock.dueAt)}`
        if (found !== expected)
          assert.equal(found, expected, `history ${number}, ${key}, ${timeZone}: ${JSON.stringify(truth)}`)
      }
    }
  }
})

test(`${histories} histories replayed from the stored journal, shuffled and with repeats, are equal at every event`, () => {
  const random = randomFrom(4)
  let changed = 0
  for (let number = 0; number < histories; number++) {
    const [country, timeZone] = places[number % places.length] ?? places[0]
    const events = placed(generate(random).events, country, timeZone)
    const first = clockHistory(events)
    const stored = events.map((event) => JSON.stringify(event))
    const again = clockHistory(
      shuffle([...stored, ...stored.slice(0, 2)], random).map((line) =>
        caseEventSchema.parse(JSON.parse(line)),
      ),
    )
    assert.equal(again.length, first.length)
    for (const [index, step] of first.entries()) {
      const other = again[index]
      if (summaryOf(step) !== (other && summaryOf(other)))
        assert.deepEqual(other, step, `history ${number}, event ${index}`)
      changed += step.changes.filter(({ from }) => from !== null && from.dueAt !== null).length
    }
    checkChanges(first)
  }
  // A generator that corrects nothing would prove nothing.
  assert.ok(changed > histories, `${changed} due times moved`)
})

test('a corrected moment of awareness moves its clocks, and the step says from when to when and by which event', () => {
  const at = '2026-11-27T03:00:00Z'
  const events = [
    profile(1, at),
    fact(2, at, 'awareAt', '2026-11-27T02:10:00Z'),
    fact(3, at, 'awareAt', '2026-11-26T22:00:00Z'),
    { number: 4, at, kind: 'filing', duty: 'NIS2-IN', submittedAt: '2027-01-31T09:00:00Z' },
    {
      number: 5,
      at,
      kind: 'filing-void',
      duty: 'NIS2-IN',
      submittedAt: '2027-01-31T09:00:00Z',
      reason: 'bounced',
    },
  ].map((event) => caseEventSchema.parse(event))
  const steps = clockHistory(events)
  const change = (step: number, key: string) => {
    const found = steps[step]?.changes.find((one) => one.key === key)
    return found && [minuteOf(found.from?.dueAt ?? null), minuteOf(found.to.dueAt)]
  }
  assert.deepEqual(change(1, 'NIS2-EW'), ['-', '2026-11-28T02:10'])
  assert.deepEqual(change(2, 'NIS2-EW'), ['2026-11-28T02:10', '2026-11-27T22:00'])
  assert.equal(steps[2]?.event.kind, 'fact')
  assert.equal(change(2, 'NIS2-FR'), undefined)
  assert.deepEqual(change(3, 'NIS2-FR'), ['-', '2027-02-28T09:00'])
  assert.deepEqual(change(4, 'NIS2-FR'), ['2027-02-28T09:00', '-'])
})

test('a second notification, filed as a correction, does not move the final report', () => {
  const at = '2026-11-27T03:00:00Z'
  const events = [
    profile(1, at),
    { number: 2, at, kind: 'filing', duty: 'NIS2-IN', submittedAt: '2026-11-28T09:00:00Z' },
    { number: 3, at, kind: 'filing', duty: 'NIS2-IN', submittedAt: '2026-12-02T09:00:00Z' },
  ].map((event) => caseEventSchema.parse(event))
  assert.deepEqual(clockHistory(events)[2]?.changes, [])
})

test('facts that make it significant outweigh an earlier decision that it is not', () => {
  const at = '2026-11-27T03:00:00Z'
  const decided = { number: 2, at, kind: 'significance', answer: 'no', reason: 'one workstation' }
  const events = [profile(1, at), decided, fact(3, at, 'severeDisruption', 'possible')].map((event) =>
    caseEventSchema.parse(event),
  )
  assert.deepEqual(
    clockHistory(events).map(({ clocks }) => clocks.find(({ key }) => key === 'NIS2-EW')?.applies),
    ['unknown', 'not_applicable', 'applies'],
  )
})

test('before the place is known there are no clocks, and an event with a fault is refused', () => {
  const at = '2026-11-27T03:00:00Z'
  const event = caseEventSchema.parse(fact(1, at, 'awareAt', at))
  assert.deepEqual(clockHistory([event])[0]?.clocks, [])
  assert.ok(!caseEventSchema.safeParse(fact(1, at, 'awareAt', 'tonight')).success)
  assert.ok(!caseEventSchema.safeParse({ ...profile(1, at), timeZone: 'Mars/Olympus' }).success)
})

function checkChanges(steps: readonly HistoryStep[]): void {
  for (const [index, step] of steps.entries())
    for (const { key, from, to } of step.changes) {
      const before = steps[index - 1]?.clocks.find((clock) => clock.key === key) ?? null
      assert.equal(from, before)
      assert.ok(step.clocks.includes(to))
    }
}

function summaryOf({ clocks, changes }: HistoryStep): string {
  const line = ({ key, ruleId, applies, dueAt }: ClockStanding) =>
    `${key} ${ruleId} ${applies} ${minuteOf(dueAt)}`
  return [...clocks.map(line), ...changes.map(({ to }) => line(to))].join('\n')
}
