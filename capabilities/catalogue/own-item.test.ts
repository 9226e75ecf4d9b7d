// Tests of items that the centre writes: one language is enough, and simple choices make a sound audience.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { faultsOfTable, readFactKeys } from '../facts/index.ts'
import { aMoment, factsFrom } from './builders.ts'
import { audienceTable } from './item.ts'
import { houseSizes } from './kinds/measure.ts'
import { fitOf } from './offering.ts'
import { houseKinds, itemOf, type OwnContent } from './own-item.ts'
import { readContent, type TypedContent } from './typed-own-item.ts'

const none = { en: '', de: '', fr: '', it: '' }
const words = { ...none, de: 'Beratung' }

function content(changes: Partial<OwnContent> = {}): OwnContent {
  return {
    kind: 'service',
    title: words,
    summary: words,
    what: words,
    pillars: ['prevent'],
    cost: 'free',
    kinds: [],
    sizes: [],
    countries: [],
    helpsWith: [],
    answerWithinHours: null,
    ...changes,
  }
}

const shown = (given: OwnContent) =>
  itemOf({ key: 'own-1', version: 3, state: 'offered', content: given, at: aMoment, byName: 'Pia Lorenz' })

test('a language that lacks shows the one that is there, and says which that is', () => {
  const { item, writtenIn } = shown(content())
  assert.deepEqual([item.title.en, item.title.de, writtenIn], ['Beratung', 'Beratung', ['de']])
  assert.deepEqual([item.version, item.languages], ['3.0.0', ['de']])
})

test('every choice of kinds, sizes and countries makes a table with a row for each combination', () => {
  const keys = readFactKeys()
  fc.assert(
    fc.property(
      fc.subarray([...houseKinds]),
      fc.subarray([...houseSizes]),
      fc.subarray(['at', 'de', 'fr']),
      (kinds, sizes, countries) => {
        const faults = faultsOfTable(audienceTable(shown(content({ kinds, sizes, countries })).item), keys)
        // Where all kinds or all sizes are chosen, the row for the others can never fit.
        assert.deepEqual(
          faults.filter((fault) => !fault.endsWith('never decides')),
          [],
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('for clinics in Austria: yes, no, and unknown where the size is not known', () => {
  const { item } = shown(content({ sizes: ['clinic'], countries: ['at'] }))
  const fit = (facts: Parameters<typeof factsFrom>[0]) => fitOf(item, factsFrom(facts)).fit
  assert.equal(fit({ 'org.size': 'clinic', 'org.country': 'at' }), 'yes')
  assert.equal(fit({ 'org.size': 'practice' }), 'no')
  assert.equal(fit({ 'org.country': 'at' }), 'unknown')
})

const typed = (changes: Partial<TypedContent> = {}): TypedContent => ({
  words: { title: words, summary: words, what: words },
  kind: 'service',
  pillars: ['prevent'],
  cost: 'free',
  kinds: [],
  sizes: [],
  countries: 'at, DE',
  helpsWith: ['x', 'back-up'],
  answerWithinHours: '72',
  ...changes,
})
const known = { countries: ['at', 'de'], measures: ['back-up'] }

test('what is typed is read, and each fault stands at its field', () => {
  const read = readContent(typed(), known)
  assert.deepEqual(
    [read.value?.countries, read.value?.helpsWith, read.value?.answerWithinHours],
    [['at', 'de'], ['back-up'], 72],
  )
  const faulty = readContent(
    typed({
      words: { title: none, summary: { ...none, fr: 'Conseil' }, what: none },
      kind: 'miracle',
      pillars: [],
      countries: 'xx',
      answerWithinHours: '0',
    }),
    known,
  )
  assert.deepEqual(faulty.faults, {
    countries: 'country',
    answerWithinHours: 'number',
    kind: 'choose',
    pillars: 'choose',
    'title-fr': 'half',
    'what-fr': 'half',
  })
  const empty = { title: none, summary: none, what: none }
  assert.deepEqual(readContent(typed({ words: empty }), known).faults, { 'title-en': 'language' })
})
