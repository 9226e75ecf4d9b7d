// The centre's page of packs says whose sensors need somebody, and of them nothing but that.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { later, openSite, type Site } from '../builders/site.ts'
import { InTrouble } from './fleet.tsx'
import { packsHref } from './paths.ts'

let site: Site

before(async () => {
  site = await openSite(2)
  await site.publish()
})
after(() => site.close())

test('a sensor that was never heard of a day after it was enrolled is named by its member, and nothing of it else', async () => {
  const [house = 0] = site.houses
  await site.enrolled(house)
  const shown = async () => (await site.get(packsHref, 'officer')).body
  assert.match(await shown(), /No sensor has fallen silent/)
  site.setNow(later(25))
  const body = await shown()
  assert.match(body, new RegExp(`/centre/members/${house}"`))
  assert.match(body, /Call them: they may not know of it\.[\s\S]*1 of 1 sensor/)
  assert.doesNotMatch(body, /Log server/)
})

test('where more members are in trouble than are listed, the page says how many', () => {
  const now = later(100)
  const sensors = Array.from({ length: 103 }, (_, index) => ({
    organisationId: index + 1,
    enrolledAt: later(0),
    reportedAt: null,
    packSequence: null,
  }))
  const reader = { translator: site.context.translator('en'), timeZone: 'UTC', csrfToken: null, now }
  const rendered = (count: number) =>
    renderToString(h(InTrouble, { sensors: sensors.slice(0, count), newest: null, names: new Map(), reader }))
  assert.match(rendered(103), /3 more members are not listed\./)
  assert.doesNotMatch(rendered(100), /not listed/)
})
