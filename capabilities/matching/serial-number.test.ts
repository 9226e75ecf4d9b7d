// Tests of statements that are restricted to serial numbers.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdvisoryFormat } from '@salus/standards/advisory'
import fc from 'fast-check'
import { buildAdvisory, buildStatement } from './builders.ts'
import { explainStep } from './explanation.ts'
import { judge } from './judge.ts'
import { decideSerial, isMeantBy, serialKey, serialPatterns } from './serial-number.ts'

function judged(
  serial: string | null | undefined,
  serialNumbers: readonly string[],
  format: AdvisoryFormat = 'csaf-2.1',
) {
  const statement = buildStatement({ vendor: 'Norvik', name: 'Ventalo', serialNumbers }, { kind: 'all' })
  const item = {
    vendor: 'Norvik',
    product: 'Ventalo',
    version: null,
    ...(serial === undefined ? {} : { serial }),
  }
  return judge(item, buildAdvisory([statement], { format }))
}

test('an asset whose serial number fits is affected, one whose number does not fit is not meant', () => {
  const table: readonly (readonly [string, readonly string[], 'affected' | 'no_match'])[] = [
    ['VT-20417', ['VT-20417'], 'affected'],
    ['vt-20417', ['VT-20417'], 'affected'],
    ['S/N: VT-20417', ['VT-20417'], 'affected'],
    ['VT-20417', ['VT-2????'], 'affected'],
    ['VT-20417', ['VT-1*', 'VT-2*'], 'affected'],
    ['VT-30417', ['VT-1*', 'VT-2*'], 'no_match'],
    ['VT-204170', ['VT-20417'], 'no_match'],
  ]
  for (const [serial, stated, answer] of table)
    assert.equal(judged(serial, stated).answer, answer, `${serial} against ${stated.join(', ')}`)
})

test('in CSAF 2.0 a number may be given by its beginning', () => {
  assert.equal(judged('VT-204170', ['VT-20417'], 'csaf-2.0').answer, 'affected')
  assert.equal(judged('VT-104170', ['VT-20417'], 'csaf-2.0').answer, 'no_match')
})

test('an asset whose serial number is not known is taken to be meant, and the explanation says so', () => {
  for (const serial of [null, '', 'S/N']) {
    const { answer, explanation } = judged(serial, ['VT-2*', 'VT-3*'])
    assert.equal(answer, 'affected')
    const text = explanation.map(explainStep).join('\n')
    assert.match(text, /restricts itself to "serial number VT-2\*, VT-3\*"; the inventory does not say/)
  }
})

test('a statement without serial numbers asks for none', () => {
  assert.equal(judged('VT-1', []).answer, 'affected')
})

test('the explanation names both numbers where they differ, and not thousands of them', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `VT-${10_000 + index}`)
  const step = judged('VT-9', many).explanation.find(({ code }) => code === 'identifier-differs')
  const text = explainStep(step ?? assert.fail('no step'))
  assert.equal(
    text,
    'The serial-number VT-9 of the asset is not VT-10000, VT-10001, VT-10002, VT-10003, VT-10004, ….',
  )
})

test('a version is no single piece: its assets are compared by their own numbers', () => {
  const { answer, explanation, serials } = judged(undefined, ['VT-2*', 'VT-3*'])
  assert.equal(answer, 'affected')
  assert.deepEqual(serials, ['VT-2%', 'VT-3%'])
  assert.match(explanation.map(explainStep).join('\n'), /each asset is compared by its own/)
})

test('only where every statement that warns names numbers is the answer restricted to them', () => {
  const of = (
    serialNumbers: readonly string[],
    status: 'known_affected' | 'known_not_affected',
    cve: string,
  ) =>
    buildStatement(
      { vendor: 'Norvik', name: 'Ventalo', serialNumbers },
      { kind: 'all' },
      { status, vulnerability: cve },
    )
  const answered = (...statements: readonly ReturnType<typeof of>[]) => {
    const { answer, serials } = judge(
      { vendor: 'Norvik', product: 'Ventalo', version: null },
      buildAdvisory(statements, { format: 'csaf-2.1' }),
    )
    return [answer, serials]
  }
  assert.deepEqual(answered(of(['A1'], 'known_affected', 'CVE-1'), of(['B?'], 'known_affected', 'CVE-1')), [
    'affected',
    ['A1', 'B_'],
  ])
  assert.deepEqual(answered(of(['A1'], 'known_affected', 'CVE-1'), of([], 'known_affected', 'CVE-2')), [
    'affected',
    null,
  ])
  assert.deepEqual(
    answered(of(['A1'], 'known_affected', 'CVE-1'), of(['B1'], 'known_not_affected', 'CVE-1')),
    ['affected', ['A1']],
    'the all-clear for other pieces does not free these',
  )
  assert.deepEqual(answered(of(['B1'], 'known_not_affected', 'CVE-1')), ['no_match', null])
})

test('a pattern for SQL takes the same numbers as the publisher\u2019s, in 2.0 and 2.1', () => {
  const sign = fc.constantFrom('A', 'b', '1', '*', '?', '\\', '%', '_', '-', 'ß', '\u{1F600}')
  const text = fc.string({ unit: sign, minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom('csaf-2.0' as const, 'csaf-2.1' as const),
      (pattern, serial, format) => {
        const own = serialKey(serial)
        if (own === '') return
        const decided = decideSerial(serial, { serialNumbers: [pattern] }, format)?.isMeant
        assert.equal(isMeantBy(serialPatterns({ serialNumbers: [pattern] }, format), serial), decided)
      },
    ),
    { numRuns: 5_000 },
  )
})
