// Tests of the values that hits keep: folded once, without what they were cut from, without inherited names, bounded.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hitFields, keptTexts } from './kept.ts'

describe('texts that are kept', () => {
  test('are folded, whatever signs they have, and again after thousands of others', () => {
    const kept = keptTexts(4)
    for (const [text, folded] of [
      ['HOUSE\\Mia.K', 'house\\mia.k'],
      ['ΟΔΟΣ', 'οδοσ'],
      ['\ud800 x', '\ud800 x'],
      ['', ''],
      ['__proto__', '__proto__'],
      ['A'.repeat(1_000), 'a'.repeat(1_000)],
    ] as const) {
      assert.equal(kept(text), folded)
      for (let at = 0; at < 10; at++) kept(`other ${at}`)
      assert.equal(kept(text), folded)
    }
  })

  test('hold nothing of the record that they were cut from', () => {
    const kept = keptTexts()
    const texts: string[] = []
    const before = process.memoryUsage().heapUsed
    for (let at = 0; at < 2_000; at++) {
      const record = `${'x'.repeat(50_000)}actor-number-${at}`
      texts.push(kept(record.slice(50_000)))
    }
    const grown = process.memoryUsage().heapUsed - before
    assert.equal(texts[1_999], 'actor-number-1999')
    // Uncut they would be 100 MB.
    assert.ok(grown < 50_000_000, `${grown} bytes`)
  })
})

test('the fields of a hit inherit nothing', () => {
  const fields = hitFields()
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
    assert.equal(fields[name], undefined, name)
  Object.assign(fields, JSON.parse('{"constructor":"y"}'))
  fields[['__', 'proto__'].join('')] = 'x'
  assert.deepEqual(Object.entries(fields), [
    ['constructor', 'y'],
    ['__proto__', 'x'],
  ])
  assert.equal(JSON.stringify(fields), '{"constructor":"y","__proto__":"x"}')
  assert.equal(hitFields().constructor, undefined)
})
