// Tests of the reading level: what counts as a sentence, a word and a long word, and the sum of both.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lix, readingLevelOf, sentencesOf, wordsOf } from './reading-level.ts'

test('the level is the average length of sentences plus the share of long words', () => {
  const level = readingLevelOf('The ward is calm. Everybody sleeps, and nobody calls the doctor.')
  assert.deepEqual(
    [level.sentences, level.words, level.longWords],
    [2, 11, 1],
    'Only "Everybody" has more than six letters.',
  )
  assert.equal(level.lix, 11 / 2 + 100 / 11)
  assert.equal(lix('The ward is calm.'), 4)
})

test('questions, colons and paragraphs end a sentence, a decimal point does not', () => {
  assert.equal(sentencesOf('Who? We: one. Two').length, 4)
  assert.equal(sentencesOf('A heading\n\nA text without an end').length, 2)
  assert.equal(sentencesOf('It takes 2.5 hours.').length, 1)
  assert.equal(sentencesOf('« Qui décide ? » Le médecin.').length, 2)
})

test('an elided word is a word of its own, an English ending is not', () => {
  assert.deepEqual(wordsOf('l’hôpital dell’ospedale'), ['l', 'hôpital', 'dell', 'ospedale'])
  assert.deepEqual(wordsOf('I don’t know; they’re in'), ['I', 'don’t', 'know', 'they’re', 'in'])
  assert.deepEqual(wordsOf('Zwei-Faktor-Anmeldung am 3.'), ['Zwei-Faktor-Anmeldung', 'am', '3'])
})

test('a text without words is no text to read', () => {
  assert.equal(lix(''), 0)
  assert.equal(lix(' … : !'), 0)
})

test('any text has a level, and never more long words than words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const { words, sentences, longWords, lix: level } = readingLevelOf(text)
      return Number.isFinite(level) && longWords <= words && sentences <= words
    }),
    { numRuns: 200 },
  )
})
