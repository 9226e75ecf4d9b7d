// A whole ransomware night over the change to summer time: card, officer woken, case, filings, a contradiction, a correction, the final report.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { makeCard } from '../capabilities/incidents/index.ts'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { chooseRadio } from './keyboard.ts'
import type { Visitor } from './visitor.ts'

/** Saturday 23:40 in Vienna; clocks there go forward at 02:00 in this night. */
const saturdayNight = '2026-03-28T22:40:00Z'

async function answer(visitor: Visitor, question: RegExp | string, choice: string): Promise<void> {
  const group = visitor.page.getByRole('group', { name: question })
  await chooseRadio(
    visitor.page,
    group.getByRole('radio', { name: choice, exact: true }),
    `${question} ${choice}`,
  )
}

async function setMoment(visitor: Visitor, label: string | RegExp, value: string): Promise<void> {
  await visitor.page.getByLabel(label).fill(value)
}

/** The hospital's own people never sign in: their mail and their sign-in are down from the first minute. */
async function scanCard(centre: Centre, hospital: number): Promise<Visitor> {
  const { token } = await makeCard(
    centre.context,
    hospital,
    { place: 'Emergency admission', realm: 'real', actor: 'person:1', name: 'Jana Brandt' },
    centre.now(),
  )
  const phone = await centre.visit({ width: 320, script: false, theme: 'dark' })
  await phone.open(`/now/${token}`)
  await answer(phone, /patient in danger/, 'No')
  await answer(phone, /still spreading/, 'Yes')
  await phone.tick('A demand for money on a screen')
  await phone.fill('Name or role', 'Dr Feld, head of duty')
  await phone.fill('Your telephone number that works now', '+43 555 0177')
  await phone.follow('button', 'Send and wake the centre')
  await phone.heading('Pull the network cable of the affected computers. Leave them switched on.')
  return phone
}

async function woken(centre: Centre): Promise<readonly string[]> {
  const { rows } = await centre.context.database.asEngine((scope) =>
    sql<{
      recipient: string
    }>`select recipient from deliveries where kind = 'incident.wake' order by id`.execute(scope.db),
  )
  return rows.map(({ recipient }) => recipient)
}

async function changeFact(
  duty: Visitor,
  room: string,
  fact: { readonly group: string; readonly key: string; readonly value: string; readonly why?: string },
): Promise<void> {
  await duty.open(`${room}/facts/${fact.group}`)
  const field = duty.page.locator(`[name="fact-${fact.key}"]`)
  const isChoice = (await field.getAttribute('class'))?.includes('select') ?? false
  if (isChoice) await field.selectOption(fact.value)
  else await field.fill(fact.value)
  await duty.fill('Who or what says so?', 'Dr Feld on the telephone')
  await duty.choose('likely')
  if (fact.why) await duty.fill('Why was the earlier value wrong?', fact.why)
  await duty.follow('button', 'Save')
}

/** On the portal of the authority, by the officer's own hand: no mail is needed. */
async function fileOnPortal(duty: Visitor, at: string, receipt: string): Promise<void> {
  await duty.follow('button', 'Check and go on to sending')
  const portal = duty.page.getByRole('link', { name: 'On the portal of the authority' })
  if (await portal.count()) await duty.follow('link', 'On the portal of the authority')
  await duty.fill('Role', 'Duty officer of the centre')
  await duty.fill('By which mandate', 'Mandate of the hospital of 2 May')
  await setMoment(duty, 'I filed it at', at)
  await duty.fill('Receipt number, if you have one', receipt)
  await duty.follow('button', 'Record: filed on the portal')
  await duty.page.getByText('Receipt entered', { exact: true }).waitFor()
}

const dueOf = async (duty: Visitor, room: string, rule: string) => {
  await duty.open(room)
  return (await duty.page.locator(`#clock-${rule}`).textContent()) ?? ''
}

