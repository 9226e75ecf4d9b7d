// Tests of the closed schemas: nothing but ids, hours and words of short lists is taken, and every edge is sharp.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { z } from 'zod'
import {
  assetClasses,
  countBucketOf,
  countBuckets,
  endOfHour,
  enrolRequest,
  epochAnswer,
  healthReport,
  hourOf,
  hourText,
  logSourceIds,
  maxMessageBytes,
  maxSightings,
  registeredId,
  type Sighting,
  sightingKey,
  sightingKinds,
  sightingOutcomes,
  sightingSchema,
  sightingsAnswer,
  sightingsMessage,
  sourceKinds,
} from './index.ts'

const sighting: Sighting = {
  kind: 'rule',
  id: '5f0c6a2e-1111-4222-8333-444455556666',
  pack: { id: 'salus-core', sequence: 7 },
  hour: '2026-11-27T10:00:00Z',
  count: '2-5',
  assetClass: 'server',
  outcome: 'unknown',
}
const bytes = (length: number) => Buffer.alloc(length, 7).toString('base64url')
const message = {
  epoch: 12,
  pseudonym: bytes(32),
  prefix: bytes(32),
  signature: bytes(256),
  sightings: [sighting],
}
const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

describe('a sighting', () => {
  test('is taken with its seven fields, and refused with one more or one less', () => {
    assert.equal(takes(sightingSchema, sighting), true)
    assert.equal(takes(sightingSchema, { ...sighting, note: '' }), false)
    assert.equal(takes(sightingSchema, { ...sighting, pack: { ...sighting.pack, host: 'x' } }), false)
    for (const name of Object.keys(sighting)) {
      const { [name as keyof Sighting]: _, ...less } = sighting
      assert.equal(takes(sightingSchema, less), false, name)
    }
  })

  test('has no field that takes a free text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(sighting)), fc.string({ unit: 'binary' }), (name, text) => {
        const closed: readonly string[] = [
          ...sightingKinds,
          ...countBuckets,
          ...assetClasses,
          ...sightingOutcomes,
        ]
        fc.pre(!closed.includes(text))
        const result = sightingSchema.safeParse({ ...sighting, [name]: text })
        if (result.success) assert.match(`${name} ${text}`, /^id [a-z0-9-]{1,64}$/)
      }),
      { numRuns: 500 },
    )
  })

  test('names nothing by an id that could be an address, a path, a mail address or a sentence', () => {
    for (const good of [sighting.id, `indicator--${sighting.id}`, 'salus-mass-access', 'a', 'a'.repeat(64)])
      assert.equal(takes(registeredId, good), true, good)
    for (const wrong of [
      '',
      'a'.repeat(65),
      '203.0.113.7',
      '2001:db8::7',
      'srv.seeblick.example',
      'nurse@seeblick.example',
      'C:\\x',
      '/srv/x',
      'two words',
      'Capital',
      'under_score',
      '-a',
      'a-',
      'a---b',
      'ü',
      'a\n',
      '__proto__',
    ])
      assert.equal(takes(registeredId, wrong), false, JSON.stringify(wrong))
  })

  test('has a full hour of the calendar, in UTC and in one spelling', () => {
    for (const good of ['2026-11-27T00:00:00Z', '2028-02-29T23:00:00Z'])
      assert.equal(takes(hourText, good), true)
    for (const wrong of [
      '2026-11-27T10:01:00Z',
      '2026-11-27T10:00:01Z',
      '2026-11-27T10:00:00.000Z',
      '2026-11-27T10:00:00+00:00',
      '2026-11-27T24:00:00Z',
      '2026-02-29T10:00:00Z',
      '2026-13-01T10:00:00Z',
      '2026-11-27',
      ' 2026-11-27T10:00:00Z',
    ])
      assert.equal(takes(hourText, wrong), false, wrong)
  })

  test('every instant has its hour, which is over an hour after it began', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (at) => {
        const hour = hourOf(at)
        assert.equal(takes(hourText, hour), true, hour)
        assert.ok(Date.parse(hour) <= at && at < endOfHour(hour))
      }),
    )
  })

  test('counts in buckets, and a count of none is a fault', () => {
    assert.deepEqual([1, 2, 5, 6, 20, 21, 9_999].map(countBucketOf), [
      '1',
      '2-5',
      '2-5',
      '6-20',
      '6-20',
      '>20',
      '>20',
    ])
    for (const wrong of [0, -1, Number.NaN]) assert.throws(() => countBucketOf(wrong), RangeError)
  })

  test('has the same key whatever its count, and another under another pseudonym', () => {
    assert.equal(sightingKey('a', sighting), sightingKey('a', { ...sighting, count: '>20' }))
    assert.notEqual(sightingKey('a', sighting), sightingKey('b', sighting))
    for (const other of [
      { kind: 'indicator' as const },
      { hour: '2026-11-27T11:00:00Z' },
      { assetClass: 'pacs' as const },
      { outcome: 'blocked' as const },
      { pack: { id: 'salus-core', sequence: 8 } },
    ])
      assert.notEqual(sightingKey('a', sighting), sightingKey('a', { ...sighting, ...other }))
  })
})

