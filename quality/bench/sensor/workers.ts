// Scans the same logs with one thread and with two, in turn, each in a process of its own: events a second, as ratio.
// SPDX-License-Identifier: EUPL-1.2
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Summary } from '../../../sensor/cli/summary.ts'
import type { SampleFile } from './corpus.ts'
import { jsonLinesOf, linesUpTo, scanned, writeRules } from './memory.ts'

type Add = (
  name: string,
  value: number,
  unit: string,
  target?: string | null,
  met?: boolean | null,
) => unknown

const rounds = 3
const logFiles = 16

/** The best round of each counts: other load on the machine only ever takes away. */
export async function measureWorkers(
  add: Add,
  files: readonly SampleFile[],
  megabytes: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sensor-threads-'))
  try {
    const [rules, logs] = [join(folder, 'rules'), join(folder, 'logs')]
    await writeRules(rules)
    mkdirSync(logs)
    const lines = await jsonLinesOf(files)
    for (let at = 0; at < logFiles; at++)
      await pipeline(
        linesUpTo(lines, (megabytes * 1e6) / logFiles),
        createWriteStream(join(logs, `${at}.ndjson`)),
      )
    const load = loadavg()[0] ?? 0
    const best = new Map<number, Summary>()
    for (let round = 0; round < rounds; round++)
      for (const workers of [1, 2]) {
        const summary = await scanned(logs, rules, workers)
        const before = best.get(workers)
        if (before && before.findings !== summary.findings)
          throw new Error(`${before.findings} findings in one round and ${summary.findings} in another.`)
        if (!before || summary.eventsPerSecond > before.eventsPerSecond) best.set(workers, summary)
      }
    const [one, two] = [best.get(1), best.get(2)]
    if (!one || !two || one.findings !== two.findings)
      throw new Error(`One thread found ${one?.findings}, two found ${two?.findings}.`)
    add('load of the machine before it', load, 'processes')
    add('scan with 1 thread', one.eventsPerSecond, 'events/s')
    add('scan with 2 threads', two.eventsPerSecond, 'events/s')
    add('peak memory with 1 thread', one.peakMemoryBytes / 1e6, 'MB')
    add('peak memory with 2 threads', two.peakMemoryBytes / 1e6, 'MB')
    const ratio = two.eventsPerSecond / one.eventsPerSecond
    add('2 threads to 1', ratio, 'times', 'at least 1.1', ratio >= 1.1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
