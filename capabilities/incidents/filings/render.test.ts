// Tests of filling a map: values with their origin, what is missing, what is enough, and fields that are asked only sometimes.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FactKey } from '../fact-keys.ts'
import { fieldMaps, mapFor } from './maps.ts'
import type { OrganisationValues } from './organisation-keys.ts'
import { renderedFields, renderFiling } from './render.ts'
import type { FilingValue, KnownFact, KnownFacts } from './value.ts'
import { fitsShape } from './value.ts'

const at = new Date('2026-11-21T14:20:00Z')
const hospital: OrganisationValues = {
  name: 'Seehospital',
  registrationNumber: 'R-17',
  entityClass: 'essential',
  contactName: 'Jana Brandt',
  contactPhone: '+43 555 0114',
}
const fact = (value: FilingValue, changes: Partial<KnownFact> = {}): KnownFact => ({
  value,
  recordedAt: '2026-11-21T05:40:00Z',
  source: 'J. Brandt',
  confidence: 'estimate',
  ...changes,
})
const warning = mapFor('NIS2-EW', 'AT', at) ?? assert.fail()
const breach = mapFor('GDPR-33', 'AT', at) ?? assert.fail()
const fieldOf = (facts: KnownFacts, key: FactKey, map = warning, now = at) =>
  renderedFields(renderFiling(map, facts, hospital, now)).find((field) => field.key === key) ?? assert.fail()

test('each value comes with when it was entered, by whom and how sure', () => {
  assert.deepEqual(fieldOf({ awareAt: fact('2026-11-21T05:40:00Z') }, 'awareAt'), {
    key: 'awareAt',
    need: 'required',
    state: 'known',
    value: '2026-11-21T05:40:00Z',
    fact: { recordedAt: '2026-11-21T05:40:00Z', source: 'J. Brandt', confidence: 'estimate' },
    satisfiedBy: null,
  })
})

test('the early warning is enough with who, a telephone and when; the rest may follow', () => {
  const rendered = renderFiling(warning, { awareAt: fact('2026-11-21T05:40:00Z') }, hospital, at)
  assert.equal(rendered.verdict, 'enough')
  assert.deepEqual([rendered.known, rendered.asked], [6, 10])
  assert.deepEqual(rendered.missing, ['detectedAt', 'occurredAt', 'maliciousSuspected', 'crossBorder'])
  assert.deepEqual(rendered.blocking, [])
})

test('without the moment of awareness or a telephone it is not enough, and says what is', () => {
  const rendered = renderFiling(warning, {}, { ...hospital, contactPhone: '  ' }, at)
  assert.equal(rendered.verdict, 'not-enough')
  assert.deepEqual(rendered.blocking, ['organisation.contactPhone', 'awareAt'])
})

test('an answer "unknown" is an answer: not missing, and not counted as known', () => {
  const facts = {
    awareAt: fact('2026-11-21T05:40:00Z'),
    detectedAt: fact('2026-11-21T03:12:00Z'),
    occurredAt: fact('2026-11-20T23:00:00Z'),
    maliciousSuspected: fact('yes'),
    crossBorder: fact('unknown'),
  }
  const rendered = renderFiling(warning, facts, hospital, at)
  assert.equal(rendered.verdict, 'complete')
  assert.deepEqual([rendered.known, rendered.saidUnknown, rendered.asked], [9, 1, 10])
})

test('the countries are asked only when other countries are affected', () => {
  const need = (crossBorder?: string) =>
    fieldOf(crossBorder === undefined ? {} : { crossBorder: fact(crossBorder) }, 'countriesAffected').need
  assert.deepEqual(
    [need('yes'), need('no'), need('unknown'), need()],
    ['required', 'welcome', 'welcome', 'welcome'],
  )
})

test('the reason for the delay is asked from 72 hours and one second after awareness', () => {
  const need = (now: string) =>
    fieldOf({ awareAt: fact('2026-11-21T05:40:00Z') }, 'delayReason', breach, new Date(now)).need
  assert.equal(need('2026-11-24T05:40:00Z'), 'welcome')
  assert.equal(need('2026-11-24T05:40:01Z'), 'required')
  assert.equal(fieldOf({}, 'delayReason', breach).need, 'welcome', 'without the anchor nobody can be late')
})

test('measures planned are enough where none was taken yet', () => {
  const taken = fieldOf({ measuresPlanned: fact('Isolate the server') }, 'measuresTaken', breach)
  assert.deepEqual([taken.state, taken.satisfiedBy], ['missing', 'measuresPlanned'])
  const both = { measuresPlanned: fact('Isolate'), measuresTaken: fact('Isolated 03:31') }
  assert.equal(fieldOf(both, 'measuresTaken', breach).satisfiedBy, null)
})

test('a value that does not fit its fact is shown as unreadable and counts as missing', () => {
  for (const [key, value] of [
    ['awareAt', 'yesterday'],
    ['awareAt', '2026-11-21'],
    ['maliciousSuspected', 'maybe'],
    ['crossBorder', 1],
    ['countriesAffected', ['Austria']],
    ['usersAffected', -1],
    ['usersAffectedShare', 101],
    ['durationHours', Number.NaN],
    ['description', '   '],
    ['severity', 'huge'],
  ] as const)
    assert.equal(fieldOf({ [key]: fact(value) }, key).state, 'unreadable', `${key} ${value}`)
  assert.ok(fitsShape('severity', 'high') && fitsShape('countriesAffected', ['AT', 'DE']))
})

test('whatever the ledger holds, the counts agree with the fields, and more facts never make it less enough', () => {
  const values: Readonly<Record<string, FilingValue>> = {
    awareAt: '2026-11-21T05:40:00Z',
    detectedAt: '2026-11-21T03:12:00Z',
    description: 'Files encrypted',
    severity: 'high',
    impact: 'Three wards on paper',
    indicators: 'one hash',
    maliciousSuspected: 'unknown',
    measuresPlanned: 'Restore',
    dataSubjectCount: 400,
  }
  const order = { 'not-enough': 0, enough: 1, complete: 2 }
  const keys = Object.keys(values)
  fc.assert(
    fc.property(
      fc.constantFrom(...fieldMaps.values()),
      fc.subarray(keys),
      fc.subarray(keys),
      (map, some, more) => {
        const factsOf = (list: readonly string[]): KnownFacts =>
          Object.fromEntries(list.map((key) => [key, fact(values[key] ?? '')]))
        const rendered = renderFiling(map, factsOf(some), hospital, at)
        const required = renderedFields(rendered).filter(({ need }) => need === 'required')
        assert.equal(rendered.asked, required.length)
        assert.equal(rendered.known + rendered.saidUnknown + rendered.missing.length, rendered.asked)
        assert.equal(rendered.verdict === 'complete', rendered.missing.length === 0)
        const richer = renderFiling(map, factsOf([...some, ...more]), hospital, at)
        assert.ok(order[richer.verdict] >= order[rendered.verdict])
      },
    ),
    { numRuns: 300 },
  )
})
