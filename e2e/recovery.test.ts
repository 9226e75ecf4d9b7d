// A playbook is chosen and ticked, and systems come back one by one: by keyboard, at 320 pixels without script, in four languages.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openIncident } from '../capabilities/incidents/index.ts'
import { locales } from '../platform/i18n/index.ts'
import { givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser, walkedLanguages } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }

async function givenCase(centre: Centre, hospital: number): Promise<string> {
  const { incidentId } = await openIncident(
    centre.context,
    {
      ...{ organisationId: hospital, realm: 'real', kind: 'ransomware', tlp: 'amber+strict' },
      ...{ title: 'Files are renamed', via: 'member', actor: 'person:1', name: 'Jana Brandt' },
      ...{ reporterName: null, reporterPhone: null, site: null, language: 'en', formToken: 'recovery' },
      facts: [],
    },
    centre.now(),
  )
  return `/o/${hospital}/incidents/${incidentId}`
}

for (const { width, script } of eachLook([
  { width: 320, script: false },
  { width: 1280, script: true },
]))
  test(
    `a hospital ticks its playbook and brings its systems back at ${width} px ${script ? 'with' : 'without'} script`,
    { skip: noBrowser, timeout: 300_000 },
    () =>
      inCentre(async (centre) => {
        const hospital = await givenHospital(centre, 'Tannau Hospital', 'DE')
        await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
        const room = await givenCase(centre, hospital)
        const visitor = await centre.visit({ width, script })
        await visitor.signIn(await centre.linkFor(jana.email))

        await visitor.open(`/o/${hospital}/readiness/order/laboratory`)
        await visitor.fill('Systems, one in a line, the first one on top', 'Domain controller')
        await visitor.follow('button', 'Save the order')

        await visitor.open(room)
        await visitor.look('runs-room')
        await visitor.follow('link', 'Start a playbook')
        await visitor.look('runs-new')
        await visitor.follow('button', 'Start it')
        await visitor.page.getByText('Choose a playbook.').first().waitFor()
        await visitor.look('runs-new-fault')
        await visitor.choose(/^Telephone/)
        await visitor.follow('button', 'Start it')
        await visitor.look('run-new')
        await visitor.follow('button', 'I’m on it for step 1')
        await visitor.page.getByText(/Jana Brandt is on it since/).waitFor()
        await visitor.follow('button', 'Done for step 1')
        await visitor.page.getByText(/^Done: Jana Brandt/).waitFor()
        await visitor.unfold('Ticked by mistake? Open it again')
        await visitor.follow('button', 'Open it again for step 1')
        await visitor.page.getByText('Write a few words.').first().waitFor()
        await visitor.look('run-fault')

        await visitor.open(room)
        await visitor.follow('link', 'Recovery board')
        await visitor.heading('0 of 1 system back')
        await visitor.look('recovery-new')
        await visitor.fill('Another system that has to come back', 'Laboratory database')
        await visitor.follow('button', 'Put it on the board')
        for (const answer of ['Being restored now', 'Restored and checked', 'The wards work with it again']) {
          await visitor.unfold('Say how far it is')
          await visitor.follow('button', `${answer} Domain controller`)
        }
        await visitor.heading('1 of 2 systems back')
        await visitor.page.getByText('All its systems are back. Ask the ward whether it works.').waitFor()
        await visitor.fill('Hours on paper, with care still safe', 'eight')
        await visitor.follow('button', 'Save it')
        await visitor.look('recovery-fault')
        await visitor.fill('Hours on paper, with care still safe', '8')
        await visitor.follow('button', 'Save it')
        await visitor.look('recovery')
        if (script) {
          await visitor.page.emulateMedia({ media: 'print' })
          for (const role of ['button', 'textbox', 'combobox'] as const)
            assert.equal(await visitor.page.getByRole(role).count(), 0, `a ${role} is printed`)
          await visitor.page.emulateMedia({ media: 'screen' })
          return
        }
        for (const language of locales.filter((one) => one !== 'en' && walkedLanguages.includes(one))) {
          const person = { email: `${language}@tannau.example`, name: 'Rita Kern', language }
          await givenPerson(centre, person, { organisationId: hospital, role: 'responder' })
          const other = await centre.visit({ width, script })
          await other.open(await centre.linkFor(person.email))
          const { t } = centre.context.translator(language)
          await other.follow('button', /^(Sign in|Anmelden)$/)
          await other.page.getByText(t('incidents.menu')).first().waitFor()
          for (const [name, path] of [
            // The one that began with the case.
            ['run', `${room}/runs/1`],
            ['runs-new', `${room}/runs/new`],
            ['recovery', `${room}/recovery`],
          ] as const) {
            assert.equal(await other.open(path), 200)
            await other.look(`${name}-${language}`)
          }
        }
      }),
  )
