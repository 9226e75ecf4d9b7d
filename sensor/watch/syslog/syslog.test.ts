// Tests of syslog over real sockets: framing, fairness, limits, and senders that are made to wait.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, test } from 'node:test'
import { type Broken, isBroken, type LogEvent } from '../../event/event.ts'
import { syslogLimits } from '../limits.ts'
import { FramingFault, framer } from './framing.ts'
import { messageQueue } from './queue.ts'
import { type SyslogFeed, syslogFeed } from './syslog.ts'

const message = (text: string) => `<38>Oct  5 08:00:00 web-1 sshd[7]: ${text}`
const now = Date.UTC(2026, 9, 5, 9)

describe('framing of syslog over TCP', () => {
  const texts = (...pieces: readonly string[]) => {
    const frames = framer(100)
    return { found: pieces.flatMap((piece) => frames.push(Buffer.from(piece)).map(String)), frames }
  }
  test('counted octets, lines and NUL, each message as it shows itself, however it is cut', () => {
    const stream = '5 <1>ab<1>line\n<1>zero\u00006 <1>a\nb7 <1>äxy'
    const expected = ['<1>ab', '<1>line', '<1>zero', '<1>a\nb'].concat('<1>äxy')
    for (let size = 1; size < stream.length; size++) {
      const bytes = Buffer.from(stream)
      const frames = framer(100)
      const found: string[] = []
      for (let at = 0; at < bytes.length; at += size)
        found.push(...frames.push(bytes.subarray(at, at + size)).map(String))
      assert.deepEqual(found, expected, `in pieces of ${size}`)
    }
  })
  test('what is too long is passed over and counted, and the next message is read', () => {
    const long = texts(
      `${'y'.repeat(60)}`,
      `${'y'.repeat(60)}`,
      'yy\n<1>next\n',
      `150 ${'z'.repeat(150)}5 <1>ab`,
    )
    assert.deepEqual(long.found, ['<1>next', '<1>ab'])
    assert.equal(long.frames.tooLong, 2)
  })
  test('a count that is none ends the connection', () => {
    assert.throws(() => texts('12345678 <1>'), FramingFault)
    assert.throws(() => texts('1x3 <1>'), FramingFault)
  })
  test('the last line may lack its end', () => {
    assert.equal(String(texts('<1>one\n<1>two').frames.rest()), '<1>two')
    assert.equal(texts('9 <1>').frames.rest(), null)
  })
  test('a long message in single bytes costs little', () => {
    const frames = framer()
    const started = process.cpuUsage()
    const byte = Buffer.from('a')
    for (let at = 0; at < 200_000; at++) frames.push(byte)
    const { user, system } = process.cpuUsage(started)
    assert.ok(user + system < 10_000_000, `${(user + system) / 1_000} ms`)
  })
})

describe('the queue of messages', () => {
  test('a loud sender does not push out the others, and waits alone', () => {
    const queue = messageQueue({ maxQueuedOfSender: 5, turnMessages: 2, batchMessages: 6 })
    for (let at = 0; at < 9; at++) if (!queue.add('loud', Buffer.from(`l${at}`))) queue.drop('loud')
    queue.add('quiet', Buffer.from('q0'))
    assert.deepEqual(queue.counts.get('loud'), { received: 5, dropped: 4 })
    assert.equal(queue.hasRoom('loud'), false)
    const taken = queue.take()
    assert.deepEqual(
      taken.map(({ sender, messages }) => [sender, messages.map(String)]),
      [
        ['loud', ['l0', 'l1', 'l2', 'l3', 'l4']],
        ['quiet', ['q0']],
      ],
    )
    assert.deepEqual([queue.bytes, queue.length, queue.hasRoom('loud')], [0, 0, true])
  })
  test('a flood of invented senders is told apart up to a limit', () => {
    const queue = messageQueue({ maxSenders: 10 })
    for (let at = 0; at < 5_000; at++) queue.add(`10.0.${at >> 8}.${at & 255}`, Buffer.from('x'))
    assert.equal(queue.counts.size, 11)
    assert.equal(queue.counts.get('others')?.received, syslogLimits.maxQueuedOfSender)
  })
})

