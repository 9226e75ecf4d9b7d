// Courses: a lead hangs up a code, nurses learn at a ward PC without account or script, one prints a certificate, and the lead sees five.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownItemsOf } from '../capabilities/catalogue/index.ts'
import { someLearn } from '../capabilities/training/builders.ts'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser, walkedLanguages } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { shoot } from './inspect.ts'
import type { Visitor } from './visitor.ts'

const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
const pia = { email: 'pia.lorenz@lakeland.example', name: 'Pia Lorenz' }
const courses = () => ownItemsOf('course')
const ward = () => courses().find(({ key }) => key === 'course-ward')

/** The lead makes the class in the browser; what hangs on the wall is the code. */
async function makeClass(centre: Centre, hospital: number): Promise<{ lead: Visitor; code: string }> {
  const lead = await centre.visit({ width: 320 })
  await lead.signIn(await centre.linkFor(jana.email))
  await lead.open(`/o/${hospital}/training`)
  await lead.heading('Nobody has been counted yet')
  await lead.look('training-home-empty')
  await lead.follow('link', 'Make a class')
  await lead.look('training-class-form')
  await lead.follow('button', 'Make the class')
  await lead.page.getByText('Say for whom it is').first().waitFor()
  await lead.look('training-class-faults')
  await lead.choose('Wards')
  await lead.fill('For whom', 'Ward 3, December')
  await lead.fill('Day', '18')
  await lead.fill('Month', '12')
  await lead.fill('Year', '2026')
  await lead.page.getByLabel('Language of the sheet', { exact: true }).selectOption('de')
  await lead.tick('Jana Brandt')
  await lead.follow('button', 'Make the class')
  await lead.page.getByText('Print this page and hang it up').waitFor()
  await lead.look('training-class')
  const shown = (await lead.page.locator('.s-code').textContent()) ?? ''
  await lead.page.emulateMedia({ media: 'print' })
  await shoot(lead.page, 'training-sheet-paper')
  assert.equal(await lead.page.getByRole('button').count(), 0, 'no button is printed')
  await lead.page
    .getByRole('img', { name: 'QR-Code mit der Adresse des Kurses' })
    .waitFor({ state: 'visible' })
  await lead.page.emulateMedia({ media: null })
  return { lead, code: shown.trim() }
}

for (const look of eachLook([
  { width: 320, script: false },
  { width: 1280, script: true },
]))
  test(
    `a nurse learns with the code at ${look.width} pixels ${look.script ? 'with' : 'without'} script, and after the fifth the lead sees a number`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        await givenPerson(centre, jana, { organisationId: hospital, role: 'lead' })
        const { lead, code } = await makeClass(centre, hospital)

        const nurse = await centre.visit({ ...look, locale: 'en-GB' })
        await nurse.open('/learn')
        await nurse.look('learn-enter')
        await nurse.fill('Code', 'bcdf')
        await nurse.follow('button', 'Open the course')
        await nurse.page.getByText('A code has eight letters').first().waitFor()
        await nurse.look('learn-enter-fault')
        await nurse.fill('Code', code.toLowerCase())
        await nurse.follow('button', 'Open the course')
        await nurse.look('learn-intro')
        await nurse.follow('button', 'Beginnen')
        await walkLessons(nurse)
        await answerAll(nurse)
        await nurse.heading(/^Bestanden/)
        await nurse.look('learn-result')
        await certificate(nurse)

        await nurse.open(`/learn/${code.replace(' ', '')}`)
        await nurse.page.getByText('Dort weitermachen').waitFor()
        await nurse.look('learn-intro-begun')
        await nurse.follow('link', 'Dort weitermachen, wo Sie waren')
        await nurse.follow('button', 'Diesen Computer der nächsten Person überlassen')
        assert.equal(await nurse.page.getByText('Dort weitermachen').count(), 0)

        const trainingClass = { code: code.replace(' ', '') } as Parameters<typeof someLearn>[2]
        await someLearn(centre.context, courses, trainingClass, {
          people: 3,
          outcome: 'passed',
          at: centre.now(),
        })
        await centre.runJob('training.count')
        await lead.open(`/o/${hospital}/training`)
        await lead.heading('Nobody has been counted yet')
        await someLearn(centre.context, courses, trainingClass, {
          people: 1,
          outcome: 'passed',
          at: centre.now(),
        })
        centre.passHours(2)
        await centre.runJob('training.count')
        await lead.open(`/o/${hospital}/training`)
        await lead.heading('5 certificates count today')
        await lead.look('training-home-counted')
        const [row] = (await lead.tableRows('Classes')).slice(1)
        assert.deepEqual(row?.slice(-3), ['5', '5', '5'])
        await lead.follow('link', /^On the ward/)
        await lead.look('training-course')
      }),
  )

