// Holds what publishers write against the versions it must and must not contain.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { versionKey } from '../versions/index.ts'
import { intervalsContain, type RangeReading, readRangeText } from './index.ts'
import { maxRangeLength } from './read.ts'

function holds(reading: RangeReading, version: string): boolean {
  const key = versionKey(reading.scheme, version) ?? assert.fail(`${version} has no key`)
  return intervalsContain(reading.intervals, key)
}

type Case = readonly [text: string, inside: readonly string[], outside: readonly string[]]

const cases: Readonly<Record<string, readonly Case[]>> = {
  'comparison signs': [
    ['< 1.8.4 Service Pack 01', ['1.8.4', '1.8.3 SP9', '1.7'], ['1.8.4 SP1', '1.8.4 SP 2', '1.8.5']],
    ['<= R4.1L1', ['R4.1L1', 'R4.1', 'R3.3L1', '4.0'], ['R4.1L2', '4.2']],
    ['>= 4.4 | <= 4.12', ['4.4', '4.10', '4.12', '4.12 build 7'], ['4.3', '4.13', '4.12.1']],
    ['A.01 <= C.0x | 4.0', ['A.01', 'B.07', 'C.09', '4.0'], ['C.10', '4.1']],
    ['< V10.8 SP2', ['10.8', '10.8 SP1', '9'], ['10.8 SP2', '10.8 SP2 HF1', '10.9']],
    ['>= V7.80 < V9.30', ['7.80', '8.1', '9.4', '9.29'], ['7.79', '9.30']],
    ['>=11.1.0|<11.1.7', ['11.1.6'], ['11.1.7', '11.0.9']],
    ['≥ 2.0', ['2.0', '3'], ['1.9']],
    ['< 9.18.0 and below', ['9.18.0', '9.17'], ['9.19']],
    ['<= U61 |<= L81', ['U61', 'L81', 'U1'], ['U62', 'L82', 'L93']],
    ['1.265B -1.285X', ['1.265B', '1.270C', '1.285X'], ['1.264', '1.290C']],
    ['1.265B-1.285X', ['1.270C'], ['1.290C']],
    ['2009-2010', ['2009', '2010'], ['2008', '2011']],
    ['V175-V189', ['V175', 'V180', '189'], ['V174', 'V190']],
    ['<= vD25', ['D25', 'D24'], ['D29']],
    ['â‰¤ 2.3', ['2.3'], ['2.4']],
    ['=> 5.0 | =< 5.0.5', ['5.0', '5.0.5'], ['5.0.6']],
    ['<=8.1 | >= 8.1.10', ['8.1', '7', '8.1.10'], ['8.1.9']],
    ['<5.0 >=4.0 || <2.0', ['4.5', '1.0'], ['3.0', '5.0']],
    ['vers:generic/>=1|<2', ['1', '1.9'], ['2', '0.9']],
    ['vers:all/<V4.3.8', ['4.3.7'], ['4.3.8']],
    ['!= 2.0', ['1.9', '2.1'], ['2.0']],
  ],
  'words before the version': [
    ['prior to 2.3.1', ['2.3.0', '1'], ['2.3.1', '2.10']],
    ['Versions before V2.3', ['2.2'], ['2.3']],
    ['all versions earlier than 2.3', ['2.2'], ['2.3']],
    ['up to and including 3.4', ['3.4', '3.3'], ['3.5']],
    ['up to but not including 3.4', ['3.3'], ['3.4']],
    ['from 2.0', ['2.0', '9'], ['1.9']],
    ['starting with 5.1', ['5.1', '6'], ['5.0']],
    ['later than 5.1', ['5.2'], ['5.1', '5.1 build 3']],
    ['prior to 14.1 and 13.2', ['13.1', '14.0', '12'], ['13.2', '13.5', '14.1']],
  ],
  'words behind the version': [
    ['2.3.6 and  below', ['2.3.6', '2.3.5', '1'], ['2.3.7', '4.3.1']],
    ['1.2 and earlier', ['1.2', '1.1'], ['1.3']],
    ['Version 4.1 or prior', ['4.1', '3'], ['4.2']],
    ['3.2.1.5581 (and possibly prior versions)', ['3.2.1.5581', '3.1'], ['3.2.1.5582']],
    ['2.0 and later', ['2.0', '3'], ['1.9']],
    ['2.0 or newer', ['2.0', '3'], ['1.9']],
    ['1.4+', ['1.4', '2'], ['1.3']],
    ['3.x and earlier', ['3.9', '2'], ['4.0']],
    ['2.3.1 or higher, but less than 4', ['2.3.1', '3'], ['4', '2.3.0']],
  ],
  'from one version to another': [
    ['2.0 through 2.4', ['2.0', '2.4'], ['1.9', '2.5']],
    ['2.0 to 2.4', ['2.2'], ['2.5']],
    ['2.0 – 2.4', ['2.2'], ['2.5']],
    ['from 2.0 to 2.4', ['2.2'], ['1.9', '2.5']],
    ['between 2.0 and 2.4', ['2.0', '2.4'], ['2.5']],
    ['between V3.0 (including) and V3.0.2 (excluding)', ['3.0', '3.0.1'], ['3.0.2', '2.9']],
    ['12.4.1-12.4.11', ['12.4.2'], ['12.4.12']],
    ['2014-2016', ['2015'], ['2017']],
    ['V175-V189', ['V180'], ['V190']],
    ['Rev J-M', ['J.10', 'K', 'M'], ['N', 'H']],
  ],
  lists: [
    ['versions 1.2, 1.3 and 1.4', ['1.2', '1.3', '1.4'], ['1.1', '1.2.5', '1.5']],
    ['1.10; 1.14', ['1.10', '1.14'], ['1.12']],
    ['2.51 2.52', ['2.51', '2.52'], ['2.53']],
    ['1.1.3 Build 10', ['1.1.3 build 10'], ['1.1.3 build 11', '1.6.1']],
    ['3.1.5.0-7c1a2fe', ['3.1.5.0-7c1a2fe'], ['3.1.6']],
    ['< 1.99 | 2.20 | 2.40', ['1.98', '2.20'], ['1.99', '2.30']],
    ['044M000071 / 045W000071', ['044M000071', '045W000071'], ['044M000073']],
  ],
  'whole numbers and wildcards': [
    ['8', ['8', '8.0.3', '8.9'], ['9', '7.9']],
    ['8.x', ['8.0.3', '8.10'], ['9.0']],
    ['2.X', ['2.0', '2.10'], ['3.0']],
    ['14.1.x', ['14.1', '14.1.7'], ['14.2']],
    ['12.2.*', ['12.2.9'], ['12.3']],
    ['4.2x', ['4.20', '4.29'], ['4.30', '4.3']],
    ['<= 8', ['8.4', '7'], ['9']],
    ['< 8', ['7.9'], ['8.0', '8.1']],
    ['<= 2.3.1', ['2.3.1', '2.3.1 build 10', '2.3.1.4567'], ['2.3.2', '2.3.1 SP1', '2.3.1b']],
  ],
  dates: [
    ['<May 2018', ['2018-04-30', '12/2017'], ['2018-05-02']],
    ['<8/30/2024', ['release of 2024-07-15', '2024-08-29'], ['2024-09-05', '30.08.2024']],
    ['firmware dated before 2021-05', ['2021-04'], ['2021-05', '2021-06-01']],
    ['<April/20/2023', ['2023-04-19'], ['2023-04-20']],
  ],
  exceptions: [
    ['all versions except 2.3', ['2.2', '2.4'], ['2.3']],
    ['<= 9.6 (excluding 9.3.1.7 and 9.4.2.3)', ['9.6', '9.4.2.2'], ['9.3.1.7', '9.4.2.3', '9.7']],
  ],
  'one bound for each branch': [
    [
      '<= 4.2.21 | <= 5.0.27 | <= 5.1.19',
      ['4.2.21', '5.0.3', '5.1.19', '4.9'],
      ['4.2.22', '5.0.28', '5.1.20', '6'],
    ],
    ['< 19.0.1 | < 18.0.1', ['18.0.0', '19.0.0', '17', '18.1'], ['18.0.1', '18.0.9', '19.0.1']],
  ],
  'letters in front': [
    ['VM5.0 and earlier', ['VM4.0.2', 'VM5.0', '5.0', '4.1'], ['VM6.0', '6.0']],
    ['K and earlier', ['J.10', 'K', 'K.02'], ['L.00']],
    ['<= N', ['M.03', 'N'], ['P.01']],
    ['< WinCore 7.3 Upd 2', ['7.3 Upd 1', '7.3'], ['7.3 Upd 2']],
    ['<= 2.6A', ['2.5B', '2.6A', '2.6'], ['2.6B', '2.7A']],
    ['<= 017T000052', ['017T000051', '017T000052'], ['017T000088']],
  ],
  'German, French, Italian': [
    ['vor Version 2.3', ['2.2'], ['2.3']],
    ['bis einschließlich 2.3', ['2.3'], ['2.4']],
    ['2.3 und früher', ['2.3', '2.2'], ['2.4']],
    ['ab Version 2.3', ['2.3', '3'], ['2.2']],
    ['von 2.0 bis 2.4', ['2.0', '2.4'], ['2.5']],
    ['versions antérieures à 2.3', ['2.2'], ['2.3']],
    ['2.3 et antérieures', ['2.3'], ['2.4']],
    ['de 2.0 à 2.4', ['2.4'], ['2.5']],
    ['versioni precedenti alla 2.3', ['2.2'], ['2.3']],
    ['2.3 e precedenti', ['2.3'], ['2.4']],
    ['da 2.0 a 2.4', ['2.4'], ['2.5']],
    ['2.0 e successive', ['2.0', '3'], ['1.9']],
  ],
}

