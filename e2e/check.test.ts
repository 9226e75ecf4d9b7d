// The yearly check: a hospital answers on a phone without script, a colleague without an account helps, the management gets its page.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser, walkedLanguages } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { shoot } from './inspect.ts'
import { chooseRadio } from './keyboard.ts'
import type { Visitor } from './visitor.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const pia = { email: 'pia.lorenz@lakeland.example', name: 'Pia Lorenz' }
const colleague = 'k.novak@tannau.example'

async function linkInMail(centre: Centre): Promise<string> {
  const { db } = await centre.context.database.asEngine(async (scope) => ({
    db: await scope.db
      .withTables<{ deliveries: { recipient: string; content: { text: string }; id: number } }>()
      .selectFrom('deliveries')
      .select('content')
      .where('recipient', '=', colleague)
      .orderBy('id', 'desc')
      .execute(),
  }))
  const [path] = /\/check-answer\/\S+/.exec(db[0]?.content.text ?? '') ?? []
  assert.ok(path, 'no mail with a link')
  return path
}

/** The first answer that is offered, whatever the question. */
async function answerFirst(visitor: Visitor): Promise<void> {
  const radios = visitor.page.getByRole('radio')
  if ((await radios.count()) > 0) await chooseRadio(visitor.page, radios.first(), 'the first answer')
  else await visitor.page.getByRole('checkbox').last().check()
  await visitor.follow('button', 'Save and go on')
}

const isQuestion = (visitor: Visitor) =>
  /\/check\/questions\/[^/]+$/.test(new URL(visitor.page.url()).pathname)

for (const look of eachLook([
  { width: 320, script: false },
  { width: 1280, script: true },
]))
  test(
    `a hospital answers its check at ${look.width} pixels ${look.script ? 'with' : 'without'} script, and a colleague helps`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        await givenPerson(centre, jana, { organisationId: hospital, role: 'lead' })
        const lead = await centre.visit(look)
        await lead.signIn(await centre.linkFor(jana.email))
        await lead.open(`/o/${hospital}/check`)
        await lead.heading('Start the check of this year')
        await lead.look('check-start')
        await lead.follow('button', 'Start')
        await lead.look('check-running')
        await lead.follow('link', 'Answer')
        await lead.look('check-question')

        await lead.follow('button', 'Save and go on')
        await lead.page.getByText('Choose one of the answers').first().waitFor()
        await lead.look('check-question-fault')

        await lead.follow('link', 'Ask a colleague this one')
        await lead.look('check-ask')
        await lead.fill('Name', 'K. Novak')
        await lead.fill('Mail address', colleague)
        await lead.fill('A few words from you', 'You did the last test.')
        await lead.follow('button', 'Send the link')
        await lead.page.getByText('waiting, open until').first().waitFor()

        const path = await linkInMail(centre)
        const guest = await centre.visit({ width: 320, script: false })
        assert.equal(await guest.open(path), 200)
        await guest.look('check-guest')
        assert.equal(await guest.page.getByRole('link', { name: 'Assets' }).count(), 0)
        await answerFirst(guest)
        await guest.heading('Thank you, all is answered')
        await guest.look('check-guest-done')

        await lead.open(`/o/${hospital}/check`)
        await lead.page.getByText('1 of 1', { exact: true }).waitFor()
        await lead.follow('link', 'Answer')
        for (let asked = 0; isQuestion(lead) && asked < 40; asked++) await answerFirst(lead)
        await lead.page.getByText('All is answered').waitFor()
        await lead.look('check-answered')
        await lead.follow('button', 'Close this check')
        await lead.heading(/Of what was asked, \d+ of 100 is in place/)
        await lead.look('check-result')
        for (const [view, name] of [
          ['Improvement plan', 'plan'],
          ['Others of our kind', 'peers'],
          ['Frameworks of others', 'frameworks'],
          ['One page for management', 'management'],
        ] as const) {
          await lead.follow('link', view)
          await lead.look(`check-${name}`)
        }
        await lead.open(`/o/${hospital}/check`)
        await lead.follow('link', 'Check of 2026')
        await lead.look('check-past')
        assert.equal(await guest.open(path), 410, 'a closed check takes no more answers')
      }),
  )

