// Tests of reading unique device identifiers.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readUdi } from './index.ts'

test('a GS1 element string gives device identifier, lot and serial, with and without brackets', () => {
  const bracketed = readUdi('(01)09506000134352(17)261231(10)A12(21)SN-77')
  assert.deepEqual(bracketed, {
    agency: 'GS1',
    udiDi: '09506000134352',
    serial: 'SN-77',
    lot: 'A12',
    softwareVersion: null,
  })
  const scanned = readUdi(']d2010950600013435217261231' + '10A12\u001d21SN-77')
  assert.deepEqual(scanned, bracketed)
})

test('software carries its version in element 8012', () => {
  assert.equal(readUdi('(01)09506000134352(8012)4.2.1')?.softwareVersion, '4.2.1')
})

test('a bare GTIN is read in each length and filled up to 14 digits', () => {
  assert.equal(readUdi('9506000134352')?.udiDi, '09506000134352')
  assert.equal(readUdi('09506000134352')?.udiDi, '09506000134352')
  assert.equal(readUdi('96385074')?.udiDi, '00000096385074')
  assert.equal(readUdi('614141000036')?.udiDi, '00614141000036')
})

test('a wrong check digit, length or sign is refused', () => {
  const wrong = [
    '09506000134353',
    '(01)09506000134353',
    '(01)9506000134352',
    '(01)0950600013435X',
    '(10)A12',
    '123456789',
    '0109506000134352' + '99',
    '0109506000134352' + '1726',
    'x(01)09506000134352',
    '',
  ]
  for (const text of wrong) assert.equal(readUdi(text), null, text)
})

test('HIBCC is read with its check character and refused without', () => {
  assert.equal(readUdi('+A999MONITOR1R')?.udiDi, hibccDi('+A999MONITOR1R'))
  const built = withCheck('+A999PUMP2001/$LOT7/S4711')
  assert.deepEqual(readUdi(built), {
    agency: 'HIBCC',
    udiDi: 'A999PUMP2001',
    serial: '4711',
    lot: 'LOT7',
    softwareVersion: null,
  })
  assert.equal(readUdi(withCheck('+A999PUMP2001'))?.udiDi, 'A999PUMP2001')
  assert.equal(readUdi(`${withCheck('+A999PUMP2001').slice(0, -1)}#`), null)
})

test('ICCBBA is read', () => {
  const udi = readUdi('=/B7777QRS200T0123=,000025=B77771312345600=>014032')
  assert.equal(udi?.agency, 'ICCBBA')
  assert.equal(udi?.udiDi, 'B7777QRS200T0123')
  assert.equal(udi?.serial, '000025')
})

test('any text gets an answer', () => {
  fc.assert(fc.property(fc.string(), (text) => void readUdi(text)))
  const soup = fc.array(
    fc.constantFrom('(', ')', '01', '10', '21', '09506000134352', '+', '/', '=', '\u001d', 'A'),
  )
  fc.assert(fc.property(soup, (parts) => void readUdi(parts.join(''))))
})

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'

function withCheck(text: string): string {
  return text + alphabet[[...text].reduce((sum, sign) => sum + alphabet.indexOf(sign), 0) % 43]
}

function hibccDi(text: string): string | undefined {
  return withCheck(text.slice(0, -1)) === text ? text.slice(1, -1) : undefined
}
