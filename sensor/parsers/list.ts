// All parsers of logs, and the choice of one by the first bytes of a file.
// SPDX-License-Identifier: EUPL-1.2
import type { Broken, LogEvent } from '../event/event.ts'
import { evtxParser } from '../evtx/reader.ts'
import { auditdParser } from './auditd.ts'
import { bindParser } from './bind.ts'
import { cefParser } from './cef.ts'
import { combinedParser } from './combined.ts'
import { dicomLogParser } from './dicom-log.ts'
import { firewallParser } from './firewall.ts'
import { GunzipFault, gunzipped, isGzip } from './gunzip.ts'
import { hl7Parser } from './hl7.ts'
import { jsonParser } from './json.ts'
import { leefParser } from './leef.ts'
import type { LogParser, ReadingContext } from './parser.ts'
import { peek } from './peek.ts'
import { squidParser } from './squid.ts'
import { syslogParser } from './syslog.ts'
import { w3cParser } from './w3c.ts'
import { windowsDnsParser } from './windows-dns.ts'
import { xmlParser } from './xml.ts'
import { zeekParser } from './zeek.ts'

/** The first that accepts is taken: what is told by a mark stands before what is told by its form. */
export const logParsers: readonly LogParser[] = [
  evtxParser,
  zeekParser,
  w3cParser,
  xmlParser,
  jsonParser,
  cefParser,
  leefParser,
  auditdParser,
  squidParser,
  combinedParser,
  bindParser,
  windowsDnsParser,
  syslogParser,
  hl7Parser,
  dicomLogParser,
  firewallParser,
]

export function parserFor(head: Uint8Array, path: string): LogParser | null {
  return logParsers.find((parser) => parser.accepts(head, path)) ?? null
}

export interface OpenedLog {
  /** null where no format was recognised; then `items` is one Broken. */
  readonly parser: string | null
  readonly items: AsyncIterable<LogEvent | Broken>
}

/** Recognises a log, packed or not, and reads it. Faults of reading the file itself rise. */
export async function openLog(
  chunks: AsyncIterable<Uint8Array>,
  context: ReadingContext,
): Promise<OpenedLog> {
  const first = await peek(chunks)
  const isPacked = isGzip(first.head)
  const { head, all } = isPacked ? await peek(gunzipped(first.all)) : first
  const parser = parserFor(head, context.source)
  if (parser === null) return { parser: null, items: notRecognised(all, context.source) }
  return {
    parser: parser.name,
    items: isPacked ? untilFault(parser.read(all, context), context.source) : parser.read(all, context),
  }
}

async function* untilFault(
  items: AsyncIterable<LogEvent | Broken>,
  source: string,
): AsyncGenerator<LogEvent | Broken> {
  let record = 0
  try {
    for await (const item of items) {
      record = item.record
      yield item
    }
  } catch (error) {
    if (!(error instanceof GunzipFault)) throw error
    yield { source, record: record + 1, fault: `after record ${record}: ${error.message}`, bytes: 0 }
  }
}

async function* notRecognised(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<Broken> {
  let bytes = 0
  let fault = 'no log format was recognised'
  try {
    for await (const chunk of chunks) bytes += chunk.byteLength
  } catch (error) {
    if (!(error instanceof GunzipFault)) throw error
    fault = error.message
  }
  if (bytes > 0 || fault !== 'no log format was recognised') yield { source, record: 0, fault, bytes }
}
