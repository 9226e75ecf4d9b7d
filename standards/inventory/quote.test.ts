// Tests of cutting foreign text.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { quote } from './quote.ts'

test('text is kept to the limit and cut one character further', () => {
  assert.equal(quote('x'.repeat(200)), 'x'.repeat(200))
  assert.equal(quote('x'.repeat(201)), `${'x'.repeat(199)}…`)
})

test('control characters become spaces, and halves of letters are replaced', () => {
  assert.equal(quote('a\r\n\u0000b'), 'a b')
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.integer({ min: 1, max: 20 }),
      (text, limit) => {
        const quoted = quote(text, limit)
        assert.ok(quoted.length <= limit && quoted.isWellFormed())
      },
    ),
  )
})
