// Reads the folder of extracts: every file within its limits, every fault with its file and line, nothing in silence.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyDraft, finishedContext, type HealthContext } from './context.ts'
import { type ContextFault, readCsv } from './csv.ts'
import { hashingWith } from './hashing.ts'
import { contextLimits } from './limits.ts'
import { contextReaders, type Reading } from './readers.ts'

export interface ContextOptions {
  /** The key of `ReadingContext.patientKey`; it never leaves the hospital. */
  readonly patientKey?: Uint8Array
  /** IANA name, for times without a zone; UTC where none is named. */
  readonly timeZone?: string
}

export const contextFileNames: readonly string[] = [...contextReaders.keys()]

/** Content by the names of README.md. */
export type ContextFiles = ReadonlyMap<string, AsyncIterable<Uint8Array>>

/** Throws where the folder itself cannot be looked at; a file that is missing is told in `missing`. */
export async function readHealthContext(
  folder: string,
  options: ContextOptions = {},
): Promise<HealthContext> {
  await stat(folder)
  const files = new Map<string, AsyncIterable<Uint8Array>>()
  for (const name of contextFileNames) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found?.isFile()) files.set(name, contentOf(path))
  }
  return readContextFiles(files, options)
}

/** Opened when its turn comes: a stream that fails while nobody listens to it would end the process. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, { highWaterMark: 256 * 1024 })
}

export async function readContextFiles(
  files: ContextFiles,
  options: ContextOptions = {},
): Promise<HealthContext> {
  const draft = emptyDraft()
  const faults: ContextFault[] = []
  let faultCount = 0
  const fault = (one: ContextFault): void => {
    faultCount++
    if (faults.length < contextLimits.maxFaults) faults.push(one)
  }
  const reading: Reading = {
    draft,
    hashing: hashingWith(options.patientKey),
    timeZone: options.timeZone ?? 'UTC',
  }
  for (const [name, readerFor] of contextReaders) {
    const chunks = files.get(name)
    if (!chunks) continue
    try {
      await readCsv(name, chunks, readerFor(reading), fault)
    } catch (error) {
      fault({ file: name, line: 0, because: `it could not be read to its end: ${codeOf(error)}` })
    }
  }
  const missing = contextFileNames.filter((name) => !files.has(name))
  return finishedContext(draft, { missing, faults, faultCount })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
