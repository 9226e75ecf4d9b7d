// What the recovery board promises: the order, the hours that are left, and whether a service can wait so long.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceForecast, StepForecast } from '../readiness/index.ts'
import type { ClinicalService, ServiceState } from './clinical-service.ts'
import { recoveryOf, type Situation, type Tolerance } from './recovery.ts'
import {
  mayFollow,
  nextStates,
  type RecoveryMark,
  type RecoveryState,
  recoveryStates,
} from './recovery-system.ts'

const openedAt = new Date('2026-03-29T00:30:00Z')
const after = (hours: number) => new Date(openedAt.getTime() + hours * 3_600_000)

function step(system: string, hours: number | null): StepForecast {
  return {
    system,
    hours,
    lack: hours === null ? 'never-tested' : null,
    test: null,
    age: hours === null ? null : 'fresh',
  }
}

function forecast(service: ClinicalService, ...steps: readonly StepForecast[]): ServiceForecast {
  return { service, steps, knownHours: null, isAtLeast: false, age: null }
}

let made = 0
function mark(system: string, state: RecoveryState, hours: number): RecoveryMark {
  made += 1
  return { id: made, system, state, note: null, recordedAt: after(hours), recordedByName: 'Jana Brandt' }
}

function canWait(service: ClinicalService, hours: number): Tolerance {
  return { service, hours, recordedAt: openedAt, recordedByName: 'Jana Brandt', isOfThisCase: true }
}

const told = (service: ClinicalService, state: ServiceState, hours: number) => ({
  ...{ service, state, recordedAt: after(hours) },
})

const directory = step('Domain controller', 2)
const base: Situation = {
  forecasts: [
    forecast('emergency', directory, step('Emergency system', 3)),
    forecast('laboratory', step('domain  CONTROLLER', 2), step('Laboratory database', 4)),
    forecast('pharmacy'),
  ],
  marks: [],
  tolerances: [],
  care: [],
  openedAt,
}
const systemsOf = (parts: Partial<Situation>, now = openedAt) =>
  recoveryOf({ ...base, ...parts }, now).systems.map(({ system }) => system)
const serviceIn = (service: ClinicalService, parts: Partial<Situation>, now = openedAt) => {
  const found = recoveryOf({ ...base, ...parts }, now).services.find((one) => one.service === service)
  assert.ok(found)
  return found
}

test('a system that two services need stands once, however it is written', () => {
  assert.deepEqual(systemsOf({}), ['Domain controller', 'Emergency system', 'Laboratory database'])
  const [first] = recoveryOf(base, openedAt).systems
  assert.deepEqual(first?.services, ['emergency', 'laboratory'])
})

test('what the service needs that can wait least comes first; nobody’s word leaves the order of the list', () => {
  assert.deepEqual(systemsOf({ tolerances: [canWait('laboratory', 4)] }), [
    'domain  CONTROLLER',
    'Laboratory database',
    'Emergency system',
  ])
})

test('hours add up over everything that comes before, since nobody has proved that two come back at once', () => {
  assert.equal(serviceIn('emergency', {}).hoursLeft, 5)
  assert.equal(serviceIn('laboratory', {}).hoursLeft, 9)
})

test('what is back counts for nothing, and what is being restored for the rest of its time', () => {
  const marks = [
    mark('Domain controller', 'restoring', 0),
    mark('Domain controller', 'checked', 2),
    mark('Domain controller', 'back', 2.5),
    mark('Emergency system', 'restoring', 3),
  ]
  assert.equal(serviceIn('emergency', { marks }, after(4)).hoursLeft, 2)
  assert.equal(serviceIn('laboratory', { marks }, after(4)).hoursLeft, 6)
})

test('up to its tested hours the rest is known; a millisecond longer, and nobody can tell', () => {
  const marks = [mark('Domain controller', 'restoring', 0)]
  const at = (now: Date) => recoveryOf({ ...base, marks }, now).systems[0]
  assert.equal(at(after(2))?.hoursLeft, 0)
  assert.equal(at(after(2))?.unknown, null)
  assert.equal(at(new Date(after(2).getTime() + 1))?.hoursLeft, null)
  assert.equal(at(new Date(after(2).getTime() + 1))?.unknown, 'over-time')
})

test('a restore that begins again takes its whole time again', () => {
  const marks = [
    mark('Domain controller', 'restoring', 0),
    mark('Domain controller', 'checked', 1),
    mark('Domain controller', 'restoring', 3),
  ]
  assert.equal(recoveryOf({ ...base, marks }, after(3)).systems[0]?.hoursLeft, 2)
})

