// Tests of the search for many words: the same places as a search for each word alone.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordFinder } from './finder.ts'

const text = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '\\'), maxLength })
const words = fc.uniqueArray(
  text(5).filter((word) => word !== ''),
  { minLength: 1, maxLength: 12 },
)

test('every occurrence of every word is found, and nothing else', () => {
  fc.assert(
    fc.property(words, text(40), (list, haystack) => {
      const expected = list.flatMap((word, index) =>
        Array.from({ length: haystack.length }, (_, at) => at)
          .filter((at) => haystack.startsWith(word, at))
          .map((at) => `${index}@${at + word.length}`),
      )
      const found: string[] = []
      const finder = wordFinder(list)
      finder.scan(haystack, (word, end) => found.push(`${word}@${end}`))
      assert.deepEqual(found.sort(), expected.sort())
      assert.equal(finder.foundAny(haystack), expected.length > 0)
    }),
    { numRuns: 1_000 },
  )
})

test('a hundred thousand words take less than 60 bytes a state', () => {
  const finder = wordFinder(
    Array.from({ length: 100_000 }, (_, at) => `word-${(at * 7919) % 1_000_003}-${at}`),
  )
  assert.ok(finder.bytes / finder.states < 60, `${finder.bytes / finder.states}`)
  assert.equal(finder.foundAny('xx word-7919-1 yy'), true)
  assert.equal(finder.foundAny('xx word- yy'), false)
})
