// The room of a case: a hospital at night on the phone without script, the duty officer beside it, a guest, and paper.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gateway, givenAssets, givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { shoot } from './inspect.ts'
import { chooseRadio } from './keyboard.ts'
import type { Visitor } from './visitor.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const pia = { email: 'pia.lorenz@lakeland.example', name: 'Pia Lorenz', language: 'de' }

async function arrange(centre: Centre): Promise<number> {
  const hospital = await givenHospital(centre, 'Tannau Hospital', 'DE')
  await givenAssets(centre, hospital, [gateway(1, '2.3.1'), gateway(2, '2.4.0')])
  await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
  await givenPerson(centre, pia, { organisationId: await givenCentre(centre), role: 'duty-officer' })
  return hospital
}

/** A field for a moment takes no typing that is the same in every language, so its value is set. */
async function setMoment(visitor: Visitor, label: string | RegExp, local: string): Promise<void> {
  await visitor.page.getByRole('textbox', { name: label }).fill(local)
}

async function report(visitor: Visitor, hospital: number): Promise<string> {
  await visitor.open(`/o/${hospital}/incidents`)
  await visitor.look('room-list-empty')
  await visitor.follow('link', 'Report an incident', visitor.page.getByRole('main'))
  await visitor.look('room-open')
  await visitor.follow('button', 'Open the case and wake the centre')
  await visitor.page.getByText('2 entries need correcting').waitFor()
  await visitor.look('room-open-faults')
  await visitor.page.getByLabel('What is it?').selectOption({ label: 'Ransomware' })
  await visitor.fill('In one line', 'File server encrypted')
  await visitor.fill('What happened (optional)', 'Files are renamed since three')
  await setMoment(visitor, /When did the hospital become aware/, '2026-11-17T04:12')
  await visitor.fill('Telephone number to ring now', '+49 30 5550100')
  await visitor.follow('button', 'Open the case and wake the centre')
  await visitor.heading('File server encrypted')
  return new URL(visitor.page.url()).pathname
}

