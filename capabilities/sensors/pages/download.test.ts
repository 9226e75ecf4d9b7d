// The archive of the sensor over HTTP, and the page that says what to type, to its lead only.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openSite, type Site } from '../builders/site.ts'
import { downloadHref } from './paths.ts'

let site: Site

before(async () => {
  site = await openSite()
})
after(() => site.close())

test('anybody fetches the sensor, and the page of the code says by which sum it is known again', async () => {
  const house = site.houses[0] ?? 0
  const page = await site.post(`/o/${house}/sensors/codes`, { label: 'Log server' }, `lead@${house}`)
  const address = /curl[\s\S]*?(\/sensor\/[\w.-]+)/.exec(page.body.replace(/<[^>]+>/g, ' '))?.[1] ?? ''
  assert.equal(address, downloadHref, page.body)
  const archive = await site.get(address)
  assert.equal(archive.statusCode, 200)
  assert.match(String(archive.headers['content-disposition']), /salus-sensor-\d+\.\d+\.\d+\.tgz/)
  const sum = createHash('sha256').update(archive.rawPayload).digest('hex')
  assert.ok(page.body.includes(sum))
})

test('the page of a code is for the lead: a stranger, a reader and another house get none', async () => {
  const [house = 0, other = 0] = site.houses
  for (const who of [undefined, `reader@${house}`, `lead@${other}`, 'officer']) {
    const { statusCode, body } = await site.post(`/o/${house}/sensors/codes`, { label: 'Log server' }, who)
    assert.ok([401, 403, 404].includes(statusCode), `${who}: ${statusCode}`)
    assert.doesNotMatch(body, /enrol --centre/)
  }
})
