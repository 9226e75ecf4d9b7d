// Tests of identification by the hash of a file.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatedVersion } from '@salus/standards/advisory'
import { buildAdvisory, buildStatement } from './builders.ts'
import { explainStep } from './explanation.ts'
import { judge } from './judge.ts'

const sha256 = 'ab'.repeat(32)
const sha1 = 'cd'.repeat(20)

function judged(
  own: { algorithm: string; value: string },
  stated: { algorithm: string; value: string },
  version: StatedVersion = { kind: 'exact', text: '2.1' },
) {
  const hashes = [{ fileName: 'gate.bin', ...stated }]
  const statement = buildStatement({ vendor: 'Norvik', name: 'Ventalo firmware', hashes }, version)
  const item = { vendor: null, product: 'gate.bin', version: null, hashes: [own] }
  return judge(item, buildAdvisory([statement]))
}

test('the same hash is the same product and version, however both are written', () => {
  const judgement = judged(
    { algorithm: 'SHA-256', value: sha256.toUpperCase() },
    { algorithm: 'sha256', value: sha256 },
  )
  assert.deepEqual([judgement.answer, judgement.identityGrade], ['affected', 'exact-identifier'])
  assert.match(judgement.explanation.map(explainStep).join('\n'), /Both carry the hash gate\.bin sha256:abab/)
})

test('another hash says nothing', () => {
  assert.equal(
    judged({ algorithm: 'SHA-256', value: 'ef'.repeat(32) }, { algorithm: 'sha256', value: sha256 }).answer,
    'no_match',
  )
})

test('hashes that can be forged, are cut or are of another algorithm identify nothing', () => {
  const pairs = [
    [
      { algorithm: 'SHA-1', value: sha1 },
      { algorithm: 'sha1', value: sha1 },
    ],
    [
      { algorithm: 'MD5', value: 'a'.repeat(32) },
      { algorithm: 'md5', value: 'a'.repeat(32) },
    ],
    [
      { algorithm: 'SHA-256', value: 'abab' },
      { algorithm: 'sha256', value: 'abab' },
    ],
    [
      { algorithm: 'SHA3-256', value: sha256 },
      { algorithm: 'sha256', value: sha256 },
    ],
  ] as const
  for (const [own, stated] of pairs) assert.equal(judged(own, stated).answer, 'no_match', own.algorithm)
})
