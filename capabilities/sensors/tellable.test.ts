// Tests of sightings of indicators: taken where the pack named lists their id, whatever pack was published after it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publishPack } from './actions/publish-pack.ts'
import { aFriday, openSite, type Site } from './builders/site.ts'
import { aSighting } from './builders.ts'

const uuid = (at: number) => `0a1b2c3d-0000-4000-8000-${at.toString(16).padStart(12, '0')}`
const registered = 'tannau-c2'
const both = [...Array.from({ length: 5_000 }, (_, at) => uuid(at)), registered]
let site: Site

before(async () => {
  site = await openSite(2)
  const by = { actor: 'person:2', name: 'Pia Lorenz' }
  for (const indicators of [both, [...both].reverse(), [uuid(9_000)]]) {
    site.packs.next({ now: aFriday, indicators })
    await publishPack(site.context, by, site.packs.repository(), aFriday)
  }
})
after(() => site.close())

const told = async (house: number, sequence: number, ids: readonly string[]) => {
  const sensor = await site.sensorOf(site.houses[house] ?? 0)
  const pack = { id: 'lakeland', sequence }
  const { json } = await sensor.tell(ids.map((id) => aSighting(site.now(), { kind: 'indicator', id, pack })))
  return (json.results as unknown as readonly { result: string; reason?: string }[]).map(
    ({ result, reason }) => reason ?? result,
  )
}

test('an id of the pack is taken, by UUID or by registered word, and no other', async () => {
  assert.deepEqual(await told(0, 2, [uuid(0), uuid(4_999), registered, uuid(5_000), 'other', uuid(9_000)]), [
    'taken',
    'taken',
    'taken',
    'unknown-id',
    'unknown-id',
    'unknown-id',
  ])
  assert.deepEqual(await told(0, 3, [uuid(9_000), uuid(0)]), ['taken', 'unknown-id'])
})

test('a newer pack with the same list takes nothing from the one before', async () => {
  assert.deepEqual(await told(1, 2, [uuid(1), registered]), ['taken', 'taken'])
  assert.deepEqual(await told(1, 9, [uuid(1)]), ['unknown-pack'])
})
