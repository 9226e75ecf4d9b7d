// Tests of telling a hospital of an urgent alert, on a real database.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import type { Urgency } from '../urgency.ts'
import {
  type AlertsTestContext,
  alertsContext,
  aMoment,
  deliveriesIn,
  givenAdvisory,
  givenAlert,
  givenColleague,
  givenMember,
  hours,
} from './builders.ts'
import { notifyOpened } from './notify.ts'

let db: TestDatabase
let context: AlertsTestContext

describe('notices', () => {
  beforeEach(async () => {
    db = await testDatabase()
    context = alertsContext(db)
  })
  afterEach(() => db.close())

  interface Opened {
    readonly organisationId: number
    readonly alertId: number
    readonly urgency?: Urgency
  }

  function notify(...opened: readonly Opened[]): Promise<void> {
    const payloads = opened.map((one) => ({ advisoryId: 1, urgency: 'act-now' as const, ...one }))
    return db.database.asEngine((scope) => notifyOpened(context)(scope, payloads, aMoment))
  }

  const contacts = [{ duty: 'primary' as const, email: 'pia@tannau.example' }]

  test('an urgent alert reaches the primary contact at once, in their language, with figures and no asset', async () => {
    const organisationId = await givenMember(db, { name: 'Klinikum Tannau', contacts })
    const alertId = await givenAlert(db, organisationId, await givenAdvisory(db, { trackingId: 'VM-1' }))
    await notify({ organisationId, alertId })
    const [mail, ...more] = await deliveriesIn(db)
    assert.equal(more.length, 0)
    assert.equal(mail?.recipient, 'pia@tannau.example')
    assert.equal(mail?.language, 'de')
    assert.equal(mail?.subject, 'Sofort handeln: Infusion gateway without authentication')
    for (const expected of [
      'Klinikum Tannau',
      'Velora Medical, VM-1',
      '3 Geräte oder Systeme',
      'Diese Schwachstelle wird bereits angegriffen.',
      'Der Herausgeber nennt eine Korrektur',
      'Bestätigen bis Do., 19. Nov., 09:40',
      '+43 555 0199',
      `https://salus.example/o/${organisationId}/alerts/${alertId}`,
    ])
      assert.ok(mail?.text.includes(expected), `${expected} is missing in:\n${mail?.text}`)
    assert.match(
      mail?.html ?? '',
      new RegExp(`href="https://salus.example/o/${organisationId}/alerts/${alertId}"`),
    )
    assert.deepEqual(context.woken, ['delivery.send'])
  })

  test('the same event again asks for nothing more, opening the alert again does', async () => {
    const organisationId = await givenMember(db, { name: 'Klinikum Tannau', contacts })
    const alertId = await givenAlert(db, organisationId, await givenAdvisory(db, { trackingId: 'VM-1' }))
    await notify({ organisationId, alertId }, { organisationId, alertId })
    await notify({ organisationId, alertId })
    assert.equal((await deliveriesIn(db)).length, 1)
    await db.query('update alerts set opened_at = $1, reopened_because = $2', [hours(1), 'fix-changed'])
    await notify({ organisationId, alertId })
    const mails = await deliveriesIn(db)
    assert.equal(mails.length, 2)
    assert.match(mails[1]?.text ?? '', /wieder geöffnet: Was zu tun ist, hat sich geändert/)
  })

  test('less urgent alerts wait for the digest, and answered or withdrawn ones are not told', async () => {
    const organisationId = await givenMember(db, { name: 'Klinikum Tannau', contacts })
    const of = async (trackingId: string, alert: Parameters<typeof givenAlert>[3]) =>
      givenAlert(db, organisationId, await givenAdvisory(db, { trackingId }), alert)
    const later = await of('VM-1', { urgency: 'this-week' })
    const answered = await of('VM-2', { state: 'acknowledged' })
    const withdrawn = await of('VM-3', { state: 'withdrawn' })
    await notify(
      { organisationId, alertId: later, urgency: 'this-week' },
      { organisationId, alertId: answered },
      { organisationId, alertId: withdrawn },
    )
    assert.deepEqual(await deliveriesIn(db), [])
    assert.deepEqual(context.woken, [])
  })

  test('without a primary contact the deputy is told, without any contact the lead, without anybody nobody', async () => {
    const advisoryId = await givenAdvisory(db, { trackingId: 'VM-1' })
    const withDeputy = await givenMember(db, {
      name: 'A',
      contacts: [{ duty: 'deputy', email: 'deputy@a.example', language: 'fr' }],
    })
    const withLead = await givenMember(db, { name: 'B' })
    await givenColleague(db, withLead, { email: 'lead@b.example', role: 'lead', language: 'it' })
    const withNobody = await givenMember(db, { name: 'C' })
    const opened = await Promise.all(
      [withDeputy, withLead, withNobody].map(async (organisationId) => ({
        organisationId,
        alertId: await givenAlert(db, organisationId, advisoryId),
      })),
    )
    await notify(...opened)
    const told = (await deliveriesIn(db)).map(({ organisation, recipient, language }) => [
      organisation,
      recipient,
      language,
    ])
    assert.deepEqual(told.toSorted(), [
      [withDeputy, 'deputy@a.example', 'fr'],
      [withLead, 'lead@b.example', 'it'],
    ])
  })

  test('a hostile title begins no header, closes no tag, becomes no link and turns no text around', async () => {
    const title =
      'Pump\r\nBcc: everybody@victim.example\u2028<img src=x onerror=alert(1)> "</title><script>" https://evil.example/sign-in \u202egnp.exe {count}'
    const organisationId = await givenMember(db, { name: 'Tannau <b>&', contacts })
    const alertId = await givenAlert(
      db,
      organisationId,
      await givenAdvisory(db, { trackingId: 'V\n1', title }),
    )
    await notify({ organisationId, alertId })
    const [mail] = await deliveriesIn(db)
    assert.ok(mail)
    assert.doesNotMatch(mail.subject, /[\p{Cc}\u2028\u202e]/u)
    assert.doesNotMatch(mail.text, /[\r\u2028\u202e]|^Bcc:|evil\.example\/sign-in$|https:\/\/evil/m)
    assert.doesNotMatch(mail.html, /<img|<script|<b>&|https:\/\/evil/)
    assert.match(mail.html, /&lt;img/)
  })

  test('the title of a TLP:RED advisory does not travel by mail', async () => {
    const organisationId = await givenMember(db, { name: 'Tannau', contacts })
    const advisoryId = await givenAdvisory(db, { trackingId: 'VM-SECRET', title: 'Hidden door', tlp: 'RED' })
    await notify({ organisationId, alertId: await givenAlert(db, organisationId, advisoryId) })
    const [mail] = await deliveriesIn(db)
    assert.doesNotMatch(JSON.stringify(mail), /Hidden door|VM-SECRET|Velora/)
    assert.match(mail?.text ?? '', /TLP:RED/)
  })

  test('a queue that does not answer keeps nobody from being told', async () => {
    context = alertsContext(db, { wake: () => Promise.reject(new Error('the queue is not started')) })
    const organisationId = await givenMember(db, { name: 'Tannau', contacts })
    const alertId = await givenAlert(db, organisationId, await givenAdvisory(db, { trackingId: 'VM-1' }))
    await notify({ organisationId, alertId })
    assert.equal((await deliveriesIn(db)).length, 1)
  })
})
