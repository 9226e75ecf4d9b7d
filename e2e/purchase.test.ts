// A purchase: what to ask for, a supplier answers without account and hands in a bill of materials, its parts become assets.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anSbom } from '../capabilities/guidance/builders.ts'
import { givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { inCentre } from './harness.ts'
import { shoot } from './inspect.ts'
import type { Visitor } from './visitor.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const luc = { email: 'luc.martin@tannau.example', name: 'Luc Martin', language: 'de' }
const sbom = anSbom([
  { name: 'zlib', version: '1.2.11' },
  { name: 'openssl', version: '3.0.1' },
])

async function makePurchase(buyer: Visitor, hospital: number): Promise<string> {
  await buyer.open(`/o/${hospital}/purchases`)
  await buyer.look('purchases-empty')
  await buyer.follow('link', 'Begin a purchase')
  await buyer.follow('button', 'Show what to ask for')
  await buyer.page.getByText('Choose at least one.').first().waitFor()
  await buyer.look('purchase-faults')
  await buyer.fill('Name of the purchase', 'Infusion pumps for ward 3')
  await buyer.tick('Medical device')
  await buyer.fill('Supplier', 'Northwind Medical')
  await buyer.page
    .getByRole('group', { name: /Do people from outside/ })
    .getByLabel('No', { exact: true })
    .check()
  await buyer.follow('button', 'Show what to ask for')
  await buyer.heading(/points to ask for: Infusion pumps for ward 3$/)
  return new URL(buyer.page.url()).pathname
}

async function sendSheet(buyer: Visitor, supplier: string): Promise<string> {
  await buyer.fill('Name of the supplier to ask', supplier)
  await buyer.page.getByLabel('Language of the sheet').selectOption('de')
  await buyer.follow('button', 'Make a sheet with a link')
  const link = await buyer.page.getByText(/\/supplier\//).textContent()
  assert.ok(link)
  return new URL(link.trim()).pathname
}

test(
  'a buyer on a phone without script sends a sheet, the supplier answers in German, and the parts are assets',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
      const buyer = await centre.visit({ width: 320, script: false })
      await buyer.signIn(await centre.linkFor(jana.email))
      const purchase = await makePurchase(buyer, hospital)
      await buyer.look('purchase')
      const link = await sendSheet(buyer, 'Northwind Medical')
      await buyer.look('sheet-sent')
      const sheet = await buyer.page.locator('form[action$="/links"]').getAttribute('action')

      const supplier = await centre.visit({ width: 320, script: false, locale: 'de-AT' })
      await supplier.open(link)
      await supplier.heading('Tannau Hospital fragt Sie zu: Infusion pumps for ward 3')
      await supplier.look('supplier')
      await supplier.page
        .getByRole('group', { name: /Wie schnell/ })
        .getByLabel('Teilweise')
        .check()
      await supplier.fill('In Ihren Worten: Wie schnell Sie bisher waren', 'Im Mittel 40 Tage.')
      await supplier.follow('button', 'Speichern und die Datei abgeben')
      await supplier.heading('Die Software-Stückliste abgeben')
      await supplier.attach('Datei in CycloneDX oder SPDX', 'parts.json', '{"bomFormat":"CycloneDX"}')
      await supplier.follow('button', 'Diese Datei abgeben')
      await supplier.page.getByRole('heading', { name: /Fehler in dieser Datei/ }).waitFor()
      await supplier.look('supplier-sbom-faults')
      await supplier.attach('Datei in CycloneDX oder SPDX', 'PumpGate.cdx.json', sbom)
      await supplier.follow('button', 'Diese Datei abgeben')
      await supplier.page.getByText('PumpGate.cdx.json ist abgegeben').waitFor()
      await supplier.look('supplier-sbom')
      await supplier.follow('link', 'Zurück zu den Fragen')
      await supplier.page
        .getByRole('group', { name: /Software-Stückliste/ })
        .getByLabel('Ja')
        .check()
      await supplier.follow('button', 'Antworten abgeben')
      await supplier.page.getByText('Bitte ausfüllen.').first().waitFor()
      await supplier.fill('Name', 'Ole Berg')
      await supplier.fill('E-Mail oder Telefon', 'security@northwind.example')
      await supplier.follow('button', 'Antworten abgeben')
      await supplier.heading('Ihre Antworten sind abgegeben: Infusion pumps for ward 3')
      await supplier.look('supplier-handed-in')

      await buyer.open(String(sheet).replace(/\/links$/, ''))
      await buyer.heading(/^Northwind Medical answered 2 of \d+ and handed in$/)
      await buyer.look('sheet')
      await buyer.follow('button', 'Yes, note it')
      await buyer.follow('button', 'Look at it as an import into your assets')
      await centre.settle()
      await buyer.page.reload()
      await buyer.follow('button', /^(Store|Take over|Confirm)/)
      await centre.settle()
      await buyer.open(`/o/${hospital}/assets`)
      await buyer.page.getByText('zlib').first().waitFor()
      await buyer.open(`${purchase}`)
      const other = await sendSheet(buyer, 'Birkensee Devices')
      assert.notEqual(other, link)
      await buyer.open(`${purchase}/compare`)
      await buyer.heading('Northwind Medical and Birkensee Devices side by side')
      await buyer.look('compare')
    }),
)

test('the list in German on the screen and on paper, with a point left out', { skip: noBrowser }, () =>
  inCentre(async (centre) => {
    const hospital = await givenHospital(centre, 'Tannau Hospital')
    await givenPerson(centre, luc, { organisationId: hospital, role: 'lead' })
    const lead = await centre.visit({ width: 1280, locale: 'de-AT' })
    await lead.signIn(await centre.linkFor(luc.email))
    await lead.open(`/o/${hospital}/purchases/new`)
    await lead.fill('Name des Einkaufs', 'Praxissystem')
    await lead.tick('System für Patientenakten')
    await lead.tick('Fernwartung')
    await lead.look('purchase-form-german')
    await lead.follow('button', 'Zeigen, was zu verlangen ist')
    await lead.unfold('Warum, und weglassen')
    await lead.page.getByLabel('Weglassen, weil').first().fill('Der Rahmenvertrag regelt es schon')
    await lead.page.getByRole('button', { name: 'Weglassen' }).first().press('Enter')
    await lead.page.getByText('Der Rahmenvertrag regelt es schon').waitFor()
    await lead.look('purchase-german')
    const paper = await centre.visit({ width: 794, locale: 'de-AT' })
    await paper.signIn(await centre.linkFor(luc.email))
    await paper.open(new URL(lead.page.url()).pathname)
    await paper.page.emulateMedia({ media: 'print' })
    await shoot(paper.page, 'purchase-paper')
    for (const role of ['navigation', 'button', 'textbox'] as const)
      assert.equal(await paper.page.getByRole(role).count(), 0, `a ${role} is printed`)
  }),
)
