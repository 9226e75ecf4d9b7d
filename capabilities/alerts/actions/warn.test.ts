// Tests of warnings on a real database: an advisory and an alert for each of the audience, which no list of assets ends.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { bringBackAdvisory, deleteAdvisory } from '../../advisories/actions/delete.ts'
import { insertHospital } from '../../assets/builders.ts'
import { buildLoop, type TestLoop } from '../builders.ts'
import type { WarningTexts } from '../warning.ts'
import { alertsContext, aMoment, deliveriesIn, hours } from './builders.ts'
import { sendDigests } from './digest.ts'
import { escalateAlerts } from './escalate.ts'
import { runAgainAsOperator } from './run-again.ts'
import { raiseWarning, type WarnCommand } from './warn.ts'

let db: TestDatabase
let loop: TestLoop
let tannau: number
let birkensee: number
let seeblick: number

const text = (locale: string) => ({
  title: `Backup copies deleted (${locale})`,
  seen: `Copies of disks were deleted by command (${locale}).`,
  advice: `Look in the event log for "vssadmin" (${locale}).`,
})
const texts: WarningTexts = { en: text('en'), de: text('de'), fr: text('fr'), it: text('it') }

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  tannau = await insertHospital(db, 'Tannau Hospital')
  birkensee = await insertHospital(db, 'Birkensee Clinic')
  seeblick = await insertHospital(db, 'Seeblick Hospital')
  for (const [id, email] of [
    [tannau, 'pia@tannau.example'],
    [birkensee, 'it@birkensee.example'],
  ] as const)
    await db.query(
      `insert into contacts (organisation_id, duty, name, email, language) values ($1, 'primary', 'IT', $2, 'de')`,
      [id, email],
    )
})
after(() => db.close())

async function warn(changes: Partial<WarnCommand> = {}, now = aMoment) {
  const context = alertsContext(db, { events: loop.events })
  const warned = await db.database.asEngine((scope) =>
    raiseWarning(
      context,
      scope,
      {
        texts,
        hospitals: 3,
        exposure: 'open',
        audience: { countries: [], kinds: [], sensor: null },
        organisationIds: [tannau, birkensee],
        by: { actor: 'person:7', name: 'Pia Lorenz' },
        ...changes,
      },
      now,
    ),
  )
  await loop.settle(now)
  return warned
}

const alertsOf = (advisoryId: number) =>
  db.query<Record<string, unknown>>(
    `select organisation_id::int as organisation, state, answer, urgency, raised_for, affected_assets + unsure_assets as assets, reopened_because as because
     from alerts where advisory_id = $1 order by 1`,
    [advisoryId],
  )
const untouched = (organisation: number) => ({
  organisation,
  state: 'new',
  answer: 'cannot_tell',
  urgency: 'act-now',
  raised_for: 'warning',
  assets: 0,
  because: null,
})

test('a warning is a valid advisory of the centre and one alert for each member of its audience', async () => {
  const { advisoryId, members } = await warn()
  assert.equal(members, 2)
  assert.deepEqual(await alertsOf(advisoryId), [untouched(tannau), untouched(birkensee)])
  const [advisory] = await db.query<Record<string, unknown>>(
    'select title, validity, state, tlp from advisories where id = $1',
    [advisoryId],
  )
  assert.deepEqual(advisory, {
    title: 'Backup copies deleted (en)',
    validity: 'valid',
    state: 'published',
    tlp: 'AMBER',
  })
})

test('it has the clocks and mails of every other alert, in the language of the reader', async () => {
  const { advisoryId } = await warn()
  const clocks = await db.query<{ kind: string }>(
    `select o.kind from obligations o join alerts al on al.organisation_id = o.organisation_id and al.id = o.subject_id
     where al.advisory_id = $1 and al.organisation_id = $2 order by 1`,
    [advisoryId, tannau],
  )
  assert.deepEqual(
    clocks.map(({ kind }) => kind),
    ['alert-acknowledge', 'alert-remediate'],
  )
  const mail = (await deliveriesIn(db)).find(({ recipient }) => recipient === 'pia@tannau.example')
  assert.equal(mail?.subject, 'Sofort handeln: Backup copies deleted (de)')
  assert.match(mail.text, /Andere Häuser haben das in ihren Protokollen gesehen/)
  assert.match(mail.text, /Look in the event log for "vssadmin" \(de\)/)
  assert.doesNotMatch(mail.text, /Geräte oder Systeme/)
})

test('each line of the advice is one in the mail too, and an address in it is no link', async () => {
  const advice = 'Look at https://odd.example/.\n\nCall the centre.'
  const one = { ...text('de'), title: 'In lines (de)', advice }
  const before = (await deliveriesIn(db)).length
  await warn({ texts: { en: one, de: one, fr: one, it: one } })
  const mail = (await deliveriesIn(db)).slice(before).find(({ subject }) => subject.includes('In lines'))
  assert.match(mail?.text ?? '', /\n {2}Look at https\[:\]\/\/odd\.example\/\.\n {2}Call the centre\.\n/)
})

test('where nobody knows how it gets in, that is assumed, said, and told in the digest of the day', async () => {
  const { advisoryId } = await warn({ exposure: null })
  const [row] = await db.query<{ decision: { urgency: string; path: readonly Record<string, unknown>[] } }>(
    `select d.decision from alerts al join urgency_decisions d on d.id = al.urgency_decision_id where al.advisory_id = $1`,
    [advisoryId],
  )
  assert.equal(row?.decision.urgency, 'this-week')
  assert.deepEqual(row.decision.path[0], {
    question: 'exploitation',
    answer: 'active',
    because: 'sightings',
    assumed: false,
  })
  assert.deepEqual(row.decision.path[1]?.because, 'unknown-systems')
  const before = (await deliveriesIn(db)).length
  await sendDigests(alertsContext(db), hours(1))
  const digests = (await deliveriesIn(db)).slice(before)
  assert.ok(digests.some(({ text }) => text.includes('Backup copies deleted (de)')))
})

