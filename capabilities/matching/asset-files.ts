// Reads the files that the matcher is given on the command line: inventories of any known format, and JSON lines.
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { applyMapping, guessMapping, type InventoryItem, readInventory } from '@salus/standards/inventory'
import type { InventoryLike } from './product-name.ts'

/** Unpacked size of one file: the largest known bundle has a tenth of it. */
const maxUnpackedBytes = 512 * 1024 * 1024
/** An asset is one short line. */
const maxLineBytes = 64 * 1024
const jsonLines = /\.(?:jsonl|ndjson)(?:\.gz)?$/

export type FileAsset = InventoryLike & { readonly id: string }

type Print = (line: string) => void

/** JSON lines are read as assets; everything else as an inventory, of whose tables the columns are guessed. */
export async function readAssets(path: string, print: Print): Promise<FileAsset[]> {
  const bytes = await readFile(path)
  if (jsonLines.test(path) || holdsAssetLines(bytes)) return readAssetLines(path, print)
  const reading = await readInventory(bytes, basename(path))
  if (reading.outcome === 'refused') {
    for (const fault of reading.faults) print(JSON.stringify({ file: path, fault }))
    return []
  }
  const { items, rejected } =
    reading.value.kind === 'items'
      ? reading.value.inventory
      : applyMapping(reading.value.table, guessMapping(reading.value.table))
  for (const fault of rejected) print(JSON.stringify({ file: path, fault }))
  return items.map((item) => ({ ...item, id: idOf(item) }))
}

/** Whether the first line alone is an asset, whatever the file is called. */
function holdsAssetLines(bytes: Buffer): boolean {
  try {
    const line = bytes.subarray(0, maxLineBytes).toString('utf8').split('\n')[0] ?? ''
    return readAsset(JSON.parse(line) as unknown, '')?.product !== undefined && line.includes('"product"')
  } catch {
    return false
  }
}

function idOf({ externalId, place }: InventoryItem): string {
  return externalId ?? place
}

async function readAssetLines(path: string, print: Print): Promise<FileAsset[]> {
  const items: FileAsset[] = []
  let line = 0
  for await (const text of readLines(path)) {
    line += 1
    try {
      const asset = readAsset(JSON.parse(text) as unknown, `line ${line}`)
      if (asset) items.push(asset)
      else throw new Error('the line is no JSON object')
    } catch (error) {
      const remedy = 'Write one object {"id", "vendor", "product", "version"} a line.'
      print(JSON.stringify({ file: path, fault: { place: `line ${line}`, detail: String(error), remedy } }))
    }
  }
  return items
}

function readAsset(json: unknown, place: string): FileAsset | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const fields = new Map<string, unknown>(Object.entries(json))
  const text = (key: string): string | null => {
    const value = fields.get(key)
    return typeof value === 'string' && value.trim() !== ''
      ? value.trim()
      : typeof value === 'number'
        ? String(value)
        : null
  }
  return {
    id: text('id') ?? place,
    vendor: text('vendor'),
    product: text('product'),
    version: text('version'),
    model: text('model'),
    purl: text('purl'),
    cpe: text('cpe'),
    udiDi: text('udiDi'),
    environment: text('environment'),
  }
}

/** Every JSON text of a file: one document, or one a line; `.gz` is unpacked. */
export async function* readDocuments(path: string): AsyncGenerator<string> {
  if (jsonLines.test(path)) yield* readLines(path)
  else yield await readText(path)
}

async function* readLines(path: string): AsyncGenerator<string> {
  for (const line of (await readText(path)).split('\n')) if (line.trim() !== '') yield line
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path)
  const plain = path.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes }) : bytes
  return plain.toString('utf8')
}
