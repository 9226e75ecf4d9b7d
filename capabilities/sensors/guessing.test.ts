// Tests that nobody finds out by trying what the packs of the centre hold.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { later, openSite, type Site } from './builders/site.ts'
import { aSighting } from './builders.ts'

let site: Site

before(async () => {
  site = await openSite(1)
  await site.publish()
})
after(() => site.close())

test('who asks for one id after the other that is in no pack is stopped for a while', async () => {
  const sensor = await site.sensorOf(site.houses[0] ?? 0)
  const guess = (from: number) =>
    Array.from({ length: 100 }, (_, index) =>
      aSighting(site.now(), {
        kind: 'indicator',
        id: `00000000-0000-4000-8000-${String(from + index).padStart(12, '0')}`,
      }),
    )
  for (let from = 0; from < 300; from += 100) assert.equal((await sensor.tell(guess(from))).status, 200)
  const stopped = await sensor.tell(guess(300))
  assert.deepEqual([stopped.status, stopped.json.code], [429, 'sensors/too-many-attempts'])
  site.setNow(later(0.3))
  assert.equal((await sensor.tell([aSighting(site.now())])).status, 200)
})
