// Tests of Maven and Conan versions that have no order key.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatedVersion } from '@salus/standards/advisory'
import { versionKey } from '@salus/standards/versions'
import { buildAdvisory, buildStatement } from './builders.ts'
import { explainStep } from './explanation.ts'
import { judge } from './judge.ts'
import { liesBetween } from './pairwise-order.ts'

function below(high: string, low: string | null = null): StatedVersion {
  return { kind: 'bounds', type: 'maven', low, lowInclusive: true, high, highInclusive: false }
}

function judged(type: 'maven' | 'conan', version: string, stated: StatedVersion) {
  const purl = type === 'maven' ? 'pkg:maven/org.inventra/gate' : 'pkg:conan/gate'
  const statement = buildStatement({ name: 'gate', purls: [purl] }, stated)
  return judge(
    { vendor: null, product: 'gate', version, purl: `${purl}@${version}` },
    buildAdvisory([statement]),
  )
}

test('a Maven version without a key is compared with each bound by Maven’s own rules', () => {
  const version = '1.0.foo.2'
  assert.equal(versionKey('maven', version), null)
  assert.equal(judged('maven', version, below('2.0')).answer, 'affected')
  assert.equal(judged('maven', version, below('1.0')).answer, 'not_affected')
  assert.equal(judged('maven', '2.1.foo.2', below('2.0')).answer, 'not_affected')
  assert.equal(judged('maven', '0.9.foo.2', below('2.0', '1.0')).answer, 'not_affected')
})

test('a Conan version without a key is compared too, and so is a bound without one', () => {
  assert.equal(versionKey('conan', '1.1.1k'), null)
  assert.equal(judged('conan', '1.1.1k', below('1.1.1l')).answer, 'affected')
  assert.equal(judged('conan', '1.1.1l', below('1.1.1l')).answer, 'not_affected')
  assert.equal(judged('conan', '1.1.0', below('1.1.1l')).answer, 'affected')
})

test('the explanation says by whose rules', () => {
  const text = judged('conan', '1.1.1k', below('1.1.1l')).explanation.map(explainStep).join('\n')
  assert.match(text, /compared with each bound by the rules of conan/)
})

test('schemes whose versions all have keys are left to the keys', () => {
  const bounds = { low: null, lowInclusive: true, high: '2.0', highInclusive: false }
  assert.equal(liesBetween('generic', '1.0', bounds), null)
  assert.equal(liesBetween('maven', '1.0', bounds), null)
  assert.equal(liesBetween('maven', '1.0.foo.2', null), null)
})
