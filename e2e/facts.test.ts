// Facts in the browser: a form question by question, what is known with source and date, and a correction.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser, walkedLanguages } from './browser.ts'
import { inCentre } from './harness.ts'

const names: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
}

for (const { width, script } of eachLook([
  { width: 320, script: false },
  { width: 1280, script: true },
]))
  test(
    `a house is asked once, sees what is known and corrects it, at ${width} px ${script ? 'with' : 'without'} script`,
    {
      skip: noBrowser,
    },
    () =>
      inCentre(async (centre) => {
        const house = await givenHospital(centre, 'Tannau Hospital')
        const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
        await givenPerson(centre, jana, { organisationId: house, role: 'lead' })
        const visitor = await centre.visit({ width, script })
        await visitor.signIn(await centre.linkFor(jana.email))

        await visitor.open(`/o/${house}/forms/first-questions`)
        const first = (await visitor.page.getByRole('heading', { level: 1 }).textContent()) ?? ''
        await visitor.follow('button', 'Save and go on')
        await visitor.look('question-fault')
        assert.equal(await visitor.page.getByRole('heading', { level: 1 }).textContent(), first)
        await visitor.choose('I don’t know')
        await visitor.follow('button', 'Save and go on')
        assert.notEqual(await visitor.page.getByRole('heading', { level: 1 }).textContent(), first)
        await visitor.look('question')
        await visitor.follow('link', 'Not this one now')

        await visitor.open(`/o/${house}/facts`)
        await visitor.heading('What we know about you')
        await visitor.look('facts')
        assert.match(
          (await visitor.region('Bringing systems back').textContent()) ?? '',
          /Not known.*your answer, Tue 17 Nov 2026/s,
        )
        assert.match(
          (await visitor.region('The house and its management').textContent()) ?? '',
          /your profile/,
        )
        await visitor.unfold('are not known yet')
        await visitor.follow('link', /^Tell us ?: Beds$/)
        await visitor.fill('Beds (beds)', '1 240')
        await visitor.follow('button', 'Save')
        assert.match((await visitor.region('The house and its management').textContent()) ?? '', /1,240 beds/)
        await visitor.follow('link', /^Correct ?: Beds$/)
        assert.deepEqual((await visitor.tableRows('What was said before')).slice(1), [
          ['1,240 beds', 'your answer, Tue 17 Nov 2026', 'Jana Brandt'],
        ])
        await visitor.look('fact')
        // The page is in English already, and offers the others: at the foot of it where the screen is narrow.
        for (const language of walkedLanguages.filter((one) => one !== 'en' && width === 320)) {
          await visitor.open(`/o/${house}/facts`)
          await visitor.follow('button', names[language] ?? language)
          await visitor.look(`facts-${language}`)
          await visitor.open(`/o/${house}/facts/org.beds`)
          await visitor.look(`fact-${language}`)
        }
      }),
  )
