// Tests of the way from the ledger to a filing: current values, what they corrected, and nothing that was taken back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FactEntry, foldLedger } from '../fact.ts'
import { findContradictions } from './contradictions.ts'
import { knownFactsOf } from './ledger-facts.ts'

const entry = (number: number, at: string, changes: Partial<FactEntry>): FactEntry => ({
  number,
  key: 'dataSubjectCount',
  value: 4_000,
  source: 'J. Brandt',
  confidence: 'unsure',
  recordedAt: new Date(at),
  recordedBy: 'person:7',
  reason: null,
  ...changes,
})
const first = entry(1, '2026-11-21T05:40:00Z', {})
const counted = entry(2, '2026-11-21T16:00:00Z', { value: 400, confidence: 'confirmed', reason: 'Counted' })

test('a corrected fact carries the old value with the reason of the entry that replaced it', () => {
  assert.deepEqual(knownFactsOf(foldLedger([first, counted])), {
    dataSubjectCount: {
      value: 400,
      source: 'J. Brandt',
      confidence: 'confirmed',
      recordedAt: '2026-11-21T16:00:00.000Z',
      corrects: [{ value: 4_000, reason: 'Counted', correctedAt: '2026-11-21T16:00:00.000Z' }],
    },
  })
})

test('what was told before the correction is explained by it, without anybody asked', () => {
  const draft = {
    authority: 'xx-dpa',
    chain: 'gdpr-33' as const,
    facts: knownFactsOf(foldLedger([first, counted])),
    asked: [],
  }
  const told = {
    filingId: 'F-1',
    authority: 'xx-csirt',
    chain: 'nis2' as const,
    sentAt: '2026-11-21T14:20:00Z',
    receipt: null,
    facts: knownFactsOf(foldLedger([first])),
  }
  const kinds = (statement: typeof told) => findContradictions(draft, [statement]).map(({ kind }) => kind)
  assert.deepEqual(kinds(told), ['explained'])
  assert.deepEqual(
    kinds({ ...told, sentAt: '2026-11-21T17:00:00Z' }),
    ['contradiction'],
    'told after the correction',
  )
})

test('a fact that was taken back is not known, and a lower bound says so', () => {
  const takenBack = entry(3, '2026-11-21T18:00:00Z', { value: null, reason: 'Wrong list' })
  assert.deepEqual(knownFactsOf(foldLedger([first, counted, takenBack])), {})
  const bound = knownFactsOf(foldLedger([first]), new Set(['dataSubjectCount'] as const))
  assert.equal(bound.dataSubjectCount?.isAtLeast, true)
})
