// Listens for syslog on the chosen interfaces: UDP, TCP and TLS, each within limits that no sender can stretch.
// SPDX-License-Identifier: EUPL-1.2
import { createSocket, type Socket as DatagramSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { createServer as createTlsServer } from 'node:tls'
import type { ListenerConfig } from '../../run/config.ts'
import type { Note } from '../feed.ts'
import { syslogLimits } from '../limits.ts'
import { FramingFault, framer } from './framing.ts'
import type { MessageQueue } from './queue.ts'

export interface Listener {
  /** As findings name it: `syslog+udp://127.0.0.1:514`. */
  readonly name: string
  readonly port: number
  readonly queue: MessageQueue
  readonly refused: { connections: number; tooLong: number; framing: number }
  /** Lets senders go on that were made to wait. */
  resume(): void
  close(): Promise<void>
}

type Arrived = () => void

export async function listenOn(
  config: ListenerConfig,
  queue: MessageQueue,
  arrived: Arrived,
  note: Note,
): Promise<Listener> {
  const address = addressOf(config.interface)
  return config.protocol === 'udp'
    ? listenUdp(config, address, queue, arrived, note)
    : listenTcp(config, address, queue, arrived, note)
}

/** The first address of an interface that is named, IPv4 before IPv6; or the address itself. */
export function addressOf(name: string): string {
  const known = networkInterfaces()
  const addresses = Object.hasOwn(known, name) ? (known[name] ?? []) : []
  const [first] = [...addresses].sort((one, two) => one.family.localeCompare(two.family))
  return first?.address ?? name
}

async function listenUdp(
  { port }: ListenerConfig,
  address: string,
  queue: MessageQueue,
  arrived: Arrived,
  note: Note,
): Promise<Listener> {
  const refused = { connections: 0, tooLong: 0, framing: 0 }
  const socket: DatagramSocket = createSocket({
    type: address.includes(':') ? 'udp6' : 'udp4',
    recvBufferSize: syslogLimits.receiveBufferBytes,
  })
  socket.on('message', (message, { address: sender }) => {
    if (!queue.add(sender, message)) queue.drop(sender)
    else arrived()
  })
  socket.bind(port, address)
  await started(socket, `udp ${address}:${port}`)
  socket.on('error', (error) => note(`Syslog over UDP: ${error.message}`))
  const bound = socket.address().port
  return {
    name: `syslog+udp://${address}:${bound}`,
    port: bound,
    queue,
    refused,
    resume: () => undefined,
    close: () => new Promise((done) => socket.close(() => done())),
  }
}

async function listenTcp(
  config: ListenerConfig,
  address: string,
  queue: MessageQueue,
  arrived: Arrived,
  note: Note,
): Promise<Listener> {
  const refused = { connections: 0, tooLong: 0, framing: 0 }
  const open = new Set<Socket>()
  const waiting = new Map<Socket, () => void>()
  const receive = (socket: Socket): void => {
    const sender = socket.remoteAddress ?? 'unknown'
    const ofSender = [...open].filter(({ remoteAddress }) => remoteAddress === sender).length
    if (open.size >= syslogLimits.maxConnections || ofSender >= syslogLimits.maxConnectionsOfSender) {
      refused.connections++
      socket.destroy()
      return
    }
    open.add(socket)
    follow(socket, sender, { queue, arrived, waiting, refused })
    socket.on('close', () => {
      open.delete(socket)
      waiting.delete(socket)
    })
  }
  const server = config.protocol === 'tls' ? await tlsServer(config, receive) : createServer(receive)
  server.listen(config.port, address)
  await started(server, `${config.protocol} ${address}:${config.port}`)
  server.on('error', (error) => note(`Syslog over ${config.protocol.toUpperCase()}: ${error.message}`))
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
  return {
    name: `syslog+${config.protocol}://${address}:${port}`,
    port,
    queue,
    refused,
    resume() {
      for (const [socket, go] of [...waiting]) {
        waiting.delete(socket)
        go()
      }
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

interface Receiving {
  readonly queue: MessageQueue
  readonly arrived: Arrived
  readonly waiting: Map<Socket, () => void>
  readonly refused: { tooLong: number; framing: number }
}

/** A sender whose queue is full is made to wait: nothing more is read of its connection until there is room. */
function follow(socket: Socket, sender: string, { queue, arrived, waiting, refused }: Receiving): void {
  const frames = framer()
  let pending: readonly Buffer[] = []
  const hand = (): void => {
    let taken = 0
    while (taken < pending.length && queue.add(sender, pending[taken] as Buffer)) taken++
    pending = pending.slice(taken)
    if (taken > 0) arrived()
    if (pending.length > 0) {
      socket.pause()
      waiting.set(socket, hand)
    } else socket.resume()
  }
  socket.setTimeout(syslogLimits.idleMs, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: Buffer) => {
    const before = frames.tooLong
    try {
      pending = [...pending, ...frames.push(chunk)]
    } catch (error) {
      if (!(error instanceof FramingFault)) throw error
      refused.framing++
      socket.destroy()
      return
    }
    refused.tooLong += frames.tooLong - before
    hand()
  })
  socket.on('end', () => {
    const rest = frames.rest()
    if (rest !== null && queue.add(sender, rest)) arrived()
  })
}

async function tlsServer(config: ListenerConfig, receive: (socket: Socket) => void): Promise<Server> {
  const { certificate, key, clientAuthorities } = config
  const read = async (path: string | undefined) => (path === undefined ? undefined : readFile(path))
  const ca = await read(clientAuthorities)
  const server = createTlsServer(
    {
      cert: await read(certificate),
      key: await read(key),
      minVersion: 'TLSv1.2',
      handshakeTimeout: syslogLimits.maxTlsHandshakeMs,
      ...(ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true }),
    },
    receive,
  )
  // A handshake that fails is the sender's matter.
  server.on('tlsClientError', () => undefined)
  // Connections are counted from their first octet on, not only when the handshake is over.
  server.maxConnections = syslogLimits.maxConnections
  return server
}

async function started(server: Server | DatagramSocket, what: string): Promise<void> {
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why: Readonly<Record<string, string>> = {
      EADDRINUSE: 'another program listens there. End it, or choose another port',
      EACCES:
        'this account may not use ports below 1024. Choose another port, or give the service CAP_NET_BIND_SERVICE',
      EADDRNOTAVAIL:
        'this machine has no such address or interface. Look at the interface in the configuration',
    }
    throw new Error(`The sensor cannot listen on ${what}: ${why[code] ?? String(error)}.`)
  }
}
