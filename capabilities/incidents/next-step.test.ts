// The one next thing, from the first minute to the closed case.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceStanding } from './clinical-service.ts'
import { type Duty, dutiesFor } from './duties/duty.ts'
import type { FactEntry, FactValue } from './fact.ts'
import { foldLedger } from './fact.ts'
import type { FactKey } from './fact-keys.ts'
import { openClocks } from './handover.ts'
import { nextStep, type OpenTask, type Standing } from './next-step.ts'

const now = new Date('2026-11-21T02:12:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

function ledgerOf(facts: Readonly<Partial<Record<FactKey, FactValue>>>) {
  const entries = Object.entries(facts).map(
    ([key, value], index): FactEntry => ({
      number: index + 1,
      // Keys of the record are keys of facts.
      key: key as FactKey,
      value,
      source: 'test',
      confidence: 'likely',
      recordedAt: now,
      recordedBy: 'Jana Brandt',
      reason: null,
    }),
  )
  return foldLedger(entries)
}

function dutiesOf(aware: Date | null, significant: string, at = now): readonly Duty[] {
  return dutiesFor(
    {
      country: 'DE',
      timeZone: 'Europe/Berlin',
      lawOn: '2026-11-21',
      moments: aware ? { awareAt: aware } : {},
      facts: { entityClass: 'essential', criticalEntity: 'no', significant, personalData: 'none' },
    },
    at,
  )
}

function standing(parts: Partial<Standing<OpenTask>> = {}): Standing<OpenTask> {
  const duties = parts.duties ?? dutiesOf(now, 'unknown')
  return {
    state: 'open',
    isAnswered: true,
    via: 'member',
    ledger: ledgerOf({ awareAt: now.toISOString() }),
    decisions: [],
    duties,
    clocks: openClocks(duties, parts.decisions ?? []),
    services: [],
    tasks: [],
    ...parts,
  }
}

const significant = [{ subject: 'significant', answer: 'yes' }]
const laboratory: ServiceStanding = {
  service: 'laboratory',
  state: 'stopped',
  expectedAt: hours(-1),
  divertedTo: null,
  note: null,
  recordedAt: hours(-5),
  recordedByName: 'Jana Brandt',
}

test('the officer first takes a case that nobody has; the hospital is asked when it became aware', () => {
  assert.equal(nextStep(standing({ via: 'centre', isAnswered: false }), now).kind, 'take')
  assert.equal(nextStep(standing({ isAnswered: false, ledger: ledgerOf({}) }), now).kind, 'aware')
})

test('significance is asked while it is open and could change a duty, and no more once it is decided', () => {
  assert.equal(nextStep(standing(), now).kind, 'significance')
  assert.notEqual(nextStep(standing({ decisions: significant }), now).kind, 'significance')
  const possible = ledgerOf({ awareAt: now.toISOString(), severeDisruption: 'possible' })
  assert.notEqual(nextStep(standing({ ledger: possible }), now).kind, 'significance')
})

test('a clock that has run out comes before everything else that can be done', () => {
  const late = hours(25)
  const step = nextStep(
    standing({ duties: dutiesOf(now, 'yes', late), decisions: significant, services: [laboratory] }),
    late,
  )
  assert.equal(step.kind, 'late-clock')
  assert.equal('duty' in step && step.duty.rule.key, 'NIS2-EW')
})

test('within a day the clock; further away first what care and people wait for', () => {
  const duties = dutiesOf(now, 'yes')
  const soon = nextStep(standing({ duties, decisions: significant }), now)
  assert.equal(soon.kind === 'clock' && soon.duty.rule.key, 'NIS2-EW')
  const far = duties.filter(({ rule }) => rule.key === 'NIS2-IN')
  const calm = { duties: far, decisions: significant }
  assert.equal(nextStep(standing(calm), now).kind, 'tell-services')
  assert.equal(nextStep(standing({ ...calm, services: [laboratory] }), now).kind, 'ask-service')
  const promise = { id: 4, kind: 'promise', state: 'open', dueAt: hours(-1) } as const
  assert.equal(
    nextStep(standing({ ...calm, services: [laboratory], tasks: [promise] }), now).kind,
    'late-promise',
  )
  const fresh = { ...laboratory, expectedAt: hours(4) }
  assert.equal(nextStep(standing({ ...calm, services: [fresh] }), now).kind, 'own-clock')
  const owned = [...significant, { subject: 'owner:NIS2-IN', answer: 'Dr Feld' }]
  assert.equal(nextStep(standing({ duties: far, decisions: owned, services: [fresh] }), now).kind, 'clock')
})

test('with nothing due it says so, and a closed case asks for nothing', () => {
  const services = [{ ...laboratory, state: 'running' as const }]
  assert.equal(nextStep(standing({ duties: [], services }), now).kind, 'calm')
  const task = { id: 4, kind: 'task', state: 'open', dueAt: hours(-1) } as const
  assert.equal(nextStep(standing({ duties: [], services, tasks: [task] }), now).kind, 'late-task')
  assert.equal(nextStep(standing({ state: 'closed' }), now).kind, 'closed')
})
