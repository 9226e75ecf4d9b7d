// Tests of versions behind a product or a branch, and of affected versions beside fixed ones.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { versionKey } from '../versions/index.ts'
import { intervalsContain, readLabels, readRangeText } from './index.ts'

function contains(text: string, version: string): boolean {
  const reading = readRangeText(text)
  assert.equal(reading.grade, 'parsed', `${text}: ${reading.steps.join('; ')}`)
  const key = versionKey('generic', version)
  return key !== null && intervalsContain(reading.intervals, key)
}

const cases: readonly (readonly [text: string, inside: readonly string[], outside: readonly string[]])[] = [
  ['Gate SE: 7u211, 8u202', ['7u211', '8u202'], ['7u212', '8u201']],
  ['8u131; Gate SE Embedded: 8u144', ['8u131', '8u144'], ['8u132']],
  ['GateOS 8.10.x.x: 8.10.0.10 and below', ['8.10.0.10', '8.10.0.2'], ['8.10.0.11', '8.6.0.4']],
  ['Version 10.6.0.0: 10.6.0.2 and below', ['10.6.0.0', '10.6.0.2'], ['10.6.0.3', '10.5.1.0']],
  ['Software version: prior to 3.2', ['3.1'], ['3.2']],
  ['Fixed in GateSSL 3.0.5 (Affected 3.0.0-3.0.4)', ['3.0.0', '3.0.4'], ['3.0.5', '2.9']],
  ['Fixed in GateSSL 1.1.1l (Affected 1.1.1-1.1.1k)', ['1.1.1', '1.1.1k'], ['1.1.1l']],
]

for (const [text, inside, outside] of cases) {
  test(`"${text}" holds the versions that it calls affected and no others`, () => {
    for (const version of inside) assert.ok(contains(text, version), version)
    for (const version of outside) assert.ok(!contains(text, version), version)
  })
}

test('a text without a colon, and one whose colon is not behind a product, have no labels', () => {
  for (const text of ['< 3.2', '3.2 | 4.1', 'Version B, Firmware A.01.09, Part #: N/A', ':', ''])
    assert.equal(readLabels(text), null, text)
})

test('a hostile text of 1,000 characters is read within 200 ms', () => {
  for (const text of [
    'a '.repeat(500),
    'a: 1; '.repeat(166),
    `Fixed in ${'('.repeat(900)}`,
    `${'1.'.repeat(490)}: 2`,
  ]) {
    const startedAt = processorMs()
    readRangeText(text)
    assert.ok(processorMs() - startedAt < 200, text.slice(0, 20))
  }
})
