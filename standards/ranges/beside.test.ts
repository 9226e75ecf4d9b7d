// Conditions, models and remarks that stand beside a version.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRangeText } from './index.ts'

test('what stands beside the version is kept as a condition or a model', () => {
  const besides: readonly (readonly [string, boolean, readonly string[], readonly string[]])[] = [
    ['9.x model 41200QX3', false, [], ['41200QX3']],
    ['with wireless option', true, ['with wireless option'], []],
    ['* (with option G28)', true, ['with option G28'], []],
    ['All versions with Storage Pilot < 4.09 on Windows', true, ['with Storage Pilot < 4.09 on Windows'], []],
    ['11.2 on Windows 8.1', false, ['on Windows 8.1'], []],
    ['>= 4.4.0 (only affected by CVE-2019-0001)', false, ['only affected by CVE-2019-0001'], []],
    ['NQX2 <= 6.9.6', false, [], ['NQX2']],
    ['HQX3204B', true, [], ['HQX3204B']],
    ['QMT-1711 | QMT-1712', true, [], ['QMT-1711', 'QMT-1712']],
    ['8.x (formerly Power Scribe)', false, [], []],
  ]
  for (const [text, all, conditions, models] of besides) {
    const reading = readRangeText(text)
    assert.equal(reading.grade, 'parsed', text)
    assert.equal(reading.all, all, text)
    assert.deepEqual(reading.conditions, conditions, text)
    assert.deepEqual(reading.models, models, text)
  }
})
