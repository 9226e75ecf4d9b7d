// Reads extracts as CSV line by line, by the names of their columns; a line that cannot be read costs only itself.
// SPDX-License-Identifier: EUPL-1.2
import { linesOf } from '../../parsers/lines.ts'
import { contextLimits } from './limits.ts'

/** What is wrong with a line or a file; never a word of the line, which may hold a name. */
export interface ContextFault {
  readonly file: string
  readonly line: number
  readonly because: string
}

export interface Row {
  readonly line: number
  /** '' where the column is missing or empty. */
  get(column: string): string
}

export interface RowReader {
  /** Every column that is read. */
  readonly columns: readonly string[]
  /** Each of these must be there: one of the names that stand together. */
  readonly needed: readonly (readonly string[])[]
  /** Null, or why the line cannot be taken. */
  readonly take: (row: Row) => string | null
}

export async function readCsv(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  { columns, needed, take }: RowReader,
  fault: (fault: ContextFault) => void,
): Promise<number> {
  let places: ReadonlyMap<string, number> | null = null
  let separator = ','
  let rows = 0
  for await (const { text, number } of linesOf(chunks)) {
    const say = (because: string) => fault({ file, line: number, because })
    if (text === null) {
      say('the line is longer than what is read')
      continue
    }
    if (places === null) {
      separator = separatorOf(text)
      places = placesOf(cellsOf(text, separator) ?? [])
      const missing = needed.find((names) => !names.some((name) => places?.has(name)))
      if (missing) {
        say(`the first line names no column ${missing.join(' or ')}, so the file was not read; see README.md`)
        return 0
      }
      const unknown = [...places.keys()].filter((name) => !columns.includes(name)).length
      if (unknown > 0) say(`${unknown} columns are not known and were left out`)
      continue
    }
    const known = places
    const cells = cellsOf(text, separator)
    if (cells === null) say('a quote is not closed on its line, or stands in the middle of a value')
    else if (cells.length > known.size)
      say(`it has ${cells.length} values where the first line names ${known.size} columns`)
    else {
      const because = take({ line: number, get: (column) => cells[known.get(column) ?? -1] ?? '' })
      if (because !== null) say(because)
      else rows++
    }
  }
  return rows
}

function separatorOf(head: string): string {
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign
}

/** A column that stands there twice is read at its first place. */
function placesOf(head: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [at, name] of head.entries()) {
    const key = name.toLowerCase()
    places.set(places.has(key) ? `${key}\u0000${at}` : key, at)
  }
  return places
}

/** Values without blanks around them; null where quotes are wrong. */
function cellsOf(line: string, separator: string): readonly string[] | null {
  if (!line.includes('"'))
    return line.split(separator, contextLimits.maxColumns + 1).map((cell) => cell.trim())
  const cells: string[] = []
  let at = 0
  while (at <= line.length && cells.length <= contextLimits.maxColumns) {
    while (line[at] === ' ') at++
    if (line[at] !== '"') {
      const end = line.indexOf(separator, at)
      const cell = line.slice(at, end === -1 ? undefined : end)
      if (cell.includes('"')) return null
      cells.push(cell.trim())
      if (end === -1) return cells
      at = end + 1
      continue
    }
    const quoted = quotedAt(line, at)
    if (quoted === null) return null
    cells.push(quoted.value.trim())
    at = quoted.end
    while (line[at] === ' ') at++
    if (at >= line.length) return cells
    if (line[at] !== separator) return null
    at++
  }
  return cells
}

function quotedAt(line: string, start: number): { readonly value: string; readonly end: number } | null {
  let value = ''
  for (let at = start + 1; ; ) {
    const end = line.indexOf('"', at)
    if (end === -1) return null
    value += line.slice(at, end)
    if (line[end + 1] !== '"') return { value, end: end + 1 }
    value += '"'
    at = end + 2
  }
}