test('the page for the management is one sheet on paper', { skip: noBrowser }, () =>
  inCentre(async (centre) => {
    const hospital = await givenHospital(centre, 'Tannau Hospital')
    await givenPerson(centre, jana, { organisationId: hospital, role: 'lead' })
    const lead = await centre.visit({ width: 794 })
    await lead.signIn(await centre.linkFor(jana.email))
    await lead.open(`/o/${hospital}/check/management`)
    await lead.page.emulateMedia({ media: 'print' })
    await shoot(lead.page, 'check-management-print')
    assert.equal(await lead.page.getByRole('link', { name: 'This page as PDF' }).isVisible(), false)
    assert.ok(await lead.page.getByText('What would help most').isVisible())
    await lead.page.emulateMedia({ media: null })
    const [file] = await Promise.all([
      lead.page.waitForEvent('download'),
      lead.page.getByRole('link', { name: 'This page as PDF' }).press('Enter'),
    ])
    assert.match(file.suggestedFilename(), /^yearly-check-.*\.pdf$/)
  }),
)

test('the centre asks its members, sees rates only, and takes in a framework', { skip: noBrowser }, () =>
  inCentre(async (centre) => {
    await givenHospital(centre, 'Tannau Hospital')
    await givenHospital(centre, 'Seeblick Hospital', 'DE')
    await givenPerson(centre, pia, { organisationId: await givenCentre(centre), role: 'administrator' })
    const officer = await centre.visit({ width: 320 })
    await officer.signIn(await centre.linkFor(pia.email))
    await officer.open('/centre/check')
    await officer.look('check-centre')
    await officer.fill('Day', '18')
    await officer.fill('Month', '12')
    await officer.page.getByLabel('Year', { exact: true }).last().fill('2026')
    await officer.follow('button', 'Ask the members')
    await officer.heading('0 of 2 have closed their check')
    await officer.look('check-campaign')
    await officer.open('/centre/frameworks')
    const catalog = {
      catalog: {
        uuid: 'u',
        metadata: { title: 'Lakeland rules', version: '1' },
        groups: [{ title: 'Rules', controls: [{ id: 'r-1', title: 'Restore' }] }],
      },
    }
    await officer.attach('File', 'rules.json', JSON.stringify(catalog))
    await officer.follow('button', 'Take it in')
    await officer.look('check-centre-frameworks')
    await officer.fill('By which right is it shown?', 'our own rules')
    await officer.follow('button', 'Confirm and show')
    await officer.page.getByText('Confirmed on').waitFor()
  }),
)

for (const language of walkedLanguages)
  test(`the pages of the check are whole in ${language}`, { skip: noBrowser }, () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      await givenPerson(centre, { ...jana, language }, { organisationId: hospital, role: 'lead' })
      const visitor = await centre.visit({ width: 320, locale: language })
      await visitor.page.context().clearCookies()
      await visitor.open(await centre.linkFor(jana.email))
      const loaded = visitor.page.waitForEvent('load')
      await visitor.page.locator('main form button').first().press('Enter')
      await loaded
      for (const page of ['', '/result', '/plan', '/peers', '/frameworks', '/management']) {
        await visitor.open(`/o/${hospital}/check${page}`)
        await visitor.look(`check${page.replaceAll('/', '-')}-${language}`)
      }
      await visitor.open(`/o/${hospital}/check`)
      const started = visitor.page.waitForEvent('load')
      await visitor.page.locator('main form button').first().press('Enter')
      await started
      await visitor.look(`check-running-${language}`)
      await visitor.open(`/o/${hospital}/check/questions/recovery.restore-tested`)
      await visitor.look(`check-question-${language}`)
      await visitor.open(`/o/${hospital}/check/questions/recovery.restore-tested/ask`)
      await visitor.look(`check-ask-${language}`)
    }),
  )
