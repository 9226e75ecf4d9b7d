// Turns one file, packed or not, into the documents inside, without ever holding more than one of them.
// SPDX-License-Identifier: EUPL-1.2
import { type PassThrough, pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Fault } from '@salus/standards/fault'
import { extract } from 'tar-stream'
import type { ReceivedDocument } from '../../recorded.ts'
import { lineDocuments, wholeDocument } from './documents.ts'
import { type Chunks, limit, TooMuch, type Unpacking } from './unpacking.ts'

const maxNameCharacters = 300

/** By the file's name; documents read before a fault have been yielded, the fault is reported. */
export async function* unpack(
  name: string,
  content: Readable,
  unpacking: Unpacking,
): AsyncGenerator<ReceivedDocument> {
  const kind = kindOf(name)
  if (kind === null) {
    content.destroy()
    unpacking.ignore(name)
    return
  }
  const unzipped = kind.isZipped ? through(content, createGunzip()) : content
  try {
    const chunks = limit(unzipped, unpacking.maxUnpackedBytes)
    if (kind.packing === 'tar') yield* tarDocuments(name, chunks, unpacking)
    else yield* documentsOf(name, kind.packing, chunks, unpacking.source)
  } catch (error) {
    unpacking.report(name, faultOf(error))
  } finally {
    content.destroy()
  }
}

type Packing = 'whole' | 'lines' | 'tar'

/** Other tables are no advisories; the daily file of EPSS is called epss_scores-2026-03-05.csv.gz. */
const epssName = /(?:^|[/\s])epss[^/]{0,100}\.csv(\.gz)?$/i

/** Null for what is no advisory by its name. */
function kindOf(name: string): { readonly packing: Packing; readonly isZipped: boolean } | null {
  const epss = epssName.exec(name)
  if (epss !== null) return { packing: 'whole', isZipped: epss[1] !== undefined }
  const [, ending = '', gz] = /\.(json|jsonl|ndjson|tar|tgz)(\.gz)?$/i.exec(name) ?? []
  const lower = ending.toLowerCase()
  if (lower === '') return null
  if (lower === 'json') return { packing: 'whole', isZipped: gz !== undefined }
  if (lower === 'jsonl' || lower === 'ndjson') return { packing: 'lines', isZipped: gz !== undefined }
  return { packing: 'tar', isZipped: lower === 'tgz' || gz !== undefined }
}

async function* documentsOf(
  name: string,
  packing: 'whole' | 'lines',
  chunks: Chunks,
  source: string,
): AsyncGenerator<ReceivedDocument> {
  if (packing === 'whole') yield { name: shorten(name), bytes: await wholeDocument(chunks), source }
  else
    for await (const { line, bytes } of lineDocuments(chunks))
      yield { name: `${shorten(name)}, line ${line}`, bytes, source }
}

/** Links, devices and archives inside archives are ignored; names are only shown, never used as paths. */
async function* tarDocuments(
  name: string,
  chunks: Chunks,
  unpacking: Unpacking,
): AsyncGenerator<ReceivedDocument> {
  for await (const entry of through(Readable.from(chunks), extract())) {
    const entryName = `${name}: ${entry.header.name}`
    const kind = entry.header.type === 'file' ? kindOf(entry.header.name) : null
    if (kind === null || kind.packing === 'tar' || kind.isZipped) {
      if (entry.header.type !== 'directory') unpacking.ignore(entryName)
      entry.resume()
    }
    // Iterating an entry gives its bytes; the declared types of tar-stream don't say so.
    else yield* documentsOf(entryName, kind.packing, entry as unknown as Chunks, unpacking.source)
  }
}

/** Errors of the first stream reach whoever reads the second. */
function through<Target extends NodeJS.ReadWriteStream | ReturnType<typeof extract>>(
  source: Readable,
  target: Target,
): Target {
  // tar-stream brings streams of its own that Node's types don't know as such.
  pipeline(source, target as PassThrough, () => undefined)
  return target
}

function shorten(name: string): string {
  return name.length > maxNameCharacters ? `…${name.slice(-maxNameCharacters)}` : name
}

function faultOf(error: unknown): Fault {
  if (error instanceof TooMuch) {
    return {
      code: 'archive/too-large',
      place: '',
      detail: `The file unpacks to more than ${Math.floor(error.limit / 1024 / 1024)} MB; what came after that was not read.`,
      remedy: 'Check where the file comes from. If it is right, split it.',
    }
  }
  const reason = error instanceof Error ? error.message.slice(0, 150) : 'unknown'
  return {
    code: 'archive/damaged',
    place: '',
    detail: `The file could not be read to its end (${reason}); the documents before that place were taken.`,
    remedy: 'Fetch or pack the file again; check that the transfer was complete.',
  }
}
