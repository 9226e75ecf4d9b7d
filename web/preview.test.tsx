// Looks at the sample pages in a real browser: accessible, no sideways scrolling, nothing against the content policy.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { browserPath, noBrowser } from '../platform/testing/browser.ts'
import { readScript } from './islands/read.ts'
import { alert } from './preview/alert.tsx'
import { alerts, noAlerts } from './preview/alerts.tsx'
import { board } from './preview/board.tsx'
import { profile } from './preview/forms.tsx'
import type { SampleLook } from './preview/frame.ts'
import { importResult } from './preview/import-result.tsx'
import { night } from './preview/night.tsx'
import { problem } from './preview/problem.tsx'
import { today } from './preview/today.tsx'
import { buildStyles } from './styles/build.ts'

const samples = { today, alert, alerts, noAlerts, board, profile, importResult, problem, night }
const origin = 'http://salus.example'
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
/** Each width and each theme once; all four together where `SALUS_ALL_JOURNEYS` is set. */
const looks = process.env.SALUS_ALL_JOURNEYS
  ? ([
      [320, 'light'],
      [320, 'dark'],
      [1280, 'light'],
      [1280, 'dark'],
    ] as const)
  : ([
      [320, 'light'],
      [1280, 'dark'],
    ] as const)
const skip = noBrowser
const shots = process.env.SALUS_SHOTS
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser

before(async () => {
  if (browserPath) browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] })
})
after(async () => {
  await browser?.close()
})

for (const [name, render] of Object.entries(samples)) {
  test(`the sample page ${name} is accessible at both widths, light and dark`, { skip }, async () => {
    for (const [width, theme] of looks) await lookAt(name, render, width, theme)
  })
}

test('German, the longest of our languages, fits at 320 pixels', { skip }, async () => {
  await lookAt('alerts-de', alerts, 320, 'light', 'de')
  await lookAt('board-de', board, 320, 'light', 'de')
  await lookAt('profile-de', profile, 320, 'dark', 'de')
})

test('ticked rows are counted when the script runs, and tabbing from the top first reaches the skip link', {
  skip,
}, async () => {
  const page = await open(alerts({ locale: 'en', theme: 'light' }), 1280)
  await page.getByRole('checkbox', { name: /InfuLine/ }).check()
  assert.equal(await page.getByRole('status').textContent(), 'Ticked: 1')
  await page.reload()
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.textContent.trim()'), 'Skip to content')
  await page.context().close()
})

test('on paper everything is black on white, also for a person who chose dark', { skip }, async () => {
  const page = await open(today({ locale: 'en', theme: 'dark' }), 794)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  assert.equal(
    await page.evaluate('getComputedStyle(document.querySelector(".s-sheet")).backgroundColor'),
    'rgb(255, 255, 255)',
  )
  assert.equal(await page.evaluate('getComputedStyle(document.querySelector("h1")).color'), 'rgb(0, 0, 0)')
  assert.equal(await page.getByRole('navigation').count(), 0)
  await shoot(page, 'today-print')
  await page.context().close()
})

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

async function lookAt(
  name: string,
  render: (look: SampleLook) => string,
  width: number,
  theme: 'light' | 'dark',
  locale: SampleLook['locale'] = 'en',
): Promise<void> {
  const page = await open(render({ locale, theme }), width, theme)
  const place = `${name} at ${width} px, ${theme}`
  await shoot(page, `${name}-${width}-${theme}`)
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  assert.equal(overflow, 0, `${place} scrolls sideways`)
  await page.evaluate(axeSource)
  // What axe returns is described by the interface above; the browser hands it over untyped.
  const result = (await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  )) as AxeResult
  const said = result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n  ${nodes.map((node) => `${node.html}\n  ${node.failureSummary ?? ''}`).join('\n  ')}`,
  )
  assert.deepEqual(said, [], place)
  await page.context().close()
}

async function open(html: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    bypassCSP: false,
  })
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  const { css } = await buildStyles()
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname
    if (path === '/static/salus.css') return route.fulfill({ contentType: 'text/css', body: css })
    if (path === '/static/salus.js')
      return route.fulfill({ contentType: 'text/javascript', body: readScript().script })
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: html,
    })
  })
  await page.goto(`${origin}/today`)
  assert.deepEqual(refused, [], 'nothing breaks the content policy')
  return page
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