test('a ransomware night, from the printed card to the final report', { skip: noBrowser }, () =>
  inCentre(
    async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital', 'NL')
      const organisationId = await givenCentre(centre)
      for (const [email, name] of [
        ['pia@lakeland.example', 'Pia Lorenz'],
        ['otto@lakeland.example', 'Otto Reis'],
      ] as const)
        await givenPerson(centre, { email, name }, { organisationId, role: 'duty-officer' })
      const duty = await centre.visit({ width: 1280 })
      await duty.signIn(await centre.linkFor('pia@lakeland.example'))
      await duty.open('/centre/shift')
      await duty.follow('button', 'Begin my shift')
      await duty.look('night-shift')

      const phone = await scanCard(centre, hospital)
      await centre.settle()
      assert.deepEqual(await woken(centre), ['pia@lakeland.example'], 'who is on shift first')
      centre.passHours(5 / 60)
      await centre.runJob('incidents.wake')
      assert.deepEqual(
        await woken(centre),
        ['pia@lakeland.example', 'otto@lakeland.example'],
        'then the next',
      )

      await duty.open('/centre/incidents')
      await duty.look('night-list')
      await duty.follow('link', /^[a-z]+-[a-z]+-\d+$/)
      const room = new URL(duty.page.url()).pathname
      await duty.follow('button', 'I take it')
      centre.passHours(5 / 60)
      await centre.runJob('incidents.wake')
      assert.equal((await woken(centre)).length, 2, 'nobody is woken any more')
      await phone.follow('link', 'Load again')
      await phone.page
        .getByText(/Pia Lorenz/)
        .first()
        .waitFor()
      await phone.look('night-phone-taken')

      await duty.open(`${room}/significance`)
      await answer(duty, 'Severe disruption of services?', 'It has happened')
      await answer(duty, 'Financial loss for the hospital?', 'Not known yet')
      await answer(duty, 'Considerable damage to other people or organisations?', 'It could happen')
      await duty.fill('What is it based on?', 'Emergency care is diverted; Dr Feld')
      await duty.follow('button', 'Record the decision')
      // 24 hours on the clock of the world: the night has only 23 on the wall.
      assert.match(await dueOf(duty, room, 'NIS2-EW'), /Mon 30 Mar, 00:40/)
      assert.match(await dueOf(duty, room, 'NIS2-IN'), /Wed 1 Apr, 00:40/)
      await duty.look('night-room')

      await changeFact(duty, room, {
        group: 'personalData',
        key: 'personalData',
        value: 'breach',
        why: 'The note shows names',
      })
      await changeFact(duty, room, { group: 'personalData', key: 'dataSubjectCount', value: '400' })
      await duty.open(`${room}/filings`)
      await duty.follow('button', 'Prepare Early warning filing')
      await fileOnPortal(duty, '2026-03-28T23:55', 'CS-1')
      await duty.look('night-early-warning')

      await changeFact(duty, room, {
        group: 'nature',
        key: 'maliciousSuspected',
        value: 'unknown',
        why: 'IT is not sure any more',
      })
      await duty.open(`${room}/filings`)
      await duty.follow('button', /^Prepare .*GDPR|^Prepare .*personal data|^Prepare .*breach/i)
      await duty.page.getByText('Not yet, because').waitFor()
      await duty.look('night-contradiction')
      await duty.choose(/^yes — what was told before/i)
      await duty.fill('Why, in one sentence', 'The ransom note leaves no doubt')
      await duty.follow('button', /^Settle: /)
      const breach = new URL(duty.page.url()).pathname
      await fileOnPortal(duty, '2026-03-28T23:58', 'AP-7')

      await changeFact(duty, room, {
        group: 'personalData',
        key: 'dataSubjectCount',
        value: '4000',
        why: 'The archive was copied too',
      })
      await duty.open(breach)
      await duty.follow('button', 'Prepare a correction')
      await duty.look('night-correction')
      await duty.choose(/^4,000 — what stands here/)
      await duty.fill('Why, in one sentence', 'The archive was copied too')
      await duty.follow('button', /^Settle: /)
      await fileOnPortal(duty, '2026-03-28T23:59', 'AP-8')
      await duty.open(breach)
      await duty.page.getByText('A newer filing corrects this one.').waitFor()
      await duty.page.getByText('400', { exact: true }).first().waitFor()
      await duty.look('night-corrected')

      centre.passHours(60)
      await duty.signIn(await centre.linkFor('pia@lakeland.example'))
      await changeFact(duty, room, { group: 'nature', key: 'severity', value: 'critical' })
      await duty.open(`${room}/filings`)
      await duty.follow('button', 'Prepare Incident notification')
      await fileOnPortal(duty, '2026-03-31T12:00', 'CS-2')
      assert.match(
        await dueOf(duty, room, 'NIS2-FR'),
        /Thu 30 Apr, 12:00/,
        'a month has no 31st, so its last day',
      )

      centre.passHours(20 * 24)
      await duty.signIn(await centre.linkFor('pia@lakeland.example'))
      await changeFact(duty, room, { group: 'nature', key: 'ongoing', value: 'no', why: 'Restored' })
      await duty.open(`${room}/after`)
      await duty.look('night-after')
      await duty.open(`${room}/filings`)
      await duty.follow('button', 'Prepare Final report')
      await fileOnPortal(duty, '2026-04-20T10:00', 'CS-3')
      await duty.open(`${room}/filings`)
      await duty.look('night-filings')
      await duty.open(`${room}/print`)
      await duty.look('night-print')
    },
    { startsAt: saturdayNight },
  ),
)