async function walkLessons(nurse: Visitor): Promise<void> {
  const lessons = ward()?.body.lessons ?? []
  for (const [index, lesson] of lessons.entries()) {
    await nurse.heading(lesson.title.de)
    if (index === 0) await nurse.look('learn-lesson')
    await nurse.follow('link', index < lessons.length - 1 ? 'Nächste Lektion' : 'Zu den Fragen')
  }
}

/** The first wrong, so that its explanation is seen; the others right. */
async function answerAll(nurse: Visitor): Promise<void> {
  const quiz = ward()?.body.quiz ?? []
  for (const [index, question] of quiz.entries()) {
    const choice = question.choices.find(({ right }) => right === index > 0)
    if (index === 0) await nurse.look('learn-question')
    await nurse.choose(choice?.text.de ?? '')
    await nurse.follow('button', 'Antworten')
    await nurse.page.getByText(index === 0 ? 'Nicht ganz' : 'Richtig', { exact: true }).waitFor()
    if (index === 0) await nurse.look('learn-answered')
    await nurse.follow('link', index < quiz.length - 1 ? 'Nächste Frage' : 'Zum Ergebnis')
  }
}

async function certificate(nurse: Visitor): Promise<void> {
  await nurse.follow('button', 'Zertifikat ausstellen')
  await nurse.page.getByText('Geben Sie den Namen an').first().waitFor()
  await nurse.fill('Name auf dem Zertifikat', 'Ana Ferreira')
  await nurse.follow('button', 'Zertifikat ausstellen')
  await nurse.heading('Ana Ferreira')
  await nurse.look('learn-certificate')
  const { page } = nurse
  await page.emulateMedia({ media: 'print' })
  await shoot(page, 'learn-certificate-paper')
  for (const role of ['navigation', 'button', 'textbox'] as const)
    assert.equal(await page.getByRole(role).count(), 0, `a ${role} is printed`)
  await page
    .getByRole('img', { name: 'Das unterschriebene Zertifikat als QR-Code' })
    .waitFor({ state: 'visible' })
  await page.emulateMedia({ media: null })
  const token = await page.locator('input[name=token]').inputValue()
  await nurse.open('/learn/check')
  await nurse.page.locator('#token').fill(token)
  await nurse.follow('button', /^(Check it|Prüfen)$/)
  await nurse.page.getByText('Ana Ferreira').first().waitFor()
  await nurse.look('learn-checked')
}

test('the centre plans a campaign for all members and sees shares only', { skip: noBrowser }, () =>
  inCentre(async (centre) => {
    const hospital = await givenHospital(centre, 'Tannau Hospital')
    await givenPerson(centre, jana, { organisationId: hospital, role: 'lead' })
    await givenPerson(centre, pia, { organisationId: await givenCentre(centre), role: 'administrator' })
    const administrator = await centre.visit({ width: 320, theme: 'dark' })
    await administrator.signIn(await centre.linkFor(pia.email))
    await administrator.open('/centre/training')
    await administrator.heading('No member has been counted yet')
    await administrator.look('training-centre')
    await administrator.choose('Reception')
    await administrator.fill('For whom', 'Winter campaign')
    await administrator.fill('Day', '18')
    await administrator.fill('Month', '12')
    await administrator.fill('Year', '2026')
    await administrator.follow('button', 'Plan it for all members')
    await administrator.page.getByText('Planned for 1 member').waitFor()
    await administrator.look('training-centre-planned')
    await centre.runJob('training.remind')
    const lead = await centre.visit({ width: 320, script: false })
    await lead.signIn(await centre.linkFor(jana.email))
    await lead.open(`/o/${hospital}/training`)
    await lead.follow('link', 'Winter campaign')
    await lead.page.getByText('Planned by Lakeland Health Security Centre').waitFor()
    await lead.look('training-campaign-class')
  }),
)

for (const locale of walkedLanguages)
  test(`the pages of a house fit on a phone in "${locale}"`, { skip: noBrowser }, () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      await givenPerson(centre, { ...jana, language: locale }, { organisationId: hospital, role: 'lead' })
      const lead = await centre.visit({ width: 320, locale })
      await lead.open(await centre.linkFor(jana.email))
      const loaded = lead.page.waitForEvent('load')
      await lead.page.locator('main form button').first().press('Enter')
      await loaded
      for (const [path, name] of [
        ['', 'home'],
        ['/classes/new', 'form'],
        ['/course-pharmacy-laboratory', 'course'],
      ] as const) {
        await lead.open(`/o/${hospital}/training${path}`)
        await lead.look(`training-${name}-${locale}`)
      }
    }),
  )
