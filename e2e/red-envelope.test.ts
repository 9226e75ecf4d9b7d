// The red envelope: a lead makes it at 320 pixels; the server is gone; the file opens with the code on paper and not without.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { givenHospital, givenPerson } from './arrange.ts'
import { freshDevice, noBrowser } from './browser.ts'
import { inCentre } from './harness.ts'
import { inspect } from './inspect.ts'
import type { Visitor } from './visitor.ts'

const number = '+43 555 0142'
const look = { width: 320 }

/** A phone in flight mode: every request that is not the file itself is noted and fails. */
async function phone(file: string): Promise<{ page: Page; requests: string[]; close: () => Promise<void> }> {
  const device = await freshDevice('http://127.0.0.1:9', look)
  const requests: string[] = []
  await device.route('**/*', (route) => {
    const url = route.request().url()
    if (url === file) return route.continue()
    requests.push(url)
    return route.abort()
  })
  await device.setOffline(true)
  const page = await device.newPage()
  page.on('console', (message) => message.type() === 'error' && requests.push(message.text()))
  await page.goto(file)
  return { page, requests, close: () => device.close() }
}

async function typeCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('Recovery code')
  await field.fill('')
  await field.focus()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

async function fetchFile(visitor: Visitor, folder: string, slot: number): Promise<string> {
  const download = visitor.page.waitForEvent('download')
  await visitor.page.getByRole('button', { name: `Fetch the file for phone ${slot}` }).press('Enter')
  const path = join(folder, `phone-${slot}.html`)
  await (await download).saveAs(path)
  return pathToFileURL(path).href
}

async function giveCode(visitor: Visitor, slot: number, holder: string): Promise<string> {
  await visitor.fill(`Who holds phone ${slot}`, holder)
  await visitor.follow('button', `Make the code for phone ${slot} and show it once`)
  await visitor.heading('Print this card now')
  const printed = (await visitor.page.locator('code').first().textContent())?.trim() ?? ''
  assert.match(printed, /^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
  return printed
}

test('it opens offline from a file with the server stopped, with its own code and not without', {
  skip: noBrowser,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'salus-envelope-'))
  const made: { file: string; code: string; otherCode: string } = { file: '', code: '', otherCode: '' }
  try {
    await inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital', 'DE')
      const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
      await givenPerson(centre, jana, { organisationId: hospital, role: 'lead' })
      const visitor = await centre.visit(look)
      await visitor.signIn(await centre.linkFor(jana.email))
      await visitor.open(`/o/${hospital}/readiness`)
      await visitor.look('readiness-empty')

      await visitor.open(`/o/${hospital}/readiness/tests/new`)
      await visitor.fill('System', 'Laboratory database')
      await visitor.fill('Restore began', '2026-11-16 08:00')
      await visitor.fill('Somebody worked with it again', '2026-11-16 12:30')
      await visitor.fill('Who watched', 'Pia Lorenz')
      await visitor.follow('button', 'Record this test')
      await visitor.look('readiness-test-faults')
      await visitor.choose('Restored and used')
      await visitor.fill('What shows it', 'Three records compared with paper')
      await visitor.follow('button', 'Record this test')
      await visitor.open(`/o/${hospital}/readiness/order/laboratory`)
      await visitor.look('readiness-order')
      await visitor.fill('Systems, one in a line, the first one on top', 'Laboratory database')
      await visitor.follow('button', 'Save the order')
      await visitor.heading(/For 1 of 11 services/)
      await visitor.look('readiness')
      await visitor.open(`/o/${hospital}/readiness/protocols`)
      await visitor.look('readiness-protocols')

      await visitor.open(`/o/${hospital}/readiness/envelope/facts`)
      await visitor.unfold('Add a person')
      await visitor.fill('Name', 'Mira Falk', visitor.region('People and their private numbers'))
      await visitor.fill('What for', 'decides at night', visitor.region('People and their private numbers'))
      await visitor.fill('Private number', number)
      await visitor.follow('button', 'Add this person')
      await visitor.page.getByText('A private number is taken only with consent').first().waitFor()
      await visitor.look('envelope-facts-faults')
      await visitor.tick(
        'This person agreed that the number stands in the crisis pack, and knows that it can be taken out at any time',
      )
      await visitor.follow('button', 'Add this person')
      await visitor.look('envelope-facts')

      await visitor.open(`/o/${hospital}/readiness/envelope`)
      await visitor.look('envelope-empty')
      made.code = await giveCode(visitor, 1, 'Jana Brandt')
      await visitor.look('envelope-card')
      await visitor.open(`/o/${hospital}/readiness/envelope`)
      made.otherCode = await giveCode(visitor, 2, 'Mira Falk')
      await visitor.open(`/o/${hospital}/readiness/envelope`)
      made.file = await fetchFile(visitor, folder, 1)

      const drill = await phone(made.file)
      await typeCode(drill.page, made.code)
      const word = (await drill.page.locator('#pack strong').textContent()) ?? ''
      await drill.close()
      await visitor.fill('Word at the end of the pack on phone 1', word)
      await visitor.follow('button', 'I have opened it on phone 1')
      await visitor.page.getByText('Ready', { exact: true }).waitFor()
      // Not visitor.look: to the browser a page that became a download is one that failed to load.
      await inspect(visitor.page, 'readiness-drilled-320', look)
    })

    // From here on the server is stopped and its database gone.
    const { page, requests, close } = await phone(made.file)
    await inspect(page, 'envelope-locked-320', look)
    assert.equal(await page.getByText(number).count(), 0)
    assert.ok(!(await page.content()).includes(number), 'the number stands readable in the file')

    await typeCode(page, `${made.code.slice(0, -1)}${made.code.endsWith('0') ? '1' : '0'}`)
    await page.getByText('a character is mistyped').waitFor()
    await typeCode(page, made.otherCode)
    await page.getByText('it belongs to another file or an earlier card').waitFor()
    await inspect(page, 'envelope-wrong-code-320', look)
    assert.equal(await page.getByText(number).count(), 0)

    await typeCode(page, made.code.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('heading', { level: 2, name: 'The first hour' }).waitFor()
    const call = page.getByRole('link', { name: number })
    assert.equal(await call.getAttribute('href'), 'tel:+435550142')
    for (const part of [
      'The first hour',
      'People to call',
      'Authorities',
      'Suppliers',
      'What comes back first',
    ])
      assert.ok(await page.getByRole('heading', { name: part }).isVisible(), part)
    await page.getByText('Laboratory database: 4.5 h').waitFor()
    await inspect(page, 'envelope-open-320', look)
    assert.deepEqual(requests, [], 'the file asked for something from outside, or complained')
    await close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
