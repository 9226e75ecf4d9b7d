// Tests of waking on a real database: message by message, until somebody takes the case.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '../../../platform/config/config.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { loadTranslations } from '../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import type { Access } from '../access.ts'
import { buildCase, buildContext, buildHospital, night } from '../builders.ts'
import { beginShift } from './shifts.ts'
import { takeIncident, wakeOfficers } from './wake.ts'

const minutes = (count: number) => new Date(night.getTime() + count * 60_000)
const translations = loadTranslations(join(import.meta.dirname, '../../../translations'))

let db: TestDatabase
let room: Access
let officers: number[]

const context = () => ({
  ...buildContext(db),
  config: readConfig({}, import.meta.dirname),
  translator: (locale: string) => translations.translator(locale as 'en'),
  origin: () => 'https://centre.example',
  wake: async () => undefined,
})
const woken = async () =>
  (
    await db.query<{ recipient: string; subject: string; occasion: string }>(
      `select recipient, content->>'subject' as subject, occasion from deliveries where kind = 'incident.wake' order by id`,
    )
  ).map(({ recipient, subject, occasion }) => [recipient, /step (\d+)$/.exec(occasion)?.[1], subject])

before(async () => {
  db = await testDatabase()
  const [centre] = await db.query<{ id: string }>(
    `insert into organisations (kind, name, country, languages, time_zone, created_at) values ('centre', 'Support centre', 'DE', '{de}', 'Europe/Berlin', now()) returning id`,
  )
  officers = []
  for (const [name, language] of [
    ['P. Lorenz', 'de'],
    ['R. Ott', 'en'],
  ]) {
    const [person] = await db.query<{ id: string }>(
      `insert into persons (name, email, language, created_at) values ($1, $2, $3, now()) returning id`,
      [name, `${name?.slice(3).toLowerCase()}@centre.example`, language],
    )
    officers.push(Number(person?.id))
    await db.query(
      `insert into memberships (organisation_id, person_id, role, created_at) values ($1, $2, 'duty-officer', now())`,
      [centre?.id, person?.id],
    )
  }
  await beginShift(context(), { personId: officers[0] ?? 0, name: 'P. Lorenz' }, night)
  room = await buildCase(db, await buildHospital(db))
})
after(() => db.close())

test('who is on shift is woken at once, in the own language, without what the hospital wrote', async () => {
  assert.deepEqual(await wakeOfficers(context(), night), { cases: 1, messages: 1 })
  const [[recipient, step, subject] = []] = await woken()
  assert.deepEqual([recipient, step], ['lorenz@centre.example', '0'])
  assert.match(String(subject), /^Tannau Hospital braucht jetzt Hilfe \(\w+-\w+-\d+\)$/)
})

test('two processes at the same moment wake nobody twice', async () => {
  const summaries = await Promise.all([
    wakeOfficers(context(), minutes(5)),
    wakeOfficers(context(), minutes(5)),
  ])
  assert.equal(summaries[0].messages + summaries[1].messages, 1)
  assert.deepEqual((await woken()).at(-1)?.slice(0, 2), ['ott@centre.example', '1'])
})

test('then everybody, until a person takes the case; the second learns who did', async () => {
  assert.equal((await wakeOfficers(context(), minutes(10))).messages, 2)
  const by = (name: string): Access => ({ ...room, via: 'centre', actor: `person:${officers[0]}`, name })
  await takeIncident(context(), by('P. Lorenz'), officers[0] ?? 0, minutes(11))
  await assert.rejects(
    takeIncident(context(), by('R. Ott'), officers[1] ?? 0, minutes(12)),
    (error: unknown) => error instanceof Refusal && error.values.name === 'P. Lorenz',
  )
  assert.deepEqual(await wakeOfficers(context(), minutes(60)), { cases: 0, messages: 0 })
})
