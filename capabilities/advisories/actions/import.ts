// Imports advisories from files, folders and archives for the command line.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { Fault } from '@salus/standards/fault'
import { Refusal } from '../../../platform/http/problem.ts'
import type { AdvisoryProblem } from '../contract.ts'
import type { DocumentOutcome, Outcome, ReceivedDocument } from '../recorded.ts'
import { countKevEntries } from '../store/kev.ts'
import { type RecordingContext, recordDocuments } from './record.ts'
import { unpack } from './unpack/unpack.ts'

export interface ImportProgress extends Readonly<Record<Outcome, number>> {
  /** Documents read so far. */
  readonly read: number
}

export interface ImportSummary extends ImportProgress {
  /** In the catalogue after the import. */
  readonly kevEntries: number
  /** Files that are no advisories by their names. */
  readonly ignoredFiles: number
  /** Files that could not be unpacked to their end. */
  readonly damagedFiles: readonly { readonly name: string; readonly fault: Fault }[]
  /** How often each fault occurred. */
  readonly faultCodes: Readonly<Record<string, number>>
  readonly seconds: number
  readonly documentsPerSecond: number
  /** Of the whole process, in megabytes. */
  readonly peakMemory: number
}

/** 64 GiB of one archive; it is read as a stream. */
const maxUnpackedBytes = 64 * 1024 ** 3
const maxDamagedFilesNamed = 1000

export async function importAdvisoryFiles(
  context: RecordingContext,
  paths: readonly string[],
  onProgress: (progress: ImportProgress) => void,
  now: Date,
  options: { readonly actor?: string; readonly isExample?: boolean } = {},
): Promise<ImportSummary> {
  const startedMs = performance.now()
  const tally = { read: 0, new: 0, revised: 0, known: 0, quarantined: 0, kev: 0, epss: 0 }
  const faultCodes = new Map<string, number>()
  const rest: Rest = { ignoredFiles: 0, damagedFiles: [] }
  const recording = { now, actor: options.actor ?? 'operator', isExample: options.isExample ?? false }
  for await (const outcome of recordDocuments(context, documentsAt(paths, rest), recording)) {
    count(outcome, tally, faultCodes)
    if (tally.read % 100 === 0) onProgress({ ...tally })
  }
  onProgress({ ...tally })
  const seconds = Math.max(0.001, (performance.now() - startedMs) / 1000)
  return {
    ...tally,
    ...rest,
    kevEntries: await context.database.asEngine(countKevEntries),
    faultCodes: Object.fromEntries([...faultCodes].sort(([, a], [, b]) => b - a)),
    seconds: Math.round(seconds * 10) / 10,
    documentsPerSecond: Math.round(tally.read / seconds),
    peakMemory: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

interface Rest {
  ignoredFiles: number
  readonly damagedFiles: { name: string; fault: Fault }[]
}

function count(
  { outcome, faults }: DocumentOutcome,
  tally: { read: number } & Record<Outcome, number>,
  faultCodes: Map<string, number>,
): void {
  tally.read += 1
  tally[outcome] += 1
  for (const { code } of faults) faultCodes.set(code, (faultCodes.get(code) ?? 0) + 1)
}

async function* documentsAt(paths: readonly string[], rest: Rest): AsyncGenerator<ReceivedDocument> {
  const unpacking = {
    source: 'import',
    maxUnpackedBytes,
    ignore: () => {
      rest.ignoredFiles += 1
    },
    report: (name: string, fault: Fault) => {
      if (rest.damagedFiles.length < maxDamagedFilesNamed) rest.damagedFiles.push({ name, fault })
    },
  }
  // Names are shown to the centre, whom the folders of the server are no concern.
  for (const path of paths)
    for await (const file of filesAt(path))
      yield* unpack(relative(dirname(resolve(path)), resolve(file)), createReadStream(file), unpacking)
}

/** Of a folder all files below, in the order of their names; symbolic links are not followed. */
async function* filesAt(path: string): AsyncGenerator<string> {
  const found = await lstat(path).catch(() => null)
  if (found === null) throw noSuchFile(path)
  if (!found.isDirectory()) {
    yield path
    return
  }
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory() || entry.isFile()) yield* filesAt(join(path, entry.name))
}

function noSuchFile(path: string): Refusal {
  const code: AdvisoryProblem = 'advisories/no-such-file'
  return new Refusal({
    code,
    status: 404,
    title: 'There is no such file',
    detail: `There is no file or folder ${path}.`,
    remedy: 'Check the spelling, and whether the user of the program may read it.',
  })
}