test('neither an inventory, nor matching again, nor a list that grows ends, changes or doubles it', async () => {
  const { advisoryId } = await warn()
  const line = '1;Gateway;Northwind Medical;PumpGate;2.3.1;Main site'
  await loop.importList(tannau, [line], hours(1))
  await loop.importList(tannau, [line, '2;Gateway;Northwind Medical;PumpGate;2.3.1;Main site'], hours(2))
  await loop.publish({ id: 'NWM-W1', range: '< 2.4.0' }, hours(3))
  await loop.publishKev(['CVE-2026-10001'], hours(4))
  assert.deepEqual(await alertsOf(advisoryId), [untouched(tannau), untouched(birkensee)])
  assert.deepEqual(await db.query('select subscription, problem from events'), [])
})

test('documents that fold, a list that is replaced and a run by hand leave it alone, also where the house has answered', async () => {
  const { advisoryId } = await warn()
  await db.query(
    "update alerts set state = 'not-applicable' where advisory_id = $1 and organisation_id = $2",
    [advisoryId, birkensee],
  )
  // Two documents about one vulnerability are one alert; then the list holds nothing of it any more.
  const line = '1;Gateway;Northwind Medical;PumpGate;2.3.1;Main site'
  for (const organisation of [tannau, birkensee]) await loop.importList(organisation, [line], hours(1))
  await loop.publish({ id: 'NWM-F1', cve: 'CVE-2026-10077', range: '< 2.4.0' }, hours(2))
  await loop.publish({ id: 'OTHER-F1', cve: 'CVE-2026-10077', range: '< 2.4.0' }, hours(3))
  await loop.publishEpss({ 'CVE-2026-10077': 0.97 }, hours(4))
  await loop.publishKev(['CVE-2026-10077'], hours(5))
  const assets = await db.query<{ id: string }>('select id from assets where organisation_id = $1', [tannau])
  const assetIds = assets.map(({ id }) => Number(id))
  const context = alertsContext(db, { events: loop.events })
  await runAgainAsOperator(context, { organisationId: tannau, assetIds }, hours(6))
  const fixed = '9;Gateway;Northwind Medical;PumpGate;2.4.1;Main site'
  for (const organisation of [tannau, birkensee]) await loop.importList(organisation, [fixed], hours(7))
  await loop.settle(hours(8))
  assert.deepEqual(await alertsOf(advisoryId), [
    untouched(tannau),
    { ...untouched(birkensee), state: 'not-applicable' },
  ])
  assert.deepEqual(await db.query('select subscription, problem from events'), [])
})

test('the centre takes a warning back by deleting its advisory; then nothing is owed any more', async () => {
  const { advisoryId } = await warn()
  const person = { id: 7, name: 'Pia Lorenz' }
  const context = alertsContext(db, { events: loop.events })
  await deleteAdvisory(context, { advisoryId, reason: 'It was a drill.', person }, hours(5))
  await loop.settle(hours(5))
  assert.deepEqual(
    (await alertsOf(advisoryId)).map(({ state }) => state),
    ['withdrawn', 'withdrawn'],
  )
  const running = await db.query(
    `select from obligations o join alerts al on al.organisation_id = o.organisation_id and al.id = o.subject_id
     where al.advisory_id = $1 and o.cancelled_at is null and o.discharged_at is null`,
    [advisoryId],
  )
  assert.equal(running.length, 0)
})

test('a warning that was taken back by mistake is brought back, and opens again where it had not been answered', async () => {
  const { advisoryId } = await warn()
  const command = { advisoryId, reason: 'By mistake.', person: { id: 7, name: 'Pia Lorenz' } }
  const context = alertsContext(db, { events: loop.events })
  await db.query(
    "update alerts set state = 'not-applicable' where advisory_id = $1 and organisation_id = $2",
    [advisoryId, birkensee],
  )
  await deleteAdvisory(context, command, hours(5))
  await loop.settle(hours(5))
  await bringBackAdvisory(context, command, hours(6))
  await loop.settle(hours(6))
  assert.deepEqual(
    (await alertsOf(advisoryId)).map(({ state, raised_for, assets }) => [state, raised_for, assets]),
    [
      ['new', 'warning', 0],
      ['not-applicable', 'warning', 0],
    ],
  )
})

test('who does not answer is reminded as for every other alert', async () => {
  const { advisoryId } = await warn({ organisationIds: [tannau] }, hours(24 * 30))
  const [row] = await db.query<{ id: string }>('select id from alerts where advisory_id = $1', [advisoryId])
  const before = (await deliveriesIn(db)).length
  await escalateAlerts(alertsContext(db), hours(24 * 30 + 47))
  const reminded = await db.query<{ escalation: number }>(
    `select escalation from obligations where organisation_id = $1 and subject_id = $2 and kind = 'alert-acknowledge'`,
    [tannau, row?.id],
  )
  assert.ok(Number(reminded[0]?.escalation) >= 1)
  assert.ok((await deliveriesIn(db)).slice(before).some(({ kind }) => kind === 'alert.reminder'))
})

test('a member outside of the audience hears nothing', async () => {
  const rows = await db.query('select from alerts where organisation_id = $1', [seeblick])
  assert.equal(rows.length, 0)
})
