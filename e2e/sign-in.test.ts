// The journey of signing in: a password, a second factor, a wrong password, the way out, and the language.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import type { Visitor } from './visitor.ts'

const password = 'seven quiet herons'
const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt', password }
const minute = 1 / 60

for (const width of eachLook([320, 1280])) {
  test(
    `signing in takes the password and, once set up, the six digits, at ${width} px`,
    {
      skip: noBrowser,
    },
    () =>
      inCentre(async (centre) => {
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        await givenPerson(centre, jana, { organisationId: hospital, role: 'lead' })
        const visitor = await centre.visit({ width })
        await visitor.open('/')
        await visitor.look('sign-in')
        await givePassword(visitor, 'eight loud herons')
        await visitor.page.getByRole('alert').getByText('Address and password do not match').waitFor()
        assert.equal(await visitor.page.getByLabel('Mail address at work').inputValue(), jana.email)
        assert.equal(await visitor.page.getByLabel('Password').inputValue(), '')
        await visitor.look('sign-in-wrong')
        await givePassword(visitor, password)
        await visitor.heading('Nothing needs you today')
        const secret = await setUpSecondFactor(centre, visitor)
        await signOut(visitor)
        centre.passHours(minute)
        await signInWithCode(centre, visitor, secret)
        await seeTheRest(visitor)
        await signOut(visitor)
        assert.equal(await visitor.open('/account'), 200)
        await visitor.heading('Sign in')
      }),
  )
}

async function givePassword(visitor: Visitor, given: string): Promise<void> {
  await visitor.heading('Sign in')
  await visitor.fill('Mail address at work', jana.email)
  await visitor.fill('Password', given)
  await visitor.follow('button', 'Sign in')
}

/** Returns the key as a person would type it into the phone. */
async function setUpSecondFactor(centre: Centre, visitor: Visitor): Promise<string> {
  await visitor.open('/account')
  await visitor.look('account')
  await visitor.follow('button', 'Set up a second factor')
  const section = visitor.region('Second factor')
  const secret = ((await section.locator('code').textContent()) ?? '').replaceAll(' ', '')
  assert.match(secret, /^[A-Z2-7]{32}$/)
  await visitor.fill('Six digits', '000000')
  await visitor.follow('button', 'Confirm the six digits')
  await visitor.page.getByRole('alert').getByText('These digits are wrong').waitFor()
  await visitor.look('account-wrong-digits')
  await visitor.fill('Six digits', digits(centre, secret))
  await visitor.follow('button', 'Confirm the six digits')
  await visitor.page.getByText('The second factor is in force.').waitFor()
  await visitor.look('account-second-factor')
  return secret
}

async function signInWithCode(centre: Centre, visitor: Visitor, secret: string): Promise<void> {
  await givePassword(visitor, password)
  await visitor.heading('Six digits from your phone')
  await visitor.look('sign-in-code')
  await visitor.open('/account')
  await visitor.heading('Sign in')
  await givePassword(visitor, password)
  await visitor.fill('Six digits', digits(centre, secret))
  await visitor.follow('button', 'Continue')
  await visitor.heading('Your account')
}

/** Pages of a lead that no other journey comes by. */
async function seeTheRest(visitor: Visitor): Promise<void> {
  await visitor.open('/')
  await visitor.follow('link', 'People')
  await visitor.heading('People of Tannau Hospital')
  await visitor.look('people')
  await visitor.follow('link', 'Organisation')
  await visitor.look('organisation')
  await visitor.follow('link', 'Assets')
  await visitor.look('assets-empty')
  for (const name of ['Help', 'Accessibility', 'Privacy', 'Source code (EUPL-1.2)']) {
    await visitor.follow('link', name)
    await visitor.look(name.toLowerCase().replace(/\W+/g, '-'))
  }
}

async function signOut(visitor: Visitor): Promise<void> {
  await visitor.follow('button', 'Sign out')
  await visitor.heading('Sign in')
}

function digits(centre: Centre, secret: string): string {
  return new TOTP({ secret }).generate({ timestamp: centre.now().getTime() })
}

const languages = [
  { button: 'Deutsch', locale: 'de', title: 'Anmelden' },
  { button: 'Français', locale: 'fr', title: /connect|connexion/i },
  { button: 'Italiano', locale: 'it', title: /acced|accesso/i },
]

for (const width of eachLook([320, 1280])) {
  test(`the language changes without script and stays, at ${width} px`, { skip: noBrowser }, () =>
    inCentre(async (centre) => {
      const visitor = await centre.visit({ width, script: false })
      await visitor.open('/sign-in')
      for (const { button, locale, title } of languages) {
        await switchLanguage(visitor, width, button)
        assert.equal(await visitor.page.locator('html').getAttribute('lang'), locale)
        await visitor.heading(title)
        await visitor.look(`sign-in-${locale}`)
        await visitor.open('/help')
        assert.equal(await visitor.page.locator('html').getAttribute('lang'), locale)
        await visitor.open('/sign-in')
      }
    }),
  )
}

/** On a phone the languages stand at the foot, else in a menu of the header. */
async function switchLanguage(visitor: Visitor, width: number, language: string): Promise<void> {
  if (width < 600) return visitor.follow('button', language, visitor.page.getByRole('contentinfo'))
  await visitor.unfold(/^(Language|Sprache|Langue|Lingua)$/)
  await visitor.follow('button', language, visitor.page.getByRole('banner'))
}
