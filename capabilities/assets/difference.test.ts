// Tests of the difference: what is said, what is not said, and that applying it gives what was read.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clinicalRoles, type InventoryItem, networkExposures } from '@salus/standards/inventory'
import fc from 'fast-check'
import { type AssetFacts, noFacts } from './asset.ts'
import { countDifference, type Difference, differenceOf, mergeFacts, type StoredAsset } from './difference.ts'
import { deviceList } from './import.ts'
import { type RecognisedItem, recogniseItems } from './recognition.ts'

const word = fc.option(
  fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', '=1+1', 'ä\u0000', '\ud800'),
  {
    nil: null,
  },
)
const item: fc.Arbitrary<InventoryItem> = fc.record({
  place: fc.constant('line 1'),
  externalId: word,
  name: word,
  vendor: word,
  product: fc.constant(null),
  model: word,
  version: word,
  serial: word,
  udiDi: fc.constant(null),
  purl: fc.constant(null),
  cpe: fc.constant(null),
  site: word,
  networkExposure: fc.option(fc.constantFrom(...networkExposures), { nil: null }),
  clinicalRole: fc.option(fc.constantFrom(...clinicalRoles), { nil: null }),
  environment: fc.constant(null),
})
const items = fc.array(item, { maxLength: 30 })

const none: readonly StoredAsset[] = []

/** As the store does it. */
function apply(stored: readonly StoredAsset[], difference: Difference): readonly StoredAsset[] {
  const after = new Map(stored.map((asset) => [asset.recognisedBy, asset]))
  let next = stored.length + 1
  for (const asset of difference.added) {
    const assetId = asset.assetId ?? next++
    after.set(asset.recognisedBy, { ...asset, assetId, presence: 'present' })
  }
  for (const { recognisedBy, assetId, facts } of difference.changed)
    after.set(recognisedBy, { recognisedBy, assetId, facts, presence: 'present' })
  const gone = new Set(difference.gone.map((asset) => asset.assetId))
  return [...after.values()].map((asset) =>
    gone.has(asset.assetId) ? { ...asset, presence: 'missing' } : asset,
  )
}

test('applying the difference of a whole list gives that list, and what it leaves out is missing', () => {
  fc.assert(
    fc.property(items, items, (first, second) => {
      const before = apply(none, differenceOf(none, recogniseItems(deviceList, first), 'whole'))
      const read = recogniseItems(deviceList, second)
      const after = apply(before, differenceOf(before, read, 'whole'))
      const stored = new Map(after.map((asset) => [asset.recognisedBy, asset]))
      for (const { recognisedBy, facts } of read.recognised) {
        const earlier = before.find((asset) => asset.recognisedBy === recognisedBy)?.facts ?? noFacts
        assert.equal(stored.get(recognisedBy)?.presence, 'present')
        assert.deepEqual(stored.get(recognisedBy)?.facts, mergeFacts(earlier, facts))
      }
      const present = after.filter((asset) => asset.presence === 'present')
      assert.equal(present.length, read.recognised.length)
      assert.equal(read.recognised.length + read.rejected.length, second.length)
      const again = countDifference(differenceOf(after, read, 'whole'))
      assert.deepEqual([again.added, again.changed], [0, 0])
    }),
    { numRuns: 300 },
  )
})

test('no two items of a list are recognised as the same', () => {
  fc.assert(
    fc.property(items, (read) => {
      const keys = recogniseItems(deviceList, read).recognised.map((one) => one.recognisedBy)
      assert.equal(new Set(keys).size, keys.length)
    }),
    { numRuns: 300 },
  )
})

const device = (given: Partial<InventoryItem>): InventoryItem => ({ place: 'line 2', ...noFacts, ...given })
const keyOf = (list: string, given: Partial<InventoryItem>): string | undefined =>
  recogniseItems(list, [device(given)]).recognised[0]?.recognisedBy

test('an asset is recognised by its number even when everything else was renamed', () => {
  assert.equal(
    keyOf('devices', { externalId: '1', name: 'Pump' }),
    keyOf('devices', { externalId: '1', model: 'P7' }),
  )
  assert.notEqual(
    keyOf('devices', { externalId: '1', name: 'Pump' }),
    keyOf('devices', { externalId: '2', name: 'Pump' }),
  )
})

test('a serial number counts within its maker’s model only', () => {
  const serial = { serial: '77', vendor: 'Velora', model: 'P7' }
  assert.equal(keyOf('devices', { ...serial, version: '1' }), keyOf('devices', { ...serial, version: '2' }))
  assert.notEqual(keyOf('devices', serial), keyOf('devices', { ...serial, vendor: 'Corvia' }))
})

test('a component of an SBOM is the same in another version, and not the same in another SBOM', () => {
  const box = (version: string) => ({
    externalId: `box@${version}`,
    name: 'box',
    purl: `pkg:npm/%40org/box@${version}?a=b`,
  })
  assert.equal(keyOf('sbom:archive', box('1')), keyOf('sbom:archive', box('2')))
  assert.notEqual(keyOf('sbom:archive', box('1')), keyOf('sbom:portal', box('1')))
})

test('equal ones without a number are told apart by their order', () => {
  const pump = device({ name: 'Pump', vendor: 'Velora' })
  const [first, second] = recogniseItems('devices', [pump, pump]).recognised
  const stored = [first, second].flatMap((one: RecognisedItem | undefined, assetId): StoredAsset[] =>
    one ? [{ ...one, assetId, presence: 'present' }] : [],
  )
  assert.equal(stored.length, 2)
  const one = differenceOf(stored, recogniseItems('devices', [pump]), 'whole')
  assert.deepEqual([one.unchanged, one.gone.length], [1, 1])
})

test('what has no name of any kind, or too long a text, is rejected with its place', () => {
  const read = recogniseItems('devices', [
    device({ serial: '1' }),
    device({ name: 'x'.repeat(501) }),
    device({ name: 'x'.repeat(500) }),
  ])
  assert.deepEqual(
    read.rejected.map((fault) => [fault.code, fault.place]),
    [
      ['assets/unnamed', 'line 2'],
      ['assets/text-too-long', 'line 2'],
    ],
  )
  assert.equal(read.recognised.length, 1)
})

test('an empty cell is not a change', () => {
  const facts: AssetFacts = {
    ...noFacts,
    externalId: '1',
    name: 'Pump',
    version: '2.0',
    clinicalRole: 'life-supporting',
  }
  const [known] = recogniseItems('devices', [{ ...facts, place: 'line 2' }]).recognised
  assert.ok(known)
  const stored: StoredAsset[] = [{ ...known, assetId: 1, presence: 'present' }]
  const difference = differenceOf(
    stored,
    recogniseItems('devices', [device({ externalId: '1', name: 'Pump' })]),
    'whole',
  )
  assert.equal(difference.unchanged, 1)
})
