// Tests of the rules as data: their keys, sources, dates, words, and how national law replaces that of the Union.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTranslations, locales } from '../../../platform/i18n/index.ts'
import { conditions } from './condition.ts'
import { proposals, proposalsFor, readRules, ruleKeys, rules, rulesOn } from './rule-book.ts'
import { isLawIn } from './territory.ts'

const day = '2026-11-27'
const translations = loadTranslations(join(import.meta.dirname, '../../../translations'))
const idOf = (country: string, key: string, on = day) =>
  rulesOn(country, on).find(({ rule }) => rule.key === key)?.rule.id

test('the keys are those of the reference, and the French one', () => {
  assert.deepEqual(
    [...ruleKeys].sort(),
    (
      'AI-26 AI-73 CER-1 CER-2 CRA-14 CRA-15 EHDS-44 FR-SIG GDPR-33 GDPR-33P GDPR-34 GDPR-REG MDR-M MDR-U ' +
      'NIS2-EW NIS2-FB NIS2-FR NIS2-IN NIS2-IR NIS2-PR NIS2-RC NIS2-VOL'
    ).split(' '),
  )
})

test('no rule is verified yet, each has a source, and one that was read has its address', () => {
  for (const rule of rules) {
    assert.equal(rule.verifiedBy, null, rule.id)
    if (rule.evidence === 'source-read') assert.ok(rule.source.url, rule.id)
  }
})

test('a national rule replaces that of the Union from its first day, and only there', () => {
  assert.equal(idOf('DE', 'NIS2-EW'), 'NIS2-EW/de')
  assert.equal(idOf('DE', 'NIS2-EW', '2025-12-05'), 'NIS2-EW/eu')
  assert.equal(idOf('FR', 'NIS2-EW'), 'NIS2-EW/eu')
  assert.equal(idOf('FR', 'FR-SIG'), 'FR-SIG/fr')
  assert.equal(idOf('DE', 'FR-SIG'), undefined)
})

test('each country has each key once, in every year, in force or with the day on which it is', () => {
  for (const country of ['FR', 'DE', 'IT', 'NL', 'PL', 'PT', 'NO', 'CH'])
    for (const on of ['2018-01-01', '2024-10-17', '2024-10-18', day, '2030-01-01']) {
      const keys = rulesOn(country, on).map(({ rule }) => rule.key)
      assert.equal(new Set(keys).size, keys.length)
      assert.ok(keys.length >= 21, `${country} ${on}`)
    }
  assert.equal(rulesOn('FR', '2024-10-17').find(({ rule }) => rule.key === 'NIS2-EW')?.force, 'not-yet')
  assert.equal(rulesOn('FR', '2024-10-18').find(({ rule }) => rule.key === 'NIS2-EW')?.force, 'in-force')
})

test('a rule ends with its last day', () => {
  const [first] = readRules([{ ...rules[0], id: 'OLD/eu', key: 'OLD', validTo: '2026-11-26' } as never])
  assert.ok(first)
  assert.equal(rulesOn('FR', '2026-11-26', [first])[0]?.force, 'in-force')
  assert.equal(rulesOn('FR', day, [first])[0]?.force, 'no-longer')
})

test('what is only proposed is never operative', () => {
  assert.deepEqual(
    proposals.map(({ id }) => id),
    ['GDPR-33-OMNIBUS/eu', 'SEP-OMNIBUS/eu'],
  )
  for (const { rule } of rulesOn('FR', '9999-12-31')) assert.equal(rule.status, 'in-force')
  assert.deepEqual(
    proposalsFor('GDPR-33').map(({ key }) => key),
    ['GDPR-33-OMNIBUS', 'SEP-OMNIBUS'],
  )
  for (const { changes } of proposals) for (const key of changes) assert.ok(ruleKeys.includes(key), key)
})

test('a rule with a fault is refused by name', () => {
  const [good] = rules
  assert.throws(() => readRules([{ ...good, id: 'X/eu', validFrom: 'soon' } as never]), /rule X\/eu/)
  assert.throws(() => readRules([{ id: 'X/eu', basedOn: 'Y/eu' }]), /builds on Y\/eu/)
  assert.throws(() => readRules([good, good] as never), /same id/)
  assert.throws(() => readRules([{ ...good, condition: 'nothing' } as never]), /no such condition/)
})

test('every rule, remark and row of a table has its words in every language', () => {
  const codes = [
    ...rules.flatMap(({ notes }) => notes),
    ...[...conditions.values()].flat().map(({ because }) => because),
  ].map((code) => `duties.because.${code}`)
  const keys = rules.flatMap(({ key, regime, recipient, owedBy, strength }) => [
    `duties.rule.${key}.name`,
    `duties.rule.${key}.what`,
    `duties.regime.${regime}`,
    `duties.recipient.${recipient}`,
    `duties.owedBy.${owedBy}`,
    `duties.strength.${strength}`,
  ])
  for (const locale of locales)
    for (const key of [...codes, ...keys])
      assert.ok(translations.translator(locale).find(key), `${locale}: ${key}`)
})

test('where a rule is law', () => {
  assert.deepEqual(
    ['FR', 'NO', 'CH'].map((country) => ['EU', 'EEA', 'GDPR', 'FR'].map((place) => isLawIn(place, country))),
    [
      ['yes', 'yes', 'yes', 'yes'],
      ['unknown', 'yes', 'yes', 'no'],
      ['no', 'no', 'unknown', 'no'],
    ],
  )
})
