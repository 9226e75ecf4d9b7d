// An alert on paper: for the ward, where nobody presses anything, black on white and complete.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gateway, givenAdvisory, givenAssets, givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { inCentre } from './harness.ts'
import { shoot } from './inspect.ts'

const a4Width = 794

test(
  'a printed alert shows no menu and no form, but everything to do, why and by when',
  {
    skip: noBrowser,
  },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
      await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
      await givenAdvisory(centre)
      await givenAssets(centre, hospital, [gateway(1, '2.3.1')])
      const [alertId] = await centre.alertsOf(hospital)
      const visitor = await centre.visit({ width: a4Width, theme: 'dark' })
      await visitor.signIn(await centre.linkFor(jana.email))
      await visitor.open(`/o/${hospital}/alerts/${alertId}`)
      const { page } = visitor
      assert.equal(await page.getByRole('button', { name: 'Acknowledge' }).isVisible(), true)
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      await shoot(page, 'alert-paper')
      for (const role of ['navigation', 'button', 'textbox', 'radio', 'combobox'] as const)
        assert.equal(await page.getByRole(role).count(), 0, `a ${role} is printed`)
      for (const part of ['What to do now', 'By when', 'Why you', 'Your assets', 'What happened so far'])
        assert.ok(await page.getByRole('heading', { name: part }).isVisible(), part)
      await page.getByText(/SHA-256 [0-9a-f]{64}/).waitFor({ state: 'visible' })
      await page.getByText('Printed for Tannau Hospital. As of Tue 17 Nov 2026').waitFor({ state: 'visible' })
      await page.getByText('+43 555 0100, day and night').waitFor({ state: 'visible' })
      assert.equal(
        await page.evaluate('getComputedStyle(document.querySelector("h1")).color'),
        'rgb(0, 0, 0)',
      )
    }),
)
