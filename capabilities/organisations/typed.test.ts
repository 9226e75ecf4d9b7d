// Tests of what people type about an organisation.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { locales } from '../../platform/i18n/index.ts'
import { oneLine, readContact, readFacts, readMember, readSite, readWhole } from './typed.ts'

test('a whole number is read however its thousands are grouped', () => {
  for (const text of [
    '1200000',
    '1 200 000',
    '1.200.000',
    '1,200,000',
    '1’200’000',
    "1'200'000",
    ' 1200000 ',
  ])
    assert.equal(readWhole(text, 1e9), 1_200_000, text)
})

test('nothing typed is unknown, not zero', () => {
  assert.equal(readWhole('', 10), null)
  assert.equal(readWhole('  ', 10), null)
  assert.equal(readWhole('0', 10), 0)
})

test('what could be misread is refused: decimals, wrong groups, signs, words, too large', () => {
  for (const text of [
    '1.5',
    '1.50',
    '12.3456',
    '1,2',
    '-5',
    '+5',
    '1e6',
    'ten',
    '0x10',
    '12 millions',
    '11',
    '9'.repeat(300),
  ])
    assert.equal(readWhole(text, 10), 'fault', text)
})

test('reading a number never throws and never passes the maximum', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const value = readWhole(text, 5_000)
      assert.ok(value === null || value === 'fault' || (value >= 0 && value <= 5_000))
    }),
    { numRuns: 500 },
  )
})

const typed = {
  language: 'de',
  languages: ['en', 'de', 'xx'],
  timeZone: 'Europe/Vienna',
  employees: '1 200',
  turnoverEuro: '',
  balanceSheetEuro: '',
}

test('the language to write in comes first, once, and unknown ones fall away', () => {
  const read = readFacts(typed, locales)
  assert.deepEqual(read.value?.languages, ['de', 'en'])
  assert.equal(read.value?.employees, 1200)
  assert.equal(read.value?.turnoverEuro, null)
})

test('every fault of a form is named, not only the first', () => {
  const read = readFacts(
    { ...typed, language: '', timeZone: 'Mars/Olympus', employees: 'many', turnoverEuro: '1.5' },
    locales,
  )
  assert.deepEqual(Object.keys(read.faults ?? {}).sort(), [
    'employees',
    'language',
    'timeZone',
    'turnoverEuro',
  ])
  const member = readMember({ name: ' ', country: 'XX', providerKind: 'castle' })
  assert.deepEqual(Object.keys(member.faults ?? {}).sort(), ['country', 'name', 'providerKind'])
})

const contact = {
  name: 'Pia Lorenz',
  email: 'pia@lakeland.example',
  phone: '+43 555 0100',
  outOfHoursPhone: '',
  language: 'de',
}

test('management needs a telephone out of hours, the others do not', () => {
  assert.equal(readContact('primary', contact, locales).faults, null)
  assert.deepEqual(readContact('management', contact, locales).faults, { outOfHoursPhone: true })
  assert.equal(
    readContact('management', { ...contact, outOfHoursPhone: '+43 555 0199' }, locales).faults,
    null,
  )
})

test('a contact with a mail address or telephone that cannot work is refused', () => {
  assert.deepEqual(readContact('deputy', { ...contact, email: 'pia@@x' }, locales).faults, { email: true })
  assert.deepEqual(
    readContact('deputy', { ...contact, email: 'a@b.example\nBcc: x@y.example' }, locales).faults,
    { email: true },
  )
  assert.deepEqual(readContact('deputy', { ...contact, phone: 'call me' }, locales).faults, { phone: true })
})

test('names become one line without control characters', () => {
  assert.equal(oneLine(' Seehospital\r\nNord\u0000 '), 'Seehospital Nord')
  assert.deepEqual(readSite({ name: ' House  B ', city: '' }), { name: 'House B', city: null })
  assert.equal(readSite({ name: '\n', city: '' }), null)
})
