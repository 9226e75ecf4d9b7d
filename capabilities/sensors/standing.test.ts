// Tests of how a sensor stands, what a house can see, and whom a warning reaches.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HealthReport } from '../../standards/sightings/index.ts'
import { membersOf } from './audience.ts'
import { coverageOf } from './coverage.ts'
import { enrolmentCodeHash, newEnrolmentCode } from './enrolment-code.ts'
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
const speaking = (changes: Partial<HealthReport> = {}, reportedAt = hoursAgo(1)) => ({
  report: report(changes),
  reportedAt,
  withdrawnAt: null,
})

test('a sensor is silent after two days, and its pack is old three days after a newer one came', () => {
  const newest = (sequence: number, hours: number) => ({ sequence, publishedAt: hoursAgo(hours) })
  assert.equal(standingOf(speaking(), newest(4, 500), now), 'current')
  assert.equal(standingOf(speaking({}, hoursAgo(50)), null, now), 'current')
  assert.equal(standingOf(speaking({}, hoursAgo(50.1)), null, now), 'silent')
  assert.equal(standingOf(speaking(), newest(5, 72), now), 'current')
  assert.equal(standingOf(speaking(), newest(5, 72.1), now), 'old-pack')
  assert.equal(standingOf(speaking({ pack: null }), newest(5, 1), now), 'without-pack')
  assert.equal(standingOf({ ...speaking(), report: null, reportedAt: null }, null, now), 'never-reported')
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
  const { techniques, covered, blindSources } = coverageOf(
    [one, two, gone],
    ['T1490', 'T1021.002', 'T1021.001', 'T1078'],
  )
  assert.deepEqual(
    techniques.map(({ technique, isCovered }) => [technique, isCovered]),
    [
      ['T1021.001', false],
      ['T1021.002', false],
      ['T1078', true],
      ['T1490', true],
    ],
  )
  assert.equal(covered, 2)
  assert.deepEqual(blindSources, ['*/dns/*'])
  assert.deepEqual(coverageOf([], []).techniques, [])
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
