// Tests of the limits on messages: the first is always let through, the flood is not, and memory stays bounded.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCounter } from './flood.ts'
import { networkOf } from './network.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 2, minutes))

test('as many as the limit says pass, the next does not, and time heals', () => {
  const counter = createCounter({ max: 2, withinMs: 10 * 60_000 })
  assert.ok(counter.allows('a', at(0)))
  counter.count('a', at(0))
  counter.count('a', at(1))
  assert.ok(!counter.allows('a', at(9)))
  assert.ok(counter.allows('b', at(9)), 'another one is not touched')
  assert.ok(counter.allows('a', at(10)), 'the first is ten minutes old')
  counter.count('a', at(10))
  assert.ok(!counter.allows('a', at(10)))
})

test('of very many subjects the longest untouched is forgotten', () => {
  const counter = createCounter({ max: 1, withinMs: 60 * 60_000 })
  for (let subject = 0; subject <= 10_000; subject++) counter.count(String(subject), at(0))
  assert.ok(counter.allows('0', at(0)))
  assert.ok(!counter.allows('1', at(0)))
  assert.ok(!counter.allows('10000', at(0)))
})

test('a household with a whole network of IPv6 counts once', () => {
  assert.equal(networkOf('2001:db8:1:2::5'), networkOf('2001:db8:1:2:ffff::9'))
  assert.notEqual(networkOf('2001:db8:1:2::5'), networkOf('2001:db8:1:3::5'))
  assert.equal(networkOf('::ffff:192.0.2.7'), networkOf('192.0.2.7'))
})
