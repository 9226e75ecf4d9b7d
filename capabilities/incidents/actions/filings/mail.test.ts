// Filings by mail over a real SMTP server on loopback: what arrives, what is refused, and that exercises reach nobody.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { sendDue } from '../../../../platform/delivery/send.ts'
import { Refusal } from '../../../../platform/http/problem.ts'
import { createLog } from '../../../../platform/log/log.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { type Arranged, csirt, csirtMail, givenCase, minutesAfter, morning } from '../../builders/filing.ts'
import { clocksOf } from '../clocks.ts'
import { followMails } from './follow.ts'
import { recordArrival, recordFailure } from './outcome.ts'
import { viewFiling } from './view.ts'

interface Received {
  readonly mail: ParsedMail
  readonly to: readonly string[]
}

let db: TestDatabase
let closing: (() => Promise<void>)[] = []

async function smtp(refusal: { readonly code: number; readonly text: string } | null = null) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
        received.push({ mail, to: session.envelope.rcptTo.map((to) => to.address) })
        return done()
      }, done)
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the SMTP server has no port')
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${address.port}`, received }
}

const deliver = (smtpUrl: string, now: Date) =>
  sendDue(
    {
      config: { smtpUrl, mailFrom: 'salus@lakeland.example' },
      database: db.database,
      log: createLog('silent'),
    },
    () => now,
  )

async function dutyState(one: Arranged) {
  const { organisationId, incidentId: id } = one.access
  const { duties } = await db.database.asMember(organisationId, (scope) =>
    clocksOf(scope, { organisationId, id }, minutesAfter(60)),
  )
  return duties.find(({ rule }) => rule.key === 'NIS2-EW')?.state
}

const answer = (filingId: number, text: string) => ({ filingId, text, at: '', timeZone: 'Europe/Amsterdam' })

describe('filings by mail', () => {
  beforeEach(async () => {
    db = await testDatabase()
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    closing = []
    await db.close()
  })

  test('it arrives with every field, who sends it by which mandate, and its hash; then the clock stops', async () => {
    const server = await smtp()
    const one = await givenCase(db)
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id, { way: 'mail' })
    assert.notEqual(await dutyState(one), 'met')
    await deliver(server.url, minutesAfter(1))
    assert.deepEqual(await followMails(one.context, minutesAfter(2)), { asked: 0, sent: 1, failed: 0 })
    const [mail] = server.received
    assert.deepEqual(mail?.to, [csirtMail])
    const filing = await one.filing(id)
    assert.equal(filing.state, 'sent')
    assert.equal(filing.sentAt?.toISOString(), minutesAfter(1).toISOString())
    const text = mail?.mail.text ?? ''
    for (const part of [
      'Lakeland Hospital',
      'Files of the ward system cannot be opened',
      'Hanna Amsel',
      'Letter of the board of 2 May',
      filing.sha256 ?? '?',
    ])
      assert.ok(text.includes(part), `${part} is missing`)
    assert.doesNotMatch(`${mail?.mail.subject} ${text}`, /EXERCISE/)
    assert.equal(await dutyState(one), 'met')
    assert.deepEqual(await followMails(one.context, minutesAfter(3)), { asked: 0, sent: 0, failed: 0 })
  })

  test('an exercise goes to whoever practises, says so in subject and text, and to nobody else', async () => {
    const server = await smtp()
    const one = await givenCase(db, { realm: 'exercise' })
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id, { way: 'mail' })
    await deliver(server.url, minutesAfter(1))
    const [mail, ...more] = server.received
    assert.equal(more.length, 0)
    assert.deepEqual(mail?.to, ['jana.brandt@tannau.example'])
    assert.match(mail?.mail.subject ?? '', /EXERCISE/)
    assert.match(mail?.mail.text ?? '', /EXERCISE/)
  })

  test('an invented hospital cannot write to a real authority, though its case is no exercise', async () => {
    const { url, received } = await smtp()
    const one = await givenCase(db)
    await db.query('update organisations set is_example = true where id = $1', [one.access.organisationId])
    const filing = await one.prepare('NIS2-EW', csirt)
    await assert.rejects(
      one.send(filing, { way: 'mail' }),
      (error: unknown) => error instanceof Refusal && error.code === 'incidents/filing-blocked',
    )
    assert.deepEqual(await db.query(`select recipient from deliveries where kind = 'incident.filing'`), [])
    await deliver(url, minutesAfter(30))
    assert.deepEqual(received, [])
  })

  test('a mail that the server refuses is shown with what it said, and can be sent again in another way', async () => {
    const server = await smtp({ code: 550, text: 'No such mailbox here' })
    const one = await givenCase(db)
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id, { way: 'mail' })
    const before = await one.filing(id)
    await deliver(server.url, minutesAfter(1))
    assert.deepEqual(await followMails(one.context, minutesAfter(2)), { asked: 0, sent: 0, failed: 0 })
    const { delivery, filing } = await viewFiling(one.context, one.access, id, minutesAfter(2))
    assert.deepEqual([filing.state, delivery?.state], ['sending', 'failed'])
    assert.match(delivery?.problem ?? '', /No such mailbox here/)
    assert.notEqual(await dutyState(one), 'met')
    await recordFailure(one.context, one.access, answer(id, 'our server says it refused'), minutesAfter(3))
    const ready = await one.filing(id)
    assert.deepEqual([ready.state, ready.content], ['ready', null])
    assert.deepEqual(
      ready.attempts.map(({ content, sha256 }) => [content, sha256]),
      [[before.content, before.sha256]],
    )
    await one.send(id, { happened: '2026-11-21 10:04' }, minutesAfter(5))
    assert.equal((await one.filing(id)).state, 'sent')
    assert.equal(await dutyState(one), 'met')
  })

  test('a second mail after one that failed is another mail', async () => {
    const one = await givenCase(db)
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id, { way: 'mail' })
    await deliver((await smtp({ code: 550, text: 'No' })).url, minutesAfter(1))
    await recordFailure(one.context, one.access, answer(id, 'refused'), minutesAfter(2))
    await one.send(id, { way: 'mail' }, minutesAfter(3))
    const server = await smtp()
    await deliver(server.url, minutesAfter(4))
    await followMails(one.context, minutesAfter(5))
    assert.equal(server.received.length, 1)
    assert.equal((await one.filing(id)).state, 'sent')
  })

  test('what a killed process left on its way is asked for by the job, once', async () => {
    const server = await smtp()
    const one = await givenCase(db)
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id, { way: 'mail' })
    await db.query('delete from deliveries')
    assert.deepEqual(await followMails(one.context, minutesAfter(1)), { asked: 1, sent: 0, failed: 0 })
    await Promise.all([followMails(one.context, minutesAfter(2)), followMails(one.context, minutesAfter(2))])
    await deliver(server.url, minutesAfter(3))
    assert.equal(server.received.length, 1)
  })

  test('somebody who knows that it arrived says so, and the job then adds nothing', async () => {
    const one = await givenCase(db)
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id, { way: 'mail' })
    await recordArrival(one.context, one.access, answer(id, 'they rang and have it'), minutesAfter(2))
    assert.equal((await one.filing(id)).state, 'sent')
    assert.deepEqual(await followMails(one.context, minutesAfter(3)), { asked: 0, sent: 0, failed: 0 })
  })

  test('a stored address that the gate would not have given stops that filing and no other', async () => {
    const server = await smtp()
    const bad = await givenCase(db, { realm: 'exercise' })
    const badId = await bad.prepare('NIS2-EW', csirt)
    await bad.send(badId, { way: 'mail' })
    await db.query('alter table filings disable trigger all')
    await db.query('update filings set recipient = $1 where id = $2', [csirtMail, badId])
    await db.query('delete from deliveries')
    const good = await givenCase(db)
    await good.send(await good.prepare('NIS2-EW', csirt), { way: 'mail' })
    assert.deepEqual(await followMails(good.context, morning), { asked: 0, sent: 0, failed: 1 })
    await deliver(server.url, minutesAfter(1))
    assert.deepEqual(
      server.received.map(({ to, mail }) => [to, /EXERCISE/.test(mail.subject ?? '')]),
      [[[csirtMail], false]],
    )
  })
})
