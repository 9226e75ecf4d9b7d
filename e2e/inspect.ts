// What every page of every journey has to keep: WCAG 2.2 AA, no sideways scrolling; and its picture, if asked for.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { freshDevice, type Look } from './browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Colours come from the tokens, whose contrast the sample pages show in both themes; it is a third of what axe does. */
const contrast = { 'color-contrast': { enabled: process.env.SALUS_ALL_JOURNEYS !== undefined } }
const shots = process.env.SALUS_SHOTS

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

export async function inspect(page: Page, name: string, look: Look): Promise<void> {
  if (look.script === false) return inspectCopy(page, name, look)
  await shoot(page, name)
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  assert.equal(overflow, 0, `${name} scrolls sideways by ${overflow} px`)
  await page.evaluate(axeSource)
  // What axe returns is described by the interface above; the browser hands it over untyped.
  const result = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ runOnly: rules, resultTypes: ['violations'], rules: contrast })})`,
  )) as AxeResult
  const said = result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n  ${nodes.map((node) => `${node.html}\n  ${node.failureSummary ?? ''}`).join('\n  ')}`,
  )
  assert.deepEqual(said, [], name)
}

/** On another device, where scripts run (axe is one) and the page does not load itself again meanwhile. */
export async function inspectCopy(page: Page, name: string, look: Look): Promise<void> {
  const { origin, pathname, search } = new URL(page.url())
  // Without the place in the page: an address with one is not what the browser asks for, so it would not be answered here.
  const address = `${origin}${pathname}${search}`
  const scripted = { ...look, script: true }
  const copy = await copyingPage(page, origin, scripted)
  const body = await page.content()
  await copy.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await copy.goto(address)
  assert.equal(await copy.title(), await page.title(), `${name}: the copy is another page`)
  await inspect(copy, name, scripted)
  await copy.unrouteAll()
}

/** One for each page that is looked at: opening a device takes longer than all the rest. */
const copies = new WeakMap<Page, Promise<Page>>()

function copyingPage(page: Page, origin: string, look: Look): Promise<Page> {
  const known = copies.get(page)
  if (known) return known
  const opened = freshDevice(origin, look).then((device) => {
    page.context().once('close', () => void device.close())
    return device.newPage()
  })
  copies.set(page, opened)
  return opened
}

export async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
