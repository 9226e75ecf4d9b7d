// Tests of the words of sightings: four languages with the same keys and the same values.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assetClasses, countBuckets, sightingKinds, sightingOutcomes } from '@salus/standards/sightings'
import { languages } from '../words/words.ts'
import { itemStates } from './shapes.ts'
import { sightingWords } from './words.ts'

const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

for (const language of languages)
  test(`${language} has every key of English, asks for the same values, and is another language`, () => {
    const [words, english] = [sightingWords[language], sightingWords.en]
    assert.deepEqual(Object.keys(words), Object.keys(english))
    for (const [key, text] of Object.entries(english)) {
      const own = words[key as keyof typeof words]
      assert.deepEqual(values(own), values(text), key)
      if (language !== 'en' && text.includes(' ') && !text.startsWith('{id}  {state}'))
        assert.notEqual(own, text, key)
    }
  })

test('every closed word has its words', () => {
  const keys = new Set(Object.keys(sightingWords.en))
  for (const [group, list] of Object.entries({
    kind: sightingKinds,
    count: countBuckets,
    asset: assetClasses,
    outcome: sightingOutcomes,
    state: itemStates,
  }))
    for (const word of list) assert.ok(keys.has(`${group}.${word}`), `${group}.${word}`)
})
