// Tests of what single metrics say of an attack, in every version of CVSS.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AttackMetrics, attackMetricsOf } from './index.ts'

const base4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'
const base3 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
const base2 = 'AV:N/AC:L/Au:N/C:C/I:C/A:C'

test('an exploit that is known is read in the words of each version, and only 4.0 can say "attacked"', () => {
  const cases: readonly [vector: string, exploitation: AttackMetrics['exploitation']][] = [
    [base4, null],
    [`${base4}/E:X`, null],
    [`${base4}/E:A`, 'active'],
    [`${base4}/E:P`, 'poc'],
    [`${base4}/E:U`, 'none'],
    [`${base3}/E:H/RL:O`, 'poc'],
    [`${base3}/E:F`, 'poc'],
    [`${base3}/E:U`, 'none'],
    [`${base3}/E:A`, null],
    [`${base3.replace('3.1', '3.0')}/E:P`, 'poc'],
    [`${base2}/E:POC/RL:W/RC:C`, 'poc'],
    [`(${base2}/E:H)`, 'poc'],
    [`${base2}/E:ND`, null],
    [`${base2}/E:U`, 'none'],
  ]
  for (const [vector, exploitation] of cases)
    assert.equal(attackMetricsOf(vector)?.exploitation, exploitation, vector)
})

test('an attack is automatable over the network without condition, password and click', () => {
  const cases: readonly [vector: string, automatable: boolean][] = [
    [base2, true],
    [`(${base2})`, true],
    [base2.replace('Au:N', 'Au:S'), false],
    [base2.replace('AV:N', 'AV:A'), false],
    [base3, true],
    [base3.replace('PR:N', 'PR:L'), false],
    [base3.replace('UI:N', 'UI:R'), false],
    [base3.replace('AC:L', 'AC:H'), false],
    [base4, true],
    [base4.replace('AT:N', 'AT:P'), false],
    [base4.replace('UI:N', 'UI:P'), false],
    [`${base4}/AU:N`, false],
    [`${base4.replace('PR:N', 'PR:L')}/AU:Y`, true],
  ]
  for (const [vector, automatable] of cases)
    assert.equal(attackMetricsOf(vector)?.automatable, automatable, vector)
})

test('the technical impact is total where all is lost, or much without an account', () => {
  const cases: readonly [vector: string, impact: 'total' | 'partial'][] = [
    [base4, 'total'],
    [base4.replace('VI:H', 'VI:L'), 'total'],
    [base4.replace('VI:H', 'VI:L').replace('PR:N', 'PR:L'), 'partial'],
    [base4.replace('VI:H', 'VI:N'), 'partial'],
    [base4.replace('PR:N', 'PR:H'), 'total'],
    [base3.replace('C:H', 'C:N'), 'partial'],
    [base3.replace('C:H', 'C:L'), 'total'],
    [base2, 'total'],
    [base2.replace('C:C', 'C:P'), 'total'],
    [base2.replace('C:C', 'C:P').replace('Au:N', 'Au:S'), 'partial'],
  ]
  for (const [vector, impact] of cases) assert.equal(attackMetricsOf(vector)?.technicalImpact, impact, vector)
})

test('what is no whole vector says nothing, and no text makes the reader throw', () => {
  for (const vector of ['', 'CVSS:3.1', 'CVSS:5.0/AV:N', 'AV:N/AC:L', `${base3}${'/E:H'.repeat(200)}`])
    assert.equal(attackMetricsOf(vector), null, vector.slice(0, 40))
  fc.assert(
    fc.property(fc.string(), (text) => void attackMetricsOf(`CVSS:4.0/${text}`)),
    { numRuns: 300 },
  )
})
