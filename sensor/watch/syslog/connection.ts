// One connection of a sender over TCP or TLS: its messages go into the queue, and it waits where that is full.
// SPDX-License-Identifier: EUPL-1.2
import type { Socket } from 'node:net'
import { FramingFault, framer } from './framing.ts'
import type { MessageQueue } from './queue.ts'

export interface Refused {
  connections: number
  /** Connections of TLS that never came about: a wrong certificate, no TLS, nothing said in time. */
  handshakes: number
  tooLong: number
  framing: number
}

export function nothingRefused(): Refused {
  return { connections: 0, handshakes: 0, tooLong: 0, framing: 0 }
}

export interface Receiving {
  readonly queue: MessageQueue
  readonly arrived: () => void
  readonly waiting: Map<Socket, () => void>
  readonly refused: Refused
  readonly idleMs: number
}

/** A sender whose queue is full is made to wait: nothing more is read of its connection until there is room. */
export function follow(
  socket: Socket,
  sender: string,
  { queue, arrived, waiting, refused, idleMs }: Receiving,
): void {
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
  socket.setTimeout(idleMs, () => socket.destroy())
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
