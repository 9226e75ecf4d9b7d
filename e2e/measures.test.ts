// Measures: the pack for this house on a phone without script, one measure, a ten-minute task ticked, the pack on paper.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aProvider } from '../capabilities/organisations/builders.ts'
import { registerOrganisation } from '../capabilities/organisations/index.ts'
import { givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { shoot } from './inspect.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const luc = { email: 'luc.martin@tannau.example', name: 'Luc Martin', language: 'de' }

function givenHouse(centre: Centre, employees: number | null): Promise<number> {
  const facts = aProvider({ name: 'Tannau Hospital', providerKind: 'other', employees })
  return centre.context.database.asCentre((scope) => registerOrganisation(scope, facts, centre.now()))
}

test(
  'at 320 pixels without script: the size is asked for, a measure says why, a task of ten minutes is ticked',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const house = await givenHouse(centre, null)
      await givenPerson(centre, jana, { organisationId: house, role: 'reader' })
      const nurse = await centre.visit({ width: 320, script: false })
      await nurse.signIn(await centre.linkFor(jana.email))
      await nurse.open(`/o/${house}/measures`)
      await nurse.heading('0 of the 10 essentials are done')
      await nurse.page.getByText('nobody has said yet how large your house is').waitFor()
      await nurse.look('measures')
      await nurse.page.getByLabel('Only for this point of NIS2').selectOption('c')
      await nurse.follow('button', 'Show')
      await nurse.look('measures-letter')
      await nurse.open(`/o/${house}/measures`)
      await nurse.follow('link', 'Open this measure')
      await nurse.look('measure')
      const done = nurse.page.getByRole('button', { name: 'This task is done' })
      const cards = await done.count()
      assert.ok(cards > 0)
      await nurse.follow('link', 'Answer: Backups')
      await nurse.page.goBack()
      await nurse.page.getByLabel('A note, if you like').first().fill('Copied to tape 4')
      await done.first().press('Enter')
      await nurse.page.getByText('Done: Jana Brandt').waitFor()
      assert.equal(await done.count(), cards - 1)
      await nurse.look('measure-ticked')
    }),
)

test('the pack of a clinic in German, on the screen and on paper', { skip: noBrowser }, () =>
  inCentre(async (centre) => {
    const house = await givenHouse(centre, 120)
    await givenPerson(centre, luc, { organisationId: house, role: 'lead' })
    const lead = await centre.visit({ width: 1280, locale: 'de-AT' })
    await lead.signIn(await centre.linkFor(luc.email))
    await lead.open(`/o/${house}/measures`)
    await lead.heading('0 von 10 Grundlagen sind erledigt')
    await lead.look('measures-german')
    await lead.follow('link', 'Das Paket zum Drucken, mit Kästchen zum Abhaken')
    await lead.heading('Die zehn Grundlagen. Größe: Klinik')
    await lead.look('pack-german')
    const paper = await centre.visit({ width: 794, locale: 'de-AT' })
    await paper.signIn(await centre.linkFor(luc.email))
    await paper.open(`/o/${house}/measures/pack`)
    await paper.page.emulateMedia({ media: 'print' })
    await shoot(paper.page, 'pack-paper')
    for (const role of ['navigation', 'button', 'textbox'] as const)
      assert.equal(await paper.page.getByRole(role).count(), 0, `a ${role} is printed`)
    await paper.open(`/o/${house}/measures/second-factor`)
    await paper.page.emulateMedia({ media: 'print' })
    await shoot(paper.page, 'measure-paper')
    assert.equal(await paper.page.getByRole('button').count(), 0, 'a button is printed')
  }),
)
