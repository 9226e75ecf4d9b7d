// Opens the ZIP container of an .xlsx file within limits, and streams its parts.
// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { quote } from '../inventory/quote.ts'
import { TableRefusal } from './table.ts'

export const maxZipEntries = 1_000
export const maxUnpackedBytes = 300 * 1024 * 1024
/** Sheets of like rows shrink to a hundredth; a thousandth is the most that deflate can do, and is a bomb. */
export const maxRatio = 400
const ratioMattersFromBytes = 10 * 1024 * 1024

export interface Zip {
  readonly names: readonly string[]
  /** Null when the container has no such part. */
  readonly part: (name: string) => Promise<AsyncIterable<Uint8Array> | null>
  readonly close: () => void
}

export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const zip = await openFile(bytes)
  try {
    const entries = await listEntries(zip)
    return {
      names: [...entries.keys()],
      part: async (name) => {
        const entry = entries.get(name)
        return entry === undefined ? null : checked(await openPart(zip, entry))
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

function openFile(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, options, (error, zip) => (error === null ? resolve(zip) : reject(damaged(error))))
  })
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let unpackedBytes = 0
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(damaged(error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      unpackedBytes += entry.uncompressedSize
      const refusal = refuseEntry(entry, entries, unpackedBytes)
      if (refusal !== null) return reject(refusal)
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function refuseEntry(entry: Entry, known: ReadonlyMap<string, Entry>, unpacked: number): TableRefusal | null {
  if (entry.isEncrypted()) return encrypted
  if (known.size >= maxZipEntries) return bomb(`more than ${maxZipEntries} parts`)
  if (known.has(entry.fileName)) return bomb(`two parts named "${quote(entry.fileName, 80)}"`)
  if (unpacked > maxUnpackedBytes) return bomb(`more than ${maxUnpackedBytes} bytes when unpacked`)
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  const suspicious = entry.uncompressedSize > ratioMattersFromBytes && ratio > maxRatio
  return suspicious ? bomb(`a part that grows ${Math.round(ratio)} times when unpacked`) : null
}

function openPart(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(damaged(error))))
  })
}

async function* checked(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) yield chunk
  } catch (error) {
    throw damaged(error)
  } finally {
    stream.destroy()
  }
}

function bomb(what: string): TableRefusal {
  return new TableRefusal({
    code: 'xlsx/suspicious-container',
    place: 'file',
    detail: `The file has ${what}, which no real workbook has.`,
    remedy: 'Copy the devices into a new workbook or save as CSV, and import that.',
  })
}

function damaged(error: unknown): TableRefusal {
  if (error instanceof TableRefusal) return error
  return new TableRefusal({
    code: 'xlsx/damaged',
    place: 'file',
    detail: `The file cannot be unpacked: ${quote(error instanceof Error ? error.message : String(error), 120)}`,
    remedy:
      'Check that it was transferred whole; open it in the spreadsheet program and save it again as .xlsx.',
  })
}

export const encrypted = new TableRefusal({
  code: 'xlsx/encrypted',
  place: 'file',
  detail: 'The workbook is protected by a password to open it, so it cannot be read.',
  remedy: 'Open it, remove the password (File, Info), save it as .xlsx, and import that file.',
})
