// Tests of how the verdicts on several statements become one answer.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StatedVersion, Statement } from '@salus/standards/advisory'
import { buildAdvisory, buildStatement } from './builders.ts'
import { judge } from './judge.ts'
import type { Answer } from './verdict.ts'

const vendor = 'Norvik'
const text = (version: string): StatedVersion => ({ kind: 'text', text: version })

function answerOf(product: string, version: string | null, ...statements: readonly Statement[]): Answer {
  return judge({ vendor, product, version }, buildAdvisory(statements)).answer
}

function stated(
  name: string,
  version: StatedVersion,
  pointer = '/product_tree/branches/0/product',
): Statement {
  return buildStatement({ vendor, name }, version, { pointer })
}

test('where the very product is named, one that is named alike is another', () => {
  const own = stated('Ventalo CPU 414 PN/DP', text('< 7.0'))
  const alike = stated('Ventalo CPU 414 DP', { kind: 'all' })
  assert.equal(answerOf('Ventalo CPU 414 PN/DP', '7.0.3', own, alike), 'not_affected')
  assert.equal(answerOf('Ventalo CPU 414 PN/DP', '7.0.3', alike), 'affected')
})

test('an umbrella above the very product keeps its word', () => {
  const own = stated('Ventalo 323', text('< 2.0'))
  assert.equal(answerOf('Ventalo 323', '2.1', own, stated('Ventalo Pumps', { kind: 'all' })), 'affected')
  assert.equal(
    answerOf(
      'Ventalo 4',
      '2.1',
      stated('Ventalo 4', text('< 2')),
      stated('Ventalo 4/5 family', { kind: 'all' }),
    ),
    'affected',
  )
})

test('another vulnerability, for which the very product is not named, keeps what is named alike', () => {
  const own = stated('Ventalo CPU 414 PN/DP', text('< 7.0'))
  const alike = { ...stated('Ventalo CPU 414 DP', { kind: 'all' }), vulnerability: 'CVE-2030-0009' }
  assert.equal(answerOf('Ventalo CPU 414 PN/DP', '7.0.3', own, alike), 'affected')
})

const cna = '/containers/cna/affected/0/versions/0'
const adp = '/containers/adp/1/affected/0/versions/0'

test('an added entry without versions does not overrule the ranges of the assigner', () => {
  const added = stated('ventalo', { kind: 'unstated' }, adp)
  assert.equal(answerOf('Ventalo', '4.4', stated('Ventalo', text('< 4.4'), cna), added), 'not_affected')
  assert.equal(answerOf('Ventalo', '4.3', stated('Ventalo', text('< 4.4'), cna), added), 'affected')
  assert.equal(answerOf('Ventalo', '4.4', added), 'affected')
})

test('an added entry with other versions than the assigner leaves a doubt', () => {
  const added = stated('ventalo', text('< 4.4.90'), adp)
  assert.equal(answerOf('Ventalo', '4.4', stated('Ventalo', text('< 4.4'), cna), added), 'cannot_tell')
  assert.equal(answerOf('Ventalo', '4.3', stated('Ventalo', text('< 4.4'), cna), added), 'affected')
})

test('a version of another line of the product cannot be compared', () => {
  const range = stated('Ventalo OS', text('>= 21.4, < 21.4R3-S5'))
  assert.equal(answerOf('Ventalo OS Evolved', '21.4R3-S4-EVO', range), 'cannot_tell')
  assert.equal(answerOf('Ventalo OS', '21.4R3-S4', range), 'affected')
})

test('a product that stands in front of the versions may be the one that is meant', () => {
  const listed = stated('Ventalo', text('8u131; Ventalo Embedded: 8u131; Rockita: R28.3.14'))
  assert.equal(answerOf('Rockita', 'R28.3.14', listed), 'affected')
  assert.equal(answerOf('Rockita', 'R28.3.10', listed), 'not_affected')
  assert.equal(answerOf('Ventalo', '8 Update 131', listed), 'affected')
  assert.equal(answerOf('Ventalo', '8u141', listed), 'not_affected')
})

test('versions that repeat the name of the product are read without it', () => {
  const repeated = stated(
    'Ventalo Keeper',
    text('Ventalo Keeper versions Ventalo Keeper v7.4.1b, and v7.3.1d.'),
  )
  assert.equal(answerOf('Ventalo Keeper', '7.4.1b', repeated), 'affected')
  assert.equal(answerOf('Ventalo Keeper', '8.2.1', repeated), 'not_affected')
})

test('a title holds the whole name where the product field has only a part of it', () => {
  const title = 'Norvik VGo Robot (Update A)'
  const advisory = buildAdvisory([stated('Go Robot', text('< 3.0'))], { title })
  assert.equal(judge({ vendor, product: 'VGo', version: '2.9' }, advisory).answer, 'affected')
  const ris = buildAdvisory([stated('RIS Client Builds', text('<= 11.2'))], { title: 'Norvik Ventalo RIS' })
  assert.equal(judge({ vendor, product: 'Ventalo RIS', version: '11.2' }, ris).answer, 'affected')
  assert.equal(judge({ vendor, product: 'Ventalo PACS', version: '11.2' }, ris).answer, 'no_match')
})

test('a UDI that stands as a generic URI identifies the device', () => {
  const genericUris = [
    { namespace: 'https://norvik.example/udi', uri: 'urn:udi:(01)09506000134352' },
    { namespace: 'https://norvik.example/docs', uri: 'https://norvik.example/docs/9506000134352' },
  ]
  const statement = buildStatement({ vendor: 'Norvik', name: 'Ventalo', genericUris }, { kind: 'all' })
  const own = { vendor: 'Elsewhere', product: 'Ward box', version: null }
  const advisory = buildAdvisory([statement])
  const found = judge({ ...own, udiDi: '09506000134352' }, advisory)
  assert.deepEqual([found.answer, found.identityGrade], ['affected', 'exact-identifier'])
  assert.equal(judge({ ...own, udiDi: '09506000134369' }, advisory).answer, 'no_match')
})

test('a product that the document names without a status is a question', () => {
  const unstated = buildStatement({ vendor, name: 'Ventalo Y' }, text('< 1.3'), {
    status: 'unknown',
    vulnerability: null,
  })
  const advisory = buildAdvisory([stated('Ventalo X', text('< 1.3')), unstated])
  assert.equal(judge({ vendor, product: 'Ventalo Y', version: '1.2' }, advisory).answer, 'cannot_tell')
  assert.equal(judge({ vendor, product: 'Ventalo Y', version: '1.3' }, advisory).answer, 'not_affected')
  assert.equal(judge({ vendor, product: 'Ventalo X', version: '1.2' }, advisory).answer, 'affected')
})
