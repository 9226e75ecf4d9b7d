// Rows of a CSV of indicators: which column means what, and what each row says.
// SPDX-License-Identifier: EUPL-1.2
import { type Indicator, readId } from '../indicator.ts'
import { indicatorLimits } from '../limits.ts'
import { refanged } from '../refang.ts'
import { type ClaimedType, typedValue } from '../values.ts'
import type { ListFaults } from './faults.ts'
import { type ListOptions, readConfidence, readTime, readTlp, shortWord } from './words.ts'

/** The kind of all values of a column, by its heading; `any` where the type stands beside it or shows itself. */
const valueColumns: ReadonlyMap<string, ClaimedType> = new Map([
  ['value', 'any'],
  ['indicator', 'any'],
  ['ioc', 'any'],
  ['ioc_value', 'any'],
  ['observable', 'any'],
  ['domain', 'domain'],
  ['hostname', 'host'],
  ['host', 'host'],
  ['ip', 'ip'],
  ['dst_ip', 'ip'],
  ['ip_address', 'ip'],
  ['url', 'url'],
  ['md5', 'md5'],
  ['md5_hash', 'md5'],
  ['sha1', 'sha1'],
  ['sha1_hash', 'sha1'],
  ['sha256', 'sha256'],
  ['sha256_hash', 'sha256'],
  ['hash', 'hash'],
  ['email', 'email'],
])

const factColumns = {
  id: ['id', 'uuid'],
  type: ['type', 'ioc_type', 'indicator_type'],
  since: ['since', 'valid_from', 'first_seen', 'first_seen_utc', 'dateadded'],
  until: ['until', 'valid_until', 'expires', 'expiration'],
  tlp: ['tlp'],
  confidence: ['confidence', 'confidence_level'],
  source: ['source', 'reporter'],
  licence: ['licence', 'license'],
  toIds: ['to_ids'],
} as const
type Fact = keyof typeof factColumns

/** Words for types in lists of others. */
const typeWords: ReadonlyMap<string, ClaimedType> = new Map([
  ['domain', 'domain'],
  ['domain-name', 'domain'],
  ['hostname', 'host'],
  ['ip', 'ip'],
  ['ipv4', 'ip'],
  ['ipv4-addr', 'ip'],
  ['ipv6', 'ip'],
  ['ipv6-addr', 'ip'],
  ['ip-dst', 'ip'],
  ['ip-src', 'ip'],
  ['ip:port', 'host'],
  ['cidr', 'cidr'],
  ['url', 'url'],
  ['md5', 'md5'],
  ['md5_hash', 'md5'],
  ['sha1', 'sha1'],
  ['sha-1', 'sha1'],
  ['sha1_hash', 'sha1'],
  ['sha256', 'sha256'],
  ['sha-256', 'sha256'],
  ['sha256_hash', 'sha256'],
  ['email', 'email'],
  ['email-addr', 'email'],
  ['email-src', 'email'],
])

export interface Columns {
  readonly separator: RegExp
  readonly count: number
  readonly values: readonly { readonly at: number; readonly kind: ClaimedType }[]
  readonly facts: Readonly<Partial<Record<Fact, number>>>
}

/** Null where the first line is no head; a column of values makes one. */
export function columnsOf(line: string): Columns | null {
  for (const separator of [/,/, /;/, /\t/, /\|/]) {
    const names = cellsOf(line, separator).map((name) => name.toLowerCase())
    const values = names.flatMap((name, at) => {
      const kind = valueColumns.get(name)
      return kind === undefined ? [] : [{ at, kind }]
    })
    if (values.length === 0) continue
    // A column of any value says all; those of one type beside it are its parts.
    const any = values.filter(({ kind }) => kind === 'any').slice(0, 1)
    const facts: Partial<Record<Fact, number>> = {}
    for (const [fact, headings] of Object.entries(factColumns)) {
      const at = names.findIndex((name) => (headings as readonly string[]).includes(name))
      // The keys of the table are the facts.
      if (at !== -1) facts[fact as Fact] = at
    }
    return { separator, count: names.length, values: any.length > 0 ? any : values, facts }
  }
  return null
}

export function* rowIndicators(
  line: string,
  { separator, count, values, facts }: Columns,
  place: string,
  options: ListOptions,
  faults: ListFaults,
): Generator<Indicator> {
  const cells = cellsOf(line, separator)
  if (cells.length > count)
    return faults.leaveOut(place, line, `the row has more cells than the ${count} headings`)
  const fact = (name: Fact) => cells[facts[name] ?? -1] ?? ''
  if (/^(?:0|false|no)$/i.test(fact('toIds')))
    return faults.leaveOut(place, line, 'its maker did not mean it for detection (to_ids)')
  const filled = values.filter(({ at }) => (cells[at] ?? '') !== '')
  if (filled.length === 0) return faults.leaveOut(place, line, 'the row has no value')
  const id = readId(fact('id'))
  for (const { at, kind } of filled) {
    const written = cells[at] ?? ''
    const claimed = kind === 'any' && fact('type') !== '' ? typeWords.get(fact('type').toLowerCase()) : kind
    if (claimed === undefined) {
      faults.leaveOut(place, written, `values of type ${fact('type').slice(0, 40)} are not looked up`)
      continue
    }
    const value = typedValue(claimed, refanged(written))
    if ('because' in value) faults.leaveOut(place, written, value.because)
    else
      yield {
        ...value,
        // Many lists number their rows; only what is unique beyond the list names an indicator.
        id: filled.length === 1 && id !== null && !/^\d+$/.test(id) ? id : null,
        since: readTime(fact('since')) ?? options.since ?? null,
        until: readTime(fact('until')) ?? options.until ?? null,
        tlp: readTlp(fact('tlp')) ?? options.tlp ?? null,
        confidence: confidenceOf(fact('confidence')) ?? options.confidence ?? null,
        list: options.name,
        source: shortWord(fact('source')) ?? options.source ?? null,
        licence: shortWord(fact('licence')) ?? options.licence ?? null,
      }
  }
}

function confidenceOf(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? readConfidence(Number(text)) : null
}

/** Cells of one line; in quotes a separator is text, and two quotes are one. */
export function cellsOf(line: string, separator: RegExp): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ''
    if (sign === '"' && (isQuoted || cell.trim() === '')) {
      if (isQuoted && line[at + 1] === '"') {
        cell += sign
        at++
      } else isQuoted = !isQuoted
    } else if (!isQuoted && separator.test(sign)) {
      cells.push(cell.trim())
      if (cells.length >= indicatorLimits.maxColumns) return cells
      cell = ''
    } else cell += sign
  }
  return [...cells, cell.trim()]
}
