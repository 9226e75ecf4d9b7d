// The vers notation: its rules by hand, and the public vers and univers corpora.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareKeys, versionKey } from '../versions/index.ts'
import { corpusCases } from '../versions/reference/corpus.ts'
import { type Interval, intervalsContain, readRangeText, schemeFor } from './index.ts'

function holds(text: string, version: string): boolean {
  const reading = readRangeText(text)
  assert.equal(reading.grade, 'exact', text)
  return intervalsContain(reading.intervals, versionKey(reading.scheme, version) ?? assert.fail(version))
}

test('vers ranges run from a lower to the next upper bound, add versions and leave out others', () => {
  assert.ok(holds('vers:npm/>=1.2.0|<2.0.0', '1.9.0') && !holds('vers:npm/>=1.2.0|<2.0.0', '2.0.0'))
  assert.ok(
    holds('vers:npm/<1.0.0|>=2.0.0|<2.4.1', '2.4.0') && !holds('vers:npm/<1.0.0|>=2.0.0|<2.4.1', '1.5.0'),
  )
  assert.ok(holds('vers:pypi/!=2.0.3', '2.0.4') && !holds('vers:pypi/!=2.0.3', '2.0.3'))
  assert.ok(holds('vers:deb/1.0-1|1.0-3', '1.0-3') && !holds('vers:deb/1.0-1|1.0-3', '1.0-2'))
  assert.ok(holds('vers:rpm/<=1.0', '1.0-4.el9'))
  assert.ok(holds('vers:npm/<1.1.7|<2.0.1', '2.0.0'), 'of two upper bounds the highest counts')
  assert.ok(holds('vers:deb/1%3A2.0-1', '1:2.0-1'))
})

test('vers with a version that its scheme does not know is unparsed', () => {
  for (const text of [
    'vers:npm/>=1.2.3.4',
    'vers:npm/',
    'vers:npm/%ZZ',
    'vers:deb/>=a b',
    `vers:npm/${'1.0.0|'.repeat(120)}x`,
  ]) {
    assert.equal(readRangeText(text).grade, 'unparsed', text)
  }
})

for (const folder of ['univers-tests', 'vers-tests'] as const) {
  const cases = corpusCases(folder)
  const skip = cases ? false : `${folder} is not on this machine; set SALUS_TEST_DATA`

  test(`the containments of ${folder} come out as expected`, { skip }, () => {
    for (const { test_type: kind, input, expected_output: expected } of cases ?? []) {
      if (kind !== 'containment') continue
      // The corpus schema says so; the test fails on anything else.
      const { vers, version } = input as { vers: string; version: string }
      const reading = readRangeText(vers)
      const key = versionKey(reading.scheme, version) ?? assert.fail(version)
      assert.equal(intervalsContain(reading.intervals, key), expected, `${version} in ${vers}`)
    }
  })

  test(`ranges of npm, Go and Python in ${folder} mean the same in both notations`, { skip }, () => {
    const counts = { same: 0, unread: 0, different: 0 }
    for (const { test_type: kind, input, expected_output: expected } of cases ?? []) {
      if (kind !== 'from_native' || typeof expected !== 'string') continue
      // The corpus schema says so; the test fails on anything else.
      const { scheme, native_range: native } = input as { scheme: string; native_range: string }
      if (!['npm', 'golang', 'pypi'].includes(scheme)) continue
      const ours = readRangeText(native, schemeFor({ purlType: scheme }))
      const theirs = readRangeText(expected)
      if (ours.grade === 'unparsed' || theirs.grade === 'unparsed') counts.unread++
      else counts[sameIntervals(ours.intervals, theirs.intervals) ? 'same' : 'different']++
    }
    // npm's "^" and "~" are not read; ">= 1.x" is turned by the corpus into 1.x alone, which we do not follow.
    assert.ok(counts.same > 350 && counts.unread <= 20 && counts.different <= 5, JSON.stringify(counts))
  })
}

function sameIntervals(a: readonly Interval[], b: readonly Interval[]): boolean {
  const same = (x: Uint8Array | null, y: Uint8Array | null) => (x && y ? compareKeys(x, y) === 0 : x === y)
  return (
    a.length === b.length &&
    a.every(({ low, high }, i) => same(low, b[i]?.low ?? null) && same(high, b[i]?.high ?? null))
  )
}
