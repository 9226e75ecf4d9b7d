// The journey of a document at the centre: found, read, commented on, compared, deleted with its alerts, and brought back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  gateway,
  givenAdvisory,
  givenAssets,
  givenCentre,
  givenHospital,
  givenPerson,
  givenRevision,
} from './arrange.ts'
import { beforeRelease, eachLook, noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import type { Visitor } from './visitor.ts'

const title = 'Infusion pump gateway without authentication'
const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const rosa = { email: 'rosa.keller@centre.example', name: 'Rosa Keller' }
const otto = { email: 'otto.lang@centre.example', name: 'Otto Lang' }

for (const { width, script } of eachLook([
  { width: 320, script: true },
  { width: 1280, script: false },
])) {
  test(
    `a document is found, read, commented on, compared, deleted with its alerts, and brought back, at ${width} px ${script ? 'with' : 'without'} script`,
    { skip: noBrowser || beforeRelease },
    () =>
      inCentre(async (centre) => {
        const centreId = await givenCentre(centre)
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        await givenPerson(centre, rosa, { organisationId: centreId, role: 'duty-officer' })
        await givenPerson(centre, otto, { organisationId: centreId, role: 'administrator' })
        await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
        await givenAssets(centre, hospital, [gateway(1, '2.3.1')])
        await givenAdvisory(centre)
        await givenAdvisory(centre, {
          id: 'NWM-2026-002',
          title: 'Backup server with a fixed password',
          cve: 'CVE-2026-10009',
          range: 'vers:generic/<1.0.0',
        })
        const officer = await centre.visit({ width, script })
        await officer.signIn(await centre.linkFor(rosa.email))
        await find(officer)
        await read(officer)
        await comment(officer)
        await givenRevision(centre, { range: 'vers:generic/<2.4.1', fix: 'Update to 2.4.1.' })
        await compare(officer)
        const nurse = await centre.visit({ width, script })
        await nurse.signIn(await centre.linkFor(jana.email))
        await refused(nurse)
        const administrator = await centre.visit({ width, script })
        await administrator.signIn(await centre.linkFor(otto.email))
        await remove(centre, administrator)
        await seeAlert(centre, nurse, hospital, /The centre deleted/)
        await seeDeleted(officer)
        await bringBack(centre, administrator)
        await seeAlert(centre, nurse, hospital, /Northwind Medical PumpGate/)
      }),
  )
}

async function find(visitor: Visitor): Promise<void> {
  await visitor.follow('link', 'Advisories')
  await visitor.heading('Advisories')
  await visitor.look('documents')
  await visitor.fill('Search', 'pumpgate gateway')
  await visitor.follow('button', 'Filter')
  assert.deepEqual(await titles(visitor), [title])
  await visitor.unfold('More to search by')
  await visitor.fill('CVE number', 'CVE-2026-10009')
  await visitor.fill('Released from (2026-03-01)', 'March')
  await visitor.follow('button', 'Search with these')
  await visitor.page.getByRole('alert').getByText('Give a day as year, month and day').waitFor()
  await visitor.look('documents-wrong-day')
  await visitor.fill('Released from (2026-03-01)', '2026-03-01')
  await visitor.follow('button', 'Search with these')
  await visitor.page.getByText('No advisory fits this filter.').waitFor()
  await visitor.follow('link', /^Search: pumpgate gateway/)
  assert.deepEqual(await titles(visitor), ['Backup server with a fixed password'])
  await visitor.look('documents-found')
}

async function titles(visitor: Visitor): Promise<readonly string[]> {
  return visitor.page
    .getByRole('table', { name: 'Advisories' })
    .getByRole('rowheader')
    .getByRole('link')
    .allTextContents()
}

async function read(visitor: Visitor): Promise<void> {
  await visitor.follow('button', 'Mark 1 advisory as read')
  await visitor.follow('link', 'Advisories')
  await visitor.follow('link', /^Not read by you/)
  assert.deepEqual(await titles(visitor), [title])
  await visitor.follow('link', title)
  await visitor.look('document')
  await visitor.follow('button', 'Mark as read')
  await visitor.page.getByText('You have read this version').waitFor()
}

async function comment(visitor: Visitor): Promise<void> {
  const part = visitor.region('Comments of the centre')
  await visitor.follow('button', 'Add comment')
  await visitor.page.getByRole('alert').getByText('Write what you want to say').waitFor()
  await visitor.look('document-comment-missing')
  await visitor.fill('Your comment', 'The vendor confirmed the fix by phone.', part)
  await visitor.follow('button', 'Add comment')
  await part.getByText('Rosa Keller, on version 1').waitFor()
  await visitor.fill('Your comment', 'Wrong document, sorry.', part)
  await visitor.follow('button', 'Add comment')
  await visitor.follow('button', 'Retract this comment', part.getByRole('listitem').last())
  await part.getByText('Retracted by who wrote it').waitFor()
  await visitor.look('document-comments')
  assert.match((await part.textContent()) ?? '', /The vendor confirmed.*Wrong document, sorry/s)
}

async function compare(visitor: Visitor): Promise<void> {
  await visitor.page.reload()
  await visitor.page.getByText('You have not marked this version as read').waitFor()
  await visitor.follow('link', 'Compare versions')
  await visitor.heading('What changed between two versions')
  await visitor.look('document-compared')
  const status = await visitor.tableRows('Products and their status')
  assert.match(
    status[1]?.join(' ') ?? '',
    /known_affected: vers:generic\/<2\.4\.0.*known_affected: vers:generic\/<2\.4\.1/,
  )
  const remedy = await visitor.tableRows('What to do')
  assert.match(remedy[1]?.join(' ') ?? '', /Update to 2\.4\.0\..*Update to 2\.4\.1\./)
}

async function refused(visitor: Visitor): Promise<void> {
  for (const path of ['/centre/advisories', '/centre/advisories/1', '/centre/advisories/1/compare'])
    assert.equal(await visitor.open(path), 403)
  await visitor.heading('You may not do this')
}

async function remove(centre: Centre, visitor: Visitor): Promise<void> {
  await visitor.open('/centre/advisories?q=PumpGate+gateway')
  await visitor.follow('link', title)
  await visitor.unfold('Delete it from the centre’s store')
  await visitor.follow('button', 'Delete for everybody')
  await visitor.page.getByRole('alert').getByText('Give the reason').waitFor()
  await visitor.look('document-delete')
  await visitor.fill('Why is it deleted?', 'The vendor sent it to us by mistake.')
  await visitor.follow('button', 'Delete for everybody')
  await visitor.page.getByText('This document was deleted').waitFor()
  await centre.settle()
}

async function seeDeleted(visitor: Visitor): Promise<void> {
  await visitor.open('/centre/advisories')
  assert.deepEqual(await titles(visitor), ['Backup server with a fixed password'])
  await visitor.follow('link', /^Deleted/)
  await visitor.heading('Deleted advisories')
  await visitor.look('documents-deleted')
  await visitor.follow('link', title)
  const part = visitor.region('Deleted')
  assert.match((await part.textContent()) ?? '', /Otto Lang.*The vendor sent it to us by mistake/s)
  assert.equal(await visitor.page.getByRole('button', { name: 'Bring it back' }).count(), 0)
  await visitor.look('document-deleted')
}

async function bringBack(centre: Centre, visitor: Visitor): Promise<void> {
  await visitor.fill('Why does it count again?', 'It was meant for us after all.')
  await visitor.follow('button', 'Bring it back')
  await visitor.page.getByText('Delete this document').first().waitFor()
  await centre.settle()
}

async function seeAlert(centre: Centre, visitor: Visitor, hospital: number, says: RegExp): Promise<void> {
  const [alertId] = await centre.alertsOf(hospital)
  await visitor.open(`/o/${hospital}/alerts/${alertId}`)
  await visitor.heading(title)
  await visitor.page.getByText(says).first().waitFor()
  await visitor.look(`alert-${says.source.includes('deleted') ? 'deleted' : 'back'}`)
}
