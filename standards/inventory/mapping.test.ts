// Tests of guessing what the columns of a list hold.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { buildTable } from './builders.ts'
import { type ColumnGuess, guessMapping } from './index.ts'

const fieldsOf = (guesses: readonly ColumnGuess[]): string[] => guesses.map((guess) => guess.field)

function guessHeadings(headings: readonly string[]): ColumnGuess[] {
  return guessMapping(buildTable([headings, headings.map((_, n) => `x${n}`)]))
}

test('a German list of medical devices is mapped by its headings', () => {
  const table = buildTable([
    [
      'Inv.-Nr.',
      'Bezeichnung',
      'Hersteller',
      'Typ',
      'SW-Version',
      'Seriennummer',
      'Standort',
      'Kostenstelle',
      'IP-Adresse',
    ],
    ['4711', 'Infusionspumpe', 'Nordmed', 'P200', '4.2', 'SN1', 'OP 1', '9100', '10.0.0.1'],
    ['4712', 'Monitor', 'Südmed', 'CV9', '9.0', 'SN2', 'OP 2', '9100', '10.0.0.2'],
    ['4713', 'Waage', 'Südmed', 'W1', '', '', 'OP 2', '9100', ''],
  ])
  const guesses = guessMapping(table)
  assert.deepEqual(fieldsOf(guesses), [
    ...['externalId', 'name', 'vendor', 'model', 'version', 'serial', 'site', 'leave-out', 'leave-out'],
  ])
  assert.ok(
    guesses.every((guess) => guess.sureness === 'sure'),
    JSON.stringify(guesses, null, 1),
  )
  assert.deepEqual(guesses[2]?.firstValues, ['Nordmed', 'Südmed', 'Südmed'])
  assert.deepEqual(guesses[2]?.because, { code: 'mapping/heading-known', values: { word: 'hersteller' } })
})

test('headings of four languages and of asset databases are known', () => {
  const expected: Readonly<Record<string, string>> = {
    'N° d’inventaire': 'externalId',
    Fabricant: 'vendor',
    Modèle: 'model',
    'N° de série': 'serial',
    Emplacement: 'site',
    'Système d’exploitation': 'environment',
    'Numero inventario': 'externalId',
    Marca: 'vendor',
    Modello: 'model',
    Matricola: 'serial',
    Ubicazione: 'site',
    'Versione software': 'version',
    'Asset Tag': 'externalId',
    Manufacturer: 'vendor',
    'Model No.': 'model',
    'S/N': 'serial',
    Firmware: 'version',
    'UDI-DI': 'udiDi',
    CPE: 'cpe',
    PURL: 'purl',
    'Herst.': 'vendor',
    Gerätenummer: 'externalId',
    Geraetenummer: 'externalId',
    Betriebssystem: 'environment',
    'Criticality ': 'clinicalRole',
    Kst: 'leave-out',
  }
  for (const [heading, field] of Object.entries(expected)) {
    const values = field === 'clinicalRole' ? [['office'], ['office']] : [['abc'], ['abd']]
    const [guess] = guessMapping(buildTable([[heading], ...values]))
    assert.equal(guess?.field, field, heading)
  }
})

test('a known word inside a heading is likely, an unknown heading cannot be told', () => {
  const [contained, unknown] = guessHeadings(['Hersteller (laut Typenschild)', 'Zugeordnet'])
  assert.equal(contained?.field, 'vendor')
  assert.equal(contained?.sureness, 'likely')
  assert.deepEqual(contained?.because, { code: 'mapping/heading-contains', values: { word: 'hersteller' } })
  assert.equal(unknown?.field, 'leave-out')
  assert.equal(unknown?.sureness, 'cannot-tell')
})

test('values tell a column whose heading says nothing', () => {
  const table = buildTable([
    ['A', 'B', 'C', 'D', 'E', 'F'],
    ['pkg:npm/a@1', '4.2.1', 'Nordmed', '09506000134352', '123', '10.1.2.3'],
    ['pkg:npm/b@1', 'v2.0', 'SÜDMED', '09506000134352', '124', '10.1.2.4'],
    ['pkg:npm/c@1', 'R3.1 SP2', 'nordmed', '09506000134352', '125', '10.1.2.5'],
  ])
  const guesses = guessMapping(table, ['Nordmed', 'Südmed'])
  assert.deepEqual(fieldsOf(guesses), ['purl', 'version', 'vendor', 'udiDi', 'leave-out', 'leave-out'])
  assert.deepEqual(
    guesses.map((guess) => guess.sureness),
    ['sure', 'likely', 'likely', 'likely', 'cannot-tell', 'sure'],
  )
  assert.equal(guesses[4]?.because.code, 'mapping/numbers-only')
})

test('headings and values that disagree are said', () => {
  const dates = [['Version'], ['01.02.2023'], ['03.04.2023'], ['05.06.2023']]
  const [guess] = guessMapping(buildTable(dates))
  assert.equal(guess?.sureness, 'cannot-tell')
  assert.equal(guess?.because.code, 'mapping/values-disagree')
})

test('a column of a closed list whose words are not known is left out, with the reason', () => {
  const vlans = [['VLAN'], ['120'], ['130'], ['140']]
  const [left] = guessMapping(buildTable(vlans))
  assert.equal(left?.field, 'leave-out')
  assert.equal(left?.because.code, 'mapping/words-not-known')
  const words = [['Netzwerk'], ['vernetzt'], ['offline'], ['Kliniknetz']]
  const [taken] = guessMapping(buildTable(words))
  assert.equal(taken?.field, 'networkExposure')
  assert.equal(taken?.sureness, 'sure')
})

test('of two columns for one field the more telling one is taken, but places add up', () => {
  const guesses = guessHeadings(['Lieferant', 'Hersteller', 'Gebäude', 'Raum'])
  assert.deepEqual(fieldsOf(guesses), ['leave-out', 'vendor', 'site', 'site'])
  assert.deepEqual(guesses[0]?.because, {
    code: 'mapping/field-taken',
    values: { field: 'vendor', by: 'Hersteller' },
  })
})

test('an empty column is left out for sure', () => {
  const [guess] = guessMapping(buildTable([['Modell'], [''], ['']]))
  assert.deepEqual(
    [guess?.field, guess?.sureness, guess?.because.code],
    ['leave-out', 'sure', 'mapping/empty-column'],
  )
})

test('any table gets one guess for each column', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'Hersteller', '4.2', '', 'constructor'))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (rows) => {
      assert.equal(guessMapping(buildTable(rows)).length, 3)
    }),
    { numRuns: 200 },
  )
})
