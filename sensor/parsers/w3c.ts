// Reads the extended log format of the W3C, as IIS and proxies write it: the fields are named in the head.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, type LogSource, setField } from '../event/event.ts'
import { numberOrText } from './key-values.ts'
import { headLines } from './lines.ts'
import { instantOfIso } from './local-time.ts'
import { type LineReading, lineParser } from './record.ts'
import { given } from './web.ts'

export const w3cParser = lineParser({
  name: 'w3c',
  accepts: (head) =>
    headLines(head)
      .slice(0, 10)
      .some((line) => line.startsWith('#Fields:')),
  open: () => {
    const layout: Layout = { names: [], logSource: webServer, isIis: false }
    return (line) => (line.startsWith('#') ? readHead(line, layout) : readRow(line, layout))
  },
})

interface Layout {
  names: string[]
  logSource: LogSource
  isIis: boolean
}

const webServer: LogSource = { product: null, category: 'webserver', service: null }
const proxy: LogSource = { product: null, category: 'proxy', service: null }
const maxColumns = 200

function readHead(line: string, layout: Layout): null {
  if (line.startsWith('#Software:')) layout.isIis = line.includes('Internet Information Services')
  if (!line.startsWith('#Fields:')) return null
  layout.names = line
    .slice('#Fields:'.length)
    .trim()
    .split(/[ \t]+/, maxColumns)
    .map(ruleName)
  const isProxy = layout.names.some((name) => proxyFields.has(name))
  layout.logSource = isProxy ? proxy : webServer
  return null
}

/** Only proxies tell what they did with a request, and to which scheme it went. */
const proxyFields: ReadonlySet<string> = new Set(['s-action', 'cs-uri-scheme', 'r-host', 's-hierarchy'])

/** `cs(User-Agent)` is cs-user-agent in rules. */
function ruleName(name: string): string {
  const found = /^(cs|sc)\(([\w-]{1,64})\)$/i.exec(name)
  return found === null ? name : `${found[1]?.toLowerCase()}-${found[2]?.toLowerCase()}`
}

function readRow(line: string, layout: Layout): LineReading {
  const { names, logSource } = layout
  if (names.length === 0) return 'no #Fields stand before it'
  const values = line.includes('\t') ? line.split('\t', maxColumns + 1) : wordsOf(line)
  if (values.length !== names.length)
    return `it has ${values.length} values where the head names ${names.length}`
  const fields = emptyFields()
  for (const [index, name] of names.entries()) {
    const text = given(values[index])
    // IIS writes the blanks of the agent as plus signs.
    const isAgent = layout.isIis && name === 'cs-user-agent' && text !== null
    const value = isAgent ? text.replaceAll('+', ' ') : text
    setField(fields, name, value === null ? null : numberOrText(value))
  }
  addProxyNames(fields, logSource)
  return { at: timeOf(fields), logSource, fields, raw: line }
}

/** Rules on proxies say c-useragent and c-uri. */
function addProxyNames(fields: Fields, logSource: LogSource): void {
  if (logSource !== proxy) return
  const agent = fields['cs-user-agent']
  if (agent !== undefined && fields['c-useragent'] === undefined) setField(fields, 'c-useragent', agent)
  const uri = fields['cs-uri'] ?? fields['cs-uri-stem']
  if (uri !== undefined && fields['c-uri'] === undefined) setField(fields, 'c-uri', uri)
}

/** Words between blanks; one in quotes may hold blanks. */
function wordsOf(line: string): string[] {
  const words: string[] = []
  for (const found of line.matchAll(/"((?:[^"\\]|\\.|"")*)"|(\S+)/g)) {
    words.push(found[1] ?? found[2] ?? '')
    if (words.length > maxColumns) break
  }
  return words
}

/** The format is in UTC. */
function timeOf(fields: Fields): number | null {
  const { date, time } = fields
  return typeof date === 'string' && typeof time === 'string' ? instantOfIso(`${date} ${time}`, 'UTC') : null
}
