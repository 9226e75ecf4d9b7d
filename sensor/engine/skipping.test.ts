// Tests of the look at few letters: no text that holds a word is passed over.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { skipFilter } from './skipping.ts'

const text = (least: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', ':', '\u0000'), minLength: least, maxLength })

test('a text is let through where it holds the beginning of a word as long as the shortest, and only there', () => {
  const words = fc.array(text(1, 6), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(words, text(0, 40), fc.boolean(), (list, haystack, upper) => {
      const filter = skipFilter(list)
      const given = upper ? haystack.toUpperCase() : haystack
      const length = Math.min(...list.map((word) => word.length))
      const expected = list.some((word) => haystack.includes(word.slice(0, length)))
      assert.equal(filter.mayHold(given), length < 2 || expected)
    }),
    { numRuns: 2_000 },
  )
})

test('words that only other texts can hold are not looked for', () => {
  assert.equal(skipFilter(['東京']).mayHold('tokyo'), false)
  assert.equal(skipFilter(['東', 'gentilkiwi']).mayHold('x GentilKiwi x'), true)
  assert.equal(skipFilter(['東', 'gentilkiwi']).mayHold('x gentilkiw'), false)
})
