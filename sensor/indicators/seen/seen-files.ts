// The files of what was seen: a table written anew and whole, and a journal that only grows until then.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Days, SeenTable, Tag } from './seen-table.ts'

export interface SeenFiles {
  readonly key: Uint8Array
  /** Records that could not be read when the files were opened: each is a day of one observable less. */
  readonly lost: number
  records(): number
  /** On the disk when it returns. */
  append(records: Uint8Array): void
  /** Writes the table and empties the journal; a crash on the way loses nothing. */
  fold(table: SeenTable): void
  close(): void
}

const keyBytes = 32
/** Two words of the tag, two half words: first and last day, or in the journal the day and its check. */
export const recordBytes = 12
const tableMagic = Buffer.from('SALUSSN1', 'latin1')
const headBytes = 16

/** Opens or makes the folder, for its owner only, and fills the table. One process may have it open (the state's lock). */
export function openSeenFiles(folder: string, table: SeenTable): SeenFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const key = readKey(join(folder, 'key'))
  const tablePath = join(folder, 'table')
  let lost = readTable(tablePath, table)
  const journalPath = join(folder, 'journal')
  const journal = openSync(journalPath, 'a+', 0o600)
  const read = readJournal(readFileSync(journalPath), table)
  lost += read.lost
  // What a crash cut off would shift everything after it.
  ftruncateSync(journal, read.whole)
  let length = read.whole
  return {
    key,
    lost,
    records: () => length / recordBytes,
    append(records) {
      try {
        writeWhole(journal, records)
        fsyncSync(journal)
      } catch (error) {
        // A full disk may have taken half a record.
        ftruncateSync(journal, length)
        throw error
      }
      length += records.length
    },
    fold(whole) {
      writeTable(folder, tablePath, whole)
      ftruncateSync(journal, 0)
      fsyncSync(journal)
      length = 0
    },
    close: () => closeSync(journal),
  }
}

function readKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    const file = openSync(path, 'wx', 0o600)
    writeWhole(file, randomBytes(keyBytes))
    fsyncSync(file)
    closeSync(file)
  }
  const key = readFileSync(path)
  if (key.length === keyBytes) return key
  throw new Error(
    `The key of what was seen (${path}) is damaged. Remove the folder around it: the memory of 90 days begins anew.`,
  )
}

/** Gives the number of records that were lost. */
function readTable(path: string, table: SeenTable): number {
  if (!existsSync(path)) return 0
  const bytes = readFileSync(path)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isWhole =
    bytes.length >= headBytes &&
    bytes.subarray(0, 8).equals(tableMagic) &&
    bytes.length === headBytes + view.getUint32(8, true) * recordBytes &&
    crc32(bytes.subarray(headBytes)) === view.getUint32(12, true)
  // The table was renamed when it was whole: only a damaged disk or a hand comes here.
  if (!isWhole) return Math.max(1, Math.floor(bytes.length / recordBytes))
  for (let at = headBytes; at < bytes.length; at += recordBytes) {
    const first = view.getUint16(at + 8, true)
    const last = view.getUint16(at + 10, true)
    if (first > 0 && last >= first) table.add(tagAt(view, at), first, last)
  }
  return 0
}

function readJournal(bytes: Buffer, table: SeenTable): { readonly lost: number; readonly whole: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % recordBytes)
  let lost = 0
  for (let at = 0; at < whole; at += recordBytes) {
    const day = view.getUint16(at + 8, true)
    const isGood = day > 0 && checkOf(bytes.subarray(at, at + 10)) === view.getUint16(at + 10, true)
    if (isGood) table.add(tagAt(view, at), day, day)
    else lost++
  }
  return { lost, whole }
}

export function journalRecord(tag: Tag, day: number, into: Uint8Array): void {
  const view = new DataView(into.buffer, into.byteOffset, recordBytes)
  view.setUint32(0, tag.hi, true)
  view.setUint32(4, tag.lo, true)
  view.setUint16(8, day, true)
  view.setUint16(10, checkOf(into.subarray(0, 10)), true)
}

function checkOf(bytes: Uint8Array): number {
  return crc32(bytes) & 0xffff
}

function tagAt(view: DataView, at: number): Tag {
  return { hi: view.getUint32(at, true), lo: view.getUint32(at + 4, true) }
}

function writeTable(folder: string, path: string, table: SeenTable): void {
  const bytes = new Uint8Array(headBytes + table.size() * recordBytes)
  const view = new DataView(bytes.buffer)
  let at = headBytes
  for (const entry of table.entries()) {
    writeEntry(view, at, entry)
    at += recordBytes
  }
  bytes.set(tableMagic)
  view.setUint32(8, table.size(), true)
  view.setUint32(12, crc32(bytes.subarray(headBytes)), true)
  const temporary = `${path}.new`
  const file = openSync(temporary, 'w', 0o600)
  try {
    writeWhole(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
  syncFolder(folder)
}

function writeEntry(view: DataView, at: number, { hi, lo, first, last }: Tag & Days): void {
  view.setUint32(at, hi, true)
  view.setUint32(at + 4, lo, true)
  view.setUint16(at + 8, first, true)
  view.setUint16(at + 10, last, true)
}

function writeWhole(file: number, bytes: Uint8Array): void {
  let done = 0
  while (done < bytes.length) done += writeSync(file, bytes, done)
}

/** A renaming is safe when its folder is; Windows has no such thing and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
