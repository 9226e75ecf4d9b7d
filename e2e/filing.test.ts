// Filings from draft to receipt: a contradiction is caught, a mail goes out, an exercise reaches nobody; phone, keyboard, four languages.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Realm } from '../capabilities/incidents/index.ts'
import { openIncident } from '../capabilities/incidents/index.ts'
import { readPdfBack } from '../platform/pdf/read-back.ts'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { noBrowser, walkedLanguages } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import type { Visitor } from './visitor.ts'

async function givenOpenCase(centre: Centre, organisationId: number, realm: Realm = 'real'): Promise<number> {
  const { incidentId } = await openIncident(
    centre.context,
    {
      organisationId,
      realm,
      kind: 'ransomware',
      title: 'Files on the ward cannot be opened',
      tlp: 'amber+strict',
      via: 'member',
      actor: 'person:1',
      name: 'Jana Brandt',
      reporterName: null,
      reporterPhone: null,
      site: null,
      language: 'en',
      formToken: `form-${realm}-${organisationId}`,
      facts: [
        { key: 'awareAt', value: '2026-11-17T04:40:00.000Z', source: 'Night nurse' },
        { key: 'description', value: 'Files of the ward system cannot be opened', source: 'Night nurse' },
        { key: 'severity', value: 'high', source: 'Jana Brandt' },
        { key: 'crossBorder', value: 'no', source: 'Jana Brandt' },
        { key: 'personalData', value: 'breach', source: 'Jana Brandt' },
        { key: 'dataSubjectCount', value: 4000, source: 'Jana Brandt' },
      ],
    },
    centre.now(),
  )
  return incidentId
}

async function typeSender(visitor: Visitor): Promise<void> {
  await visitor.fill('Role', 'Data-protection officer')
  await visitor.fill('By which mandate', 'Letter of the board of 2 May')
}

/** The field is the browser's own, filled as its date picker would. */
async function setMoment(visitor: Visitor, label: string, value: string): Promise<void> {
  await visitor.page.getByLabel(label, { exact: true }).fill(value)
}

const url = (visitor: Visitor) => new URL(visitor.page.url()).pathname

test(
  'on a phone without script: an early warning by mail, a contradiction settled, a filing on the portal with its receipt',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital', 'NL')
      const id = await givenOpenCase(centre, hospital)
      const base = `/o/${hospital}/incidents/${id}`
      const jana = await givenPerson(
        centre,
        { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' },
        { organisationId: hospital, role: 'lead' },
      )
      const visitor = await centre.visit({ width: 320, script: false })
      await visitor.signIn(await centre.linkFor(jana))
      await visitor.open(`${base}/filings`)
      await visitor.look('filing-list')
      await visitor.follow('button', 'Prepare Early warning filing')
      await visitor.heading('Early warning filing')
      await visitor.look('filing-draft')
      await visitor.follow('button', 'Check and go on to sending')
      await visitor.heading('Send: Early warning filing')
      await visitor.page.getByText('It goes to cert@ncsc.nl').waitFor()
      await visitor.look('filing-send')
      await visitor.follow('button', 'Send to the authority now')
      await visitor.page.getByText('Fill this in').first().waitFor()
      await visitor.look('filing-send-faults')
      await typeSender(visitor)
      await visitor.follow('button', 'Send to the authority now')
      await visitor.heading('Early warning filing')
      await visitor.page.getByText('On its way', { exact: true }).waitFor()
      await visitor.look('filing-sending')
      const early = url(visitor)

      await visitor.open(`${base}/filings`)
      await visitor.follow('button', 'Prepare Final report')
      const report = url(visitor)
      await visitor.open(`${report}/send?way=telephone`)
      await typeSender(visitor)
      await setMoment(visitor, 'I told it at', '2026-11-17T09:30')
      await visitor.follow('button', 'Record: told by telephone')
      await visitor.page.getByText('Told by telephone', { exact: true }).waitFor()
      await visitor.fill('Receipt number', 'CS-88213')
      await visitor.follow('button', 'Keep the receipt')
      await visitor.page.getByText('Receipt entered', { exact: true }).waitFor()
      await visitor.look('filing-receipted')

      await visitor.open(`${base}/facts/nature`)
      await visitor.page.locator('select[name="fact-severity"]').selectOption('unknown')
      await visitor.fill('Who or what says so?', 'Head of IT')
      await visitor.choose('likely')
      await visitor.fill('Why was the earlier value wrong?', 'The first guess was too high')
      await visitor.follow('button', 'Save')
      await visitor.open(`${base}/filings`)
      await visitor.follow('button', 'Prepare Incident notification')
      await visitor.heading('Incident notification')
      await visitor.page.getByText('Not yet, because').waitFor()
      await visitor.look('filing-contradiction')
      await visitor.follow('button', 'Settle: Severity')
      await visitor.page.getByText('Choose one of the four').first().waitFor()
      await visitor.choose(/^high — what was told before/)
      await visitor.fill('Why, in one sentence', 'Three wards are down after all')
      await visitor.follow('button', 'Settle: Severity')
      await visitor.follow('button', 'Check and go on to sending')
      await visitor.follow('link', 'On the portal of the authority')
      await visitor.look('filing-portal')
      await typeSender(visitor)
      await setMoment(visitor, 'I filed it at', '2026-11-17T09:35')
      await visitor.fill('Receipt number, if you have one', 'CS-90001')
      await visitor.follow('button', 'Record: filed on the portal')
      await visitor.page.getByText('Receipt entered', { exact: true }).waitFor()
      await visitor.page.getByText('CS-90001').first().waitFor()
      await visitor.look('filing-settled')
      await visitor.open(`${base}/filings`)
      await visitor.look('filing-list-full')
      await visitor.open(base)
      await visitor.look('filing-in-the-room')
      assert.match(early, /filings\/\d+$/)
    }),
)

