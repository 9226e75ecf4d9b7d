// Tests of counting demand: requests and not members, and no figure for groups of fewer than three.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { demandBy, demandDimensions, minimumMembers } from './demand.ts'
import { pillars } from './item.ts'
import { houseSizes } from './kinds/measure.ts'

const asked = (organisationId: number, country = 'AT', houseSize: 'practice' | null = 'practice') => ({
  organisationId,
  country,
  houseSize,
  pillars: ['prevent', 'detect'] as const,
})

test('three members are counted with all their requests, two are not', () => {
  const requests = [asked(1), asked(1), asked(2), asked(3), asked(4, 'DE'), asked(5, 'DE'), asked(5, 'DE')]
  assert.deepEqual(demandBy('country', requests), [
    { category: 'AT', requests: 4 },
    { category: 'DE', requests: null },
  ])
})

test('a request with two purposes counts in both, and a size that nobody knows is a group of its own', () => {
  const requests = [asked(1), asked(2), asked(3, 'AT', null)]
  assert.deepEqual(demandBy('pillar', requests), [
    { category: 'prevent', requests: 3 },
    { category: 'detect', requests: 3 },
  ])
  assert.deepEqual(demandBy('size', requests), [
    { category: 'practice', requests: null },
    { category: 'unknown', requests: null },
  ])
})

test('no figure stands for fewer than three members, whatever was asked', () => {
  const request = fc.record({
    organisationId: fc.integer({ min: 1, max: 6 }),
    country: fc.constantFrom('AT', 'DE', 'FR'),
    houseSize: fc.constantFrom(...houseSizes, null),
    pillars: fc.subarray([...pillars], { minLength: 1 }),
  })
  fc.assert(
    fc.property(
      fc.array(request, { maxLength: 30 }),
      fc.constantFrom(...demandDimensions),
      (requests, by) => {
        for (const { category, requests: count } of demandBy(by, requests)) {
          const members = new Set(
            requests
              .filter((one) =>
                by === 'country'
                  ? one.country === category
                  : by === 'size'
                    ? (one.houseSize ?? 'unknown') === category
                    : one.pillars.some((pillar) => pillar === category),
              )
              .map(({ organisationId }) => organisationId),
          )
          assert.equal(count !== null, members.size >= minimumMembers)
        }
      },
    ),
    { numRuns: 200 },
  )
})
