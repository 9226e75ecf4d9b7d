// The journeys that must not succeed: a stranger, somebody of another hospital, and a reader who would answer.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gateway, givenAdvisory, givenAssets, givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser } from './browser.ts'
import { inCentre } from './harness.ts'

const title = 'Infusion pump gateway without authentication'

for (const width of eachLook([320, 1280])) {
  test(
    `an alert opens only to its own hospital, and a reader is told why there is nothing to answer, at ${width} px without script`,
    {
      skip: noBrowser,
    },
    () =>
      inCentre(async (centre) => {
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        const other = await givenHospital(centre, 'Birkensee Clinic')
        const reader = {
          email: 'nils.ahrens@tannau.example',
          name: 'Nils Ahrens',
          password: 'seven quiet herons',
        }
        const foreigner = { email: 'pia.lorenz@birkensee.example', name: 'Pia Lorenz' }
        await givenPerson(centre, reader, { organisationId: hospital, role: 'reader' })
        await givenPerson(centre, foreigner, { organisationId: other, role: 'lead' })
        await givenAdvisory(centre)
        await givenAssets(centre, hospital, [gateway(1, '2.3.1')])
        const [alertId] = await centre.alertsOf(hospital)
        const address = `/o/${hospital}/alerts/${alertId}`

        const visitor = await centre.visit({ width, script: false })
        await visitor.open(address)
        await visitor.heading('Sign in')
        assert.equal(await visitor.page.getByText(title).count(), 0)

        await visitor.signIn(await centre.linkFor(foreigner.email))
        assert.equal(await visitor.open(address), 403)
        await visitor.heading('You may not do this')
        await visitor.page.getByText('it belongs to another organisation').waitFor()
        assert.equal(await visitor.page.getByText(title).count(), 0)
        await visitor.look('problem-not-permitted')
        await visitor.follow('link', 'Back to the first page')
        await visitor.heading('Nothing needs you today')
        assert.equal(await visitor.open('/centre/board'), 403)
        assert.equal(await visitor.open(`/o/${other}/alerts/${alertId}`), 404)
        await visitor.look('problem-not-found')

        await visitor.follow('link', 'Back to the first page')
        await visitor.follow('button', 'Sign out')
        await visitor.open(address)
        await visitor.fill('Mail address at work', reader.email)
        await visitor.fill('Password', reader.password)
        await visitor.follow('button', 'Sign in')
        await visitor.heading(title)
        await visitor.region('Your answer').getByText('your role only reads').waitFor()
        assert.equal(await visitor.page.getByRole('button', { name: 'Acknowledge' }).count(), 0)
        await visitor.look('alert-reader')
      }),
  )
}
