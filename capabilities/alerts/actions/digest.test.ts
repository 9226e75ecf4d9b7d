// Tests of the digest: once a day, from seven in the morning at the hospital, on a real database.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { alertsContext, deliveriesIn, givenAdvisory, givenAlert, givenMember } from './builders.ts'
import { digestDay, sendDigests } from './digest.ts'

let db: TestDatabase
const at = (text: string) => new Date(`2026-11-${text}Z`)
const send = (now: Date) => sendDigests(alertsContext(db), now)

describe('the digest', () => {
  beforeEach(async () => {
    db = await testDatabase()
  })
  afterEach(() => db.close())

  async function given(name = 'Klinikum Tannau', timeZone = 'Europe/Berlin') {
    const contacts = [{ duty: 'primary' as const, email: 'pia@tannau.example' }]
    return givenMember(db, { name, timeZone, contacts })
  }

  async function opened(organisationId: number, trackingId: string, openedAt: Date, more = {}) {
    const advisoryId = await givenAdvisory(db, { trackingId, title: `Title ${trackingId}` })
    return givenAlert(db, organisationId, advisoryId, { urgency: 'this-week', openedAt, ...more })
  }

  test('the digest comes at seven local time and not a minute before', async () => {
    const member = await given()
    await opened(member, 'VM-1', at('16T20:00:00'))
    assert.equal((await send(at('17T05:59:59'))).sent, 0)
    assert.equal((await send(at('17T06:00:00'))).sent, 1)
    const [mail] = await deliveriesIn(db)
    assert.equal(mail?.subject, '1 neue Warnung für Klinikum Tannau')
    assert.match(mail?.text ?? '', /Title VM-1\. Diese Woche\. 3 Geräte oder Systeme betroffen/)
    assert.match(mail?.html ?? '', new RegExp(`https://salus.example/o/${member}/alerts"`))
  })

  test('a day has one digest; the next one holds only what came since', async () => {
    const member = await given()
    await opened(member, 'VM-1', at('16T20:00:00'))
    await send(at('17T06:00:00'))
    await opened(member, 'VM-2', at('17T09:00:00'))
    assert.equal((await send(at('17T06:10:00'))).sent, 0)
    assert.equal((await send(at('17T20:00:00'))).sent, 0)
    assert.equal((await send(at('18T06:00:00'))).sent, 1)
    const mails = await deliveriesIn(db)
    assert.equal(mails.length, 2)
    assert.match(mails[1]?.text ?? '', /VM-2/)
    assert.doesNotMatch(mails[1]?.text ?? '', /VM-1/)
  })

  test('nothing new means no mail, and something later in the day comes the same day', async () => {
    const member = await given()
    assert.equal((await send(at('17T06:00:00'))).sent, 0)
    await opened(member, 'VM-1', at('17T09:00:00'))
    assert.equal((await send(at('17T09:10:00'))).sent, 0)
    assert.equal((await send(at('17T09:20:00'))).sent, 1)
    assert.equal((await send(at('18T06:00:00'))).sent, 0)
  })

  test('closed alerts are left out, acknowledged ones say so, the most urgent comes first', async () => {
    const member = await given()
    await opened(member, 'VM-CLOSED', at('16T19:00:00'), { state: 'remediated' })
    await opened(member, 'VM-WATCH', at('16T20:00:00'), { urgency: 'watch' })
    const answered = { urgency: 'act-now', state: 'acknowledged', acknowledgeHours: null }
    await opened(member, 'VM-NOW', at('16T18:00:00'), answered)
    await send(at('17T06:00:00'))
    const text = (await deliveriesIn(db))[0]?.text ?? ''
    assert.doesNotMatch(text, /VM-CLOSED/)
    assert.match(text, /VM-NOW\..*Bereits bestätigt\.[\s\S]*VM-WATCH/)
  })

  test('an alert that commits while a digest is written is in the next one', async () => {
    const member = await given()
    await opened(member, 'VM-1', at('16T20:00:00'))
    await send(at('17T06:00:00'))
    await opened(member, 'VM-LATE', at('17T05:59:58'))
    assert.equal((await send(at('18T06:00:00'))).sent, 1)
    assert.match((await deliveriesIn(db))[1]?.text ?? '', /VM-LATE/)
  })

  test('one hospital whose digest fails leaves the others theirs', async () => {
    const broken = await given('A')
    const well = await given('B')
    await opened(broken, 'VM-1', at('16T20:00:00'))
    await opened(well, 'VM-2', at('16T20:00:00'))
    await db.query(`update organisations set time_zone = 'Mars/Olympus' where id = $1`, [broken])
    assert.deepEqual(await send(at('17T06:00:00')), { sent: 1, nobody: 0, failed: 1 })
    assert.deepEqual(
      (await deliveriesIn(db)).map((mail) => mail.organisation),
      [well],
    )
  })

  test('a long digest lists the first ones and says how many more there are', async () => {
    const member = await given()
    for (let index = 0; index < 30; index++) await opened(member, `VM-${index}`, at('16T20:00:00'))
    await send(at('17T06:00:00'))
    const text = (await deliveriesIn(db))[0]?.text ?? ''
    assert.equal(text.split('\n').filter((line) => line.startsWith('* Title')).length, 25)
    assert.match(text, /und 5 weitere/)
  })

  test('the day of a digest is the day at the hospital, also where clocks change', () => {
    assert.equal(digestDay(null, at('16T17:59:00'), 'Asia/Tokyo'), null)
    assert.equal(digestDay(null, at('16T22:00:00'), 'Asia/Tokyo'), '2026-11-17')
    assert.equal(digestDay(at('16T22:00:00'), at('17T14:59:00'), 'Asia/Tokyo'), null)
    assert.equal(digestDay(at('16T22:00:00'), at('17T22:00:00'), 'Asia/Tokyo'), '2026-11-18')
    assert.equal(digestDay(null, new Date('2026-10-25T05:59:00Z'), 'Europe/Berlin'), null)
    assert.equal(digestDay(null, new Date('2026-10-25T06:00:00Z'), 'Europe/Berlin'), '2026-10-25')
  })
})
