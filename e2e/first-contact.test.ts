// The first minute: a hospital prints its card, and at night somebody scans it on a phone without script and wakes the centre.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { EngineScope } from '../platform/database/database.ts'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { chooseRadio } from './keyboard.ts'
import type { Visitor } from './visitor.ts'

/** As the lead does it: makes a card, looks at the sheet, and hangs it up. Returns where its code leads. */
async function hangUpCard(
  centre: Centre,
  hospital: number,
  realm: 'real' | 'exercise' = 'real',
): Promise<string> {
  const email = `lead-${hospital}-${realm}@tannau.example`
  await givenPerson(centre, { email, name: 'Jana Brandt' }, { organisationId: hospital, role: 'lead' })
  const desk = await centre.visit({ width: 1280 })
  await desk.signIn(await centre.linkFor(email))
  await desk.open(`/o/${hospital}/incidents/cards`)
  await desk.look(`cards-${realm}`)
  await desk.fill('Place', 'Emergency admission')
  if (realm === 'exercise') await desk.choose('Exercises only')
  await desk.follow('button', 'Make the card')
  await desk.heading('Card: Emergency admission')
  await desk.look(`card-${realm}`)
  const code = await desk.page.locator('.code code').textContent()
  return `/now/${(code ?? '').replace(/\s/g, '')}`
}

/** Whom a message of the first contact was asked to be sent to. */
async function deliveriesOf({ db }: EngineScope): Promise<readonly string[]> {
  const { rows } = await sql<{
    recipient: string
  }>`select recipient from deliveries where kind in ('incident.wake', 'incident.unplaced')`.execute(db)
  return rows.map(({ recipient }) => recipient)
}

async function answer(visitor: Visitor, question: RegExp, choice: string): Promise<void> {
  const group = visitor.page.getByRole('group', { name: question })
  await chooseRadio(visitor.page, group.getByRole('radio', { name: choice, exact: true }), choice)
}

test(
  'somebody on night duty scans the card and knows what to do, with a phone of 320 pixels, keys alone and no script',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      await givenPerson(
        centre,
        { email: 'pia@lakeland.example', name: 'Pia Lorenz' },
        { organisationId: await givenCentre(centre), role: 'duty-officer' },
      )
      const address = await hangUpCard(centre, hospital)
      const phone = await centre.visit({ width: 320, script: false, theme: 'dark' })
      const requests: string[] = []
      phone.page.on('request', (request) => requests.push(request.url()))
      await phone.open(address)
      await phone.page.waitForLoadState('networkidle')
      assert.equal(requests.length, 1, `one request, not ${requests.join(' ')}`)
      await phone.heading('Something is wrong?')
      await phone.look('first-contact')

      await answer(phone, /patient in danger/, 'No')
      await answer(phone, /still spreading/, 'Yes')
      await phone.tick('A demand for money on a screen')
      await phone.tick('Telephones')
      await phone.fill('Name or role', 'Dr Feld, head of duty')
      await phone.fill('In your own words', 'A red screen asks for money')
      await phone.follow('button', 'Send and wake the centre')
      await phone.page.getByRole('alert').waitFor()
      await phone.look('first-contact-no-number')
      await phone.fill('Your telephone number that works now', '+43 555 0177')
      await phone.follow('button', 'Send and wake the centre')

      await phone.heading('Pull the network cable of the affected computers. Leave them switched on.')
      await phone.look('next-action')
      await centre.settle()
      await phone.follow('link', 'Load again')
      await phone.page.getByText(/We woke the duty officer on .* rings you on \+43\s555\s0177/).waitFor()
      const mails = await centre.context.database.asEngine((scope) => deliveriesOf(scope))
      assert.deepEqual(mails, ['pia@lakeland.example'])
      await phone.follow('button', 'I can’t do that')
      await phone.heading('Type nothing on the affected computers. Take a photo of the screen.')
      await phone.follow('button', 'Done')
      await phone.heading(/Ring whoever can decide tonight/)
      await phone.look('next-action-later')

      const word = (await phone.page.locator('.word').textContent()) ?? ''
      await phone.open(address)
      await phone.unfold('Already sent?')
      await phone.fill('Word of the case', word)
      await phone.follow('button', 'Open')
      await phone.heading(/Ring whoever can decide tonight/)
    }),
)

test(
  'a code that nobody knows asks for the hospital and still reaches the officers, in the language of the phone',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      await givenPerson(
        centre,
        { email: 'pia@lakeland.example', name: 'Pia Lorenz' },
        { organisationId: await givenCentre(centre), role: 'duty-officer' },
      )
      const phone = await centre.visit({ width: 320, script: false, locale: 'de-AT' })
      await phone.open('/now/1-AAAAAAAAAAAAAAAAAAAAAA')
      await phone.heading('Etwas stimmt nicht?')
      await phone.look('first-contact-unknown-code')
      await phone.fill('Krankenhaus oder Praxis', 'Krankenhaus Tannau')
      await phone.fill('Ort', 'Tannau')
      await answer(phone, /Patient in Gefahr/, 'Ja')
      await phone.fill('Ihre Telefonnummer, die jetzt geht', '0555 0177')
      await phone.follow('button', 'Senden und das Zentrum wecken')
      await phone.heading('Bleiben Sie beim Patienten. Wir rufen Sie an.')
      await phone.look('first-contact-received')
      const mails = await centre.context.database.asEngine((scope) => deliveriesOf(scope))
      assert.deepEqual(mails, ['pia@lakeland.example'])
    }),
)

test('an exercise and every language read well on a small phone', { skip: noBrowser }, () =>
  inCentre(async (centre) => {
    const hospital = await givenHospital(centre, 'Tannau Hospital')
    const address = await hangUpCard(centre, hospital, 'exercise')
    const names = { en: 'English', de: 'Deutsch', fr: 'Français', it: 'Italiano' }
    const phone = await centre.visit({ width: 320 })
    await phone.open(address)
    for (const [language, name] of Object.entries(names)) {
      if (language !== 'en') await phone.follow('link', name)
      await phone.look(`exercise-${language}`)
      await phone.page.locator('.strip').waitFor()
    }
    await phone.page.getByLabel('Il suo numero di telefono che funziona adesso').fill('0555 0177')
    await phone.follow('button', 'Invia e sveglia il centro')
    await phone.heading(/Scriva su carta ciò che vede/)
    for (const name of Object.values(names)) {
      if (await phone.page.getByRole('link', { name, exact: true }).count()) await phone.follow('link', name)
      await phone.look(`exercise-next-${name}`)
    }
  }),
)
