// When a device's version says nothing about a range's bounds.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { versionKey } from '../versions/index.ts'
import { comparable, readRangeText } from './index.ts'

test('revision letters and numbers cannot be compared, and the reader can be asked', () => {
  const key = (text: string) => versionKey('generic', text) ?? assert.fail(text)
  const letters = readRangeText('K and earlier')
  assert.ok(comparable(letters, key('J.10')))
  assert.ok(!comparable(letters, key('4.0')))
  assert.ok(!comparable(readRangeText('< 5.0'), key('VM4.0')))
  assert.ok(comparable(readRangeText('all versions'), key('K')))
  assert.ok(!comparable(readRangeText('No version'), key('1')))
})
