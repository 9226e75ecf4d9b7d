// A `.salus-pack`: all files of a repository in one, for a stick. A line of text before the bytes of each file.
// SPDX-License-Identifier: EUPL-1.2
import type { Reading } from '../fault/index.ts'
import { packLimits } from './limits.ts'
import { isRepositoryName, maxBytesOfFile } from './names.ts'
import { PackRefusal, tooLarge } from './refusal.ts'
import type { PackRepository } from './repository.ts'

/** Bytes that can be read at any place: a file, or a buffer. */
export interface RandomAccess {
  readonly size: number
  /** `length` bytes from `at`, fewer only at the end. */
  read(at: number, length: number): Promise<Uint8Array>
}

const mark = 'salus-pack 1\n'
const maxHeaderBytes = 200
const lineFeed = 10

/** Pieces to write one after the other. Throws where a name is none of a repository. */
export function* writeContainer(files: Iterable<readonly [string, Uint8Array]>): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(mark)
  for (const [name, bytes] of files) {
    if (!isRepositoryName(name)) throw new Error(`${name} is no file of a repository of packs.`)
    yield encoder.encode(`${name} ${bytes.length}\n`)
    yield bytes
  }
}

/** Reads only where each file stands; its bytes are read when they are asked for. Faults of reading itself rise. */
export async function openContainer(source: RandomAccess): Promise<Reading<PackRepository>> {
  try {
    const places = await placesOf(source)
    return { outcome: 'read', value: repositoryOf(source, places), warnings: [] }
  } catch (error) {
    if (error instanceof PackRefusal) return { outcome: 'refused', faults: [error.fault] }
    throw error
  }
}

interface Place {
  readonly at: number
  readonly length: number
}

function repositoryOf(source: RandomAccess, places: ReadonlyMap<string, Place>): PackRepository {
  return {
    async read(name, maxBytes) {
      const place = places.get(name)
      if (!place) return null
      if (place.length > maxBytes) throw tooLarge(name, maxBytes)
      return source.read(place.at, place.length)
    },
  }
}

async function placesOf(source: RandomAccess): Promise<ReadonlyMap<string, Place>> {
  if (source.size > packLimits.maxContainerBytes) throw tooLarge('The file', packLimits.maxContainerBytes)
  const beginning = await source.read(0, mark.length)
  if (Buffer.from(beginning).toString('latin1') !== mark)
    throw unreadable('it does not begin as a .salus-pack does')
  const places = new Map<string, Place>()
  let at = mark.length
  while (at < source.size) {
    const header = await source.read(at, maxHeaderBytes)
    const end = header.indexOf(lineFeed)
    const [, name = '', digits = ''] =
      /^(\S+) (0|[1-9]\d{0,11})$/.exec(
        Buffer.from(header.subarray(0, Math.max(end, 0))).toString('latin1'),
      ) ?? []
    if (!isRepositoryName(name)) throw unreadable(`at byte ${at} stands no file that packs have`)
    if (places.has(name)) throw unreadable(`${name} stands there twice`)
    if (places.size >= packLimits.maxContainerFiles)
      throw unreadable(`it has more than ${packLimits.maxContainerFiles} files`)
    const length = Number(digits)
    if (length > maxBytesOfFile(name)) throw tooLarge(name, maxBytesOfFile(name))
    places.set(name, { at: at + end + 1, length })
    at += end + 1 + length
    if (at > source.size) throw unreadable(`it ends within ${name}: it was not copied to its end`)
  }
  return places
}

function unreadable(because: string): PackRefusal {
  return new PackRefusal(
    'packs/format',
    'the file',
    `The file cannot be read: ${because}.`,
    'Copy it again from where the centre gave it; if it stays so, ask the centre for another.',
  )
}
