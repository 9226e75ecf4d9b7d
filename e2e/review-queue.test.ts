// The journey of a name in doubt: a hospital is asked to check, the centre decides once, the alert follows, and back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenAdvisory, givenAssets, givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import type { Visitor } from './visitor.ts'

const title = 'Infusion pump gateway without authentication'
const pair = 'Is “Kestrel Care PumpGate” the same as “Northwind Medical PumpGate”?'
const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const rosa = { email: 'rosa.keller@centre.example', name: 'Rosa Keller' }

/** A reseller's name on the device: nothing tells whether it is the vendor's product. */
const resold = (number: number, product = 'PumpGate') =>
  `${number};${product};Kestrel Care;;2.3.1;Main site;4711`

for (const { width, script } of eachLook([
  { width: 320, script: true },
  { width: 1280, script: false },
])) {
  test(
    `the officer confirms a pair of names once, every hospital's alert follows, and undo brings it back, at ${width} px ${script ? 'with' : 'without'} script`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        const centreId = await givenCentre(centre)
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        const other = await givenHospital(centre, 'Birkensee Clinic')
        await givenPerson(centre, rosa, { organisationId: centreId, role: 'duty-officer' })
        await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
        await givenAdvisory(centre)
        await givenAssets(centre, hospital, [resold(1), resold(2, 'KC Infusor')])
        await givenAssets(centre, other, [resold(3)])
        await centre.runJob('matching.review-queue')
        const nurse = await centre.visit({ width, script })
        await nurse.signIn(await centre.linkFor(jana.email))
        await seeAlert(centre, nurse, hospital, 'Please check', /Similar name/)
        await refused(nurse)
        await propose(nurse, hospital)
        await centre.runJob('matching.review-queue')
        const officer = await centre.visit({ width, script })
        await officer.signIn(await centre.linkFor(rosa.email))
        await confirm(officer)
        await seeAlert(centre, nurse, hospital, 'Next maintenance', /Confirmed alias/)
        await decideProposal(officer)
        await seeOutcome(nurse, hospital)
        await undo(officer)
        await seeAlert(centre, nurse, hospital, 'Please check', /Similar name/)
      }),
  )
}

async function seeAlert(
  centre: Centre,
  visitor: Visitor,
  hospital: number,
  urgency: string,
  grade: RegExp,
): Promise<void> {
  const [alertId] = await centre.alertsOf(hospital)
  await visitor.open(`/o/${hospital}/alerts/${alertId}`)
  await visitor.heading(title)
  await visitor.look(`alert-of-a-name-${urgency.replace(/\W+/, '-').toLowerCase()}`)
  assert.equal(await visitor.page.locator('.s-urgency').first().textContent(), urgency)
  assert.match((await visitor.region('Why you').textContent()) ?? '', grade)
}

async function refused(visitor: Visitor): Promise<void> {
  for (const path of ['/centre/review', '/centre/review/1', '/centre/review/decisions'])
    assert.equal(await visitor.open(path), 403)
  await visitor.heading('You may not do this')
  assert.equal(await visitor.page.getByText('Kestrel').count(), 0)
}

async function propose(visitor: Visitor, hospital: number): Promise<void> {
  await visitor.open(`/o/${hospital}/assets`)
  await visitor.follow('link', 'KC Infusor')
  const part = visitor.region('Is it known by another name?')
  await visitor.fill('Vendor, as on the label or in the advisory', 'Northwind Medical', part)
  await visitor.fill('How do you know?', 'The label on the back says Northwind.', part)
  await visitor.follow('button', 'Propose it to the centre')
  await visitor.page.getByRole('alert').getByText('Name the product').waitFor()
  await visitor.look('proposal-incomplete')
  await visitor.fill('Product, as on the label or in the advisory', 'PumpGate', part)
  await visitor.follow('button', 'Propose it to the centre')
  await visitor.page.getByText('Your proposal is with the centre').waitFor()
  await part.getByText('The centre has not decided yet.').waitFor()
  await visitor.look('proposal-sent')
}

async function confirm(visitor: Visitor): Promise<void> {
  await visitor.follow('link', /^Review queue/)
  await visitor.heading('2 pairs of names wait for a decision')
  await visitor.page.getByRole('heading', { name: pair }).waitFor()
  await visitor.page.getByText('2 members run it and 1 live advisory depends on it').waitFor()
  await visitor.look('review-queue')
  await visitor.follow('link', 'Look and decide')
  await visitor.heading(pair)
  await visitor.look('review-pair')
  const vendors = (await visitor.tableRows(/^The two names/))[1]
  assert.deepEqual(vendors, ['Vendor', 'Kestrel Care', 'Northwind Medical', 'differs'])
  await visitor.fill('How do you know?', 'Data sheet of the reseller, page 2')
  await visitor.follow('button', 'Decide for all members')
  await visitor.page.getByRole('alert').getByText('Choose one of the three answers').waitFor()
  await visitor.look('review-pair-incomplete')
  await visitor.choose('Yes, the same product')
  await visitor.follow('button', 'Decide for all members')
  await visitor.heading('1 pair of names waits for a decision')
  await visitor.page.getByRole('status').getByText('counts for every member').waitFor()
}

async function decideProposal(visitor: Visitor): Promise<void> {
  await visitor.follow('link', 'Look and decide')
  const words = (await visitor.region('Proposed by hospitals').textContent()) ?? ''
  assert.match(words, /Tannau Hospital.*Jana Brandt.*The label on the back says Northwind/)
  const alike = await visitor.tableRows('Similar pairs already decided')
  assert.match(alike[1]?.join(' ') ?? '', /Kestrel Care PumpGate.*Same product/)
  await visitor.look('review-proposed')
  await visitor.choose('No, another product')
  await visitor.fill('How do you know?', 'The vendor says it is a syringe pump')
  await visitor.follow('button', 'Decide for all members')
  await visitor.heading('No pair of names waits')
  await visitor.look('review-empty')
}

async function seeOutcome(visitor: Visitor, hospital: number): Promise<void> {
  await visitor.open(`/o/${hospital}/assets`)
  await visitor.follow('link', 'KC Infusor')
  const part = (await visitor.region('Is it known by another name?').textContent()) ?? ''
  assert.match(part, /The centre decided on .*Another product.*The vendor says it is a syringe pump/)
  assert.doesNotMatch(part, /Birkensee|Rosa Keller/)
}

async function undo(visitor: Visitor): Promise<void> {
  await visitor.follow('link', 'Decisions')
  await visitor.heading('Decisions about names')
  await visitor.look('review-decisions')
  await visitor.follow('link', 'Kestrel Care PumpGate')
  await visitor.heading(pair)
  await visitor.look('review-decided')
  await visitor.fill('Why is it wrong?', 'It was the data sheet of another pump')
  await visitor.follow('button', 'Take the decision back')
  await visitor.heading('1 pair of names waits for a decision')
  await visitor.follow('link', 'Decisions')
  const [, newest] = await visitor.tableRows('Decisions about names')
  assert.match(newest?.join(' ') ?? '', /Taken back.*another pump.*Rosa Keller/)
}