describe('syslog over sockets', () => {
  let feed: SyslogFeed | null = null
  const sockets: Socket[] = []
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await feed?.close()
  })
  const listen = async (protocol: 'udp' | 'tcp', given: { interface?: string } = {}): Promise<number> => {
    feed = await syslogFeed(
      [{ protocol, port: 0, interface: given.interface ?? '127.0.0.1' }],
      () => ({ now }),
      () => undefined,
      () => undefined,
    )
    return feed.listeners[0]?.port ?? 0
  }
  const taken = async (count: number): Promise<(LogEvent | Broken)[]> => {
    const items: (LogEvent | Broken)[] = []
    for (let round = 0; items.length < count && round < 2_000; round++) {
      for await (const batch of feed?.batches(now) ?? [])
        for await (const item of batch.items) items.push(item)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    return items
  }
  const dial = async (port: number): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    sockets.push(socket)
    await once(socket, 'connect')
    return socket
  }

  test('UDP: a datagram is a message, with its sender as source', async () => {
    const port = await listen('udp')
    const socket = createSocket('udp4')
    socket.send(message('session opened for user root'), port, '127.0.0.1')
    const [event] = await taken(1)
    socket.close()
    assert.ok(event && !isBroken(event))
    assert.match(event.source, /^syslog\+udp:\/\/127\.0\.0\.1:\d+ from 127\.0\.0\.1$/)
    assert.deepEqual([event.fields.program, event.fields.message], ['sshd', 'session opened for user root'])
  })

  test('TCP: an audit record in several lines is one message, and a bare CEF line is read as such', async () => {
    const port = await listen('tcp')
    const socket = await dial(port)
    const several = message('first\nsecond')
    socket.write(`${several.length} ${several}CEF:0|Invented|Gate|1|7|blocked|5|src=10.0.0.9\n`)
    const items = await taken(2)
    assert.deepEqual(
      items.map((item) => (isBroken(item) ? item.fault : (item.fields.message ?? item.fields.src))),
      ['first second', '10.0.0.9'],
    )
  })

  test('TCP: a sender that is faster than the reader is made to wait, and loses nothing', async () => {
    const port = await listen('tcp')
    const socket = await dial(port)
    const count = syslogLimits.maxQueuedOfSender * 4
    socket.write(Array.from({ length: count }, (_, at) => `${message(`number ${at}`)}\n`).join(''))
    const items = await taken(count)
    assert.equal(items.length, count)
    assert.deepEqual(
      [...(feed?.listeners[0]?.queue.counts.values() ?? [])].map(({ dropped }) => dropped),
      [0],
    )
  })

  test('TCP: more connections of one sender than allowed are closed at once, and what is no syslog too', async () => {
    const port = await listen('tcp')
    for (let at = 0; at < syslogLimits.maxConnectionsOfSender; at++) await dial(port)
    const extra = await dial(port)
    await once(extra, 'close')
    const [first] = sockets
    first?.write('99999999999 GET / HTTP/1.1\n')
    if (first) await once(first, 'close')
    assert.deepEqual(feed?.listeners[0]?.refused, { connections: 1, handshakes: 0, tooLong: 0, framing: 1 })
  })

  test('nothing else than loopback is listened on unless it is named, and a taken port is told', async () => {
    const port = await listen('tcp')
    await assert.rejects(
      syslogFeed(
        [{ protocol: 'tcp', port, interface: '127.0.0.1' }],
        () => ({ now }),
        () => undefined,
        () => undefined,
      ),
      /another program listens there\. End it, or choose another port/,
    )
    await assert.rejects(
      syslogFeed(
        [{ protocol: 'udp', port: 0, interface: '203.0.113.7' }],
        () => ({ now }),
        () => undefined,
        () => undefined,
      ),
      /no such address or interface/,
    )
  })
})
