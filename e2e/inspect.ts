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
  await shoot(page, name)
  await assertNoSidewaysScrolling(page, name)
  if (!page.url().startsWith('http')) {
    // A file brings its styles along, and says itself what may run in it.
    await page.evaluate(axeSource)
    return assertAccessible(page, name)
  }
  const written = await page.content()
  await onBench(new URL(page.url()).origin, look, async (bench) => {
    await bench.setContent(written)
    await assertAccessible(bench, name)
  })
}

async function assertNoSidewaysScrolling(page: Page, name: string): Promise<void> {
  // Asked from outside the page: where scripts are turned off, only the tools of the browser may still measure.
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  assert.equal(overflow, 0, `${name} scrolls sideways by ${overflow} px`)
}

async function assertAccessible(page: Page, name: string): Promise<void> {
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

/**
 * A page for each device that pages are written into, with axe already there: to bring it into each page of a journey
 * takes longer than what it then does. Scripts of the page have done their work, where they may, and do not run again.
 */
const benches = new Map<string, Promise<Page>>()
let turn: Promise<unknown> = Promise.resolve()

function onBench(origin: string, look: Look, work: (bench: Page) => Promise<void>): Promise<void> {
  const done = turn.then(async () => {
    const key = JSON.stringify([origin, look.width, look.theme])
    if (![...benches.keys()].every((known) => known.startsWith(`["${origin}"`))) await clearBenches()
    const bench = benches.get(key) ?? openBench(origin, look)
    benches.set(key, bench)
    await work(await bench)
  })
  turn = done.catch(() => undefined)
  return done
}

/** Each journey has a centre of its own, and so an origin; those of the last one are never looked at again. */
async function clearBenches(): Promise<void> {
  for (const bench of benches.values()) await (await bench).context().close()
  benches.clear()
}

async function openBench(origin: string, look: Look): Promise<Page> {
  const bench = await (await freshDevice(origin, { ...look, script: true })).newPage()
  const start = `${origin}/written-into`
  await bench.route('**/*', (route) => {
    if (route.request().url() === start) return route.fulfill({ contentType: 'text/html', body: '' })
    return route.request().resourceType() === 'script' ? route.abort() : route.continue()
  })
  await bench.goto(start)
  await bench.evaluate(axeSource)
  return bench
}

export async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
