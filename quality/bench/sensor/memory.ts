// Peak memory of scanning much and little input, each in a process of its own.
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Summary } from '../../../sensor/cli/summary.ts'
import { jsonLine } from '../../../sensor/engine/printable.ts'
import { sampleLogs } from '../../../sensor/testing/sample-logs.ts'
import { eventsOf, type SampleFile } from './corpus.ts'

const entry = join(import.meta.dirname, '..', '..', '..', 'sensor', 'cli', 'sensor.ts')
const smallMegabytes = 40

/** The peak of one run depends on when garbage is collected: of 4 GB from 283 to 395 MB. */
const runsOfASize = 3

export interface Peaks {
  /** Medians, in bytes. */
  readonly small: number
  readonly large: number
  readonly all: readonly (readonly number[])[]
}

/** One file of each size, so that nothing is gained by going from file to file; the sizes in turn. */
export async function memoryPeaks(files: readonly SampleFile[], megabytes: number): Promise<Peaks> {
  const folder = mkdtempSync(join(tmpdir(), 'sensor-bench-'))
  try {
    const rules = join(folder, 'rules')
    await writeRules(rules)
    const lines = await jsonLinesOf(files)
    const paths: string[] = []
    for (const size of [smallMegabytes, megabytes]) {
      const path = join(folder, `${size}.ndjson`)
      await pipeline(linesUpTo(lines, size * 1e6), createWriteStream(path))
      paths.push(path)
    }
    const all: number[][] = paths.map(() => [])
    for (let run = 0; run < runsOfASize; run++)
      for (const [at, path] of paths.entries()) all[at]?.push((await scanned(path, rules)).peakMemoryBytes)
    const [small = 0, large = 0] = all.map((peaks) => peaks.toSorted((a, b) => a - b)[runsOfASize >> 1] ?? 0)
    return { small, large, all }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** All public rules, as a hospital would load them. */
export async function writeRules(folder: string): Promise<void> {
  mkdirSync(folder)
  let count = 0
  for await (const { path, bytes } of sampleLogs('sigma-rules/sigma-rules.tar.gz'))
    if (path.endsWith('.yml') && path.startsWith('rules'))
      writeFileSync(join(folder, `${count++}.yml`), bytes)
}

export async function jsonLinesOf(files: readonly SampleFile[]): Promise<readonly string[]> {
  const lines: string[] = []
  for (const file of files) for await (const { fields } of eventsOf(file)) lines.push(jsonLine(fields))
  return lines
}

export function* linesUpTo(lines: readonly string[], bytes: number): Generator<string> {
  let written = 0
  for (let at = 0; written < bytes; at++) {
    const line = `${lines[at % lines.length]}\n`
    written += Buffer.byteLength(line)
    yield line
  }
}

/** What a scan in a process of its own says of itself; throws where it was not whole. */
export async function scanned(path: string, rules: string, workers = 1): Promise<Summary> {
  const words = ['scan', path, '--rules', rules, '--json', '--workers', String(workers)]
  const child = spawn(process.execPath, [...process.execArgv, entry, ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let notes = ''
  child.stderr.on('data', (piece: Buffer) => {
    notes += piece.toString('utf8')
  })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`The scan ended with ${code}: ${notes.slice(0, 500)}`)
  // The sensor's own summary is its last line.
  return JSON.parse(notes.trim().split('\n').at(-1) ?? '{}') as Summary
}
