// Tests of sending against a real SMTP server on loopback: what arrives, what is tried again, what is given up.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { createLog } from '../log/log.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { claimDue, type DeliveryRequest, requestDeliveries } from './delivery.ts'
import { sendDue } from './send.ts'

const start = new Date('2026-11-17T08:00:00Z')
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)

let db: TestDatabase
let closing: (() => Promise<void>)[] = []

describe('sending', () => {
  beforeEach(async () => {
    db = await testDatabase()
  })
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
    closing = []
    await db.close()
  })

  interface Received {
    readonly mail: ParsedMail
    readonly to: readonly string[]
  }

  /** `answer` decides what the server says to each message: null takes it. */
  async function smtp(
    answer: (count: number) => { readonly code: number; readonly text: string } | null = () => null,
    options: SMTPServerOptions = {},
  ): Promise<{ readonly url: string; readonly received: Received[]; readonly offered: () => number }> {
    const received: Received[] = []
    let offered = 0
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, session, done) {
        simpleParser(stream).then((mail) => {
          offered += 1
          const refusal = answer(offered)
          if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
          received.push({ mail, to: session.envelope.rcptTo.map((to) => to.address) })
          return done()
        }, done)
      },
      ...options,
    })
    server.on('error', () => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.server.address()
    if (address === null || typeof address === 'string') throw new Error('the SMTP server has no port')
    closing.push(() => new Promise((resolve) => server.close(() => resolve())))
    return { url: `smtp://127.0.0.1:${address.port}`, received, offered: () => offered }
  }

  function request(changes: Partial<DeliveryRequest> = {}): DeliveryRequest {
    return {
      organisationId: 1,
      kind: 'alert.opened',
      occasion: 'alert 12 opened 2026-11-17T08:00:00.000Z',
      recipient: 'pia@tannau.example',
      language: 'de',
      subjectType: null,
      subjectId: null,
      message: {
        subject: 'Sofort handeln: Infusionspumpe in Gebäude Ä, Übergang – 100 €',
        text: 'Bestätigen Sie bis Mittwoch.\nGrüße aus Łódź, Αθήνα, Sofia (София)',
        html: '<p>Bestätigen Sie bis <strong>Mittwoch</strong>. Grüße</p>',
      },
      urgent: false,
      notBefore: start,
      ...changes,
    }
  }

  const ask = (...requests: readonly DeliveryRequest[]) =>
    db.database.asEngine((scope) => requestDeliveries(scope, requests, start))

  function send(smtpUrl: string | null, now = start) {
    const config = { smtpUrl, mailFrom: 'salus@lakeland.example' }
    return sendDue({ config, database: db.database, log: createLog('silent') }, () => now)
  }

  interface Row extends Record<string, unknown> {
    readonly state: string
    readonly attempts: number
    readonly problem: string | null
    readonly content: Record<string, unknown>
    readonly message_id: string | null
  }

  async function row(): Promise<Row> {
    const [first] = await db.query<Row>('select * from deliveries order by id')
    assert.ok(first)
    return first
  }

  test('text and HTML arrive with every letter right, and what was sent is not kept', async () => {
    const server = await smtp()
    await ask(request())
    assert.deepEqual(await send(server.url), { sent: 1, failed: 0 })
    const [one, ...more] = server.received
    assert.equal(more.length, 0)
    const { message } = request()
    assert.equal(one?.mail.subject, message.subject)
    assert.equal(one?.mail.text?.trim(), message.text)
    assert.equal(typeof one?.mail.html === 'string' && one.mail.html.trim(), message.html)
    assert.deepEqual(one?.to, ['pia@tannau.example'])
    assert.equal(one?.mail.headers.get('content-language'), 'de')
    assert.equal(one?.mail.headers.get('auto-submitted'), 'auto-generated')
    const kept = await row()
    assert.equal(kept.state, 'sent')
    assert.deepEqual(kept.content, { subject: message.subject })
    assert.equal(kept.message_id, one?.mail.messageId)
  })

  test('asking again for the same occasion and recipient sends nothing more', async () => {
    const server = await smtp()
    await ask(request(), request())
    await send(server.url)
    await ask(request())
    assert.deepEqual(await send(server.url), { sent: 0, failed: 0 })
    assert.equal(server.received.length, 1)
  })

  test('a temporary refusal is tried again later, and the mail arrives then', async () => {
    const server = await smtp((count) => (count === 1 ? { code: 450, text: 'Greylisted, come again' } : null))
    await ask(request())
    assert.deepEqual(await send(server.url), { sent: 0, failed: 1 })
    const waiting = await row()
    assert.equal(waiting.state, 'pending')
    assert.match(waiting.problem ?? '', /Greylisted/)
    assert.deepEqual(await send(server.url, new Date(minutes(1).getTime() - 1)), { sent: 0, failed: 0 })
    assert.deepEqual(await send(server.url, minutes(1)), { sent: 1, failed: 0 })
    const sent = await row()
    assert.deepEqual([sent.state, sent.attempts, sent.problem], ['sent', 2, null])
  })

  test('a temporary refusal that never ends is given up after seven tries', async () => {
    const server = await smtp(() => ({ code: 451, text: 'Not today' }))
    await ask(request())
    let now = start
    for (let attempt = 0; attempt < 10; attempt++) {
      await send(server.url, now)
      now = new Date(now.getTime() + 24 * 3_600_000)
    }
    const given = await row()
    assert.deepEqual([given.state, given.attempts, server.offered()], ['failed', 7, 7])
  })

  test('a permanent refusal is given up at once and says why', async () => {
    const server = await smtp(() => ({ code: 550, text: 'No such mailbox' }))
    await ask(request())
    assert.deepEqual(await send(server.url), { sent: 0, failed: 1 })
    const failed = await row()
    assert.equal(failed.state, 'failed')
    assert.match(failed.problem ?? '', /No such mailbox/)
    assert.deepEqual(failed.content, { subject: request().message.subject })
    assert.deepEqual(await send(server.url, minutes(10_000)), { sent: 0, failed: 0 })
  })

  test('a recipient that the server refuses does not stop the others', async () => {
    const server = await smtp(undefined, {
      onRcptTo(address, _session, done) {
        done(
          address.address.startsWith('gone')
            ? Object.assign(new Error('Gone'), { responseCode: 550 })
            : undefined,
        )
      },
    })
    await ask(request({ recipient: 'gone@tannau.example' }), request())
    assert.deepEqual(await send(server.url), { sent: 1, failed: 1 })
    assert.deepEqual(server.received[0]?.to, ['pia@tannau.example'])
  })

  test('a server that drops the connection in the middle leaves the mail waiting for another try', async () => {
    const server = await dropping()
    await ask(request())
    assert.deepEqual(await send(server), { sent: 0, failed: 1 })
    assert.equal((await row()).state, 'pending')
    const back = await smtp()
    assert.deepEqual(await send(back.url, minutes(1)), { sent: 1, failed: 0 })
  })

  test('a server that is down, or none at all, leaves mails pending', async () => {
    await ask(request())
    assert.deepEqual(await send(null), { sent: 0, failed: 0 })
    assert.deepEqual([(await row()).state, (await row()).attempts], ['pending', 0])
    assert.deepEqual(await send(await nobodyListens()), { sent: 0, failed: 1 })
    assert.deepEqual([(await row()).state, (await row()).attempts], ['pending', 1])
  })

  test('what is not due yet waits', async () => {
    const server = await smtp()
    await ask(request({ notBefore: minutes(5) }))
    assert.deepEqual(await send(server.url, minutes(4)), { sent: 0, failed: 0 })
    assert.deepEqual(await send(server.url, minutes(5)), { sent: 1, failed: 0 })
  })

  test('urgent mails go first', async () => {
    const server = await smtp()
    await ask(
      request({ recipient: 'later@tannau.example' }),
      request({ recipient: 'now@tannau.example', urgent: true }),
    )
    await send(server.url)
    assert.deepEqual(
      server.received.map((one) => one.to[0]),
      ['now@tannau.example', 'later@tannau.example'],
    )
  })

  test('two senders at once send each mail once', async () => {
    const server = await smtp()
    await ask(
      ...Array.from({ length: 120 }, (_, index) => request({ recipient: `person${index}@tannau.example` })),
    )
    const summaries = await Promise.all([send(server.url), send(server.url), send(server.url)])
    assert.equal(
      summaries.reduce((sum, summary) => sum + summary.sent, 0),
      120,
    )
    assert.equal(new Set(server.received.map((one) => one.to[0])).size, 120)
    assert.equal(server.received.length, 120)
  })

  test('what a killed sender had claimed is taken up after ten minutes and not before', async () => {
    const server = await smtp()
    await ask(request())
    assert.equal((await db.database.asEngine((scope) => claimDue(scope, 50, start))).length, 1)
    assert.equal((await row()).state, 'sending')
    assert.deepEqual(await send(server.url, minutes(10)), { sent: 0, failed: 0 })
    assert.deepEqual(await send(server.url, new Date(minutes(10).getTime() + 1)), { sent: 1, failed: 0 })
    assert.equal((await row()).attempts, 2)
  })

  test('line ends in a subject or an address begin no header and reach nobody else', async () => {
    const server = await smtp()
    const message = { ...request().message, subject: 'Act now\r\nBcc: other@victim.example\r\n\r\nBody' }
    await ask(request({ message }))
    await send(server.url)
    const [one] = server.received
    assert.deepEqual(one?.to, ['pia@tannau.example'])
    assert.equal(one?.mail.bcc, undefined)
  })

  test('an address that is really a list reaches nobody but the first intended', async () => {
    const server = await smtp()
    await ask(request({ recipient: 'pia@tannau.example, other@victim.example' }))
    await send(server.url)
    assert.deepEqual(
      server.received.flatMap((one) => one.to).filter((address) => address.includes('victim')),
      [],
    )
  })

  async function listen(server: ReturnType<typeof createServer>): Promise<number> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the server has no port')
    return address.port
  }

  /** Greets, answers until the message begins, then hangs up. */
  async function dropping(): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.write('220 here\r\n')
      socket.on('data', (data) => {
        const command = data.toString('latin1').slice(0, 4).toUpperCase()
        if (command === 'DATA') socket.destroy()
        else socket.write('250 ok\r\n')
      })
    })
    const port = await listen(server)
    closing.push(() => new Promise((resolve) => server.close(() => resolve())))
    return `smtp://127.0.0.1:${port}`
  }

  async function nobodyListens(): Promise<string> {
    const server = createServer()
    const port = await listen(server)
    await new Promise<void>((resolve) => server.close(() => resolve()))
    return `smtp://127.0.0.1:${port}`
  }
})
