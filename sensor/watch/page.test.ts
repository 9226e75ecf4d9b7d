// Tests of the local page: only with its secret, only from this machine's name, only to read.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { type LocalPage, servePage } from './page.ts'

describe('the page of a running sensor', () => {
  let page: LocalPage
  const notes: string[] = []
  before(async () => {
    page = await servePage(
      0,
      async (path) => {
        if (path === 'broken') throw new Error('the disk is gone')
        return path === '' ? '<!doctype html><style>p{color:red}</style><p>Findings</p>' : null
      },
      (text) => notes.push(text),
    )
  })
  after(() => page.close())

  const ask = async (address: string, options: { method?: string; host?: string } = {}) => {
    const { method = 'GET', host } = options
    const asked = request(address, { method, headers: host === undefined ? {} : { host } })
    asked.end()
    const [response] = await once(asked, 'response')
    let body = ''
    for await (const piece of response) body += String(piece)
    return { status: response.statusCode, headers: response.headers, body }
  }

  test('is given to whoever has the address, and lets nothing load or run', async () => {
    const { status, headers, body } = await ask(page.address)
    assert.equal(status, 200)
    assert.match(body, /Findings/)
    assert.match(
      headers['content-security-policy'],
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'/,
    )
    assert.deepEqual([headers['cache-control'], headers['referrer-policy']], ['no-store', 'no-referrer'])
  })
  test('the secret is long and other at each start', async () => {
    const other = await servePage(
      0,
      async () => '',
      () => undefined,
    )
    await other.close()
    const secret = (address: string) => new URL(address).pathname
    assert.ok(secret(page.address).length >= 34)
    assert.notEqual(secret(other.address), secret(page.address))
  })
  for (const [what, change, options, status] of [
    ['without the secret', (address: string) => new URL('/', address).href, {}, 404],
    ['with another secret', (address: string) => new URL(`/${'A'.repeat(32)}/`, address).href, {}, 404],
    ['under another name (DNS rebinding)', (address: string) => address, { host: 'evil.example' }, 421],
    [
      'with a name that only begins as this machine',
      (address: string) => address,
      { host: '127.0.0.1.evil.example' },
      421,
    ],
    ['to change something', (address: string) => address, { method: 'POST' }, 405],
    ['for a page that is not there', (address: string) => `${address}privacy`, {}, 404],
    ['for a path that climbs', (address: string) => `${address}..%2f..%2fetc`, {}, 404],
  ] as const)
    test(`asked ${what}: ${status}`, async () => {
      const answer = await ask(change(page.address), options)
      assert.equal(answer.status, status)
      assert.doesNotMatch(answer.body, /Findings/)
    })
  test('a fault shows nothing of itself in the browser, and is told in the notes', async () => {
    const { status, body } = await ask(`${page.address}broken`)
    assert.equal(status, 500)
    assert.doesNotMatch(body, /disk/)
    assert.match(notes.join(), /the disk is gone/)
  })
})
