// Tests of what one answer says in the frameworks of others.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aContent, factsFrom } from '../builders.ts'
import { scoresOf } from '../score.ts'
import { keyFromTitle, type Mapping, plainRef, type Requirement } from './framework.ts'
import { resultsOf } from './mapping.ts'

const requirement = (ref: string): Requirement => ({
  ref,
  depth: 1,
  title: ref,
  text: null,
  assessable: true,
})
const facts = {
  'recovery.backup': 'daily',
  'recovery.restore-tested': 'within-half-year',
  'response.plan': 'written',
}
const results = (
  key: string,
  refs: readonly string[],
  {
    known = facts,
    mappings = [],
  }: { known?: Readonly<Record<string, string>>; mappings?: readonly Mapping[] } = {},
) =>
  resultsOf({
    key,
    requirements: refs.map(requirement),
    mappings,
    scores: scoresOf(aContent.measures, factsFrom(known)),
  }).map(({ standing }) => standing)

test('one answer counts in every framework at once', () => {
  assert.deepEqual(results('nist-csf-2.0', ['PR.DS-11', 'RS.MA-01', 'RC.RP-02', 'GV.OC-01']), [
    'met',
    'partly',
    'not-known',
    'not-mapped',
  ])
  assert.deepEqual(results('annex-technical-and-methodological-requirements-nis2', ['4.2.1', '4.20']), [
    'met',
    'not-mapped',
  ])
  assert.deepEqual(results('nist-sp-800-53-rev5', ['CP-9', 'CP-9(1)', 'CP-9(2)']), [
    'met',
    'met',
    'not-mapped',
  ])
  assert.deepEqual(results('nist-special-publication-800-53-low-impact-baseline', ['CP-9', 'IR-8']), [
    'met',
    'partly',
  ])
})

test('what is not known is neither met nor not', () => {
  // Art. 21(2)(c): one is done, one is partly done, of one nothing is known; no answer could make it met or not.
  assert.deepEqual(results('nis2-directive', ['21.2.c']), ['partly'])
  assert.deepEqual(
    results('nis2-directive', ['21.2.c'], { known: { ...facts, 'response.plan': 'drilled' } }),
    ['not-known'],
  )
  assert.deepEqual(results('nist-csf-2.0', ['PR.DS-11'], { known: {} }), ['not-known'])
  assert.deepEqual(
    results('nist-csf-2.0', ['PR.DS-11'], {
      known: { 'recovery.backup': 'none', 'recovery.restore-tested': 'never' },
    }),
    ['not'],
  )
})

test('a mapping of others carries an answer on, in both directions, and a part never makes the whole', () => {
  const mapping = (relation: Mapping['relation'], turned = false): Mapping => ({
    fromKey: turned ? 'nist-csf-2.0' : 'house-rules',
    fromRef: turned ? 'pr.ds-11' : 'R7',
    toKey: turned ? 'house-rules' : 'nist-csf-2.0',
    toRef: turned ? 'R7' : 'pr.ds-11',
    relation,
    source: 'test',
  })
  const through = (relation: Mapping['relation'], turned = false) =>
    results('house-rules', ['r7'], { mappings: [mapping(relation, turned)] })[0]
  assert.equal(through('equal'), 'met')
  assert.equal(through('subset'), 'met')
  assert.equal(through('superset'), 'partly')
  assert.equal(through('intersect'), 'partly')
  assert.equal(through('not_related'), 'not-mapped')
  assert.equal(through('superset', true), 'met')
  assert.equal(through('subset', true), 'partly')
})

test('references are compared whatever their spelling, and a key outlives its version', () => {
  assert.equal(plainRef('AC-2 (3)'), plainRef('ac-2.3'))
  assert.equal(
    keyFromTitle('NIST Special Publication 800-53 Revision 5.1.1 LOW IMPACT BASELINE'),
    'nist-special-publication-800-53-low-impact-baseline',
  )
  assert.equal(keyFromTitle('Rules, version 2'), keyFromTitle('Rules, version 3'))
})
