// Tests of escalation on a real database: reminder, deputy, duty officers, each once.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import {
  alertsContext,
  deliveriesIn,
  type GivenContact,
  givenAdvisory,
  givenAlert,
  givenColleague,
  givenMember,
  hours,
} from './builders.ts'
import { escalateAlerts } from './escalate.ts'

let db: TestDatabase
let advisoryId: number
let centre: number

const primary: GivenContact = { duty: 'primary', email: 'pia@tannau.example' }
const deputy: GivenContact = { duty: 'deputy', email: 'deputy@tannau.example', language: 'it' }
const escalate = (now: Date) => escalateAlerts(alertsContext(db), now)

describe('escalation', () => {
  beforeEach(async () => {
    db = await testDatabase()
    advisoryId = await givenAdvisory(db, { trackingId: 'VM-1' })
    centre = await givenMember(db, { name: 'Lakeland Centre', kind: 'centre' })
    await givenColleague(db, centre, { email: 'duty@lakeland.example', role: 'duty-officer' })
    await givenColleague(db, centre, { email: 'admin@lakeland.example', role: 'administrator' })
  })
  afterEach(() => db.close())

  async function given(name: string, contacts: readonly GivenContact[]) {
    const organisationId = await givenMember(db, { name, contacts })
    return { organisationId, alertId: await givenAlert(db, organisationId, advisoryId) }
  }

  async function told() {
    return (await deliveriesIn(db)).map(({ organisation, kind, recipient }) => [
      organisation,
      kind,
      recipient,
    ])
  }

  function stepsInJournal() {
    return db.query<{ details: unknown; organisation_id: string }>(
      `select details from journal where action = 'alert.escalated' order by id`,
    )
  }

  test('reminder at three quarters, deputy when due, duty officer at a quarter over, and nothing twice', async () => {
    const { organisationId } = await given('Tannau', [primary, deputy])
    await escalate(hours(35.9))
    assert.deepEqual(await told(), [])
    for (const hour of [36, 36.1, 47.9, 48, 48.1, 59.9, 60, 61, 500]) await escalate(hours(hour))
    assert.deepEqual(await told(), [
      [organisationId, 'alert.reminder', 'pia@tannau.example'],
      [organisationId, 'alert.deputy', 'deputy@tannau.example'],
      [0, 'alert.duty-officer', 'duty@lakeland.example'],
    ])
    assert.deepEqual(
      (await stepsInJournal()).map((row) => row.details),
      ['owner', 'deputy', 'duty-officer'].map((step) => ({ step, kind: 'alert-acknowledge' })),
    )
  })

  test('each reads it in the own language, with what is owed and by when', async () => {
    await given('Tannau', [primary, deputy])
    for (const hour of [36, 48, 60]) await escalate(hours(hour))
    const [reminder, toDeputy, officer] = await deliveriesIn(db)
    assert.match(reminder?.text ?? '', /Bestätigen bis Do\., 19\. Nov\., 09:40/)
    assert.equal(toDeputy?.subject, '1 risposta è scaduta: Tannau')
    assert.match(
      officer?.text ?? '',
      /Tannau: .* Acknowledge by Thu 19 Nov, 09:40\. Neither the owner nor the deputy has answered/,
    )
    assert.match(
      officer?.html ?? '',
      /href="https:\/\/salus\.example\/centre\/board\/advisories\/\d+\?standing=overdue"/,
    )
  })

  test('without a deputy it goes to the duty officers when it is due, and their mail says why', async () => {
    await given('Tannau', [primary])
    for (const hour of [36, 48, 60, 100]) await escalate(hours(hour))
    assert.deepEqual(
      (await told()).map(([, kind]) => kind),
      ['alert.reminder', 'alert.duty-officer'],
    )
    assert.match((await deliveriesIn(db))[1]?.text ?? '', /They named no deputy/)
    assert.deepEqual((await stepsInJournal()).at(-1)?.details, {
      step: 'duty-officer',
      kind: 'alert-acknowledge',
    })
  })

  test('a deputy with the address of the primary contact is no deputy', async () => {
    await given('Tannau', [primary, { ...deputy, email: primary.email }])
    await escalate(hours(48))
    assert.deepEqual(
      (await told()).map(([, kind]) => kind),
      ['alert.duty-officer'],
    )
  })

  test('where nobody is named at all the duty officers hear of it before the time is over', async () => {
    await given('Tannau', [])
    assert.equal((await escalate(hours(36))).officers, 1)
    assert.match((await deliveriesIn(db))[0]?.text ?? '', /They named nobody to write to/)
  })

  test('an answered clock is not escalated', async () => {
    await given('Tannau', [primary, deputy])
    await db.query('update obligations set discharged_at = $1', [hours(1)])
    assert.deepEqual(await escalate(hours(60)), { reminded: 0, deputies: 0, officers: 0, failed: 0 })
    assert.deepEqual(await told(), [])
  })

  test('several clocks of a hospital make one mail, several hospitals one mail to the duty officers', async () => {
    const { organisationId } = await given('Tannau', [primary, deputy])
    await givenAlert(db, organisationId, await givenAdvisory(db, { trackingId: 'VM-2', title: 'Second' }))
    await given('Birkensee', [{ ...primary, email: 'b@birkensee.example' }, deputy])
    assert.equal((await escalate(hours(36))).reminded, 3)
    assert.equal((await told()).length, 2)
    assert.equal((await escalate(hours(60))).officers, 3)
    const officer = (await deliveriesIn(db)).at(-1)
    assert.equal(officer?.subject, '2 members have not answered')
    assert.equal((await told()).length, 3)
  })

  test('one hospital whose step fails does not stop the others, and is tried again', async () => {
    const broken = await given('Tannau', [primary, deputy])
    const well = await given('Birkensee', [{ ...primary, email: 'b@birkensee.example' }, deputy])
    await db.query(`update organisations set time_zone = 'Mars/Olympus' where id = $1`, [
      broken.organisationId,
    ])
    assert.deepEqual(await escalate(hours(36)), { reminded: 1, deputies: 0, officers: 0, failed: 1 })
    await db.query(`update organisations set time_zone = 'Europe/Berlin' where id = $1`, [
      broken.organisationId,
    ])
    assert.equal((await escalate(hours(36.1))).reminded, 1)
    assert.deepEqual(
      (await told()).map(([organisation]) => organisation),
      [well.organisationId, broken.organisationId],
    )
  })

  test('without duty officers the administrators are told; without anybody the clock stays due', async () => {
    await given('Tannau', [primary, deputy])
    await db.query(`update persons set disabled_at = now() where email = 'duty@lakeland.example'`)
    await db.query(`update persons set disabled_at = now() where email = 'admin@lakeland.example'`)
    assert.equal((await escalate(hours(60))).officers, 0)
    await db.query(`update persons set disabled_at = null where email = 'admin@lakeland.example'`)
    assert.equal((await escalate(hours(61))).officers, 1)
    assert.deepEqual(await told(), [[0, 'alert.duty-officer', 'admin@lakeland.example']])
  })

  test('two runs at the same time tell everybody once', async () => {
    await given('Tannau', [primary, deputy])
    await Promise.all([escalate(hours(36)), escalate(hours(36)), escalate(hours(36))])
    assert.equal((await told()).length, 1)
    await Promise.all([escalate(hours(60)), escalate(hours(60))])
    assert.equal((await told()).length, 2)
  })
})