test('an untested system on the way makes the hours a lower limit', () => {
  const forecasts = [forecast('emergency', directory, step('Old archive', null))]
  const emergency = serviceIn('emergency', { forecasts })
  assert.equal(emergency.hoursLeft, 2)
  assert.equal(emergency.unknownSystems, 1)
  const only = serviceIn('emergency', { forecasts: [forecast('emergency', step('Old archive', null))] })
  assert.equal(only.hoursLeft, null)
})

test('a system that stands in no order is put last, and nobody can tell how long it takes', () => {
  const { systems } = recoveryOf({ ...base, marks: [mark('Parking barrier', 'waiting', 1)] }, after(1))
  assert.equal(systems.at(-1)?.system, 'Parking barrier')
  assert.equal(systems.at(-1)?.unknown, 'in-no-order')
})

test('a service whose systems are all back has no hours left; one without an order is unknown, never done', () => {
  const forecasts = [forecast('emergency', directory), forecast('pharmacy')]
  const marks = [mark('Domain controller', 'back', 1)]
  assert.equal(serviceIn('emergency', { forecasts, marks }, after(1)).hoursLeft, 0)
  assert.equal(serviceIn('pharmacy', { forecasts, marks }, after(1)).hoursLeft, null)
})

test('in time up to the very moment, too late a millisecond after it, past when the time itself is over', () => {
  const forecasts = [forecast('emergency', directory)]
  const parts = { forecasts, tolerances: [canWait('emergency', 8)], care: [told('emergency', 'on-paper', 1)] }
  const verdict = (now: Date) => serviceIn('emergency', parts, now).verdict
  assert.equal(serviceIn('emergency', parts).neededAt?.toISOString(), after(9).toISOString())
  assert.equal(verdict(after(7)), 'in-time')
  assert.equal(verdict(new Date(after(7).getTime() + 1)), 'too-late')
  assert.equal(verdict(after(9)), 'too-late')
  assert.equal(verdict(new Date(after(9).getTime() + 1)), 'past')
})

test('a lower limit is enough for too late, and never enough for in time', () => {
  const forecasts = [forecast('emergency', directory, step('Old archive', null))]
  const verdict = (hours: number) =>
    serviceIn('emergency', { forecasts, tolerances: [canWait('emergency', hours)] }).verdict
  assert.equal(verdict(1), 'too-late')
  assert.equal(verdict(500), 'unknown')
  assert.equal(serviceIn('emergency', {}).verdict, 'unknown')
})

test('the time counts from when the service last stopped doing everything, else from the opening of the case', () => {
  const care = [
    told('emergency', 'stopped', 1),
    told('emergency', 'running', 2),
    told('emergency', 'reduced', 5),
    told('emergency', 'stopped', 6),
  ]
  const down = serviceIn('emergency', { care }, after(7))
  assert.equal(down.downSince.toISOString(), after(5).toISOString())
  assert.equal(down.isDownSinceAssumed, false)
  const running = serviceIn(
    'emergency',
    { care: care.slice(0, 2), tolerances: [canWait('emergency', 0)] },
    after(7),
  )
  assert.equal(running.verdict, 'runs')
  const untold = serviceIn('emergency', {})
  assert.equal(untold.downSince.toISOString(), openedAt.toISOString())
  assert.equal(untold.isDownSinceAssumed, true)
})

test('a system opens the services for which it alone is missing', () => {
  const opens = (marks: readonly RecoveryMark[]) =>
    recoveryOf({ ...base, marks }, after(2)).systems.map((one) => one.opens)
  assert.deepEqual(opens([]), [[], [], []])
  assert.deepEqual(opens([mark('Domain controller', 'back', 1)]), [[], ['emergency'], ['laboratory']])
})

test('nothing goes back to the wards unchecked, and every state has a way on', () => {
  for (const state of recoveryStates) assert.ok(nextStates[state].length > 0)
  assert.equal(mayFollow([], 'waiting'), true)
  assert.equal(mayFollow([], 'back'), false)
  assert.equal(mayFollow([mark('A', 'restoring', 0)], 'back'), false)
  assert.equal(mayFollow([mark('A', 'checked', 0)], 'back'), true)
  assert.equal(mayFollow([mark('A', 'back', 0)], 'restoring'), true)
  assert.equal(mayFollow([mark('A', 'waiting', 0)], 'waiting'), false)
})
