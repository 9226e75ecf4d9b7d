// The pages of readiness and ransomware in the other languages at 320 pixels.
// SPDX-License-Identifier: EUPL-1.2
import { test } from 'node:test'
import { givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { inCentre } from './harness.ts'

/** German has the longest words, so it is looked at on every page. */
const pagesOf = {
  de: ['', '/tests/new', '/order/blood-bank', '/protocols', '/envelope', '/envelope/facts'],
  fr: ['', '/envelope'],
  it: ['/tests/new', '/envelope/facts'],
} as const

test('the pages of readiness are whole in German, French and Italian', { skip: noBrowser }, () =>
  inCentre(async (centre) => {
    const hospital = await givenHospital(centre, 'Tannau Hospital', 'FR')
    for (const language of ['de', 'fr', 'it'] as const) {
      const person = { email: `jana.${language}@tannau.example`, name: 'Jana Brandt', language }
      await givenPerson(centre, person, { organisationId: hospital, role: 'lead' })
      const visitor = await centre.visit({ width: 320, locale: language })
      await visitor.page.context().clearCookies()
      await visitor.open(await centre.linkFor(person.email))
      const loaded = visitor.page.waitForEvent('load')
      await visitor.page.locator('main form button').first().press('Enter')
      await loaded
      for (const page of pagesOf[language]) {
        await visitor.open(`/o/${hospital}/readiness${page}`)
        await visitor.look(`readiness${page.replaceAll('/', '-')}-${language}`)
      }
      await visitor.open(`/o/${hospital}/ransomware`)
      await visitor.look(`ransomware-${language}`)
    }
  }),
)
