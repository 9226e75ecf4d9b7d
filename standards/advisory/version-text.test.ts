// Tests of telling one version from all, none and prose.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { readVersionText } from './version-text.ts'

test('what is surely one version is exact', () => {
  const versions = [
    '1',
    '2.43.02',
    'V4.1SP2',
    'v1.52',
    'R4.1L1',
    '8.00-20140730',
    '1:2.3-4~deb12u1',
    '12.2(33)SXF',
    'B.02',
    'FW_1.2.10',
    '21H2',
  ]
  versions.push(
    '1.3.1 Build 13',
    '1.8.4 Service Pack 01',
    '1.8.4 SP1 Hotfix 3',
    '2016 R2',
    '7.52 build 344',
    '6.0.0_beta+1',
  )
  for (const text of versions) assert.deepEqual(readVersionText(` ${text} `), { kind: 'exact', text })
})

test('everything else is left to the range grammar', () => {
  const texts = [
    '< 1.52',
    '<=2',
    'prior to 2.3',
    '2.3 and earlier',
    '14.1.x',
    '2.X',
    '5.x.x',
    '1.*',
    '1.0 | 1.1',
    '1.0, 1.1',
    '12.1.1-12.1.3',
  ]
  texts.push(
    'all versions',
    'vers:deb/<2',
    '9.x model 35700BAX3',
    'with wireless option',
    'Inventra 2',
    'MSP432E4XX',
    'see notes',
    '8.1 to 8.4',
    'Rev J-M',
  )
  for (const text of texts) assert.deepEqual(readVersionText(text), { kind: 'text', text }, text)
})

test('all and nothing', () => {
  for (const text of ['*', 'vers:all/*', 'vers:deb/*', 'VERS:all/*'])
    assert.deepEqual(readVersionText(text), { kind: 'all' })
  for (const text of ['', ' ', '-', 'n/a', 'N/A', 'Unspecified', 'unknown'])
    assert.deepEqual(readVersionText(text), { kind: 'unstated' })
})

test('long and hostile texts are read in no time', () => {
  for (const text of [
    '1'.repeat(200_000),
    `1${' sp'.repeat(50_000)}`,
    `1${'.1'.repeat(100_000)}x`,
    `${'a_'.repeat(100_000)}1`,
    '1 '.repeat(100_000),
  ]) {
    const start = processorMs()
    assert.equal(readVersionText(text).kind, 'text')
    assert.ok(processorMs() - start < 500)
  }
  fc.assert(fc.property(fc.string(), (text) => assert.ok(readVersionText(text).kind)))
})
