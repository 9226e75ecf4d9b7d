// The source of what arrives over the network: messages of all listeners become events, sender by sender.
// SPDX-License-Identifier: EUPL-1.2
import type { Broken, LogEvent } from '../../event/event.ts'
import { readBody } from '../../parsers/bodies.ts'
import type { ReadingContext } from '../../parsers/parser.ts'
import { itemOf, type LineReading } from '../../parsers/record.ts'
import { readSyslog } from '../../parsers/syslog.ts'
import type { ListenerConfig } from '../../run/config.ts'
import type { Batch, Feed, Note } from '../feed.ts'
import type { TailContext } from '../tail/tracked.ts'
import { type Listener, listenOn } from './listeners.ts'
import { messageQueue, type Taken } from './queue.ts'

export interface SyslogFeed extends Feed {
  readonly listeners: readonly Listener[]
}

/** `arrived` is called for each message, to end a pause of the reader. */
export async function syslogFeed(
  configs: readonly ListenerConfig[],
  context: () => TailContext,
  arrived: () => void,
  note: Note,
): Promise<SyslogFeed> {
  const listeners: Listener[] = []
  try {
    for (const config of configs) listeners.push(await listenOn(config, messageQueue(), arrived, note))
  } catch (error) {
    for (const listener of listeners) await listener.close()
    throw error
  }
  return {
    listeners,
    async *batches() {
      for (const listener of listeners) {
        const taken = listener.queue.take()
        listener.resume()
        if (taken.length > 0) yield batchOf(listener, taken, context())
      }
    },
    status: () =>
      listeners.map(({ name, queue, refused }) => {
        const dropped = [...queue.counts.values()].reduce((sum, one) => sum + one.dropped, 0)
        const parts = [
          `${queue.counts.size} senders`,
          ...(dropped > 0 ? [`${dropped} messages dropped because more came than could be read`] : []),
          ...(refused.connections > 0 ? [`${refused.connections} connections refused`] : []),
          ...(refused.handshakes > 0 ? [`${refused.handshakes} handshakes of TLS failed`] : []),
          ...(refused.tooLong > 0 ? [`${refused.tooLong} messages too long`] : []),
          ...(refused.framing > 0
            ? [`${refused.framing} connections closed because they were no syslog`]
            : []),
        ]
        return { name, kind: 'syslog', lane: 'live', behindBytes: queue.bytes, note: parts.join(', ') }
      }),
    // What came over the network cannot be read again: nothing is left to remember.
    save: () => null,
    saved: async () => undefined,
    async close() {
      for (const listener of listeners) await listener.close()
    },
  }
}

function batchOf({ name }: Listener, taken: readonly Taken[], context: TailContext): Batch {
  async function* items(): AsyncGenerator<LogEvent | Broken> {
    for (const { sender, messages } of taken) {
      const source = `${name} from ${sender}`
      for (const [at, message] of messages.entries()) {
        const item = readMessage(message, { ...context, source }, at + 1)
        if (item !== null) yield item
      }
    }
  }
  return { name, lane: 'live', items: items(), commit: async () => undefined, more: false }
}

function readMessage(message: Buffer, context: ReadingContext, record: number): LogEvent | Broken | null {
  // A record of an audit trail often comes in several lines.
  const text = message
    .toString('utf8')
    .replace(/[\r\n]+/g, ' ')
    .trim()
  if (text === '') return null
  const reading = readText(text, context)
  return reading === null ? null : itemOf(reading, context.source, record, message.length, 'message')
}

/** Some devices send their record without the head that syslog wants. */
function readText(text: string, context: ReadingContext): LineReading {
  const reading = readSyslog(text, context)
  return typeof reading === 'string' ? (readBody(text, context) ?? reading) : reading
}
