// Tests of how a duty stands, what it says, and what Regulation 1182/71 would allow.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTranslations, locales } from '../../../platform/i18n/index.ts'
import { contentStanding } from './content.ts'
import { dutiesFor } from './duty.ts'
import { explainDuty } from './explain.ts'
import { laterEndOfHours, laterEndOfMonths } from './later-moment.ts'
import type { Moments } from './moments.ts'
import type { Situation } from './situation.ts'

const translations = loadTranslations(join(import.meta.dirname, '../../../translations'))
const at = new Date('2026-11-27T12:00:00Z')
const base: Situation = {
  country: 'FR',
  timeZone: 'Europe/Paris',
  facts: { entityClass: 'essential', criticalEntity: 'no', significant: 'yes', personalData: 'breach' },
  moments: { awareAt: new Date('2026-11-27T02:10:00Z') },
}
const duty = (key: string, situation: Situation = base, when: Date = at) => {
  const found = dutiesFor(situation, when).find(({ rule }) => rule.key === key)
  assert.ok(found, key)
  return found
}
const withMoments = (moments: Moments): Situation => ({ ...base, moments: { ...base.moments, ...moments } })

test('a clock runs to its very moment, is overdue after it, and filing ends it in time or late', () => {
  const due = new Date('2026-11-28T02:10:00Z')
  const state = (moments: Moments, when: Date) => duty('NIS2-EW', withMoments(moments), when).state
  assert.equal(state({}, due), 'running')
  assert.equal(state({}, new Date(due.getTime() + 1)), 'overdue')
  assert.equal(state({ earlyWarningSubmittedAt: due }, at), 'met')
  assert.equal(state({ earlyWarningSubmittedAt: new Date(due.getTime() + 1) }, at), 'met-late')
})

test('each kind of duty stands as it is', () => {
  assert.equal(duty('NIS2-FR').state, 'waiting')
  assert.equal(duty('NIS2-IR').state, 'open')
  assert.equal(duty('GDPR-REG').state, 'owed')
  assert.equal(duty('CRA-15').state, 'open')
  assert.equal(duty('CER-1').state, 'not-applicable')
  assert.equal(duty('FR-SIG').state, 'owed')
  assert.equal(duty('FR-SIG', withMoments({ healthAuthoritySubmittedAt: at })).state, 'met')
})

test('a monthly report does not discharge the next one', () => {
  const italian: Situation = {
    ...withMoments({
      notificationSubmittedAt: new Date('2026-10-01T08:00:00Z'),
      progressReportSubmittedAt: new Date('2026-11-01T08:00:00Z'),
    }),
    country: 'IT',
    timeZone: 'Europe/Rome',
  }
  assert.equal(duty('NIS2-PR', italian).state, 'running')
  assert.equal(duty('NIS2-PR', italian).dueAt?.toISOString(), '2026-12-01T08:00:00.000Z')
})

test('the law of the day of awareness counts, whenever it is asked', () => {
  const early: Situation = { ...base, moments: { awareAt: new Date('2024-10-17T10:00:00Z') } }
  assert.deepEqual(
    duty('NIS2-EW', early).because.map(({ code }) => code),
    ['law-not-yet'],
  )
  assert.equal(duty('NIS2-EW', { ...early, lawOn: '2026-11-27' }).applies, 'applies')
})

test('an uncertain duty says what lacks and that in doubt one reports', () => {
  const { applies, lacking, because, dueAt } = duty('NIS2-EW', {
    ...base,
    facts: { entityClass: 'unknown', criticalEntity: 'no' },
  })
  assert.equal(applies, 'unknown')
  assert.ok(dueAt)
  assert.deepEqual(lacking, ['entityClass', 'significant'])
  assert.deepEqual(
    because.map(({ code }) => code),
    ['nis2-open', 'lacking', 'in-doubt'],
  )
})

test('every duty of every country says its reasons in every language, with times of the member', () => {
  for (const country of ['FR', 'DE', 'IT', 'NL', 'PL', 'NO', 'CH'])
    for (const locale of locales)
      for (const one of dutiesFor({ ...withMoments({ notificationSubmittedAt: at }), country }, at)) {
        const said = explainDuty(one, {
          translator: translations.translator(locale),
          timeZone: 'Europe/Paris',
        })
        assert.ok(said.length >= 2, one.rule.id)
        for (const sentence of said) assert.doesNotMatch(sentence, /undefined|[{}]/)
      }
  const english = explainDuty(duty('NIS2-EW'), {
    translator: translations.translator('en'),
    timeZone: 'Europe/Paris',
  })
  assert.ok(english.includes('24 elapsed hours later is Sat 28 Nov 2026, 03:10 (Europe/Paris).'), english[2])
})

test('Regulation 1182/71 leaves out the hour of the event and waits for working days', () => {
  const hours = (from: string, count: number) =>
    laterEndOfHours(new Date(from), count, 'Europe/Paris').toISOString()
  // Art. 3(1): 03:10 counts from 04:00.
  assert.equal(hours('2026-11-27T02:10:00Z', 24), '2026-11-28T03:00:00.000Z')
  assert.equal(hours('2026-11-27T02:00:00Z', 24), '2026-11-28T03:00:00.000Z')
  // Art. 3(5): Friday 14:00 and 72 hours end with Tuesday, the second working day.
  assert.equal(hours('2026-11-27T13:00:00Z', 72), '2026-12-01T23:00:00.000Z')
  // Monday 10:00: two working days lie inside.
  assert.equal(hours('2026-11-23T09:00:00Z', 72), '2026-11-26T10:00:00.000Z')
})

test('Regulation 1182/71 gives the whole last day of a month, or the next working day', () => {
  const end = (due: string) => laterEndOfMonths(new Date(due), 'Europe/Paris').toISOString()
  assert.equal(end('2026-12-03T14:30:00Z'), '2026-12-03T23:00:00.000Z')
  assert.equal(end('2026-12-26T14:30:00Z'), '2026-12-28T23:00:00.000Z')
  assert.equal(end('2026-12-27T14:30:00Z'), '2026-12-28T23:00:00.000Z')
})

test('content counts what is needed now and names what is missing', () => {
  const { rule } = duty('NIS2-EW')
  const standing = contentStanding(rule, (fact) => fact === 'awareAt' || fact === 'careImpact')
  assert.deepEqual([standing.knownCount, standing.requiredCount], [1, 6])
  assert.deepEqual(standing.missing, [
    'detectedAt',
    'occurredAt',
    'maliciousSuspected',
    'crossBorder',
    'countriesAffected',
  ])
})
