// Indicators of a text: one a line with remarks, or CSV with headings; also hosts files and lists of blockers.
// SPDX-License-Identifier: EUPL-1.2
import type { Indicator } from '../indicator.ts'
import { indicatorLimits } from '../limits.ts'
import { refanged } from '../refang.ts'
import { typedValue } from '../values.ts'
import { type Columns, cellsOf, columnsOf, rowIndicators } from './csv.ts'
import type { ListFaults } from './faults.ts'
import { type ListOptions, readTlp, shortWord } from './words.ts'

const lineFeed = 0x0a

export function* textIndicators(
  bytes: Uint8Array,
  options: ListOptions,
  faults: ListFaults,
): Generator<Indicator> {
  if (bytes.byteLength > indicatorLimits.maxTextBytes)
    return faults.add(
      'too-large',
      '',
      `The list has ${bytes.byteLength} bytes; at most ${indicatorLimits.maxTextBytes} are read.`,
      'Split it into smaller files.',
    )
  const reading = { options, columns: undefined as Columns | null | undefined }
  for (const { text, number, length } of linesOf(asUtf8(bytes))) {
    const place = `line ${number}`
    if (text === null) {
      const because = `the line has more than ${indicatorLimits.maxLineBytes} bytes`
      faults.leaveOut(place, `${length} bytes`, because, 'Write one indicator a line.')
    } else if (text === '') continue
    else if (isRemark(text, reading.columns)) reading.options = withRemark(text, reading.options)
    else if (reading.columns === undefined) {
      reading.columns = columnsOf(text)
      if (reading.columns === null) yield* ofLine(text, place, reading.options, faults)
    } else if (reading.columns === null) yield* ofLine(text, place, reading.options, faults)
    else yield* rowIndicators(text, reading.columns, place, reading.options, faults)
  }
}

/** A row whose first cells are empty begins with a semicolon too. */
function isRemark(text: string, columns: Columns | null | undefined): boolean {
  return /^(?:#|\/\/)/.test(text) || (text.startsWith(';') && !columns)
}

/** Windows writes texts in UTF-16; a mark says so. */
function asUtf8(bytes: Uint8Array): Buffer {
  const [first, second] = bytes
  const name =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  if (name !== null) return Buffer.from(new TextDecoder(name).decode(bytes))
  const start = first === 0xef && second === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start)
}

function* linesOf(bytes: Buffer): Generator<{
  readonly text: string | null
  readonly number: number
  readonly length: number
}> {
  let from = 0
  for (let number = 1; from < bytes.length; number++) {
    const found = bytes.indexOf(lineFeed, from)
    const end = found === -1 ? bytes.length : found
    const length = end - from
    const text = length > indicatorLimits.maxLineBytes ? null : bytes.toString('utf8', from, end).trim()
    yield { text, number, length }
    from = end + 1
  }
}

/** Heads of public lists say their marking and licence in remarks; what follows is under them. */
function withRemark(text: string, options: ListOptions): ListOptions {
  const found = /^[#;/\s]+(TLP|licen[cs]e)\s*[:=]\s*(.{1,200})$/i.exec(text)
  const [, key = '', word = ''] = found ?? []
  const tlp = key.toUpperCase() === 'TLP' ? readTlp(word) : null
  if (tlp !== null) return { ...options, tlp }
  return /^licen/i.test(key) ? { ...options, licence: shortWord(word.trim()) } : options
}

const hostsLine = /^(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+(\S+)/

function* ofLine(
  text: string,
  place: string,
  options: ListOptions,
  faults: ListFaults,
): Generator<Indicator> {
  const bare = text.replace(/\s(?:#|\/\/).*$/, '').replace(/^\|\|([^\s^$]+)\^.*$/, '$1')
  const written = hostsLine.exec(bare)?.[1] ?? bare
  const whole = typedValue('any', refanged(written))
  // A remark may follow without a mark: "evil.example, seen in March".
  const value =
    'because' in whole && /[\s,;"]/.test(written)
      ? typedValue('any', refanged(cellsOf(written, /[,;\s]/)[0] ?? ''))
      : whole
  if ('because' in value) faults.leaveOut(place, text, value.because)
  else
    yield {
      ...value,
      id: null,
      since: options.since ?? null,
      until: options.until ?? null,
      tlp: options.tlp ?? null,
      confidence: options.confidence ?? null,
      list: options.name,
      source: options.source ?? null,
      licence: options.licence ?? null,
    }
}
