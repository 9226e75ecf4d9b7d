// Somebody of a five-person practice, from the invitation to three things to do this month, and from an offer to its outcome.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { invite } from '../capabilities/accounts/actions/invitations.ts'
import { readFactKeys, textIn } from '../capabilities/facts/index.ts'
import { aProvider } from '../capabilities/organisations/builders.ts'
import { registerOrganisation } from '../capabilities/organisations/index.ts'
import { isLocale, type Locale } from '../platform/i18n/index.ts'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { eachLook, type Look, noBrowser, walkedLanguages } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { shoot } from './inspect.ts'
import type { Visitor } from './visitor.ts'

/** Items of the catalogue are in force by then. */
const december = { startsAt: '2026-12-01T08:40:00Z' }
const mostScreens = 12
const pia = { email: 'pia.lorenz@lakeland.example', name: 'Pia Lorenz' }
const words: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-AT', fr: 'fr-FR', it: 'it-IT' }

async function givenPractice(centre: Centre): Promise<number> {
  const facts = aProvider({ name: 'Birkensee Practice', providerKind: 'practice', employees: 5 })
  return centre.context.database.asCentre((scope) => registerOrganisation(scope, facts, centre.now()))
}

/** The path in the mail that the centre sends. */
async function invitationFor(centre: Centre, organisationId: number, email: string): Promise<string> {
  const { database } = centre.context
  const invitedBy = { id: 1, name: 'Pia Lorenz' }
  const origin = centre.context.origin()
  await database.asCentre((scope) =>
    invite(centre.context, scope, { organisationId, email, role: 'lead', invitedBy, origin }, centre.now()),
  )
  await centre.settle()
  const { rows } = await database.asEngine((scope) =>
    sql<{ text: string }>`select content->>'text' as text from deliveries where recipient = ${email}`.execute(
      scope.db,
    ),
  )
  const path = /\/invitation\/[0-9A-Za-z_-]+/.exec(rows[0]?.text ?? '')?.[0]
  assert.ok(path, 'the mail has a link')
  return path
}

const answers = [
  ['recovery.backup', 'daily'],
  ['recovery.restore-tested', 'never'],
  ['access.second-factor-remote', 'none'],
  ['systems.patching', 'irregular'],
  ['suppliers.remote-access', 'open'],
] as const

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Returns how many screens it took; each is looked at. */
async function fromInvitationToThreeThings(
  visitor: Visitor,
  path: string,
  { centre, locale }: { readonly centre: Centre; readonly locale: Locale },
): Promise<number> {
  const { t } = centre.context.translator(locale)
  let screens = 1
  const next = async (role: 'link' | 'button', name: string | RegExp) => {
    await visitor.follow(role, name)
    screens += 1
  }
  await visitor.open(path)
  await visitor.look(`month-invitation-${locale}`)
  await visitor.fill(t('accounts.name'), 'Mara Vogel')
  await visitor.fill(t('accounts.password.new'), 'seven quiet herons')
  await next('button', t('accounts.invitation.button'))
  await next('link', t('catalogue.menu'))
  await visitor.heading(t('catalogue.month.first.title', { count: answers.length }))
  await visitor.look(`month-first-${locale}`)
  await next('link', t('catalogue.month.first.button'))
  const keys = readFactKeys()
  for (const [fact, value] of answers) {
    const label = keys.get(fact)?.choiceLabels[value]
    assert.ok(label, fact)
    await visitor.look(`month-question-${fact}-${locale}`)
    await visitor.choose(new RegExp(`^${escaped(textIn(label, locale))}$`))
    await next('button', t('facts.form.save'))
  }
  await visitor.heading(t('catalogue.month.title', { count: 3 }))
  await visitor.look(`month-three-${locale}`)
  return screens
}

for (const look of eachLook<Look>([{ width: 320, script: false }, { width: 1280 }]))
  test(
    `a newcomer gets from the invitation to three things in at most ${mostScreens} screens, at ${look.width} px`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        for (const locale of [...new Set(['en', ...walkedLanguages])].filter(isLocale)) {
          const practice = await givenPractice(centre)
          const path = await invitationFor(centre, practice, `mara.vogel.${locale}@birkensee.example`)
          const visitor = await centre.visit({ ...look, locale: words[locale] })
          const screens = await fromInvitationToThreeThings(visitor, path, { centre, locale })
          assert.ok(screens <= mostScreens, `${screens} screens`)
          assert.equal(await visitor.page.getByText('undefined').count(), 0)
        }
      }, december),
  )

