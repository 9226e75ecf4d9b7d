// Reads files of XML records: events of Windows, and audit messages of ATNA.
// SPDX-License-Identifier: EUPL-1.2
import type { Broken, LogEvent } from '../event/event.ts'
import { readAtnaText } from './atna.ts'
import { headText } from './lines.ts'
import type { LogParser, ReadingContext } from './parser.ts'
import { itemOf } from './record.ts'
import { readWindowsXml } from './windows-xml.ts'
import { xmlRecords } from './xml-records.ts'

export const xmlParser: LogParser = {
  name: 'xml',
  accepts: (head) => {
    const text = headText(head)
    return /^\s*<[?!A-Za-z]/.test(text) && /<(?:Events?|AuditMessages?|!DOCTYPE)[\s>[]/.test(text)
  },
  read: readXmlLog,
}

async function* readXmlLog(
  chunks: AsyncIterable<Uint8Array>,
  context: ReadingContext,
): AsyncGenerator<LogEvent | Broken> {
  let record = 0
  for await (const { text, bytes, fault } of xmlRecords(chunks, ['Event', 'AuditMessage'])) {
    record += 1
    const reading =
      text === null
        ? fault
        : text.startsWith('<AuditMessage')
          ? readAtnaText(text, context)
          : readWindowsXml(text)
    if (reading !== null) yield itemOf(reading, context.source, record, bytes, `record ${record}`)
  }
}
