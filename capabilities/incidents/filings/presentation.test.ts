// Tests of how a filing reads: every key has its words in every language, times in the hospital's zone, nothing left out.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Locale, loadTranslations, locales } from '../../../platform/i18n/index.ts'
import { factKeys, factShapes } from '../fact-keys.ts'
import { filingStates } from './filing.ts'
import { fieldMaps, mapFor } from './maps.ts'
import { copyFields, plainText, presentFiling } from './presentation.ts'
import { renderFiling } from './render.ts'
import { settlementWays } from './settlement.ts'
import type { KnownFacts } from './value.ts'

const translations = loadTranslations(join(import.meta.dirname, '..', '..', '..', 'translations'))
const readerIn = (locale: Locale) => ({
  translator: translations.translator(locale),
  timeZone: 'Europe/Berlin',
})
const at = new Date('2026-11-21T14:20:00Z')
const origin = { recordedAt: '2026-11-21T10:20:00Z', source: 'Records office', confidence: 'counted' }
const facts: KnownFacts = {
  awareAt: { value: '2026-11-21T04:40:00Z', ...origin },
  description: { value: 'Files encrypted', ...origin },
  dataSubjectCount: { value: 4_000, isAtLeast: true, ...origin },
  crossBorder: { value: 'yes', ...origin },
  countriesAffected: { value: ['AT', 'DE'], ...origin },
  measuresPlanned: { value: 'Restore from tape', ...origin },
}
const present = (locale: Locale) => {
  const map = mapFor('GDPR-33', 'DE', at) ?? assert.fail()
  const rendered = renderFiling(map, facts, { name: 'Seehospital', entityClass: 'essential' }, at)
  const notes = [{ key: 'dataSubjectCount' as const, text: 'All folders.' }]
  return { rendered, presented: presentFiling(map, rendered, notes, readerIn(locale)) }
}
const rowsOf = (locale: Locale) =>
  Object.fromEntries(
    present(locale).presented.sections.flatMap(({ rows }) => rows.map((row) => [row.key, row])),
  )

test('values are said in the language of the reader, times in the zone of the hospital', () => {
  const rows = rowsOf('en')
  assert.equal(rows.awareAt?.text, 'Sat 21 Nov 2026, 05:40 (Europe/Berlin)')
  assert.equal(rows.dataSubjectCount?.text, 'at least 4,000')
  assert.equal(rows.dataSubjectCount?.note, 'All folders.')
  assert.equal(rows.dataSubjectCount?.source, 'Records office, Sat 21 Nov 2026, 11:20, counted')
  assert.equal(rows.countriesAffected?.text, 'Austria and Germany')
  assert.equal(rows['organisation.entityClass']?.text, 'essential entity')
  assert.equal(rowsOf('de').dataSubjectCount?.text, 'mindestens 4.000')
  assert.equal(rowsOf('fr').crossBorder?.text, 'oui')
})

test('what is missing says how much it matters, and what covers it', () => {
  const rows = rowsOf('en')
  assert.equal(rows.recordCount?.hint, 'Missing. You may send it later.')
  assert.equal(rows.delayReason?.hint, 'Not known. Give it if you have it.')
  assert.equal(rows.measuresTaken?.hint, 'Covered by: Measures planned.')
})

test('the summary counts, and names what the authority cannot do without', () => {
  const { presented } = present('en')
  assert.equal(
    presented.summary,
    '8 of 18 known. Not enough yet: the authority cannot do without Telephone, day and night.',
  )
  assert.match(presented.unverified ?? '', /Nobody has verified/)
})

test('copied fields hold what is known and nothing else, in the order of the map', () => {
  const fields = copyFields(present('en').rendered, readerIn('en'))
  assert.deepEqual(
    fields.map(({ key }) => key),
    [
      'organisation.name',
      'organisation.entityClass',
      'awareAt',
      'description',
      'crossBorder',
      'countriesAffected',
      'dataSubjectCount',
      'measuresPlanned',
    ],
  )
})

test('read out as plain text, every required field is there, known or missing, with its note', () => {
  const { presented } = present('en')
  const text = plainText(presented)
  for (const { rows } of presented.sections)
    for (const { label, need } of rows) if (need === 'required') assert.ok(text.includes(`${label}: `), label)
  assert.ok(text.includes('  All folders.'))
  assert.doesNotMatch(text, /undefined|null/)
})

test('in every language there are words for each duty, fact, choice, answer, state and way out', () => {
  for (const locale of locales) {
    const { find } = translations.translator(locale)
    const wanted = [
      ...[...fieldMaps.keys()].map((duty) => `title.${duty}`),
      ...factKeys.map((key) => `fact.${key}`),
      ...factKeys.flatMap((key) => {
        const shape = factShapes[key]
        return shape.kind === 'choice' ? shape.choices.map((choice) => `choice.${key}.${choice}`) : []
      }),
      ...['yes', 'no', 'unknown'].map((answer) => `answer.${answer}`),
      ...filingStates.map((state) => `state.${state}`),
      ...settlementWays.map((way) => `settle.${way}`),
    ]
    assert.deepEqual(
      wanted.filter((key) => find(`filings.${key}`) === undefined),
      [],
      locale,
    )
  }
})
