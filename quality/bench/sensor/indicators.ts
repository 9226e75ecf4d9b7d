// Indicator sets against a JavaScript Set of the same names: bytes each, look-ups a second, the same answers.
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

export type AddFigure = (
  name: string,
  value: number,
  unit: string,
  target?: string | null,
  met?: boolean | null,
) => void

const measured = z.object({
  heldEach: z.number(),
  residentEach: z.number(),
  openSeconds: z.number(),
  perSecond: z.number(),
  hits: z.number(),
})
const wrote = z.object({
  written: z.number(),
  bytesEach: z.number(),
  seconds: z.number(),
  characters: z.number(),
})

/** A process for each way, one after the other, so that none pays for another. 10 million take some minutes and 2 GB. */
export async function measureIndicators(add: AddFigure, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'indicator-bench-'))
  try {
    await measureCount(count, join(folder, 'set'), add)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureCount(count: number, path: string, add: AddFigure): Promise<void> {
  const named = (what: string) => `${count / 1e6} M indicators: ${what}`
  const written = wrote.parse(await child('write', count, path))
  if (written.written !== count) throw new Error(`${written.written} of ${count} indicators were written.`)
  const plain = measured.parse(await child('set', count, path))
  const memory = measured.parse(await child('memory', count, path))
  const file = measured.parse(await child('file', count, path))
  if (memory.hits !== plain.hits || file.hits !== plain.hits)
    throw new Error(`A Set finds ${plain.hits}, ours ${memory.hits} in memory and ${file.hits} from a file.`)
  add(named('characters of a name'), written.characters, 'characters')
  add(named('hits, the same in all ways'), plain.hits, 'hits')
  add(named('writing the set'), written.seconds, 's')
  add(named('a JavaScript Set'), plain.heldEach, 'bytes each')
  add(named('a JavaScript Set, resident'), plain.residentEach, 'bytes each')
  add(named('a JavaScript Set, look-ups'), plain.perSecond, 'a second')
  for (const [way, ours] of [
    ['all in memory', memory],
    ['values left in the file', file],
  ] as const) {
    const ratio = plain.heldEach / ours.heldEach
    const isSmall = ours === file
    add(named(way), ours.heldEach, 'bytes each', 'at most 40', ours.heldEach <= 40)
    add(named(`${way}, resident`), ours.residentEach, 'bytes each')
    add(named(`${way}, opening`), ours.openSeconds, 's')
    add(named(`${way}, look-ups with all parents`), ours.perSecond, 'a second')
    add(
      named(`a JavaScript Set to it, ${way}`),
      ratio,
      'times',
      isSmall ? 'at least 6' : null,
      isSmall ? ratio >= 6 : null,
    )
  }
}

async function child(mode: string, count: number, path: string): Promise<unknown> {
  const worker = join(import.meta.dirname, 'indicator-worker.ts')
  const flags = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx']
  const process_ = spawn(process.execPath, [...flags, worker, mode, String(count), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  process_.stdout.on('data', (piece: Buffer) => {
    said += piece.toString('utf8')
  })
  const code = await new Promise<number | null>((resolve) => process_.once('close', resolve))
  if (code !== 0) throw new Error(`Measuring ${mode} of ${count} ended with ${code}.`)
  return JSON.parse(said)
}