test('an exercise says so everywhere, and its mail goes to whoever practises', { skip: noBrowser }, () =>
  inCentre(async (centre) => {
    const hospital = await givenHospital(centre, 'Tannau Hospital', 'NL')
    const id = await givenOpenCase(centre, hospital, 'exercise')
    const base = `/o/${hospital}/incidents/${id}`
    const jana = await givenPerson(
      centre,
      { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' },
      { organisationId: hospital, role: 'responder' },
    )
    const visitor = await centre.visit({ width: 1280 })
    await visitor.signIn(await centre.linkFor(jana))
    await visitor.open(`${base}/filings`)
    await visitor.follow('button', 'Prepare Early warning filing')
    await visitor.page.getByText('Nothing on this page is real').first().waitFor()
    assert.equal(await visitor.page.getByText('cert@ncsc.nl').count(), 0)
    await visitor.look('filing-exercise')
    const here = url(visitor)
    await visitor.follow('button', 'Check and go on to sending')
    await visitor.page
      .getByText('Exercise: it goes to you, jana.brandt@tannau.example, and to no authority')
      .waitFor()
    await visitor.look('filing-exercise-send')
    await typeSender(visitor)
    await visitor.follow('button', 'Send to myself (exercise)')
    await visitor.page.getByText('On its way', { exact: true }).waitFor()
    const pdf = await visitor.page.request.get(`${here}/filing.pdf?language=de`)
    const back = readPdfBack(await pdf.body())
    assert.equal(back.language, 'de')
    assert.ok(back.artifacts.includes('ÜBUNG (EXERCISE)'))
    assert.match(back.read[0]?.text ?? '', /^ÜBUNG \(EXERCISE\)/)
    const json = await visitor.page.request.get(`${here}/filing.json`)
    assert.equal((await json.json()).isExercise, true)
    await visitor.open(`${here}/print`)
    await visitor.page.emulateMedia({ media: 'print' })
    assert.ok(await visitor.page.locator('.s-watermark').isVisible())
    await visitor.page.emulateMedia({ media: 'screen' })
  }),
)

for (const language of walkedLanguages)
  test(`every page of a filing can be read in "${language}" on a phone`, { skip: noBrowser }, () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital', 'NL')
      const id = await givenOpenCase(centre, hospital)
      const officer = await givenPerson(
        centre,
        { email: 'pia@lakeland.example', name: 'Pia Lorenz', language },
        { organisationId: await givenCentre(centre), role: 'duty-officer' },
      )
      const visitor = await centre.visit({ width: 320, locale: language })
      await visitor.page.context().clearCookies()
      await visitor.open(await centre.linkFor(officer))
      const loaded = visitor.page.waitForEvent('load')
      await visitor.page.locator('main form button').first().click()
      await loaded
      const base = `/centre/incidents/${hospital}/${id}`
      await visitor.open(`${base}/filings`)
      await visitor.look(`filing-list-${language}`)
      const prepared = visitor.page.waitForEvent('load')
      await visitor.page.locator('#filings-NIS2-EW form button').click()
      await prepared
      const here = url(visitor)
      for (const page of ['', '/send?way=mail', '/send?way=portal', '/copy', '/print']) {
        assert.equal(await visitor.open(`${here}${page}`), 200)
        await visitor.look(`filing${page.replaceAll(/\W/g, '-')}-${language}`)
      }
    }),
  )
