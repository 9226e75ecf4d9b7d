// Reads the debug log of the DNS server of Windows: packets with their names.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, setField } from '../event/event.ts'
import { headLines } from './lines.ts'
import { instantOfWall, wallOf } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import { type LineReading, lineParser } from './record.ts'

export const windowsDnsParser = lineParser({
  name: 'windows-dns',
  accepts: (head) =>
    headLines(head).some((line) => packet.test(line) || line.startsWith('DNS Server log file')),
  open: (context) => (line) => readPacket(line, context),
})

const packet =
  /^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}) (\d{1,2}):(\d\d):(\d\d)(?: ([AP]M))? ([\dA-F]{4}) PACKET\s+([\dA-F]{8,16}) (UDP|TCP) (Snd|Rcv) ([\da-fA-F.:]{2,45})\s+([\da-f]{4}) ([R ]) ([QNU?]) \[([\da-f]{4})([ A-Z]{0,12}) ([A-Z]{2,12})\] (\S{1,16})\s+(\S{1,1100})$/
const eventLine = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4} \d{1,2}:\d\d:\d\d(?: [AP]M)? [\dA-F]{4} /
const maxPacketUnits = 2_048

/** Details of a packet and the head of the log stand in lines without a time. */
function readPacket(line: string, context: ReadingContext): LineReading {
  const found = line.length > maxPacketUnits ? null : packet.exec(line.trimEnd())
  if (found === null)
    return eventLine.test(line) && / PACKET /.test(line) ? 'its form is not that of a packet' : null
  const [, date = '', hour, minute, second, half, , , protocol = '', direction, peer = '', id = ''] = found
  const [response, , , flags = '', code = '', type = '', name = ''] = found.slice(12)
  const fields = emptyFields()
  setField(fields, 'query', nameOf(name))
  setField(fields, 'record_type', type)
  setField(fields, direction === 'Rcv' ? 'src_ip' : 'dst_ip', peer)
  setField(fields, 'protocol', protocol)
  setField(fields, 'direction', direction === 'Rcv' ? 'received' : 'sent')
  setField(fields, 'message_type', response === 'R' ? 'response' : 'query')
  setField(fields, 'xid', id)
  setField(fields, 'flags', flags.trim())
  setField(fields, 'response_code', code)
  const at = timeOf(date, hourOf(hour, half), minute, second, half !== undefined, context)
  return {
    at,
    logSource: { product: 'windows', category: 'dns', service: 'dns-server-debug' },
    fields,
    raw: line,
  }
}

/** (3)www(7)invented(7)example(0) */
function nameOf(text: string): string {
  const labels = text.split(/\(\d{1,3}\)/).filter((label) => label !== '')
  return labels.length === 0 ? '.' : labels.join('.')
}

function hourOf(hour: string | undefined, half: string | undefined): string {
  if (half === undefined) return hour ?? ''
  return String((Number(hour) % 12) + (half === 'PM' ? 12 : 0))
}

/** The server writes dates as its country does: with AM and PM the month comes first, else the day. */
function timeOf(
  date: string,
  hour: string,
  minute: string | undefined,
  second: string | undefined,
  isAmerican: boolean,
  { timeZone }: ReadingContext,
): number | null {
  const [first = '', middle = '', last = ''] = date.split(/[./-]/)
  const parts =
    first.length === 4 ? [first, middle, last] : isAmerican ? [last, first, middle] : [last, middle, first]
  const [year, month, day] = parts
  return instantOfWall(wallOf(year, month, day, hour, minute, second), timeZone)
}
