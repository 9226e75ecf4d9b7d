// The sensor's reports and its coverage map in a real browser: narrow and wide, dark, on paper, without script, hostile values.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { coverageOf } from '../sensor/coverage/coverage.ts'
import { coverageHtml } from '../sensor/coverage/coverage-html.ts'
import { access, finding, options } from '../sensor/report/builders.ts'
import { reportHtml } from '../sensor/report/report-html.ts'
import { houseTimes } from '../sensor/report/times.ts'
import { readRules } from '../sensor/sigma/read.ts'
import { languages, wordsOf } from '../sensor/words/words.ts'
import { freshDevice, type Look, noBrowser, walkedLanguages } from './browser.ts'
import { inspect, shoot } from './inspect.ts'

const nasty = '<img src=x onerror=alert(1)>\u202e\u001b[31m</style><script>document.title="x"</script>'
const findings = [
  finding({ level: 'critical', assetClass: 'medical-device', asset: 'CT-2.seeblick.example' }),
  finding({ ruleId: 'hostile', title: nasty, asset: nasty + 'x'.repeat(900), source: nasty, author: nasty }),
  ...Array.from({ length: 60 }, (_, at) =>
    finding({
      asset: `ws-${at}`,
      level: at % 3 === 0 ? 'high' : 'low',
      ruleId: `r${at % 5}`,
      title: `Rule ${at % 5}`,
      time: new Date(Date.UTC(2026, 10, 14 + (at % 12), at % 24)).toISOString(),
    }),
  ),
  access(),
]
const rules = readRules(
  [
    'title: A\nid: a\ntags: [attack.execution, attack.t1059]\nlogsource: {product: windows, category: process_creation}\ndetection: {s: {Image: x}, condition: s}\n',
    'title: B\nid: b\ntags: [attack.impact, attack.t1490]\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: 4698}, condition: s}\n',
    'title: C\nid: c\nlogsource: {product: x}\n',
  ].join('---\n'),
  'rules.yml',
)
const came = { product: 'windows', category: '', service: '', channel: 'security', eventId: '4688' }

const pages: Readonly<Record<string, (language: (typeof languages)[number]) => string>> = {
  it: (language) =>
    reportHtml(
      findings,
      options({ language, house: 'Birkensee', centre: { name: 'Centre', phone: '0800 555 0100' } }),
    ),
  privacy: (language) => reportHtml(findings, options({ language, audience: 'privacy' })),
  empty: (language) => reportHtml([], options({ language })),
  coverage: (language) =>
    coverageHtml(coverageOf({ ...rules, seen: [came] }), {
      words: wordsOf(language),
      times: houseTimes('Europe/Berlin', language),
      now: 0,
      house: null,
    }),
}

/** Each page in one language; in all four before a release. */
const usual: Readonly<Record<string, (typeof languages)[number]>> = {
  it: 'de',
  privacy: 'fr',
  empty: 'it',
  coverage: 'en',
}

describe('the sensor’s pages in a browser', { skip: noBrowser }, () => {
  let server: Server
  let origin = ''
  before(async () => {
    server = createServer(({ url = '/' }, response) => {
      const [, name = '', language = ''] = url.split('/')
      const page = pages[name]
      const known = languages.find((one) => one === language)
      response.writeHead(page && known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      response.end(page && known ? page(known) : '')
    })
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening)
    })
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(() => {
    server.close()
  })

  const visit = async (name: string, language: string, look: Look) => {
    const device = await freshDevice(origin, look)
    const page = await device.newPage()
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('request', (request) => {
      if (
        !/\/(favicon\.ico)?$/.test(request.url()) &&
        new URL(request.url()).pathname !== `/${name}/${language}`
      )
        faults.push(`asks for ${request.url()}`)
    })
    await page.goto(`/${name}/${language}`)
    return { page, faults, close: () => device.close() }
  }

  for (const name of Object.keys(pages))
    for (const language of walkedLanguages.length > 0 ? languages : [usual[name] ?? 'en'])
      test(`${name} in ${language} is accessible and does not scroll sideways at 320 pixels`, async () => {
        const look: Look = { width: 320, theme: language === 'de' ? 'dark' : 'light' }
        const { page, faults, close } = await visit(name, language, look)
        for (const details of await page.locator('details').all())
          await details.evaluate((element) => element.setAttribute('open', ''))
        await inspect(page, `sensor-${name}-${language}`, look)
        assert.deepEqual(
          faults.filter((fault) => !fault.includes('favicon')),
          [],
        )
        await close()
      })

  test('wide, a value of a log stays text, and nothing it holds runs', async () => {
    const look: Look = { width: 1280 }
    const { page, faults, close } = await visit('it', 'en', look)
    await inspect(page, 'sensor-it-en-wide', look)
    assert.equal(await page.locator('img, script').count(), 0)
    assert.notEqual(await page.title(), 'x')
    assert.ok((await page.getByText('<img src=x onerror=alert(1)>').count()) > 0)
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('favicon')),
      [],
    )
    await close()
  })

  test('without script the evidence opens, and the first place stands first', async () => {
    const { page, close } = await visit('it', 'en', { width: 320, script: false })
    await page.getByRole('heading', { level: 3, name: /CT-2\.seeblick\.example/ }).waitFor()
    await page.getByText('ask the ward whether a patient depends on it').first().waitFor()
    assert.equal(await page.getByRole('heading', { level: 2 }).first().textContent(), 'What to do now')
    await page.getByRole('link', { name: /CT-2\.seeblick\.example/ }).click()
    assert.match(page.url(), /#place-1$/)
    const second = page.locator('.need').nth(5).locator('summary')
    assert.ok(await page.locator('.need').nth(5).getByText('False alarm? sensor filter').isVisible())
    await second.click()
    assert.ok(await page.locator('.need').nth(5).getByText('What the rule asks').isVisible())
    await close()
  })

  test('on paper everything is opened, and no colour carries a meaning alone', async () => {
    const { page, close } = await visit('it', 'de', { width: 1280 })
    await page.emulateMedia({ media: 'print' })
    const hidden = page.locator('.need').nth(5).getByText('Was die Regel verlangt').first()
    assert.ok(await hidden.isVisible())
    await shoot(page, 'sensor-it-de-print')
    await close()
  })
})
