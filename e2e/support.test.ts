// Help that comes: a nurse calls without script on a phone, the officer promises a time, a dossier goes its way, a neighbour answers.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { inCentre } from './harness.ts'
import { shoot } from './inspect.ts'
import type { Visitor } from './visitor.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const pia = { email: 'pia.lorenz@lakeland.example', name: 'Pia Lorenz' }
const luc = { email: 'luc.martin@seeblick.example', name: 'Luc Martin' }

/** The picker belongs to the browser, so this alone is done for the person. */
const setMoment = (visitor: Visitor, label: string, value: string) =>
  visitor.page.getByLabel(label, { exact: true }).fill(value)

test(
  'a hospital without script calls at 320 pixels, an officer takes it and promises, and it is asked whether it helped',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      const other = await givenHospital(centre, 'Seeblick Hospital')
      await givenPerson(centre, jana, { organisationId: hospital, role: 'reader' })
      await givenPerson(centre, pia, { organisationId: await givenCentre(centre), role: 'duty-officer' })
      const nurse = await centre.visit({ width: 320, script: false })
      await nurse.signIn(await centre.linkFor(jana.email))
      await nurse.open(`/o/${hospital}/support`)
      await nurse.look('support-home')
      await nurse.follow('button', 'Send and wake the centre')
      await nurse.page.getByText('Choose one.').first().waitFor()
      await nurse.look('support-home-faults')
      await nurse.choose('Someone to talk to')
      await nurse.fill('In your own words', 'It is the second night.')
      await nurse.fill('Telephone', '+43 555 0123')
      await nurse.follow('button', 'Send and wake the centre')
      await nurse.heading('Nobody has taken this call yet')
      await nurse.look('support-call')
      const call = new URL(nurse.page.url()).pathname
      assert.equal(await nurse.open(`/o/${other}/support`), 403)
      await centre.settle()

      const officer = await centre.visit({ width: 320, theme: 'dark' })
      await officer.signIn(await centre.linkFor(pia.email))
      await officer.open('/centre/support')
      await officer.heading('One hospital waits for the centre')
      await officer.look('support-queue')
      await officer.follow('link', 'Tannau Hospital: Someone to talk to')
      await officer.look('support-centre-call')
      await officer.follow('button', 'Take it')
      await officer.fill('Who comes', 'Pia rings you')
      await setMoment(officer, 'When', '2026-11-17T10:30')
      await officer.follow('button', 'Promise this')
      await officer.heading('Promised: Pia rings you')
      await officer.follow('button', 'Help has begun')
      await officer.fill('Say it in one sentence', 'Talked for an hour.')
      await officer.follow('button', 'Help was given')

      await nurse.open(call)
      await nurse.heading('Did it help?')
      await nurse.look('support-delivered')
      await nurse.follow('button', 'Yes, it helped')
      await nurse.heading('This call is closed')
    }),
)

