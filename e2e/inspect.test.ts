// That looking at a page finds what is wrong with it, with scripts and without, one page after another.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { freshDevice, noBrowser } from './browser.ts'
import { inspect } from './inspect.ts'

const pages: Readonly<Record<string, string>> = {
  '/good': '<p>Nothing is wrong here.</p>',
  '/nameless': '<p>A picture:</p><img src="/none.png">',
  '/wide': '<p style="width: 400px">Wider than the phone.</p>',
  '/by-script': '<p id="place">Soon.</p><script src="/add.js"></script>',
  '/add.js': 'document.getElementById("place").innerHTML = "<button></button>"',
}
const server = createServer((request, response) => {
  const body = pages[String(request.url)] ?? ''
  const isScript = request.url?.endsWith('.js') === true
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
  response.end(
    isScript
      ? body
      : `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>${body}</main></html>`,
  )
})

before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
after(() => {
  server.close()
})

for (const script of [true, false])
  test(`what is wrong with a page is told, and with that page only, script ${script}`, {
    skip: noBrowser,
  }, async () => {
    const look = { width: 320, script }
    // A server that listens on TCP has such an address.
    const { port } = server.address() as AddressInfo
    const device = await freshDevice(`http://127.0.0.1:${port}`, look)
    try {
      const page = await device.newPage()
      const seen = async (path: string) => {
        await page.goto(path)
        await inspect(page, path, look)
      }
      await seen('/good')
      await assert.rejects(seen('/nameless'), /image-alt/)
      await seen('/good')
      await assert.rejects(seen('/wide'), /scrolls sideways by \d+ px/)
      if (script) await assert.rejects(seen('/by-script'), /button-name/)
      else await seen('/by-script')
    } finally {
      await device.close()
    }
  })
