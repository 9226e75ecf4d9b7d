// The journey of an advisory that changes: explained, revised in silence, opened again with the difference, withdrawn.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gateway, givenAdvisory, givenAssets, givenHospital, givenPerson, givenRevision } from './arrange.ts'
import { eachLook, noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import type { Visitor } from './visitor.ts'

const title = 'Infusion pump gateway without authentication'
const clearer = 'Infusion pump gateway takes commands from anybody'
const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }

for (const { width, script } of eachLook([
  { width: 320, script: false },
  { width: 1280, script: true },
])) {
  test(
    `a hospital follows an advisory through its revisions, at ${width} px ${script ? 'with' : 'without'} script`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
        await givenAssets(centre, hospital, [gateway(1, '2.3.1'), gateway(2, '2.5.0')])
        await givenAdvisory(centre)
        const visitor = await centre.visit({ width, script })
        await visitor.signIn(await centre.linkFor(jana.email))
        await readExplanation(visitor, hospital)
        await acknowledge(centre, visitor, hospital)
        await seeSilentRevision(centre, visitor, hospital)
        await seeReopening(centre, visitor, hospital)
        await seeWithdrawal(centre, visitor, hospital)
      }),
  )
}

/** Also of the asset that the advisory does not concern: what was compared, and why nothing came of it. */
async function readExplanation(visitor: Visitor, hospital: number): Promise<void> {
  for (const [asset, answer] of [
    ['Infusion gateway 1', /Affected.*Version “2\.3\.1” is in the stated range/s],
    ['Infusion gateway 2', /Not affected.*2\.5\.0/s],
  ] as const) {
    await visitor.open(`/o/${hospital}/assets`)
    await visitor.follow('link', asset)
    await visitor.follow('link', /compared with/i)
    await visitor.look(`explanation-${asset.replaceAll(' ', '-').toLowerCase()}`)
    const page = (await visitor.page.getByRole('main').textContent()) ?? ''
    assert.match(page, answer)
    assert.match(page, /NWM-2026-001/)
  }
}

async function openAlert(
  centre: Centre,
  visitor: Visitor,
  hospital: number,
  heading: string,
): Promise<string> {
  const [alertId] = await centre.alertsOf(hospital)
  await visitor.open(`/o/${hospital}/alerts/${alertId}`)
  await visitor.heading(heading)
  return (await visitor.region('What happened so far').textContent()) ?? ''
}

async function acknowledge(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  await openAlert(centre, visitor, hospital, title)
  await visitor.follow('button', 'Acknowledge')
  await visitor.page.getByRole('main').getByText('Acknowledged', { exact: true }).waitFor()
}

async function seeSilentRevision(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  await givenRevision(centre, { version: '2', title: clearer, revisedAt: '2026-11-16T08:00:00.000Z' })
  const history = await openAlert(centre, visitor, hospital, clearer)
  await visitor.page.getByRole('main').getByText('Acknowledged', { exact: true }).waitFor()
  assert.doesNotMatch(history, /Opened again/)
  await visitor.look('alert-after-a-silent-revision')
}

async function seeReopening(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  centre.passHours(1)
  await givenRevision(centre, {
    version: '3',
    title: clearer,
    fix: 'Update to 2.4.2; 2.4.0 does not close the hole.',
    revisedAt: '2026-11-17T08:00:00.000Z',
  })
  const history = await openAlert(centre, visitor, hospital, clearer)
  assert.match(history, /Opened again\. One change: what to do has changed/)
  await visitor.page.getByRole('button', { name: 'Acknowledge' }).waitFor()
  await visitor.look('alert-opened-again')
}

async function seeWithdrawal(centre: Centre, visitor: Visitor, hospital: number): Promise<void> {
  centre.passHours(1)
  await givenRevision(centre, {
    version: '4',
    title: clearer,
    range: 'vers:generic/<1.0.0',
    revisedAt: '2026-11-17T09:00:00.000Z',
  })
  await openAlert(centre, visitor, hospital, clearer)
  await visitor.page.getByRole('main').getByText('Withdrawn', { exact: true }).waitFor()
  await visitor.page.getByText('The advisory was withdrawn or narrowed and no longer concerns you.').waitFor()
  assert.match((await visitor.region('By when').textContent()) ?? '', /Nothing is due/)
  await visitor.look('alert-withdrawn')
  await visitor.open(`/o/${hospital}`)
  await visitor.heading('Nothing needs you today')
}
