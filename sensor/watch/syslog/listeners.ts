// Listens for syslog on the chosen interfaces: UDP, TCP and TLS, each within limits that no sender can stretch.
// SPDX-License-Identifier: EUPL-1.2
import { createSocket, type Socket as DatagramSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { ListenerConfig } from '../../run/config.ts'
import type { Note } from '../feed.ts'
import { syslogLimits } from '../limits.ts'
import { follow, nothingRefused, type Refused } from './connection.ts'
import type { MessageQueue } from './queue.ts'
import { tlsServer } from './tls.ts'

export interface Listener {
  /** As findings name it: `syslog+udp://127.0.0.1:514`. */
  readonly name: string
  readonly port: number
  readonly queue: MessageQueue
  readonly refused: Refused
  /** Lets senders go on that were made to wait. */
  resume(): void
  close(): Promise<void>
}

type Arrived = () => void
type ConnectionLimits = Pick<
  Record<keyof typeof syslogLimits, number>,
  'maxConnections' | 'maxConnectionsOfSender' | 'maxTlsHandshakeMs' | 'idleMs'
>

export async function listenOn(
  config: ListenerConfig,
  queue: MessageQueue,
  arrived: Arrived,
  note: Note,
  limits: ConnectionLimits = syslogLimits,
): Promise<Listener> {
  const address = addressOf(config.interface)
  return config.protocol === 'udp'
    ? listenUdp(config, address, queue, arrived, note)
    : listenTcp(config, address, { queue, arrived, note, limits })
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
  const refused = nothingRefused()
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
  { queue, arrived, note, limits }: TcpOptions,
): Promise<Listener> {
  const refused = nothingRefused()
  const open = new Set<Socket>()
  const waiting = new Map<Socket, () => void>()
  const receive = (socket: Socket): void => {
    const sender = socket.remoteAddress ?? 'unknown'
    follow(socket, sender, { queue, arrived, waiting, refused, idleMs: limits.idleMs })
    socket.on('close', () => waiting.delete(socket))
  }
  /** From the first octet on, also before a handshake is over: half a connection takes a place as well. */
  const admit = (socket: Socket): void => {
    const sender = socket.remoteAddress
    const ofSender = [...open].filter(({ remoteAddress }) => remoteAddress === sender).length
    if (open.size >= limits.maxConnections || ofSender >= limits.maxConnectionsOfSender) {
      refused.connections++
      socket.destroy()
      return
    }
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  }
  const isTls = config.protocol === 'tls'
  const server = isTls ? await tlsServer(config, limits.maxTlsHandshakeMs, receive) : createServer()
  server.on('connection', (socket: Socket) => {
    admit(socket)
    if (!isTls && !socket.destroyed) receive(socket)
  })
  server.on('tlsClientError', (_error: Error, socket: Socket) => {
    // A handshake that fails is the sender's matter; that it failed is told.
    refused.handshakes++
    socket.destroy()
  })
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

interface TcpOptions {
  readonly queue: MessageQueue
  readonly arrived: Arrived
  readonly note: Note
  readonly limits: ConnectionLimits
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
