// Tests of numbers given in part, by the sentences of CSAF 2.0 and 2.1.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { fitsPartialNumber, isWholeNumber, maxNumberCharacters } from './partial.ts'

/** Pattern, number, whether it fits in 2.1, whether it fits in 2.0. */
const cases: readonly (readonly [pattern: string, number: string, in21: boolean, in20: boolean])[] = [
  ['VT-100', 'VT-100', true, true],
  ['VT-100', 'vt-100', false, false],
  ['VT-100', 'VT-1000', false, true],
  ['VT-100', 'XVT-100', false, false],
  ['VT-1?0', 'VT-120', true, true],
  ['VT-1?0', 'VT-10', false, false],
  ['VT-1?0', 'VT-1220', false, false],
  ['*-G109A/EU?', '143-G109A/EU4', true, true],
  ['*-G109A/EU?', '143-G109A/EU', false, false],
  ['*-G109A/EU?', '-G109A/EUX', true, true],
  ['2024-*', '2024-', true, true],
  ['2024-*', '2024-17-B', true, true],
  ['2024-*', '2023-17', false, false],
  ['6RA801?-??V62-0AA0', '6RA8013-6DV62-0AA0', true, true],
  ['*', '', true, true],
  ['?', '', false, false],
  ['A\\*B', 'A*B', true, true],
  ['A\\*B', 'AXB', false, false],
  ['A\\?', 'A?', true, true],
  ['A\\?', 'AB', false, false],
  ['A\\\\B', 'A\\B', true, true],
  ['A\\B', 'A\\B', true, true],
  ['2.063.*.?:221-A', '2.063.55.X:221-A', true, true],
  ['', 'A', false, false],
  ['?', '\u{1F600}', true, true],
]

test('a pattern fits the whole number in 2.1, and what begins with it in 2.0', () => {
  for (const [pattern, number, in21, in20] of cases) {
    assert.equal(fitsPartialNumber(pattern, number, '2.1'), in21, `2.1: ${pattern} and ${number}`)
    assert.equal(fitsPartialNumber(pattern, number, '2.0'), in20, `2.0: ${pattern} and ${number}`)
  }
})

test('a number is whole when no sign in it stands for others', () => {
  assert.equal(isWholeNumber('VT-100'), true)
  assert.equal(isWholeNumber('VT\\*'), true)
  assert.equal(isWholeNumber('VT?'), false)
  assert.equal(isWholeNumber('VT\\\\*'), false)
})

test('numbers are compared up to the limit and not beyond', () => {
  const long = 'A'.repeat(maxNumberCharacters)
  assert.equal(fitsPartialNumber(long, long, '2.1'), true)
  assert.equal(fitsPartialNumber('*', `${long}A`, '2.1'), false)
})

test('an escaped number fits itself and nothing else, whatever it holds', () => {
  const text = fc.string({
    unit: fc.constantFrom('A', 'B', '*', '?', '\\', '1'),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(text, text, (one, other) => {
      const escaped = one.replaceAll(/[?*\\]/g, '\\$&')
      assert.equal(fitsPartialNumber(escaped, other, '2.1'), one === other)
    }),
    { numRuns: 500 },
  )
})

test('a pattern that asks for much going back is answered at once', () => {
  const startedAt = processorMs()
  assert.equal(fitsPartialNumber('*a'.repeat(99), 'a'.repeat(maxNumberCharacters - 1), '2.1'), true)
  assert.equal(fitsPartialNumber(`${'*a'.repeat(99)}b`, 'a'.repeat(maxNumberCharacters), '2.1'), false)
  assert.ok(processorMs() - startedAt < 1_000)
})
