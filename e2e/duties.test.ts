// Which duties apply to us: a hospital on a phone without script answers, sees what changes, says what is kept, and prints.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aProvider } from '../capabilities/organisations/builders.ts'
import { registerOrganisation } from '../capabilities/organisations/index.ts'
import { givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser, walkedLanguages } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { shoot } from './inspect.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const luc = { email: 'luc.martin@tannau.example', name: 'Luc Martin' }

const givenHouse = (centre: Centre, name: string) =>
  centre.context.database.asCentre((scope) =>
    registerOrganisation(
      scope,
      aProvider({
        name,
        country: 'DE',
        employees: 120,
        turnoverEuro: 9_000_000,
        balanceSheetEuro: 4_000_000,
      }),
      centre.now(),
    ),
  )

for (const look of eachLook([
  { width: 320, script: false },
  { width: 1280, script: true },
]))
  test(
    `a hospital learns its duties at ${look.width} pixels${look.script ? '' : ' without script'}, answers one question, and keeps to a duty`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        const house = await givenHouse(centre, 'Tannau Hospital')
        const other = await givenHospital(centre, 'Seeblick Hospital')
        await givenPerson(centre, jana, { organisationId: house, role: 'lead' })
        await givenPerson(centre, luc, { organisationId: house, role: 'reader' })
        const lead = await centre.visit(look)
        await lead.signIn(await centre.linkFor(jana.email))
        await lead.open(`/o/${house}/duties`)
        await lead.heading('You are at least an important entity under NIS2')
        await lead.look('duties-open')

        await lead.follow('link', 'Has an authority told you in writing that you are a critical entity?')
        await lead.choose('No, not designated')
        await lead.follow('button', 'Save')
        await lead.follow('link', 'How many full in-patient cases did you have last year?')
        await lead.fill('In-patient cases a year', '12000')
        await lead.follow('button', 'Save')
        await lead.heading('You are an important entity under NIS2')
        await lead.region('What has changed').getByText('now: important; before: Not known yet').waitFor()
        await lead.look('duties-answered')

        await lead.follow('link', 'Keep care going and come back')
        await lead.heading('Keep care going and come back')
        await lead.page.getByText('nis2-scope-eu 1.0.0').waitFor()
        await lead.follow('button', 'We keep to it')
        await lead.page
          .getByRole('link', { name: 'Say in a few words what shows that you keep to it.' })
          .waitFor()
        await lead.look('duty-fault')
        await lead.fill('What shows it, and where it lies', 'Restore protocol of October, folder 4')
        await lead.follow('button', 'We keep to it')
        await lead.page.getByText('You keep to it; next look by Wed 17 Nov 2027').waitFor()
        await lead.look('duty-kept')

        await lead.open(`/o/${house}/forms/duties`)
        await lead.look('duties-form')
        assert.equal(await lead.open(`/o/${other}/duties`), 403)

        const reader = await centre.visit(look)
        await reader.signIn(await centre.linkFor(luc.email))
        await reader.open(`/o/${house}/duties/duty-nis2-continuity`)
        assert.equal(await reader.page.getByRole('main').getByRole('button').count(), 0)
        await reader.page.getByText('Restore protocol of October, folder 4').waitFor()
      }),
  )

test(
  'duties are printed with their reasons, and that nobody has verified the rules',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const house = await givenHouse(centre, 'Tannau Hospital')
      await givenPerson(centre, jana, { organisationId: house, role: 'lead' })
      const paper = await centre.visit({ width: 794 })
      await paper.signIn(await centre.linkFor(jana.email))
      for (const [path, text] of [
        ['', 'this law is for another country'],
        ['/duty-nis2-reporting', 'nis2-duties 1.0.0'],
      ] as const) {
        await paper.open(`/o/${house}/duties${path}`)
        await paper.page.emulateMedia({ media: 'print' })
        await shoot(paper.page, `duties-paper${path.replace('/', '-')}`)
        for (const role of ['navigation', 'button', 'textbox'] as const)
          assert.equal(await paper.page.getByRole(role).count(), 0, `a ${role} is printed`)
        for (const shown of [
          text,
          'Nobody has compared these rules with the law yet',
          'Printed by Jana Brandt',
        ])
          await paper.page.getByText(shown).first().waitFor({ state: 'visible' })
      }
    }),
)

for (const language of walkedLanguages)
  test(`the pages of duties are whole in ${language} on a phone`, { skip: noBrowser }, () =>
    inCentre(async (centre) => {
      const house = await givenHouse(centre, 'Klinik Tannau')
      await givenPerson(centre, { ...jana, language }, { organisationId: house, role: 'lead' })
      const lead = await centre.visit({ width: 320, theme: 'dark' })
      await lead.signIn(await centre.linkFor(jana.email))
      for (const path of [
        'duties',
        'duties/duty-nis2-supply-chain',
        'duties/duty-gdpr-officer',
        'duties/duty-ai-devices',
        'duties/duty-fr-incident-report',
      ]) {
        assert.equal(await lead.open(`/o/${house}/${path}`), 200)
        await lead.look(`${language}-${path.replace('/', '-')}`)
      }
    }),
  )