for (const [kind, list] of Object.entries(cases)) {
  test(`ranges are read: ${kind}`, () => {
    for (const [text, inside, outside] of list) {
      const reading = readRangeText(text)
      assert.equal(reading.grade, 'parsed', `${text}: ${reading.steps.join('; ')}`)
      for (const version of inside) assert.ok(holds(reading, version), `"${text}" holds ${version}`)
      for (const version of outside) assert.ok(!holds(reading, version), `"${text}" does not hold ${version}`)
    }
  })
}

test('every version is every version, also one that is not stated', () => {
  const texts = [
    'all versions',
    'All',
    '*',
    'vers:all/*',
    'any version',
    'alle Versionen',
    'toutes les versions',
    'tutte le versioni',
    'All firmware versions',
  ]
  for (const text of texts) {
    const reading = readRangeText(text)
    assert.ok(reading.all && reading.grade !== 'unparsed', text)
    assert.deepEqual(reading.intervals, [{ low: null, high: null }])
  }
})

test('what cannot be read is unparsed, with the reason, and never half a range', () => {
  const texts = [
    '',
    'No version',
    '<= the first 5 digits of serial number 22081',
    '<= Serial Numbers 2310****',
    '< SP1 P01',
    '< V3.X.14',
    '2nd Edition',
    'QMT-508 InfuMed pump',
    '417 QCE 3.2',
    'but',
    '7.04 (excluding 6.31 and all subsequent minor releases)',
    '< 2.0 | something else entirely',
    '<= 2.3.0 and Function State <= 3',
    'unaffected',
    'x'.repeat(maxRangeLength + 1),
  ]
  for (const text of texts) {
    const reading = readRangeText(text)
    assert.equal(reading.grade, 'unparsed', text)
    assert.equal(reading.all, false)
    assert.deepEqual(reading.intervals, [])
    assert.ok(reading.steps.length > 0)
  }
})

