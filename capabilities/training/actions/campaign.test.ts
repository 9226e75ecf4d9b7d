// Tests of campaigns and reminders: five hundred members in one go, each person once, learners never.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Context } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { addMembership, ensurePerson } from '../../accounts/index.ts'
import { aCentre, givenOrganisation } from '../../organisations/builders.ts'
import { aClass, aHouse, aMoment, later, manyHouses, trainingContext, twoCourses } from '../builders.ts'
import { planCampaign } from './campaign.ts'
import { closeClass } from './classes.ts'
import { remindOfClasses } from './remind.ts'

let db: TestDatabase
let context: Context
let centreId: number

before(async () => {
  db = await testDatabase()
  context = trainingContext(db.database)
  centreId = await givenOrganisation(db.database, aCentre())
})
after(() => db.close())

const remind = (now: Date) => remindOfClasses(context, twoCourses, now)
const mails = (organisationIds: readonly number[]) =>
  db.query<{
    recipient: string
    language: string
    content: { subject: string; text: string }
    occasion: string
  }>(
    "select recipient, language, content, occasion from deliveries where kind = 'training.sheet' and organisation_id = any($1) order by id",
    [organisationIds],
  )

test('a lead chooses who hangs up the sheet; they are written to when it is made, a week before and a day before', async () => {
  const house = await aHouse(db.database, 'Tannau Hospital')
  const reader = await db.database.asIdentity(async (scope) => {
    const id = await ensurePerson(
      scope,
      { email: 'ward3@tannau.example', name: 'Ana', language: 'de' },
      aMoment,
    )
    await addMembership(scope, { organisationId: house.id, personId: id, role: 'reader' }, aMoment)
    return id
  })
  const one = await aClass(context, house, {
    label: 'Reception',
    until: later(24 * 12),
    people: [reader, 424_242],
  })
  assert.deepEqual(await remind(aMoment), { classes: 1, messages: 1 })
  assert.deepEqual(await remind(later(1)), { classes: 0, messages: 0 })
  await remind(later(24 * 5 + 1))
  await remind(later(24 * 5 + 2))
  await remind(later(24 * 11 + 1))
  await remind(later(24 * 12 + 1))
  const sent = await mails([house.id])
  assert.deepEqual(
    sent.map(({ recipient, occasion }) => [recipient, occasion]),
    [0, 1, 2].map((step) => ['ward3@tannau.example', `training class ${one.id} step ${step}`]),
  )
  assert.match(sent[0]?.content.subject ?? '', /Bitte aufhängen: Reception/)
  assert.match(sent[2]?.content.subject ?? '', /Morgen ist der letzte Tag/)
  assert.ok(sent[0]?.content.text.includes(`/o/${house.id}/training/classes/${one.id}`))
})

test('nobody is reminded of a class that was closed, and nobody of one without people', async () => {
  const house = await aHouse(db.database, 'Seeblick Hospital')
  const closed = await aClass(context, house, { people: [house.lead.personId] })
  await aClass(context, house)
  await closeClass(context, house.lead, closed.id, aMoment)
  assert.deepEqual(await remind(later(1)), { classes: 0, messages: 0 })
})

test('a campaign of the centre for five hundred members: a class, a code and a mail for each, and once', async () => {
  const houses = await manyHouses(db.database, 500)
  const by = { organisationId: centreId, actor: 'person:1', name: 'Pia Lorenz' }
  const wish = {
    courseKey: 'course-example',
    label: 'Winter campaign',
    until: later(24 * 30),
    language: 'en',
    languages: ['en', 'de', 'fr', 'it'],
    formToken: 'campaign-token-1',
  }
  const started = performance.now()
  assert.equal(await planCampaign(context, by, wish, aMoment), 502)
  assert.equal(await planCampaign(context, by, wish, aMoment), 0, 'the same form again plans nothing')
  const summary = await remind(later(1))
  assert.ok(performance.now() - started < 60_000)
  assert.deepEqual(summary, { classes: 502, messages: 502 })
  assert.deepEqual(await remind(later(2)), { classes: 0, messages: 0 })
  const classes = await db.query<{ organisation_id: string; code: string; language: string }>(
    "select organisation_id, code, language from training_classes where kind = 'campaign' and organisation_id = any($1)",
    [houses],
  )
  assert.equal(classes.length, 500)
  assert.equal(new Set(classes.map(({ code }) => code)).size, 500)
  const sent = await mails(houses)
  assert.equal(sent.length, 500)
  assert.equal(new Set(sent.map(({ recipient }) => recipient)).size, 500)
  assert.ok(sent.some(({ content }) => content.subject.startsWith('À afficher')))
  await remind(later(24 * 24))
  await remind(later(24 * 29 + 1))
  assert.equal((await mails(houses)).length, 1500)
})
