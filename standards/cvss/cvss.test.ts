// Tests of base scores, with the examples that the CVSS specifications print.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { baseScoreOf } from './index.ts'

test('base scores of each version', () => {
  const cases: [vector: string, version: string, baseScore: number][] = [
    ['AV:N/AC:L/Au:N/C:N/I:N/A:C', '2.0', 7.8],
    ['(AV:L/AC:H/Au:N/C:C/I:C/A:C)', '2.0', 6.2],
    ['AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C', '2.0', 7.8],
    ['CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', '3.0', 6.1],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', '3.1', 9.8],
    ['CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N', '3.1', 0],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', '4.0', 10],
    ['CVSS:4.0/AV:N/AC:H/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N', '4.0', 9.1],
  ]
  for (const [vector, version, baseScore] of cases)
    assert.deepEqual(baseScoreOf(vector), { version, baseScore }, vector)
})

test('threat and environment leave the base score alone', () => {
  const base4 = 'CVSS:4.0/AV:N/AC:H/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N'
  assert.equal(baseScoreOf(`${base4}/E:U`)?.baseScore, 9.1)
  const base3 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
  assert.equal(baseScoreOf(`${base3}/E:U/CR:L`)?.baseScore, 9.8)
})

test('incomplete, repeated, unknown and endless vectors have no score', () => {
  const wrong = [
    '',
    'CVSS:3.1',
    'CVSS:3.1/AV:N',
    'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/AV:L',
    'CVSS:3.1/AV:Q/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    'CVSS:5.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    `CVSS:3.1/${'AV:N/'.repeat(1e5)}`,
  ]
  for (const vector of wrong) assert.equal(baseScoreOf(vector), null, vector.slice(0, 60))
})

test('no text makes the calculator throw', () => {
  const parts = fc.constantFrom(
    'CVSS:3.1',
    'CVSS:4.0',
    'AV:N',
    'AC:L',
    'PR:N',
    'UI:N',
    'S:U',
    'C:H',
    'I:H',
    'A:H',
    'E:X',
    ':',
    'VC:Z',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(parts, { maxLength: 14 }).map((all) => all.join('/')),
      ),
      (vector) => {
        const score = baseScoreOf(vector)
        if (score !== null) assert.ok(score.baseScore >= 0 && score.baseScore <= 10)
      },
    ),
    { numRuns: 500 },
  )
})
