// Tests of syslog over TLS with real certificates: who may send, who may not, and connections that stay half open.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls'
import { type Authority, authorityIn, type Certificate, opensslAbsent } from '../../testing/certificates.ts'
import { until } from '../../testing/until.ts'
import { syslogLimits } from '../limits.ts'
import { type Listener, listenOn } from './listeners.ts'
import { type MessageQueue, messageQueue } from './queue.ts'

describe('syslog over TLS', { skip: opensslAbsent() }, () => {
  let folder = ''
  let ours: Authority
  let server: Certificate
  let listener: Listener | null = null
  let queue: MessageQueue
  const sockets: Socket[] = []
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-tls-'))
    ours = authorityIn(folder, 'ours')
    server = ours.issue('sensor')
  })
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await listener?.close()
    listener = null
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const listen = async (
    more: { certificate?: string; key?: string; clientAuthorities?: string } = {},
    limits: Partial<Record<keyof typeof syslogLimits, number>> = {},
  ): Promise<Listener> => {
    queue = messageQueue()
    listener = await listenOn(
      { protocol: 'tls', port: 0, interface: '127.0.0.1', ...server, ...more },
      queue,
      () => undefined,
      () => undefined,
      { ...syslogLimits, ...limits },
    )
    return listener
  }
  const dial = ({ port }: Listener, more: ConnectionOptions = {}): TLSSocket => {
    const socket = connectTls({ port, host: '127.0.0.1', ca: readFileSync(ours.certificate), ...more })
    socket.on('error', () => undefined)
    sockets.push(socket)
    return socket
  }
  const shown = ({ certificate, key }: Certificate): ConnectionOptions => ({
    cert: readFileSync(certificate),
    key: readFileSync(key),
  })
  /** Not by `once`, which takes the error before it for a failure of the test. */
  const closed = (socket: Socket): Promise<void> => new Promise((done) => socket.once('close', () => done()))
  const messages = (): readonly string[] => queue.take().flatMap(({ messages: all }) => all.map(String))

  test('a message comes through, and the sender sees the certificate of the sensor', async () => {
    const socket = dial(await listen())
    await once(socket, 'secureConnect')
    assert.equal(socket.authorized, true)
    assert.match(socket.getProtocol() ?? '', /^TLSv1\.[23]$/)
    socket.write('5 <1>ab<1>line\n')
    await until('two messages', () => queue.length === 2)
    assert.deepEqual(messages(), ['<1>ab', '<1>line'])
  })

  test('a sender that trusts others than our authority does not connect', async () => {
    const other = authorityIn(folder, 'of-nobody')
    const socket = dial(await listen(), { ca: readFileSync(other.certificate) })
    const [error] = await once(socket, 'error')
    assert.match(String(error), /unable to verify|self.signed|issuer/i)
  })

  test('TLS 1.1 and plain text are refused, counted, and nothing of them is read', async () => {
    const at = await listen()
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const
    await closed(dial(at, old))
    const plain = connect(at.port, '127.0.0.1')
    sockets.push(plain)
    plain.on('error', () => undefined)
    plain.write('<1>hello without TLS\n')
    await closed(plain)
    await until('two handshakes that failed', () => at.refused.handshakes === 2)
    assert.equal(queue.length, 0)
  })

  describe('where senders must show a certificate', () => {
    const send = async (at: Listener, more: ConnectionOptions): Promise<void> => {
      const socket = dial(at, more)
      socket.write('5 <1>ab')
      await until('a message, or the end', () => queue.length > 0 || socket.closed)
    }
    const listenToKnown = () => listen({ clientAuthorities: ours.certificate })

    test('one of the authority is heard', async () => {
      await send(await listenToKnown(), shown(ours.issue('firewall')))
      assert.deepEqual(messages(), ['<1>ab'])
    })
    for (const [what, options] of [
      ['none', () => ({})],
      ['one of another authority', () => shown(authorityIn(folder, 'strangers').issue('stranger'))],
      ['one that has expired', () => shown(ours.issue('retired', -1))],
    ] as const)
      test(`${what}: refused and counted, and its message is not read`, async () => {
        const at = await listenToKnown()
        await send(at, options())
        await until('the handshake that failed', () => at.refused.handshakes === 1)
        assert.equal(queue.length, 0)
      })
  })

  test('connections that say nothing take a place of their sender, and are closed after a while', async () => {
    const at = await listen({}, { maxConnectionsOfSender: 3, maxTlsHandshakeMs: 3_000 })
    const half: Socket[] = []
    for (let count = 0; count < 3; count++) {
      const socket = connect(at.port, '127.0.0.1')
      sockets.push(socket)
      socket.on('error', () => undefined)
      half.push(socket)
      await once(socket, 'connect')
    }
    const allClosed = Promise.all(half.map(closed))
    const extra = connect(at.port, '127.0.0.1')
    sockets.push(extra)
    extra.on('error', () => undefined)
    await closed(extra)
    assert.equal(at.refused.connections, 1)
    await allClosed
    const socket = dial(at)
    socket.write('5 <1>ab')
    await until('a message of one that speaks', () => queue.length === 1)
  })

  test('what cannot be used as certificate, key or authority is said with its name', async () => {
    const nothing = join(folder, 'empty.pem')
    writeFileSync(nothing, 'nothing')
    const key = ours.issue('other').key
    for (const [files, said] of [
      [{ certificate: nothing }, /empty\.pem and .* cannot be used for TLS on port 0/],
      [{ key }, /cannot be used for TLS on port 0: .*mismatch/i],
      [{ clientAuthorities: nothing }, /empty\.pem holds no certificate/],
      [{ key: join(folder, 'absent.pem') }, /absent\.pem/],
    ] as const)
      await assert.rejects(listen(files), said)
  })
})
