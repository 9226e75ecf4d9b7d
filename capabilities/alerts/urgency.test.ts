// Tests of the urgency decision against rows of the SSVC deployer table and the cautious reading of missing facts.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AssetFacts, decideUrgency, type ThreatFacts } from './urgency.ts'

const threat: ThreatFacts = {
  exploitation: 'none',
  kevDateAdded: null,
  automatable: false,
  cvssVector: null,
  maxBaseScore: null,
}
const assets: AssetFacts = { exposures: ['hospital-network'], clinicalRoles: ['office'] }

test('rows of the table come out as the table says', () => {
  const rows: readonly [number, Partial<ThreatFacts>, Partial<AssetFacts>, string][] = [
    [0, {}, { exposures: ['offline'] }, 'watch'],
    [13, { automatable: true }, { clinicalRoles: ['support'] }, 'next-maintenance'],
    [23, { automatable: true }, { exposures: ['internet'], clinicalRoles: ['life-supporting'] }, 'this-week'],
    [
      43,
      { exploitation: 'poc' },
      { exposures: ['internet'], clinicalRoles: ['life-supporting'] },
      'this-week',
    ],
    [56, { exploitation: 'active' }, {}, 'next-maintenance'],
    [
      67,
      { exploitation: 'active' },
      { exposures: ['internet'], clinicalRoles: ['life-supporting'] },
      'act-now',
    ],
    [
      70,
      { kevDateAdded: '2026-11-12', automatable: true },
      { exposures: ['internet'], clinicalRoles: ['records'] },
      'act-now',
    ],
    [
      71,
      { exploitation: 'active', automatable: true },
      { exposures: ['internet'], clinicalRoles: ['life-supporting'] },
      'act-now',
    ],
  ]
  for (const [row, t, a, urgency] of rows) {
    const decision = decideUrgency({ ...threat, ...t }, { ...assets, ...a })
    assert.equal(decision.row, row)
    assert.equal(decision.urgency, urgency)
  }
})

test('the catalogue of exploited vulnerabilities outweighs an advisory that knows of no attack', () => {
  const decision = decideUrgency({ ...threat, exploitation: 'none', kevDateAdded: '2026-11-12' }, assets)
  assert.deepEqual(decision.path[0], {
    question: 'exploitation',
    answer: 'active',
    because: 'kev',
    assumed: false,
  })
})

test('the most exposed and the most important asset decide', () => {
  const decision = decideUrgency(threat, {
    exposures: ['offline', 'internet', null],
    clinicalRoles: ['office', 'life-supporting', null],
  })
  assert.equal(decision.path[1]?.answer, 'open')
  assert.equal(decision.path[3]?.answer, 'very-high')
})

test('what nobody stated is assumed cautiously and said to be assumed', () => {
  const decision = decideUrgency(
    { ...threat, exploitation: null, automatable: null },
    { exposures: [null], clinicalRoles: [null] },
  )
  assert.deepEqual(
    decision.path.map((step) => [step.answer, step.assumed]),
    [
      ['none', true],
      ['controlled', true],
      ['yes', true],
      ['high', true],
    ],
  )
})

test('an office role beside a missing one counts as high, because the missing one may be anything', () => {
  assert.equal(
    decideUrgency(threat, { exposures: ['offline'], clinicalRoles: ['office', null] }).path[3]?.answer,
    'high',
  )
})

test('without a stated answer the CVSS vector tells whether an attack can be automated', () => {
  const vector = (text: string) =>
    decideUrgency({ ...threat, automatable: null, cvssVector: text }, assets).path[2]?.answer
  assert.equal(vector('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'), 'yes')
  assert.equal(vector('CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H'), 'no')
  assert.equal(vector('CVSS:4.0/AV:A/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'), 'no')
})

test('CVSS 2.0 without a click and a password, and one of several vulnerabilities, are enough to automate', () => {
  const answer = (changes: Partial<ThreatFacts>) =>
    decideUrgency({ ...threat, automatable: null, ...changes }, assets).path[2]?.answer
  assert.equal(answer({ cvssVector: '(AV:N/AC:L/Au:N/C:P/I:P/A:P)' }), 'yes')
  assert.equal(answer({ cvssVector: 'AV:N/AC:L/Au:S/C:P/I:P/A:P' }), 'no')
  const local = 'CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H'
  const remote = 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N'
  assert.equal(answer({ cvssVector: local, cvssVectors: [local, remote] }), 'yes')
  assert.equal(answer({ cvssVector: local, cvssVectors: [local] }), 'no')
  assert.equal(answer({ cvssVector: 'no vector at all' }), 'yes', 'what cannot be read is not harmless')
})

test('a known exploit in the vector counts as what the publisher says, and only 4.0 can say "attacked"', () => {
  const step = (cvssVector: string, exploitation: ThreatFacts['exploitation'] = null) =>
    decideUrgency({ ...threat, exploitation, cvssVector }, assets).path[0]
  const base = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'
  assert.deepEqual(step(`${base}/E:A`), {
    question: 'exploitation',
    answer: 'active',
    because: 'cvss',
    assumed: false,
  })
  assert.equal(step(`${base}/E:P`)?.answer, 'poc')
  assert.equal(step(`${base}/E:U`, 'poc')?.because, 'advisory', 'the gravest source decides')
  assert.equal(step('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:H')?.answer, 'poc')
  assert.equal(step('AV:N/AC:L/Au:N/C:C/I:C/A:C/E:POC')?.answer, 'poc')
})

test('a high EPSS value lifts "none" to "poc" with its figures, never further, and a low one lowers nothing', () => {
  const epss = { probability: 0.27858, percentile: 0.98037, scoreDate: '2026-09-29', isHigh: true }
  const step = (changes: Partial<ThreatFacts>) => decideUrgency({ ...threat, ...changes }, assets).path[0]
  assert.deepEqual(step({ exploitation: null, epss }), {
    question: 'exploitation',
    answer: 'poc',
    because: 'epss',
    assumed: false,
    epss: { probability: 27.9, percentile: 98, scoreDate: '2026-09-29' },
  })
  assert.equal(step({ exploitation: 'none', epss })?.because, 'epss')
  assert.equal(step({ exploitation: 'poc', epss })?.because, 'advisory')
  assert.equal(step({ exploitation: 'active', epss })?.answer, 'active')
  assert.equal(step({ kevDateAdded: '2026-03-05', epss })?.because, 'kev')
  const low = { ...epss, probability: 0.0002, percentile: 0.03, isHigh: false }
  assert.equal(step({ exploitation: 'poc', epss: low })?.answer, 'poc')
  assert.deepEqual(step({ exploitation: null, epss: low }), step({ exploitation: null }))
})

test('the technical impact is told and changes no row', () => {
  const total = { ...threat, cvssVector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }
  const partial = { ...threat, cvssVector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' }
  assert.equal(decideUrgency(total, assets).technicalImpact, 'total')
  assert.equal(decideUrgency(partial, assets).technicalImpact, 'partial')
  assert.equal(decideUrgency(threat, assets).technicalImpact, undefined)
  assert.equal(decideUrgency(total, assets).row, decideUrgency(partial, assets).row)
})
