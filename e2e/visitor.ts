// Somebody at a browser: acts by keyboard, by role and label, and looks at each page that comes.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import type { Look } from './browser.ts'
import { inspect } from './inspect.ts'
import { chooseRadio, type Role, tabTo, type } from './keyboard.ts'

export class Visitor {
  readonly page: Page
  readonly #look: Look
  readonly #faults: string[] = []

  constructor(page: Page, look: Look) {
    this.page = page
    this.#look = look
    page.setDefaultTimeout(90_000)
    page.on('pageerror', (error) => this.#faults.push(`a script failed: ${error.message}`))
    page.on('response', (response) => {
      if (response.status() >= 500) this.#faults.push(`${response.status()} from ${response.url()}`)
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.#faults.push(message.text())
    })
    page.on('requestfailed', (request) => this.#faults.push(`could not load ${request.url()}`))
  }

  async open(path: string): Promise<number> {
    const response = await this.page.goto(path)
    return response?.status() ?? 0
  }

  /** The page is as a person needs it: accessible, no sideways scrolling, nothing failed; with its picture if wanted. */
  async look(name: string): Promise<void> {
    const place = `${name}-${this.#look.width}`
    await inspect(this.page, place, this.#look)
    assert.deepEqual(this.#faults, [], place)
  }

  /** Of a page that loads itself again after a while, and so breaks off what it was loading. */
  async lookInPassing(name: string): Promise<void> {
    await inspect(this.page, `${name}-${this.#look.width}`, this.#look)
  }

  async signIn(link: string): Promise<void> {
    await this.page.context().clearCookies()
    await this.open(link)
    await this.follow('button', /^(Sign in|Anmelden)$/)
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor()
  }

  region(name: string | RegExp): Locator {
    return this.page.getByRole('region', { name })
  }

  /** Presses what leads to another page, and waits for that. */
  async follow(role: Role, name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    const target = within.getByRole(role, { name, exact: typeof name === 'string' })
    if (role === 'link') await this.#openMenuFor(name, target)
    await tabTo(this.page, target, `${role} ${name}`)
    const loaded = this.page.waitForEvent('load')
    await this.page.keyboard.press('Enter')
    await loaded
  }

  /** Entries beyond the first few stand behind "More"; what a page itself leads to is taken first. */
  async #openMenuFor(name: string | RegExp, target: Locator): Promise<void> {
    const more = this.page.locator('nav details')
    if ((await more.count()) === 0 || (await target.count()) > 0) return
    const hidden = more.getByRole('link', { name, exact: typeof name === 'string', includeHidden: true })
    if ((await hidden.count()) === 0) return
    await tabTo(this.page, more.locator('summary'), 'More')
    await this.page.keyboard.press('Space')
  }

  /** Opens or closes a part of the page. */
  async unfold(summary: string | RegExp): Promise<void> {
    await tabTo(this.page, this.page.locator('summary', { hasText: summary }).first(), String(summary))
    await this.page.keyboard.press('Space')
  }

  async fill(label: string, text: string, within: Page | Locator = this.page): Promise<void> {
    await type(this.page, within.getByLabel(label, { exact: true }), label, text)
  }

  async tick(name: string): Promise<void> {
    const box = this.page.getByRole('checkbox', { name, exact: true })
    await tabTo(this.page, box, name)
    await this.page.keyboard.press('Space')
    assert.ok(await box.isChecked(), name)
  }

  async choose(name: string | RegExp): Promise<void> {
    await chooseRadio(this.page, this.page.getByRole('radio', { name }), String(name))
  }

  /** The file dialogue belongs to the system and not to the page, so this alone is done for the person. */
  async attach(label: string, name: string, content: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true })
    await tabTo(this.page, field, label)
    await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
  }

  /** What a table says, row by row, as it is read. */
  async tableRows(caption: string | RegExp): Promise<readonly (readonly string[])[]> {
    const rows = await this.page.getByRole('table', { name: caption }).getByRole('row').all()
    return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()))
  }
}
