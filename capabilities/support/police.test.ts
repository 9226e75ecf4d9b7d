// Tests that only what is on the closed list goes to the police, and nothing about patients.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { factKeys } from '../incidents/fact-keys.ts'
import { givesAwayName } from './aid.ts'
import type { PoliceFacts } from './case.ts'
import { packOf, policeFactKeys, writePack } from './police.ts'

const openedAt = new Date('2026-11-16T02:00:00Z')
const reporter = {
  organisation: 'Tannau Hospital',
  country: 'AT',
  contactName: null,
  contactPhone: null,
  contactEmail: null,
}
const facts = (given: PoliceFacts['facts']): PoliceFacts => ({
  incidentId: 7,
  realm: 'real',
  word: 'amber-heron-27',
  title: 'Title that stays inside',
  kind: 'ransomware',
  openedAt,
  facts: given,
  indicators: [{ type: 'domain', value: 'criminals.example', note: null, recordedAt: openedAt }],
  evidence: [],
})

test('every key of the list is one of the ledger, and none is about persons whose data are concerned', () => {
  for (const key of policeFactKeys) {
    assert.ok((factKeys as readonly string[]).includes(key), key)
    assert.doesNotMatch(key, /dataSubject|record|patient|personalData|dataProtection/i)
  }
})

test('of any facts only those on the list go out', () => {
  const anyFacts = fc.array(
    fc.record({
      key: fc.constantFrom(...factKeys),
      value: fc.string({ minLength: 1 }),
      source: fc.constant('IT'),
      confidence: fc.constant('likely'),
      recordedAt: fc.constant(openedAt),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(anyFacts, (given) => {
      const pack = packOf(facts(given), reporter)
      for (const { key } of pack.facts) assert.ok(policeFactKeys.includes(key))
      assert.equal(pack.facts.length + pack.missing.length, policeFactKeys.length)
    }),
    { numRuns: 200 },
  )
})

test('the title of the case stays inside, traces go out as they are, and an exercise says so', () => {
  const written = writePack(packOf(facts([]), reporter))
  assert.doesNotMatch(written.text, /stays inside/)
  assert.match(written.text, /criminals\.example/)
  assert.match(written.sha256, /^[0-9a-f]{64}$/)
  assert.equal(packOf({ ...facts([]), realm: 'exercise' }, reporter).isExercise, true)
})

test('a name in the words of a need is found, however it is written', () => {
  assert.ok(givesAwayName('Tannau Hospital', ['near TANNAU  hospital']))
  assert.ok(!givesAwayName('Tannau Hospital', ['a hospital near Tannau', null]))
  assert.ok(!givesAwayName('', ['anything']))
})
