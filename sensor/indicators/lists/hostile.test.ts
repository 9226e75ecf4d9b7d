// Tests of lists that somebody spoilt: they cost little, everything bad is counted, and nothing throws.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indicatorLimits } from '../limits.ts'
import { type IndicatorList, readIndicatorList } from './read.ts'

const read = (text: string | Uint8Array) =>
  readIndicatorList(typeof text === 'string' ? Buffer.from(text) : text, { name: 'test list' })
const pairs = ({ indicators }: IndicatorList) => indicators.map(({ type, value }) => `${type} ${value}`)
const places = ({ faults }: IndicatorList) => faults.map(({ place }) => place)

test('hostile lists cost little, and everything bad is counted', () => {
  const before = process.cpuUsage()
  const long = read(`a.example\n${'x'.repeat(10 * 1024 * 1024)}\nb.example`)
  assert.deepEqual(pairs(long), ['domain a.example', 'domain b.example'])
  assert.deepEqual(places(long), ['line 2'])
  const many = read('!\n'.repeat(200_000))
  assert.equal(many.faultCount, 200_000)
  assert.equal(many.faults.length, indicatorLimits.maxFaults)
  const odd = read('__proto__\nconstructor.example\nnul\u0000.example\nu\u202egnp.example\n\u2066x.example\n')
  assert.deepEqual(pairs(odd), ['domain constructor.example'])
  assert.ok(odd.faults.every(({ detail }) => !/[\p{Cc}\p{Cf}]/u.test(detail)))
  const proto = read(
    `{"type":"bundle","__proto__":{"objects":[]},"objects":[{"type":"indicator","__proto__":1}]}`,
  )
  assert.deepEqual(pairs(proto), [])
  assert.ok(proto.faultCount > 0)
  for (const text of [
    '{',
    '[',
    '[[',
    '{"objects":7}',
    '[{"type":7}]',
    '{"Event":[]}',
    `${'['.repeat(100_000)}`,
  ])
    assert.deepEqual(pairs(read(text)), [])
  assert.deepEqual(pairs(read(`value,type\n${',"'.repeat(5_000)}\nevil.example,domain`)), [
    'domain evil.example',
  ])
  const { user, system } = process.cpuUsage(before)
  assert.ok(user + system < 15_000_000, `${user + system} µs`)
})

test('no bytes make the reader throw, and every indicator it gives is in its one form', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json().map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        for (const { type, value } of read(bytes).indicators) {
          const again = read(value.includes('/') && type === 'url' ? `http://${value}` : value)
          assert.deepEqual(pairs(again), [`${type} ${value}`])
        }
      },
    ),
    { numRuns: 500 },
  )
})
