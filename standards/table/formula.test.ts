// Tests of telling formulas from texts that begin with the same signs.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formulaAt } from './index.ts'

test('formulas and commands are found behind each of their signs', () => {
  const formulas = [
    '=1+1',
    '=SUM(A1:A2)',
    ' =A1',
    '\t=A1',
    '\r=A1',
    "=cmd|' /C notepad'!A0",
    '+SUM(A1)',
    '-SUM(A1:A9)',
    '@SUM(1+1)',
    '+A1',
    '-$B$2+3',
    "-2+3+cmd|' /C x'!A0",
    '+HYPERLINK("http://example.test")',
  ]
  for (const cell of formulas) assert.equal(formulaAt(cell), true, cell)
})

test('texts that hospitals write are not formulas', () => {
  const texts = [
    '',
    '-',
    '--',
    '=',
    '+',
    '-40 °C',
    '-20',
    '+49 30 1234',
    '@home',
    '- (unknown)',
    '-keine-',
    'A=B',
    '+/-5 %',
  ]
  for (const cell of texts) assert.equal(formulaAt(cell), false, cell)
})

test('any text gets an answer', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof formulaAt(text) === 'boolean'))
})
