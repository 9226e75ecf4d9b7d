// Messages that wait to be read, of each sender in a queue of its own, so that a loud one does not push out the others.
// SPDX-License-Identifier: EUPL-1.2
import { syslogLimits } from '../limits.ts'

export interface SenderCounts {
  received: number
  /** Dropped because more came than could be read: only where the sender cannot be made to wait. */
  dropped: number
}

export interface Taken {
  readonly sender: string
  readonly messages: readonly Buffer[]
}

export interface MessageQueue {
  /** False: there is no room for it now. */
  add(sender: string, message: Buffer): boolean
  drop(sender: string): void
  /** Whether a sender that was refused may go on. */
  hasRoom(sender: string): boolean
  /** Some of each sender, in turn; the senders in the order of their first message that waits. */
  take(): readonly Taken[]
  readonly counts: ReadonlyMap<string, SenderCounts>
  readonly bytes: number
  readonly length: number
}

/** Whoever comes when all places are taken. */
export const otherSenders = 'others'

export function messageQueue(limits: Partial<Record<keyof typeof syslogLimits, number>> = {}): MessageQueue {
  const most = { ...syslogLimits, ...limits }
  const queues = new Map<string, { messages: Buffer[]; bytes: number }>()
  const counts = new Map<string, SenderCounts>()
  let bytes = 0
  let length = 0
  const nameOf = (sender: string): string => {
    if (counts.has(sender)) return sender
    if (counts.size >= most.maxSenders) return otherSenders
    counts.set(sender, { received: 0, dropped: 0 })
    return sender
  }
  const countsOf = (name: string): SenderCounts => {
    const known = counts.get(name) ?? { received: 0, dropped: 0 }
    counts.set(name, known)
    return known
  }
  const hasRoom = (name: string): boolean => {
    const queue = queues.get(name)
    if (bytes >= most.maxQueuedBytes) return false
    return (
      !queue || (queue.messages.length < most.maxQueuedOfSender && queue.bytes < most.maxQueuedBytesOfSender)
    )
  }
  return {
    add(sender, message) {
      const name = nameOf(sender)
      if (!hasRoom(name)) return false
      const queue = queues.get(name) ?? { messages: [], bytes: 0 }
      queue.messages.push(message)
      queue.bytes += message.length
      queues.set(name, queue)
      bytes += message.length
      length++
      countsOf(name).received++
      return true
    },
    drop(sender) {
      countsOf(nameOf(sender)).dropped++
    },
    hasRoom: (sender) => hasRoom(nameOf(sender)),
    take() {
      const taken = new Map<string, Buffer[]>()
      let left = most.batchMessages
      while (left > 0 && queues.size > 0) {
        for (const [sender, queue] of [...queues]) {
          const part = queue.messages.splice(0, Math.min(left, most.turnMessages))
          const size = part.reduce((sum, message) => sum + message.length, 0)
          queue.bytes -= size
          bytes -= size
          length -= part.length
          left -= part.length
          taken.set(sender, [...(taken.get(sender) ?? []), ...part])
          if (queue.messages.length === 0) queues.delete(sender)
          if (left === 0) break
        }
      }
      return [...taken].map(([sender, messages]) => ({ sender, messages }))
    },
    counts,
    get bytes() {
      return bytes
    },
    get length() {
      return length
    },
  }
}
