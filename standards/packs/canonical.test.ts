// Tests of canonical JSON: one value, one text, or a refusal.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, NotCanonical } from './canonical.ts'

const textOf = (value: unknown) => Buffer.from(canonicalJson(value)).toString('utf8')

test('keys are sorted by code points, only quote and backslash are escaped, nothing is between the members', () => {
  assert.equal(
    textOf({ b: [1, true, null], a: 'x"\\\n\u00e9' }),
    '{"a":"x\\"\\\\\n\u00e9","b":[1,true,null]}',
  )
  // U+FF5E comes before U+1F600, though its UTF-16 unit is the higher one.
  assert.equal(textOf({ '\u{1f600}': 1, '\uff5e': 2 }), '{"\uff5e":2,"\u{1f600}":1}')
  assert.equal(textOf(JSON.parse('{"x": 1.0, "y": 1e2}')), '{"x":1,"y":100}')
})

test('odd numbers have no canonical form', () => {
  for (const text of ['0.5', '-0', '9007199254740993', '1e400', '1e-3', '-9007199254740992'])
    assert.throws(() => canonicalJson({ version: JSON.parse(text) as unknown }), NotCanonical, text)
  assert.throws(() => canonicalJson(Number.NaN), NotCanonical)
})

test('half of a surrogate pair has no canonical form, in a key or in a value', () => {
  assert.throws(() => canonicalJson('\ud800'), NotCanonical)
  assert.throws(() => canonicalJson({ '\udc00': 1 }), NotCanonical)
})

test('two values have the same bytes only if they are the same', () => {
  const value = fc.jsonValue({ maxDepth: 2 })
  fc.assert(
    fc.property(value, value, (one, two) => {
      const bytes = [one, two].map((item) => {
        try {
          return textOf(item)
        } catch (error) {
          assert.ok(error instanceof NotCanonical)
          return null
        }
      })
      const [first, second] = bytes
      if (first === null || first === undefined || second === null) return
      assert.equal(first === second, sorted(one) === sorted(two))
      assert.deepEqual(JSON.parse(escaped(first)), one)
    }),
    { numRuns: 100 },
  )
})

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [two]) => (one < two ? -1 : 1)))
      : item,
  )
}

/** Canonical JSON leaves control signs as they are, which JSON does not allow. */
function escaped(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
