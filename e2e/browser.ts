// The one browser of all journeys: the system's Chromium, started when the first journey needs it.
// SPDX-License-Identifier: EUPL-1.2
import { after } from 'node:test'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { browserPath, noBrowser } from '../platform/testing/browser.ts'

export { noBrowser }

/** In which pages are walked through once more, where `SALUS_ALL_LANGUAGES` is set: before a release. */
export const walkedLanguages = process.env.SALUS_ALL_LANGUAGES ? ['en', 'de', 'fr', 'it'] : []

/** Of a journey's widths, with script and without, the first; all of them where `SALUS_ALL_JOURNEYS` is set. */
export function eachLook<Variant>(variants: readonly Variant[]): readonly Variant[] {
  return process.env.SALUS_ALL_JOURNEYS ? variants : variants.slice(0, 1)
}

/** For the `skip` of the longest journeys, whose parts other tests look at too: they run before a release. */
export const beforeRelease = process.env.SALUS_ALL_JOURNEYS ? false : 'SALUS_ALL_JOURNEYS=1 runs it'

/** Each journey has one site only, so a process for each site, and one in reserve, would be work for nothing. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-site-isolation-trials']

let browser: Promise<Browser> | null = null

after(async () => {
  await (await browser)?.close()
  browser = null
})

export interface Look {
  readonly width: number
  readonly script?: boolean
  readonly theme?: 'light' | 'dark'
  /** What the browser asks for before anybody has chosen a language. */
  readonly locale?: string
}

/** A browser without cookies, as on a device of its own. */
export async function freshDevice(origin: string, look: Look): Promise<BrowserContext> {
  if (!browserPath) throw new Error(String(noBrowser))
  browser ??= chromium.launch({ executablePath: browserPath, args: flags })
  return (await browser).newContext({
    baseURL: origin,
    viewport: { width: look.width, height: 900 },
    javaScriptEnabled: look.script ?? true,
    colorScheme: look.theme ?? 'light',
    locale: look.locale ?? 'en-GB',
  })
}
