// After the worst night: a hospital keeps its report, gives a lesson an owner, and takes an extract that does not say who it is.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { prepareFiling } from '../capabilities/incidents/actions/filings/prepare.ts'
import { receiversOf } from '../capabilities/incidents/actions/filings/receivers.ts'
import { sendFiling } from '../capabilities/incidents/actions/filings/send.ts'
import { viewFiling } from '../capabilities/incidents/actions/filings/view.ts'
import { addIndicators, addNote, setService } from '../capabilities/incidents/actions/keep.ts'
import { accessTo, buildOpening } from '../capabilities/incidents/builders.ts'
import { openIncident } from '../capabilities/incidents/index.ts'
import { locales } from '../platform/i18n/index.ts'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser, walkedLanguages } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { tabTo } from './keyboard.ts'
import type { Visitor } from './visitor.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const otto = { email: 'otto.lang@tannau.example', name: 'Otto Lang' }
const pia = { email: 'pia.lorenz@lakeland.example', name: 'Pia Lorenz' }

for (const { width, script, realm } of eachLook([
  { width: 320, script: false, realm: 'real' },
  { width: 1280, script: true, realm: 'exercise' },
] as const))
  test(
    `a hospital keeps its report, owns its lesson and shares without its name (${realm}), at ${width} px ${script ? 'with' : 'without'} script`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
        await givenPerson(centre, otto, { organisationId: hospital, role: 'reader' })
        const incidentId = await givenCase(centre, hospital, realm)
        const base = `/o/${hospital}/incidents/${incidentId}`
        const visitor = await centre.visit({ width, script })
        await visitor.signIn(await centre.linkFor(jana.email))
        await visitor.open(`${base}/after`)
        await visitor.heading('Afterwards')
        await visitor.look(`after-${realm}`)
        await keepReport(visitor)
        await addLesson(visitor, hospital)
        await share(visitor, base, realm)
        await onlyReads(centre, await centre.visit({ width, script }), base)
      }),
  )

test(
  'every page for afterwards reads in four languages, and the centre sees the figures, at 320 px',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      const incidentId = await givenCase(centre, hospital, 'real')
      await givenFiling(centre, hospital, incidentId)
      const centreId = await givenCentre(centre)
      for (const language of locales.filter((one) => walkedLanguages.includes(one))) {
        const email = await givenPerson(
          centre,
          { email: `officer.${language}@lakeland.example`, name: `Officer ${language}`, language },
          { organisationId: centreId, role: 'duty-officer' },
        )
        const officer = await centre.visit({ width: 320, script: language !== 'de', locale: language })
        await officer.page.context().clearCookies()
        await officer.open(await centre.linkFor(email))
        await officer.follow('button', /\S/, officer.page.locator('main'))
        for (const [name, path] of [
          ['after', `/centre/incidents/${hospital}/${incidentId}/after`],
          ['extract', `/centre/incidents/${hospital}/${incidentId}/after/extract`],
          ['figures', '/centre/incidents/statistics'],
        ] as const) {
          assert.equal(await officer.open(path), 200, `${language} ${name}`)
          assert.equal(await officer.page.locator('html').getAttribute('lang'), language)
          await officer.look(`after-${name}-${language}`)
        }
      }
      const officer = await centre.visit({ width: 1280 })
      await givenPerson(centre, pia, { organisationId: centreId, role: 'duty-officer' })
      await officer.signIn(await centre.linkFor(pia.email))
      await officer.open('/centre/incidents/statistics')
      await officer.look('after-figures')
      const [, row] = await officer.tableRows(/Filings of 2026, quarter 4 by duty/)
      assert.deepEqual(
        row?.map((cell) => cell.trim()),
        ['Early warning filing (NIS2) NIS2', '1', '1 of 1', '1 of 1', '5.7 h'],
      )
      const table = await taken(officer, () =>
        officer.page.getByRole('link', { name: 'Take the figures as CSV' }),
      )
      assert.match(table, /^2026-Q4,no,NIS2,NIS2-EW,1,1,1,1,1,5\.67\r$/m)
    }),
)

async function givenCase(centre: Centre, hospital: number, realm: 'real' | 'exercise'): Promise<number> {
  const { context } = centre
  const now = centre.now()
  const aware = { key: 'awareAt', value: '2026-11-17T03:00:00.000Z', source: 'first contact' } as const
  const opening = buildOpening(hospital, { realm, actor: 'system', facts: [aware] })
  const { incidentId } = await openIncident(context, opening, now)
  const access = accessTo(hospital, incidentId, { actor: 'system' })
  await addNote(context, access, { kind: 'action', text: 'Cut the remote access', happenedAt: now }, now)
  await addNote(
    context,
    access,
    { kind: 'lesson', text: 'Print the telephone numbers', happenedAt: null },
    now,
  )
  const diverted = { state: 'diverted', divertedTo: 'Seeblick', expectedAt: null, note: null } as const
  await setService(context, access, { service: 'dialysis', ...diverted }, now)
  await addIndicators(
    context,
    access,
    [
      { type: 'domain', value: 'evil.example', note: 'seen by Jana' },
      { type: 'sha256', value: 'ab'.repeat(32), note: null },
      { type: 'domain', value: 'vpn.tannau.example', note: null },
      { type: 'other', value: 'a mutex', note: null },
    ],
    now,
  )
  return incidentId
}

