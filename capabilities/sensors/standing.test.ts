// Tests of how a sensor stands, what a house can see, and whom a warning reaches.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HealthReport } from '@salus/standards/sightings'
import { membersOf } from './audience.ts'
import { coverageOf } from './coverage.ts'
import { enrolmentCodeHash, newEnrolmentCode } from './enrolment-code.ts'
import { membersInTrouble, sharesOf } from './fleet.ts'
import { silentSources, standingOf } from './standing.ts'

const now = new Date('2026-11-27T10:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const report = (changes: Partial<HealthReport> = {}): HealthReport => ({
  sensorVersion: '0.1.0',
  platform: 'linux-x64',
  pack: { id: 'lakeland', sequence: 4 },
  rules: { loaded: 10, unsupported: 0, quarantined: 0 },
  blind: [],
  techniques: [],
  lastEvent: {},
  ...changes,
})
const speaking = (changes: Partial<HealthReport> = {}, reportedAt = hoursAgo(1)) => {
  const said = report(changes)
  return { report: said, reportedAt, packSequence: said.pack?.sequence ?? null, withdrawnAt: null }
}

test('a sensor is silent after two days, and its pack is old three days after a newer one came', () => {
  const newest = (sequence: number, hours: number) => ({ sequence, publishedAt: hoursAgo(hours) })
  assert.equal(standingOf(speaking(), newest(4, 500), now), 'current')
  assert.equal(standingOf(speaking({}, hoursAgo(50)), null, now), 'current')
  assert.equal(standingOf(speaking({}, hoursAgo(50.1)), null, now), 'silent')
  assert.equal(standingOf(speaking(), newest(5, 72), now), 'current')
  assert.equal(standingOf(speaking(), newest(5, 72.1), now), 'old-pack')
  assert.equal(standingOf(speaking({ pack: null }), newest(5, 1), now), 'without-pack')
  assert.equal(standingOf({ ...speaking(), reportedAt: null }, null, now), 'never-reported')
  assert.equal(standingOf({ ...speaking(), withdrawnAt: now }, null, now), 'withdrawn')
})

test('logs have fallen silent by the report that says so, not by who reads it later', () => {
  const lastEvent = { syslog: '2026-11-26T08:00:00Z', dns: '2026-11-26T10:00:00Z' }
  const old = speaking({ lastEvent }, new Date('2026-11-27T09:00:00Z'))
  assert.deepEqual(silentSources(old), [{ kind: 'syslog', since: new Date('2026-11-26T08:00:00Z') }])
})

test('a technique is covered where some sensor of the house sees it; a source is blind where none reads it', () => {
  const one = speaking({ techniques: ['T1490'], blind: ['windows/process_creation/*', '*/dns/*'] })
  const two = speaking({ techniques: ['T1078'], blind: ['*/dns/*'] })
  const gone = { ...speaking({ techniques: ['T1003'] }), withdrawnAt: now }
  const ofPack = ['T1490', 'T1021.002', 'T1021.001', 'T1078']
  const { techniques, covered, blindSources } = coverageOf([one, two, gone], ofPack, now)
  assert.deepEqual(
    techniques.map(({ technique, state }) => [technique, state]),
    [
      ['T1021.001', 'blind'],
      ['T1021.002', 'blind'],
      ['T1078', 'covered'],
      ['T1490', 'covered'],
    ],
  )
  assert.equal(covered, 2)
  assert.deepEqual(blindSources, ['*/dns/*'])
  assert.deepEqual(coverageOf([], [], now).techniques, [])
})

test('what only a sensor could see that has fallen silent is unknown, neither covered nor blind', () => {
  const one = speaking({ techniques: ['T1490'], blind: ['*/dns/*'] })
  const silent = speaking({ techniques: ['T1490', 'T1078'], blind: [] }, hoursAgo(60))
  const { techniques, ...figures } = coverageOf([one, silent], ['T1490', 'T1078', 'T1003'], now)
  assert.deepEqual(
    techniques.map(({ technique, state }) => [technique, state]),
    [
      ['T1003', 'blind'],
      ['T1078', 'unknown'],
      ['T1490', 'covered'],
    ],
  )
  assert.deepEqual(figures, { covered: 1, unknown: 1, silentSensors: 1, blindSources: ['*/dns/*'] })
})

test('the centre sees each sensor in one part, and members whose sensors need somebody, the worst first', () => {
  const newest = { sequence: 5, publishedAt: hoursAgo(100) }
  const sensor = (organisationId: number, packSequence: number | null, reportedAt: Date | null) => ({
    organisationId,
    enrolledAt: hoursAgo(500),
    reportedAt,
    packSequence,
  })
  const fleet = [
    sensor(1, 5, hoursAgo(1)),
    sensor(1, 6, hoursAgo(2)),
    sensor(2, 4, hoursAgo(1)),
    sensor(2, 5, hoursAgo(60)),
    sensor(3, 3, hoursAgo(1)),
    sensor(4, null, hoursAgo(1)),
    sensor(5, null, null),
    { ...sensor(6, null, null), enrolledAt: hoursAgo(2) },
    sensor(7, 5, hoursAgo(90)),
    sensor(7, 5, hoursAgo(70)),
  ]
  assert.deepEqual(sharesOf(fleet, newest, now), [
    { part: 'newest', sensors: 2 },
    { part: 'before', sensors: 1 },
    { part: 'older', sensors: 1 },
    { part: 'without-pack', sensors: 1 },
    { part: 'silent', sensors: 3 },
    { part: 'never-reported', sensors: 2 },
  ])
  assert.deepEqual(
    membersInTrouble(fleet, newest, now).map(({ organisationId, worst, concerned, sensors }) => [
      organisationId,
      worst,
      `${concerned} of ${sensors}`,
    ]),
    [
      [7, 'silent', '2 of 2'],
      [2, 'silent', '1 of 2'],
      [3, 'old-pack', '1 of 1'],
      [4, 'without-pack', '1 of 1'],
      [5, 'never-reported', '1 of 1'],
    ],
  )
  assert.deepEqual(sharesOf([], null, now), [])
})

test('an audience is every provider, or those that fit all of what was ticked', () => {
  const member = (id: number, country: string, providerKind: 'hospital' | 'practice' | null) => ({
    id,
    country,
    providerKind,
    kind: providerKind ? ('provider' as const) : ('supplier' as const),
  })
  const members = [
    member(1, 'AT', 'hospital'),
    member(2, 'AT', 'practice'),
    member(3, 'DE', 'hospital'),
    member(4, 'AT', null),
  ]
  const reached = (audience: Partial<Parameters<typeof membersOf>[0]>) =>
    membersOf({ countries: [], kinds: [], sensor: null, ...audience }, members, new Set([1]))
  assert.deepEqual(reached({}), [1, 2, 3])
  assert.deepEqual(reached({ countries: ['AT'] }), [1, 2])
  assert.deepEqual(reached({ countries: ['AT'], kinds: ['hospital'] }), [1])
  assert.deepEqual(reached({ sensor: 'with' }), [1])
  assert.deepEqual(reached({ sensor: 'without' }), [2, 3])
  assert.deepEqual(reached({ countries: ['FR'] }), [])
})

test('codes differ, have no letter that is taken for another, and count however they are typed', () => {
  const codes = new Set(Array.from({ length: 200 }, newEnrolmentCode))
  assert.equal(codes.size, 200)
  for (const code of codes) {
    assert.doesNotMatch(code, /[AEIOUL01]/)
    assert.deepEqual(enrolmentCodeHash(code), enrolmentCodeHash(code.replaceAll('-', '').toLowerCase()))
  }
})
