// Tests of the rules and clocks of obligations.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, escalationDue, type Obligation } from './clock.ts'
import { dueAt, obligationRules, ruleFor } from './rules.ts'

const at = (text: string) => new Date(text)

function acknowledge(startsAt: string, changes: Partial<Obligation> = {}): Obligation {
  const rule = ruleFor('alert-acknowledge', 'act-now', at(startsAt))
  assert.ok(rule)
  return {
    organisationId: 1,
    id: 1,
    kind: 'alert-acknowledge',
    subjectType: 'alert',
    subjectId: 1,
    basis: rule.id,
    startsAt: at(startsAt),
    dueAt: dueAt(rule, at(startsAt)),
    dischargedAt: null,
    cancelledAt: null,
    escalation: 0,
    ...changes,
  }
}

test('an alert is to be acknowledged within 48 hours', () => {
  assert.equal(acknowledge('2026-11-16T07:12:00Z').dueAt.toISOString(), '2026-11-18T07:12:00.000Z')
})

test('48 hours stay 48 hours across the end of summer time', () => {
  assert.equal(
    acknowledge('2026-10-24T10:00:00+02:00').dueAt.toISOString(),
    at('2026-10-26T09:00:00+01:00').toISOString(),
  )
})

test('remediation follows the urgency, and "watch" owes no date', () => {
  const now = at('2026-11-16T07:12:00Z')
  assert.equal(ruleFor('alert-remediate', 'act-now', now)?.hours, 168)
  assert.equal(ruleFor('alert-remediate', 'next-maintenance', now)?.hours, 2160)
  assert.equal(ruleFor('alert-remediate', 'watch', now), null)
})

test('a rule is not in force before its date', () => {
  assert.equal(ruleFor('alert-acknowledge', null, at('2025-12-31T23:59:59Z')), null)
})

test('each rule has a name of its own and names its source', () => {
  assert.equal(new Set(obligationRules.map((rule) => rule.id)).size, obligationRules.length)
  for (const rule of obligationRules) assert.ok(rule.source.length > 0)
})

test('the due instant itself is in time, one millisecond later is late', () => {
  const owed = acknowledge('2026-11-16T07:12:00Z')
  assert.equal(clockOf(owed, owed.dueAt).state, 'running')
  assert.equal(clockOf(owed, new Date(owed.dueAt.getTime() + 1)).state, 'late')
  assert.equal(
    clockOf({ ...owed, dischargedAt: new Date(owed.dueAt.getTime() + 1) }, owed.dueAt).state,
    'discharged-late',
  )
})

test('reminder at three quarters, deputy when due, duty officer at a quarter over, each once', () => {
  const owed = acknowledge('2026-11-16T00:00:00Z')
  const after = (hours: number) => new Date(owed.startsAt.getTime() + hours * 3_600_000)
  assert.equal(escalationDue(owed, after(35)), null)
  assert.equal(escalationDue(owed, after(36))?.who, 'owner')
  assert.equal(escalationDue({ ...owed, escalation: 1 }, after(47)), null)
  assert.equal(escalationDue({ ...owed, escalation: 1 }, after(48))?.who, 'deputy')
  assert.equal(escalationDue({ ...owed, escalation: 2 }, after(60))?.who, 'duty-officer')
  assert.equal(escalationDue({ ...owed, escalation: 3 }, after(600)), null)
  assert.equal(escalationDue({ ...owed, dischargedAt: after(1) }, after(600)), null)
})