describe('a message', () => {
  test('holds one to a hundred sightings, and a hundred of the longest fit its size', () => {
    const longest = { ...sighting, id: 'a'.repeat(64), pack: { id: 'a'.repeat(64), sequence: 2_147_483_647 } }
    const of = (count: number) => ({ ...message, sightings: Array.from({ length: count }, () => longest) })
    assert.equal(takes(sightingsMessage, of(0)), false)
    assert.equal(takes(sightingsMessage, of(maxSightings)), true)
    assert.equal(takes(sightingsMessage, of(maxSightings + 1)), false)
    assert.ok(JSON.stringify(of(maxSightings)).length < maxMessageBytes)
  })

  test('has a pseudonym of 32 bytes in the one spelling of Base64url', () => {
    assert.equal(takes(sightingsMessage, message), true)
    const loose = `${bytes(32).slice(0, -1)}d`
    for (const pseudonym of [bytes(31), bytes(33), `${bytes(32)}=`, `+${bytes(32).slice(1)}`, loose])
      assert.equal(takes(sightingsMessage, { ...message, pseudonym }), false, pseudonym)
    assert.equal(takes(sightingsMessage, { ...message, sensorId: 'x' }), false)
  })

  test('is answered for each sighting, with a reason only where it is refused', () => {
    assert.equal(takes(sightingsAnswer, { results: [{ result: 'taken' }, { result: 'known' }] }), true)
    assert.equal(takes(sightingsAnswer, { results: [{ result: 'refused', reason: 'unknown-id' }] }), true)
    assert.equal(takes(sightingsAnswer, { results: [{ result: 'refused', reason: 'because' }] }), false)
    assert.equal(takes(sightingsAnswer, { results: [{ result: 'taken', reason: 'unknown-id' }] }), false)
  })
})

test('codes and epochs of another form are refused', () => {
  assert.equal(takes(enrolRequest, { code: 'ABCD-EFGH-JKLM-NPQR' }), true)
  for (const code of ['short', 'a'.repeat(65), 'with blank 1', 'x\u0000xxxxxxx'])
    assert.equal(takes(enrolRequest, { code }), false, code)
  const epoch = {
    epoch: 1,
    from: '2026-11-26T00:00:00.000Z',
    until: '2026-12-26T00:00:00.000Z',
    publicKey: bytes(294),
  }
  assert.equal(takes(epochAnswer, epoch), true)
  assert.equal(takes(epochAnswer, { ...epoch, from: '2026-11-26' }), false)
  assert.equal(takes(epochAnswer, { ...epoch, epoch: 0 }), false)
})

test('a health report has numbers and words of closed lists only', () => {
  const report = {
    sensorVersion: '0.1.0',
    platform: 'linux-x64',
    pack: null,
    rules: { loaded: 1, unsupported: 0, quarantined: 0 },
    blind: [logSourceIds[0], 'other'],
    techniques: ['T1003', 'T1003.001'],
    lastEvent: { [sourceKinds[0]]: '2026-11-27T10:00:00Z' },
  }
  assert.equal(takes(healthReport, report), true)
  for (const wrong of [
    { hostname: 'srv' },
    { sensorVersion: '0.1.0-srv' },
    { platform: 'srv-ehr-01' },
    { blind: ['windows/srv/*'] },
    { blind: ['other', 'other'] },
    { techniques: ['T1'] },
    { techniques: ['T1003', 'T1003'] },
    { lastEvent: { 'srv-ehr-01': '2026-11-27T10:00:00Z' } },
    { lastEvent: { [sourceKinds[0]]: '2026-11-27T10:20:00Z' } },
    { rules: { loaded: -1, unsupported: 0, quarantined: 0 } },
  ])
    assert.equal(takes(healthReport, { ...report, ...wrong }), false, JSON.stringify(wrong))
})
