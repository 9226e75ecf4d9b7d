// Reads event logs of Windows (EVTX): chunk by chunk, with bounded memory and work.
// SPDX-License-Identifier: EUPL-1.2
import { type Broken, type LogEvent, windowsLog } from '../event/event.ts'
import type { LogParser, ReadingContext } from '../parsers/parser.ts'
import { type ChunkFault, ChunkReader, type ChunkRecord } from './chunk.ts'
import { chunkFrames, chunkMark, faultOfHeader, fileMark } from './frames.ts'
import { evtxLayout } from './limits.ts'

export const evtxParser: LogParser = {
  name: 'evtx',
  accepts: (head) => {
    const mark = Buffer.from(head.subarray(0, 8)).toString('latin1')
    return mark === fileMark || mark === chunkMark
  },
  read: readEvtx,
}

/** A folder has many small logs, and the memory of a reader costs more to get than a small log to read. */
const idle: ChunkReader[] = []
const maxIdle = 2

async function* readEvtx(
  pieces: AsyncIterable<Uint8Array>,
  context: ReadingContext,
): AsyncGenerator<LogEvent | Broken> {
  const reader = idle.pop() ?? new ChunkReader()
  const { source } = context
  let headerFault: string | null = null
  let headerBytes = 0
  let record = 0
  let chunks = 0
  const frames = chunkFrames(pieces, reader.chunk.bytes, (header) => {
    headerFault = faultOfHeader(header)
    headerBytes = header.byteLength < evtxLayout.fileHeaderBytes ? header.byteLength : 0
  })
  try {
    for await (const length of frames) {
      chunks += 1
      if (headerFault !== null) {
        yield { source, record: 0, fault: headerFault, bytes: 0 }
        headerFault = null
      }
      // All of a chunk at once: the reader has nothing of it in hand while it waits to be asked again.
      for (const item of reader.read(length)) {
        const isNotice = 'fault' in item && item.bytes === 0
        if (!isNotice) record += 1
        yield toItem(item, source, isNotice ? record + 1 : record, chunks)
      }
    }
  } finally {
    if (idle.length < maxIdle) idle.push(reader)
  }
  if (headerFault !== null) yield { source, record: 0, fault: headerFault, bytes: headerBytes }
}

function toItem(
  item: ChunkRecord | ChunkFault,
  source: string,
  record: number,
  chunk: number,
): LogEvent | Broken {
  if ('fault' in item) return { source, record, fault: `chunk ${chunk}: ${item.fault}`, bytes: item.bytes }
  return { source, record, at: item.at, logSource: windowsLog, fields: item.fields, raw: null }
}
