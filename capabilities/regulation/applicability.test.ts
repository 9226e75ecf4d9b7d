// Tests of a duty that hangs on the class and on a fact: what is still asked for, with and without an authority's word.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aTable } from '../facts/builders.ts'
import { applicabilityOf, dutyOutcomes } from './applicability.ts'
import { factsFrom } from './builders.ts'
import { classFact, classOf } from './entity-class.ts'
import { regulationTables } from './store/tables.ts'

const now = new Date('2026-11-17T08:40:00Z')
const inScope = { [classFact]: { is: ['essential', 'important'] } }
const table = aTable({
  outcomes: [...dutyOutcomes],
  rows: [
    { id: 'lab', when: { ...inScope, 'has.lab': { is: ['yes'] } }, outcome: 'applies' },
    { id: 'no-lab', when: { ...inScope, 'has.lab': { is: ['no'] } }, outcome: 'not-applicable' },
    { id: 'small', when: { [classFact]: { is: ['not-in-scope'] } }, outcome: 'not-applicable' },
  ],
})

function applicability(known: Record<string, string>, authority?: string) {
  const facts = factsFrom(known, authority)
  const { answer, possible, lacking } = applicabilityOf(
    [table],
    facts,
    classOf([...regulationTables().values()], facts, now),
    now,
  )
  return { answer, possible, lacking: lacking.toSorted() }
}

test('where the class is open, its facts are asked for too, as long as the answer depends on them', () => {
  const open = applicability({})
  assert.equal(open.answer, 'unknown')
  assert.deepEqual(open.possible, ['applies', 'uncertain', 'not-applicable'])
  assert.ok(open.lacking.includes('has.lab') && open.lacking.includes('org.employees'))
  const alone = { 'org.country': 'de', 'has.lab': 'no' }
  assert.equal(applicability(alone).answer, 'not-applicable', 'no class that is possible makes it yours')
})

test('where an authority has spoken, nothing is asked for that could only change what the rules say', () => {
  const said = applicability({}, 'important')
  assert.deepEqual(said, { answer: 'unknown', possible: ['applies', 'not-applicable'], lacking: ['has.lab'] })
  assert.equal(applicability({ 'has.lab': 'yes' }, 'important').answer, 'applies')
  assert.equal(applicability({ 'has.lab': 'yes' }, 'not-in-scope').answer, 'not-applicable')
})
