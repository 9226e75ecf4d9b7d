// Tests of every log format: recognised, with its instant, its log source and the fields that rules ask for.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './reading.ts'
import { formatSamples } from './samples.ts'

for (const sample of formatSamples) {
  test(`${sample.name} is recognised and read`, async () => {
    const { parser, events, broken } = await readWhole(sample.text, sample.context)
    assert.deepEqual(broken, [])
    assert.equal(parser, sample.parser)
    assert.equal(events.length, sample.events ?? 1)
    const event = events[sample.looksAt ?? 0] ?? assert.fail('no event')
    assert.equal(event.at === null ? null : new Date(event.at).toISOString(), sample.at)
    const { product, category, service } = event.logSource
    assert.deepEqual([product, category, service], sample.logSource)
    for (const [name, value] of Object.entries(sample.fields)) {
      assert.deepEqual(event.fields[name], value, `field ${name} of ${JSON.stringify(event.fields)}`)
    }
    assert.equal(event.raw === null, sample.raw === null, 'raw')
  })

  test(`${sample.name} is the same in pieces of 7 bytes`, async () => {
    const whole = await readWhole(sample.text, sample.context)
    assert.deepEqual(await readWhole(sample.text, sample.context, 7), whole)
  })
}
