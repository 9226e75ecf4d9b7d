// Tests of the fixed content: one text for one content, a hash that notices every change, and reading it back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, type Json } from './canonical.ts'
import {
  contentOf,
  factsTold,
  freeze,
  isIntact,
  mayAct,
  readContent,
  type Sender,
  type Sending,
} from './frozen.ts'
import { mapFor } from './maps.ts'
import { renderFiling } from './render.ts'
import type { KnownFacts } from './value.ts'

const at = new Date('2026-11-21T14:20:00Z')
const map = mapFor('GDPR-33', 'AT', at) ?? assert.fail()
const origin = { recordedAt: '2026-11-21T05:40:00Z', source: 'J. Brandt', confidence: 'estimate' }
const facts: KnownFacts = {
  awareAt: { value: '2026-11-21T05:40:00Z', ...origin },
  description: { value: 'Dateien „Entlassbriefe“ verschlüsselt', ...origin },
  dataSubjectCount: { value: 4_000, isAtLeast: true, ...origin },
  crossBorder: { value: 'unknown', ...origin },
}
const sender: Sender = {
  name: 'H. Amsel',
  role: 'data-protection officer',
  mandate: { basis: 'appointment of 1 January 2026', until: '2027-12-31T23:00:00Z' },
}
const sending: Sending = {
  filingId: 'F-2026-0041-3',
  authority: { key: 'xx-dpa', name: 'Datenschutzbehörde' },
  way: 'portal',
  sentAt: '2026-11-21T14:20:00Z',
  sender,
  corrects: null,
}
const parts = (changes: { facts?: KnownFacts; isExercise?: boolean } = {}) => ({
  map,
  rendered: renderFiling(
    map,
    changes.facts ?? facts,
    { name: 'Seehospital', contactPhone: '+43 555 0114' },
    at,
  ),
  notes: [{ key: 'dataSubjectCount' as const, text: 'All folders, counted by machine.' }],
  isExercise: changes.isExercise ?? false,
  sending,
})

test('the frozen text holds what was said, by whom, to whom, on which mandate and what was missing', () => {
  const frozen = freeze(parts())
  assert.ok(isIntact(frozen))
  const content = readContent(frozen.content)
  assert.equal(content.sending?.sender.name, 'H. Amsel')
  assert.equal(content.map.isVerified, false)
  assert.ok(content.missing.includes('recordCount'))
  assert.equal(content.notes.length, 1)
  assert.match(frozen.sha256, /^[0-9a-f]{64}$/)
})

test('what was told is read back as it was, lower bounds included', () => {
  const told = factsTold(readContent(freeze(parts()).content))
  assert.deepEqual(told, facts)
})

test('one changed character breaks the hash', () => {
  const frozen = freeze(parts())
  fc.assert(
    fc.property(fc.nat({ max: frozen.content.length - 1 }), (position) => {
      const other = frozen.content[position] === 'x' ? 'y' : 'x'
      const content = frozen.content.slice(0, position) + other + frozen.content.slice(position + 1)
      assert.ok(!isIntact({ ...frozen, content }))
    }),
    { numRuns: 300 },
  )
})

test('the same content in another order of entering has the same hash; an exercise has another one', () => {
  const reversed = Object.fromEntries(Object.entries(facts).reverse()) as KnownFacts
  assert.equal(freeze(parts({ facts: reversed })).sha256, freeze(parts()).sha256)
  assert.notEqual(freeze(parts({ isExercise: true })).sha256, freeze(parts()).sha256)
  assert.equal(readContent(freeze(parts({ isExercise: true })).content).isExercise, true)
})

test('a draft is written in the same form, with nobody who sent it', () => {
  assert.equal(contentOf({ ...parts(), sending: null }).sending, null)
})

test('canonical JSON sorts keys by code unit, writes numbers as ECMAScript does and refuses what is no JSON', () => {
  assert.equal(
    canonicalJson({ b: 1, a: [true, null, 'é'], '€': 1e21, c: undefined }),
    '{"a":[true,null,"é"],"b":1,"€":1e+21}',
  )
  assert.equal(canonicalJson({ '\u{1f600}': 1, '\ufb33': 2 }), '{"\u{1f600}":1,"\ufb33":2}')
  assert.throws(() => canonicalJson(Number.NaN), /NaN/)
  assert.throws(() => canonicalJson([Number.POSITIVE_INFINITY]), /Infinity/)
  let deep: Json = 1
  for (let level = 0; level < 60; level += 1) deep = [deep]
  assert.throws(() => canonicalJson(deep), /nested/)
})

test('canonical JSON is JSON that means the same, however the keys were ordered', () => {
  const value = fc.jsonValue({ maxDepth: 4 })
  fc.assert(
    fc.property(value, (json) => {
      const text = canonicalJson(json as Json)
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(json)))
      assert.equal(canonicalJson(reverseKeys(json) as Json), text)
    }),
    { numRuns: 300 },
  )
})

test('a mandate that has ended does not let anybody send', () => {
  assert.ok(mayAct(sender, at))
  assert.ok(!mayAct(sender, new Date('2027-12-31T23:00:00Z')))
  assert.ok(
    mayAct({ ...sender, mandate: { basis: 'the law', until: null } }, new Date('2099-01-01T00:00:00Z')),
  )
})

test('a text that is not a filing of ours is refused', () => {
  for (const text of ['{}', '[]', '{"format":"salus-filing/2"}', 'no json'])
    assert.throws(() => readContent(text), text)
})

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  )
}
