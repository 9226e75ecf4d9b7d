// Reads the combined and common log of nginx and Apache.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, setField } from '../event/event.ts'
import { headLines } from './lines.ts'
import { instantOfWall, monthNumber, offsetOf, wallOf } from './local-time.ts'
import { type LineReading, lineParser } from './record.ts'
import { given, setRequest } from './web.ts'

export const combinedParser = lineParser({
  name: 'combined',
  accepts: (head) => start.test(headLines(head)[0] ?? ''),
  open: () => readCombined,
})

const start =
  /^(?:([\w.-]{1,255}(?::\d{1,5})) )?([\da-zA-Z.:_-]{1,255}) (\S{1,255}) ([^[\]]{1,255}) \[(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-]\d{4})\] "/
const outcome = /^ (\d{3}) (\d{1,15}|-)(?: |$)/

function readCombined(line: string): LineReading {
  const found = start.exec(line)
  if (found === null) return 'it has not the form of the combined log'
  const requestEnd = endOfQuoted(line, found[0].length)
  const counts = requestEnd === null ? null : outcome.exec(line.slice(requestEnd + 1))
  if (requestEnd === null || counts === null) return 'its request or status is cut off'
  const [
    whole,
    virtualHost,
    client = '',
    ,
    user = '',
    day,
    month = '',
    year,
    hour,
    minute,
    second,
    zone = '',
  ] = found
  const fields = emptyFields()
  setField(fields, 'c-ip', client)
  setField(fields, 'cs-username', given(user.trim()))
  if (virtualHost !== undefined) setField(fields, 'cs-host', virtualHost.replace(/:\d+$/, ''))
  setRequest(fields, line.slice(whole.length, requestEnd))
  setField(fields, 'sc-status', Number(counts[1]))
  setField(fields, 'sc-bytes', counts[2] === '-' ? null : Number(counts[2]))
  setQuoted(fields, line, requestEnd + 1 + counts[0].length)
  const wall = instantOfWall(wallOf(year, monthNumber(month), day, hour, minute, second), 'UTC')
  const at = wall === null ? null : wall - offsetOf(zone)
  return { at, logSource: { product: null, category: 'webserver', service: null }, fields, raw: line }
}

/** Referer and agent, which the common log lacks. */
function setQuoted(fields: ReturnType<typeof emptyFields>, line: string, from: number): void {
  let at = from
  for (const name of ['cs-referer', 'cs-user-agent']) {
    if (line[at] !== '"') return
    const end = endOfQuoted(line, at + 1)
    if (end === null) return
    setField(fields, name, given(line.slice(at + 1, end)))
    at = end + 2
  }
}

function endOfQuoted(text: string, start: number): number | null {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return null
}