test(
  'a hospital reports at night on the phone without script, decides, corrects, tells of care; the officer takes the case; paper has it all',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await arrange(centre)
      const visitor = await centre.visit({ width: 320, script: false })
      await visitor.signIn(await centre.linkFor(jana.email))
      const room = await report(visitor, hospital)
      await visitor.look('room-new')

      await visitor.follow('link', 'Answer three questions')
      const answer = (question: string, name: string) =>
        chooseRadio(
          visitor.page,
          visitor.page.getByRole('group', { name: question }).getByRole('radio', { name, exact: true }),
          `${question} ${name}`,
        )
      await answer('Severe disruption of services?', 'It has happened')
      await visitor.follow('button', 'Record the decision')
      await visitor.page.getByRole('link', { name: 'Financial loss for the hospital?: Choose one' }).waitFor()
      await visitor.look('room-significance-faults')
      await answer('Financial loss for the hospital?', 'Not known yet')
      await answer('Considerable damage to other people or organisations?', 'No')
      await visitor.fill('What is it based on?', 'Emergency care is diverted; Dr Feld')
      await visitor.follow('button', 'Record the decision')

      await visitor.open(`${room}/facts/times`)
      await setMoment(visitor, 'When the hospital became aware', '2026-11-17T03:40')
      await visitor.fill('Who or what says so?', 'Log of the switchboard')
      await visitor.choose('confirmed')
      await visitor.follow('button', 'Save')
      await visitor.page.getByRole('link', { name: /Say why the earlier value was wrong/ }).waitFor()
      assert.equal(
        await visitor.page.getByRole('textbox', { name: 'When the hospital became aware' }).inputValue(),
        '2026-11-17T03:40',
      )
      await visitor.look('room-facts-faults')
      await visitor.fill('Why was the earlier value wrong?', 'The ward rang before')
      await visitor.follow('button', 'Save')

      await visitor.open(`${room}/service/laboratory`)
      await visitor.choose('stopped')
      await setMoment(visitor, /When is it expected back/, '2026-11-17T12:00')
      await visitor.follow('button', 'Save what it can do')
      await visitor.open(`${room}/tasks?kind=promise`)
      await visitor.fill('What?', 'Fax the reports')
      await visitor.fill('To whom was it promised (only for promises)', 'Practice of Dr Sand')
      await setMoment(visitor, 'By when?', '2026-11-17T11:00')
      await visitor.look('room-promise')
      await visitor.follow('button', 'Add it')
      await visitor.open(`${room}/assets?search=gateway`)
      await visitor.choose('Infusion gateway 1')
      await visitor.look('room-assets')
      await visitor.follow('button', 'Attach it to the case')
      await visitor.open(`${room}/evidence`)
      await visitor.attach('File', 'note.txt', 'Your files are ours')
      await visitor.fill('Where was it taken from?', 'PC of ward 3')
      await visitor.follow('button', 'Hand it in')

      const early = visitor.page.locator('#clock-NIS2-EW')
      await early.getByText('Wed 18 Nov, 03:40').first().waitFor()
      assert.equal(await early.locator('s').first().textContent(), 'Wed 18 Nov, 04:12')
      await visitor.page.getByText('Check and send: Early warning filing (NIS2)').waitFor()
      await visitor.look('room-full')
      await visitor.open(`${room}/brief`)
      await visitor.look('room-brief')

      const duty = await centre.visit({ width: 1280, theme: 'dark', locale: 'de-DE' })
      await duty.signIn(await centre.linkFor(pia.email))
      await duty.open('/centre/incidents')
      await duty.look('room-list-centre')
      await duty.follow('link', /^[a-z]+-[a-z]+-\d+$/)
      await duty.follow('button', 'Ich übernehme')
      await duty.page.getByText('bei Pia Lorenz (Lakeland Health Security Centre)').first().waitFor()
      await duty.page.getByText('Infusion gateway 1').first().waitFor()
      await duty.look('room-officer')
      assert.equal(await duty.open(new URL(duty.page.url()).pathname.concat('/assets')), 404)

      await visitor.open(`${room}/print`)
      await visitor.page.emulateMedia({ media: 'print' })
      await shoot(visitor.page, 'room-paper')
      const paper = await visitor.page.locator('main').innerText()
      for (const words of [
        'Unverified',
        'The ward rang before',
        'Fax the reports',
        'note.txt',
        'Printed by Jana Brandt',
      ])
        assert.ok(paper.includes(words), words)
      assert.equal(await visitor.page.locator('main button, main input').count(), 0)
    }),
)

test(
  'a guest reads the room on a phone in four languages, without an account, and nothing once shown out',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await arrange(centre)
      const visitor = await centre.visit({ width: 1280 })
      await visitor.signIn(await centre.linkFor(jana.email))
      const room = await report(visitor, hospital)
      await visitor.open(`${room}/guests`)
      await visitor.fill('Name', 'R. Ott')
      await visitor.fill('From', 'Forensics Ltd')
      await visitor.choose(/^read$/)
      await visitor.look('room-invite')
      await visitor.follow('button', 'Make the link')
      const link = (await visitor.page.locator('main code').textContent()) ?? ''
      const path = new URL(link).pathname
      for (const locale of ['en-GB', 'de-DE', 'fr-FR', 'it-IT']) {
        const guest = await centre.visit({ width: 320, locale, script: false })
        assert.equal(await guest.open(path), 200)
        await guest.heading('File server encrypted')
        assert.equal(await guest.page.locator('main form').count(), 0)
        await guest.look(`room-guest-${locale.slice(0, 2)}`)
      }
      await visitor.open(room)
      await visitor.look('room-desk')
      await visitor.follow('button', /^Show out/)
      const gone = await centre.visit({ width: 320 })
      assert.equal(await gone.open(path), 410)
      assert.equal(await gone.page.getByText('File server').count(), 0)
      await gone.look('room-gone')
    }),
)
