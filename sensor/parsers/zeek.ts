// Reads logs of Zeek in tab-separated form: the names, types and marks stand in the head.
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path'
import { emptyFields, type Fields, type FieldValue, type LogSource, setField } from '../event/event.ts'
import { headLines } from './lines.ts'
import { instantOfEpoch } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import { type LineReading, lineParser } from './record.ts'

export const zeekParser = lineParser({
  name: 'zeek',
  accepts: (head) => headLines(head)[0]?.startsWith('#separator ') ?? false,
  open: (context) => {
    const layout = newLayout(context)
    return (line) => (line.startsWith('#') ? readHead(line, layout) : readRow(line, layout))
  },
})

interface Layout {
  separator: string
  setSeparator: string
  empty: string
  unset: string
  service: string
  names: string[]
  types: string[]
}

const maxColumns = 1_000

function newLayout({ source }: ReadingContext): Layout {
  return {
    separator: '\t',
    setSeparator: ',',
    empty: '(empty)',
    unset: '-',
    service: zeekService(source),
    names: [],
    types: [],
  }
}

/** The log's name is that of the file before the first dot: conn.10:00:00-11:00:00.log.gz. */
export function zeekService(source: string): string {
  return basename(source.replaceAll('\\', '/')).split('.')[0]?.toLowerCase() ?? ''
}

/** The head may come again within a file that was put together of several. */
function readHead(line: string, layout: Layout): null {
  if (line.startsWith('#separator ')) {
    layout.separator = unescaped(line.slice('#separator '.length)) || '\t'
    return null
  }
  const [key = '', ...values] = line.split(layout.separator, maxColumns + 1)
  const [first = ''] = values
  if (key === '#set_separator') layout.setSeparator = first || ','
  else if (key === '#empty_field') layout.empty = first
  else if (key === '#unset_field') layout.unset = first
  else if (key === '#path') layout.service = first
  else if (key === '#fields') layout.names = values
  else if (key === '#types') layout.types = values
  return null
}

function readRow(line: string, layout: Layout): LineReading {
  const { names, types } = layout
  if (names.length === 0) return 'no #fields stand before it'
  const values = line.split(layout.separator, maxColumns)
  if (values.length !== names.length)
    return `it has ${values.length} columns where the head names ${names.length}`
  const fields = emptyFields()
  for (const [index, name] of names.entries()) {
    setField(fields, name, cellValue(values[index] ?? '', types[index] ?? 'string', layout))
  }
  return { at: timeOf(fields), logSource: zeekSource(layout.service), fields, raw: line }
}

export function zeekSource(service: string): LogSource {
  return { product: 'zeek', category: zeekCategories.get(service) ?? null, service }
}

const zeekCategories: ReadonlyMap<string, string> = new Map([['dns', 'dns']])

function timeOf(fields: Fields): number | null {
  return typeof fields.ts === 'number' ? instantOfEpoch(fields.ts) : null
}

function cellValue(text: string, type: string, layout: Layout): FieldValue {
  if (text === layout.unset) return null
  if (/^(?:set|vector)\[/.test(type)) return listOf(text, layout)
  if (text === layout.empty) return ''
  if (type === 'bool') return text === 'T'
  if (numericTypes.has(type)) return Number.isFinite(Number(text)) ? Number(text) : text
  return unescaped(text)
}

const numericTypes: ReadonlySet<string> = new Set(['time', 'interval', 'count', 'int', 'double', 'port'])

function listOf(text: string, layout: Layout): readonly string[] {
  return text === layout.empty ? [] : text.split(layout.setSeparator).map(unescaped)
}

/** Bytes that are no plain text stand as \xHH; several together may be one character of UTF-8. */
function unescaped(text: string): string {
  if (!text.includes('\\x')) return text
  return text.replaceAll(/(?:\\x[0-9a-fA-F]{2}){1,4096}/g, (run) =>
    Buffer.from(run.replaceAll('\\x', ''), 'hex').toString('utf8'),
  )
}