test(
  'a lead keeps the dossier ready, hands it over, the centre records the CSIRT, and a change is seen',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      await givenPerson(centre, jana, { organisationId: hospital, role: 'lead' })
      await givenPerson(centre, pia, { organisationId: await givenCentre(centre), role: 'duty-officer' })
      const lead = await centre.visit({ width: 320 })
      await lead.signIn(await centre.linkFor(jana.email))
      await lead.open(`/o/${hospital}/support/dossier`)
      await lead.heading('0 of 9 items are ready')
      await lead.look('support-dossier-prepared')
      for (const item of ['Who is affected', 'Whom to reach day and night']) {
        await lead.follow('link', item)
        await lead.look(`support-item-${item.slice(0, 4)}`)
        await lead.follow('button', 'Save')
      }
      await lead.heading('2 of 9 items are ready')
      await lead.fill('What is it about?', 'Ransomware in the laboratory')
      await lead.follow('button', 'Open a dossier')
      await lead.page.getByText('Not yet, because').waitFor()
      await lead.look('support-dossier-lacking')
      for (const item of ['What has failed, and what that means', 'What you ask for', 'What has been done']) {
        await lead.follow('link', item)
        await lead.fill(item, `Known so far: ${item}`)
        await lead.follow('button', 'Save')
      }
      await lead.fill('Role', 'Head of IT')
      await lead.fill('On which mandate', 'By order of the management')
      await lead.follow('button', 'Hand it over')
      await lead.page.getByText('With the CSIRT').first().waitFor()
      await lead.follow('link', 'What has been done')
      await lead.fill('What has been done', 'All is unplugged now.')
      await lead.follow('button', 'Save')
      await lead.page.getByRole('heading', { name: 'One item has changed since the last yes' }).waitFor()
      await lead.look('support-dossier-changed')

      const officer = await centre.visit({ width: 1280 })
      await officer.signIn(await centre.linkFor(pia.email))
      await officer.open('/centre/support')
      await officer.follow('link', 'Tannau Hospital: Ransomware in the laboratory')
      await officer.look('support-centre-dossier')
      await officer.fill('For whom', 'CSIRT desk')
      await officer.follow('button', 'Make a link')
      const link = await officer.page.getByText(/\/endorse\//).textContent()
      assert.ok(link)

      const stranger = await centre.visit({ width: 320, script: false })
      await stranger.open(new URL(link.trim()).pathname)
      await stranger.look('support-endorse')
      await stranger.choose('Yes')
      await stranger.fill('Name of who decides', 'K. Novak')
      await stranger.fill('Role', 'Head of shift')
      await stranger.fill('On which mandate', 'Standing order 4')
      await stranger.fill('Receipt number', 'R-2026-17')
      await stranger.follow('button', 'Record the decision')
      await stranger.heading('Your decision is recorded')
      await stranger.look('support-endorsed')
      assert.equal(await stranger.open(new URL(link.trim()).pathname), 410)

      const paper = await centre.visit({ width: 794 })
      await paper.signIn(await centre.linkFor(jana.email))
      await paper.open(`/o/${hospital}/support/dossiers/1`)
      await paper.page.emulateMedia({ media: 'print' })
      await shoot(paper.page, 'support-dossier-paper')
      for (const role of ['navigation', 'button', 'textbox'] as const)
        assert.equal(await paper.page.getByRole(role).count(), 0, `a ${role} is printed`)
      await paper.page.getByText('K. Novak, Head of shift').waitFor({ state: 'visible' })
      await paper.page.getByText('Nobody has verified these rules').waitFor({ state: 'visible' })
    }),
)

test(
  'a neighbour answers a need without knowing whose it is, and both see each other when it is accepted',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      const neighbour = await givenHospital(centre, 'Seeblick Hospital')
      await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
      await givenPerson(centre, { ...luc, language: 'de' }, { organisationId: neighbour, role: 'lead' })
      const asks = await centre.visit({ width: 320, script: false })
      await asks.signIn(await centre.linkFor(jana.email))
      await asks.open(`/o/${hospital}/support/aid`)
      await asks.look('support-aid-empty')
      await asks.follow('link', 'Ask other hospitals')
      await asks.look('support-need-form')
      await asks.page.getByLabel('Kind', { exact: true }).selectOption('patients')
      await asks.fill('In one line', 'Six dialysis patients')
      await asks.fill('Where', 'within 60 km of the lake')
      await asks.choose('Hospitals in these countries')
      await asks.follow('button', 'Ask for it')
      await asks.look('support-aid-own')
      await centre.settle()

      const helps = await centre.visit({ width: 320, locale: 'de-AT' })
      await helps.signIn(await centre.linkFor(luc.email))
      await helps.open(`/o/${neighbour}/support/aid`)
      await helps.heading(/^Ein Krankenhaus bittet um Hilfe/)
      await helps.look('support-aid-german')
      assert.equal(await helps.page.getByText('Tannau').count(), 0)
      await helps.follow('link', /^Auf „Six dialysis/)
      await helps.fill('Was Sie tun können, und ab wann', 'Vier Plätze ab morgen')
      await helps.look('support-answer-german')
      await helps.follow('button', 'Senden')
      await helps.page.getByText('Wird bei Annahme genannt').waitFor()

      await asks.open(`/o/${hospital}/support/aid`)
      assert.equal(await asks.page.getByText('Seeblick').count(), 0)
      await asks.look('support-match')
      await asks.follow('button', /^Accept for/)
      await asks.page.getByText(/Seeblick Hospital: Luc Martin/).waitFor()
      await asks.look('support-match-agreed')
    }),
)
