// Tests of the words by which documents are found.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldText, maxWordsCharacters, naturalKey, partsOf, wordPattern, wordsOf } from './search-words.ts'

test('accents, cases and repeats do not count, signs do', () => {
  assert.equal(wordsOf(['Müller GmbH', 'MULLER  100% page_1']).text, 'muller gmbh 100% page_1')
})

test('all parts of what is looked for are parts of what holds it', () => {
  const word = fc.string({ minLength: 3, maxLength: 12 }).filter((text) => !/\s/.test(foldText(text)))
  fc.assert(
    fc.property(fc.string({ maxLength: 5 }), word, fc.string({ maxLength: 5 }), (before, middle, after) => {
      const held = new Set(partsOf(wordsOf([before.trim() + middle + after.trim()]).text))
      const asked = wordsOf([middle]).text
      // A letter and a mark that follow each other in the document may be one sign there.
      if (!wordsOf([before.trim() + middle + after.trim()]).text.includes(asked)) return
      for (const part of asked.length < 3 ? [] : partsOf(asked)) assert.ok(held.has(part))
    }),
    { numRuns: 300 },
  )
})

test('a word of two letters is looked for as a whole word', () => {
  assert.equal(wordPattern('sp'), '% sp %')
  assert.equal(wordPattern('p_%'), '%p\\_\\%%')
  assert.ok(!partsOf('speed').some((part) => partsOf('sp').includes(part)))
})

test('a text of any length leaves words of bounded length, and says what was cut', () => {
  const endless = Array.from({ length: 60_000 }, (_, number) => `product-${number}`)
  const words = wordsOf(endless)
  assert.ok(words.isCut && words.text.length <= maxWordsCharacters)
  assert.equal(wordsOf(['x'.repeat(1_000_000)]).text.length, 200)
})

test('numbers within texts sort by their value', () => {
  const sorted = ['NWM-10', 'nwm-9', 'NWM-2'].sort((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1))
  assert.deepEqual(sorted, ['NWM-2', 'nwm-9', 'NWM-10'])
  assert.ok(naturalKey('9'.repeat(1_000_000)).length <= 200)
})