test(
  'a practice plans the first thing, puts off the second with a reason, takes it back, and notes one as done',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const practice = await givenPractice(centre)
      const other = await givenHospital(centre, 'Seeblick Hospital')
      const visitor = await centre.visit({ width: 320 })
      const path = await invitationFor(centre, practice, 'mara.vogel@birkensee.example')
      await fromInvitationToThreeThings(visitor, path, { centre, locale: 'en' })
      assert.equal(await visitor.open(`/o/${other}/month`), 403)
      await visitor.open(`/o/${practice}/month`)
      await visitor.follow('link', /^Plan it/, visitor.page.locator('.s-need').first())
      await visitor.look('month-decide')
      await visitor.follow('button', 'Save the date')
      await visitor.page.getByText('by Tue 15 Dec').waitFor()
      await visitor.look('month-planned')

      await visitor.follow('link', /^Plan it/, visitor.page.locator('.s-need').nth(1))
      await visitor.unfold('Put it off')
      await visitor.follow('button', 'Put it off until then')
      await visitor.page.getByText('Give a day, such as').first().waitFor()
      await visitor.look('month-put-off-faults')
      const form = visitor.page.locator('form[action$="/put-off"]')
      await visitor.fill('Day', '1', form)
      await visitor.fill('Month', '3', form)
      await visitor.fill('Year', '2027', form)
      await visitor.fill('Why?', 'The supplier changes in March', form)
      await visitor.follow('button', 'Put it off until then')
      await visitor.page.getByText('until Mon 1 Mar: The supplier changes in March').waitFor()
      await visitor.look('month-put-off')
      await visitor.follow('button', /^Take it back: /)
      assert.equal(await visitor.page.getByText('The supplier changes').count(), 0)

      await visitor.follow('link', /^Done, or another date/)
      await visitor.unfold('It is done')
      await visitor.follow('button', 'Note it as done')
      await visitor.look('month-done-question')
      const wide = await centre.visit({ width: 1280 })
      await wide.page.context().addCookies(await visitor.page.context().cookies())
      await wide.open(`/o/${practice}/month`)
      await wide.look('month-wide')
      await wide.page.emulateMedia({ media: 'print' })
      await shoot(wide.page, 'month-paper')
    }, december),
)

test(
  'an offer is found, requested on a phone, promised and delivered by the centre, and said to have helped',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const practice = await givenPractice(centre)
      const mara = { email: 'mara.vogel@birkensee.example', name: 'Mara Vogel' }
      await givenPerson(centre, mara, { organisationId: practice, role: 'lead' })
      const centreId = await givenCentre(centre)
      await givenPerson(centre, pia, { organisationId: centreId, role: 'administrator' })
      const visitor = await centre.visit({ width: 320, script: false })
      await visitor.signIn(await centre.linkFor(mara.email))
      await visitor.open(`/o/${practice}/offers`)
      await visitor.look('offers')
      await visitor.page.getByLabel('Kind', { exact: true }).selectOption('funding')
      await visitor.follow('button', 'Show')
      await visitor.look('offers-filtered')
      await visitor.follow('link', 'Cybersecurity voucher')
      await visitor.page.getByText('not reviewed yet').waitFor()
      await visitor.look('offer-voucher')
      await visitor.open(`/o/${practice}/offers/advice-hour`)
      await visitor.fill('What do you need?', 'Our contract with the IT company.')
      await visitor.fill('Telephone', 'ring me')
      await visitor.follow('button', 'Send the request')
      await visitor.page.getByText('Give a telephone number').first().waitFor()
      await visitor.look('offer-faults')
      await visitor.fill('Telephone', '+43 555 0123')
      await visitor.follow('button', 'Send the request')
      await visitor.heading('Nobody has taken this request yet')
      await visitor.look('request')
      const request = new URL(visitor.page.url()).pathname

      const officer = await centre.visit({ width: 1280, theme: 'dark' })
      await officer.signIn(await centre.linkFor(pia.email))
      await officer.open('/centre/requests')
      await officer.heading('One request waits')
      await officer.look('requests-queue')
      await officer.follow('link', 'Birkensee Practice: An hour of advice')
      await officer.follow('button', 'Take it')
      await officer.look('request-centre')
      await officer.fill('Day', '4')
      await officer.fill('Month', '12')
      await officer.fill('Year', '2026')
      await officer.follow('button', 'Promise a day')
      await officer.heading('Promised for Fri 4 Dec')
      await officer.fill(
        'Say it in one sentence',
        'Talked for an hour; the next step is in writing.',
        officer.region('Next step'),
      )
      await officer.follow('button', 'It was delivered')
      await visitor.open(request)
      await visitor.heading('Did it help?')
      await visitor.look('request-delivered')
      await visitor.follow('button', 'Yes, it helped')
      await visitor.heading('This request is closed')
      await officer.open('/centre/demand')
      await officer.page.getByText('fewer than 3').first().waitFor()
      await officer.look('demand')

      await officer.open('/centre/catalogue')
      await officer.follow('link', 'Write an offer')
      await officer.follow('button', 'Save and offer it')
      await officer.look('own-offer-faults')
      await officer.fill('Title (English)', 'A visit in the evening')
      await officer.fill('Summary (English)', 'We come after surgery hours.')
      await officer.fill('What one gets (English)', 'Two hours with two people.')
      await officer.choose('Service')
      await officer.tick('Prevent')
      await officer.choose('free')
      await officer.follow('button', 'Save and offer it')
      await officer.look('own-offers')
      await visitor.open(`/o/${practice}/offers`)
      await visitor.follow('link', 'A visit in the evening')
      await visitor.heading('A visit in the evening')
    }, december),
)
