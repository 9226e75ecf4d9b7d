// Tests of texts that people typed: what is taken out of them, and what stays.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText } from './plain-text.ts'

test('controls and marks that turn the direction are taken out of what people type, line ends stay', () => {
  assert.equal(plainText(' a\u202eb\u0000c\r\nd\u061c\ud800 '), 'a b c\nd \ufffd')
})