test('each step says in words how the text was read', () => {
  const { steps } = readRangeText('prior to 2.3.1')
  assert.deepEqual(steps, ['read "prior to" as <', 'affected: versions < 2.3.1'])
})

test('any text is read or refused in linear time, without an exception', () => {
  const pieces = [
    '< ',
    '<=',
    '>= ',
    ' | ',
    '1.2',
    'V3.x',
    'and',
    'prior to ',
    'between ',
    '(',
    ')',
    ' - ',
    'SP1',
    '*',
    'all versions ',
    'except ',
    'with ',
    'model ',
    '2018-05',
    'K',
    '\u0000',
    'vers:',
    '/',
    'é',
  ]
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join('')),
    fc.string({ maxLength: 1_100, unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(text, (written) => {
      const { grade, all, intervals } = readRangeText(written)
      if (grade === 'unparsed') assert.ok(!all && intervals.length === 0)
    }),
    { numRuns: 3_000 },
  )
  for (const hostile of [
    'a '.repeat(500),
    '('.repeat(1_000),
    ' 1-'.repeat(333),
    'between '.repeat(125),
    'v.'.repeat(500),
    'x.'.repeat(500),
    '1 or '.repeat(200),
  ]) {
    const start = processorMs()
    readRangeText(hostile)
    assert.ok(processorMs() - start < 500, hostile.slice(0, 20))
  }
})