/** Told by telephone, so that nothing has to leave. */
async function givenFiling(centre: Centre, hospital: number, incidentId: number): Promise<void> {
  const { context } = centre
  const now = centre.now()
  const access = accessTo(hospital, incidentId, { actor: 'system' })
  const authority = receiversOf('AT', 'NIS2-EW', now).receivers[0]?.key ?? ''
  const filingId = await prepareFiling(context, access, { duty: 'NIS2-EW', authority }, now)
  const { draft } = await viewFiling(context, access, filingId, now)
  await sendFiling(
    context,
    access,
    {
      filingId,
      way: 'telephone',
      sender: { name: 'Jana Brandt', role: 'IT', basis: 'Rules of procedure' },
      seen: draft?.seen ?? '',
      happened: '2026-11-17T09:40',
      receiptNumber: '',
      authorityName: 'The national CSIRT',
      caseWord: '',
      ownAddress: null,
    },
    now,
  )
}

async function keepReport(visitor: Visitor): Promise<void> {
  const draft = await visitor.page.getByLabel('Description', { exact: true }).inputValue()
  assert.match(draft, /Tue 17 Nov 2026, 04:00: When the hospital became aware\n/)
  assert.match(draft, /Dialysis: diverted, to Seeblick/)
  await visitor.fill('Root cause', 'A password without second factor')
  await visitor.follow('button', 'Keep as description')
  await visitor.page.getByText('Kept as facts of the case.').waitFor()
  await visitor.fill('Description', 'They came in through a supplier.')
  await visitor.follow('button', 'Keep as description')
  await visitor.page.getByText('Say why, in one sentence.').first().waitFor()
  await visitor.look('after-reason-missing')
  await visitor.fill('Why is it different from before?', 'Shorter, after the logs were read')
  await visitor.follow('button', 'Keep as description')
  await visitor.page.getByText('Kept as facts of the case.').waitFor()
}

async function addLesson(visitor: Visitor, hospital: number): Promise<void> {
  await visitor.follow('link', /^Give it an owner/)
  assert.equal(
    await visitor.page.getByLabel('What is to be done, or done differently?').inputValue(),
    'Print the telephone numbers',
  )
  await visitor.follow('button', 'Add the lesson')
  await visitor.page.getByText('Fill this in.').first().waitFor()
  await visitor.page.getByLabel('What should it lead to?', { exact: true }).selectOption('red-envelope')
  await visitor.fill('Who owns it?', 'Otto Lang')
  await visitor.page.getByLabel('Until when?').fill('2026-12-01T12:00')
  await visitor.follow('button', 'Add the lesson')
  await visitor.page.getByText('The lesson is somebody’s now').waitFor()
  // A copy of a page is looked at, and no request has the part behind the sign.
  const [back = ''] = visitor.page.url().split('#')
  await visitor.open(back)
  await visitor.look('after-lesson')
  await visitor.open(`/o/${hospital}/incidents/lessons`)
  await visitor.heading('One open lesson')
  await visitor.page.getByText('Print the telephone numbers').waitFor()
  await visitor.look('after-open-lessons')
  await visitor.open(back)
}

async function share(visitor: Visitor, base: string, realm: 'real' | 'exercise'): Promise<void> {
  await visitor.follow('link', 'Make an extract')
  await visitor.heading('Share what others can learn')
  await visitor.look(`after-extract-${realm}`)
  await visitor.choose(/^TLP:GREEN/)
  await visitor.fill('What happened, in your own words', 'A supplier of Tannau was entered first.')
  await visitor.choose(/^Yes$/)
  await visitor.follow('button', 'Show what would leave')
  await visitor.page.getByText('Say why, in one sentence.').first().waitFor()
  await visitor.fill('Why may others see it than may see the case?', 'Others are attacked as well')
  await visitor.follow('button', 'Show what would leave')
  await visitor.page.getByText('Words were found that may tell who you are.').first().waitFor()
  await visitor.look(`after-telling-${realm}`)
  await visitor.fill('What happened, in your own words', 'A supplier was entered first.')
  await visitor.follow('button', 'Show what would leave')
  await visitor.heading('This leaves, and nothing else')
  await visitor.page.getByText('fewer than 5').waitFor()
  await visitor.unfold('STIX 2.1, as JSON')
  await visitor.look(`after-preview-${realm}`)
  const shown = (await visitor.page.locator('#stix').textContent()) ?? ''
  const file = await taken(visitor, () => visitor.page.getByRole('button', { name: 'Take the STIX file' }))
  assert.equal(file, shown)
  assert.doesNotMatch(file, /tannau|brandt|jana|seeblick/i)
  assert.match(file, /"name": "TLP:GREEN"/)
  assert.equal(/"name": "EXERCISE: /.test(file), realm === 'exercise')
  await visitor.follow('button', 'Change something')
  assert.equal(
    await visitor.page.getByLabel('What happened, in your own words').inputValue(),
    'A supplier was entered first.',
  )
  await visitor.open(`${base}/after`)
}

async function taken(visitor: Visitor, press: () => ReturnType<Visitor['region']>): Promise<string> {
  await tabTo(visitor.page, press(), 'what gives the file')
  const coming = visitor.page.waitForEvent('download')
  await visitor.page.keyboard.press('Enter')
  return readFile(await (await coming).path(), 'utf8')
}

async function onlyReads(centre: Centre, visitor: Visitor, base: string): Promise<void> {
  await visitor.signIn(await centre.linkFor(otto.email))
  await visitor.open(`${base}/after`)
  await visitor.page.getByText('You may read here, not write.').waitFor()
  assert.equal(await visitor.page.getByRole('button', { name: 'Add the lesson' }).count(), 0)
  assert.equal(await visitor.open(`${base}/after/extract`), 403)
}
