// Tests of the offers that come with the platform: sound audiences, links that lead somewhere, every language, honest sources.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOfTable, readFactKeys } from '../facts/index.ts'
import { audienceTable, type Item } from './item.ts'
import { ownItems } from './store/library.ts'

const offers = ownItems().filter(({ kind }) => ['service', 'tool', 'guide', 'funding'].includes(kind))
const keys = readFactKeys()

test('there are offers of each kind, and of each level of provider', () => {
  assert.ok(offers.length >= 24)
  for (const kind of ['service', 'tool', 'guide', 'funding'] as const)
    assert.ok(
      offers.some((item) => item.kind === kind),
      kind,
    )
  for (const level of ['own', 'regional', 'national', 'eu'])
    assert.ok(
      offers.some((item) => item.provider.level === level),
      level,
    )
})

test('no two items have the same key', () => {
  const all = ownItems().map(({ key }) => key)
  assert.equal(new Set(all).size, all.length)
})

test('every audience has a row for every combination of facts, and no two rows contradict', () => {
  for (const item of offers) assert.deepEqual(faultsOfTable(audienceTable(item), keys), [], item.key)
})

test('every link leads to an item that is there', () => {
  const known = new Set(ownItems().map(({ key }) => key))
  for (const item of offers) for (const { to } of item.links) assert.ok(known.has(to), `${item.key}: ${to}`)
})

test('what others offer names its source, is not called reviewed, and is not delivered by the centre', () => {
  for (const item of offers.filter(
    ({ provider }) => provider.level === 'eu' || provider.level === 'national',
  )) {
    assert.equal(item.reviewedOn, null, item.key)
    assert.ok(item.source.url ?? item.source.name.includes('COM(2025) 10'), item.key)
    if (item.kind !== 'funding') assert.equal(item.request.kind, 'external', item.key)
  }
})

test('a national offer names its country, and is for houses of that country', () => {
  for (const item of offers.filter(({ provider }) => provider.level === 'national')) {
    const country = item.provider.country?.toLowerCase()
    assert.ok(country, item.key)
    for (const { when, outcome } of item.audience.rows) {
      const cell = when['org.country']
      if (outcome === 'yes') assert.deepEqual(cell, { is: [country] }, item.key)
    }
  }
})

test('texts differ between the languages, and none has a straight apostrophe or a word of blame', () => {
  const texts = (item: Item) => [item.title, item.summary, ...('what' in item.body ? [item.body.what] : [])]
  for (const item of offers)
    for (const text of texts(item)) {
      assert.doesNotMatch(Object.values(text).join(' '), /'|!| simply /, item.key)
      if (text !== item.title) assert.equal(new Set(Object.values(text)).size, 4, `${item.key}: ${text.en}`)
    }
})
