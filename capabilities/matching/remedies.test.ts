// Tests of the versions that texts of remedies call fixed, and of the range that contradicts them.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatedVersion } from '@salus/standards/advisory'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { buildAdvisory, buildStatement } from './builders.ts'
import { explainStep } from './explanation.ts'
import { judge } from './judge.ts'
import { readRemedies } from './remedies.ts'

const fixes = (text: string) => readRemedies(text).map(({ version }) => version)

test('advice to update and sentences on a fix name the fixed version', () => {
  for (const [text, version] of [
    ['Norvik recommends users update to version 2.4 or later.', '2.4'],
    ['Upgrade to Ventalo V7.5 SP2 Update 6', 'V7.5 SP2 Update 6'],
    ['The weakness was fixed in release 3.1.0.', '3.1.0'],
    ['Update to V16 Update 3', 'V16 Update 3'],
    ['Users should upgrade to Ventalo 2017 R2 SP1.', '2017 R2 SP1'],
    ['Version 2.5.12 resolves the issue.', '2.5.12'],
    ['Aktualisieren Sie auf Version 4.2', '4.2'],
    ['Mettez à jour vers la version 4.2', '4.2'],
  ] as const)
    assert.deepEqual(fixes(text), [version], text)
})

test('a sentence that names no fix of the product gives none', () => {
  for (const text of [
    'Users running version 2.4 should restrict access.',
    'Update to a version later than 2.2.3.',
    'Norvik plans to update to 2.5 in spring; the update will be free.',
    'Patch P7 for version 8.4.4 addresses this.',
    'Update to 2.4 and apply the patch P7.',
    'Upgrade to Ventalo 2017 Update 2, then apply HF-17.',
    'Update to Update 3',
    'Use TLS 1.2.',
    'Upgrade to Windows 10.0.1',
  ])
    assert.deepEqual(fixes(text), [], text)
})

test('any text is read without an exception and in linear time', () => {
  const piece = fc.constantFrom(
    'update to ',
    'version ',
    '1.2',
    'fixed in ',
    'the ',
    'Gate ',
    '. ',
    '(',
    'SP1 ',
    'with ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 300 }), (pieces) => {
      const start = processorMs()
      readRemedies(pieces.join(''))
      assert.ok(processorMs() - start < 10_000)
    }),
    { numRuns: 150 },
  )
})

function judged(version: string, stated: StatedVersion, details: string, name = 'Ventalo') {
  const statement = buildStatement({ vendor: 'Norvik', name }, stated)
  const other = buildStatement({ vendor: 'Norvik', name: 'Pulsera' }, stated, { productId: 'P2' })
  const remediation = {
    vulnerability: null,
    category: 'vendor_fix' as const,
    details,
    url: null,
    productIds: [],
  }
  const advisory = buildAdvisory([statement, other], { remediations: [remediation] })
  return judge({ vendor: 'Norvik', product: name, version }, advisory)
}

const upTo = (text: string): StatedVersion => ({ kind: 'text', text })

test('from a fix on that the range still holds, nobody can tell; below it the range decides', () => {
  const fix = 'Update Ventalo to version 2.3 or later.'
  assert.equal(judged('2.2', upTo('<= 2.4'), fix).answer, 'affected')
  const { answer, explanation } = judged('2.3', upTo('<= 2.4'), fix)
  assert.equal(answer, 'cannot_tell')
  const step = explanation.find(({ code }) => code === 'remedy-contradicts') ?? assert.fail('no step')
  assert.match(explainStep(step), /calls it fixed: "Update Ventalo to version 2\.3/)
  assert.equal(judged('2.4', upTo('<= 2.4'), fix).answer, 'cannot_tell')
  assert.equal(judged('2.5', upTo('<= 2.4'), fix).answer, 'not_affected')
})

test('a fix outside of the range, one of an older branch, and one for another product contradict nothing', () => {
  assert.equal(judged('2.3', upTo('< 2.4'), 'Update Ventalo to 2.4').answer, 'affected')
  assert.equal(
    judged('1.9', upTo('< 2.4'), 'Update Ventalo to 1.9. Update Ventalo to 2.4.').answer,
    'affected',
  )
  assert.equal(judged('2.3', upTo('<= 2.4'), 'Update Pulsera to 2.3').answer, 'affected')
})

test('a version that the advisory lists by itself stays affected', () => {
  assert.equal(
    judged('1.4', upTo('1.2 | 1.4'), 'Users of Ventalo 1.2 may upgrade to Ventalo 1.4').answer,
    'affected',
  )
})
