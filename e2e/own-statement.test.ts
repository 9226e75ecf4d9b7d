// A hospital's own word: it marks how far it is, hands in a statement that frees a product, sees what is left out, and takes it back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gateway, givenAdvisory, givenAssets, givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import type { Visitor } from './visitor.ts'

const title = 'Infusion pump gateway without authentication'
const leftOut = 'Left out by your own statements'
const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const otto = { email: 'otto.lang@tannau.example', name: 'Otto Lang' }

for (const { width, script } of eachLook([
  { width: 320, script: true },
  { width: 1280, script: false },
])) {
  test(
    `a hospital marks remedies, hands in a supplier's statement, sees what it leaves out, and takes it back, at ${width} px ${script ? 'with' : 'without'} script`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
        await givenPerson(centre, otto, { organisationId: hospital, role: 'reader' })
        await givenAdvisory(centre)
        await givenAssets(centre, hospital, [gateway(1, '2.3.1'), gateway(2, '2.2.0')])
        const visitor = await centre.visit({ width, script })
        await visitor.signIn(await centre.linkFor(jana.email))
        await mark(centre, visitor, hospital)
        await handIn(visitor)
        await seeWhatIsLeftOut(centre, visitor, hospital)
        await takeBack(centre, visitor, hospital)
        await narrow(visitor, hospital)
        await onlyReads(centre, await centre.visit({ width, script }), hospital)
      }),
  )
}

async function openAlert(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  const [alertId] = await centre.alertsOf(hospital)
  await visitor.open(`/o/${hospital}/alerts/${alertId}`)
  await visitor.heading(title)
}

async function mark(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  await openAlert(centre, visitor, hospital)
  const part = visitor.region('How far you are')
  await visitor.tick('Choose Infusion gateway 1')
  await visitor.choose('remediation in progress')
  await visitor.follow('button', 'Store', part)
  assert.match((await part.textContent()) ?? '', /1 not remediated, 1 in progress, 0 done/)
  await visitor.look('remediation-marked')
}

async function handIn(visitor: Visitor): Promise<void> {
  await visitor.follow('link', 'Supplier statements')
  await visitor.heading('Statements of your suppliers (VEX)')
  await visitor.look('statements-none')
  await visitor.attach('VEX document', 'vex.json', '{}')
  await visitor.fill('Why do you trust this document?', 'Answer of the supplier to our question')
  await visitor.follow('button', 'Hand in')
  await visitor.page.getByText('Ask your supplier for a valid').first().waitFor()
  await visitor.look('statement-refused')
  await visitor.attach('VEX document', 'vex.json', statement())
  await visitor.follow('button', 'Hand in')
  await visitor.page.getByText('One warning about one product version does not count').waitFor()
  await visitor.look('statement-counts')
}

async function seeWhatIsLeftOut(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  await openAlert(centre, visitor, hospital)
  assert.deepEqual(await assetsShown(visitor), ['Infusion gateway 2'])
  await visitor.unfold('Which assets, and why')
  const text = (await visitor.region(leftOut).textContent()) ?? ''
  assert.match(
    text,
    /Infusion gateway 1.*CVE-2026-10001: not affected, because the vulnerable code is not included/,
  )
  assert.match(
    (await visitor.region('How far you are').textContent()) ?? '',
    /1 asset is concerned: 1 not remediated/,
  )
  await visitor.look('alert-left-out')
}

async function takeBack(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  await visitor.follow('link', 'Your statements, and how to take one back')
  await visitor.follow('button', /^Take back/)
  await visitor.page.getByText('Taken back by Jana Brandt').waitFor()
  await openAlert(centre, visitor, hospital)
  assert.deepEqual((await assetsShown(visitor)).toSorted(), ['Infusion gateway 1', 'Infusion gateway 2'])
  assert.equal(await visitor.region(leftOut).count(), 0)
}

async function narrow(visitor: Visitor, hospital: number): Promise<void> {
  await visitor.follow('link', 'Infusion gateway 1', visitor.region('Your assets'))
  await visitor.follow('link', 'Which advisories were compared with it, and why they concern it or not')
  await visitor.heading('Advisories compared with this asset')
  assert.match(visitor.page.url(), new RegExp(`/o/${hospital}/assets/\\d+/advisories`))
  await visitor.follow('link', /^Certain only/)
  await visitor.look('compared-certain')
  await visitor.follow('button', 'Look again')
  await visitor.page.getByText('The asset was compared with all advisories again.').waitFor()
  await visitor.look('compared-again')
}

async function onlyReads(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  await visitor.signIn(await centre.linkFor(otto.email))
  await openAlert(centre, visitor, hospital)
  assert.equal(await visitor.region('How far you are').getByRole('button').count(), 0)
  await visitor.open(`/o/${hospital}/vex`)
  assert.equal(await visitor.page.getByRole('button', { name: 'Hand in' }).count(), 0)
}

async function assetsShown(visitor: Visitor): Promise<readonly string[]> {
  const links = await visitor.region('Your assets').getByRole('link').allTextContents()
  return links.map((name) => name.trim())
}

/** As a supplier would write it to one hospital. */
function statement(): string {
  return JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://tannau.example/vex/1',
    author: 'Tannau Hospital',
    timestamp: '2026-03-01T08:00:00Z',
    version: 1,
    statements: [
      {
        vulnerability: { name: 'CVE-2026-10001' },
        supplier: 'Northwind Medical',
        products: [{ '@id': 'pkg:generic/northwind/pumpgate@2.3.1' }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_present',
      },
    ],
  })
}
